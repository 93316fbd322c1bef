"""Whether a window can be shown here, found out without Qt, which would end the program where it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from resources.errors import Fault
from resources.words import _

_UNSEEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Platforms of Qt that need no display; windows on the first two are seen by nobody."""


def somebody_watches(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether there is a screen that somebody may be looking at."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _UNSEEN:
        return False
    return system in ("win32", "darwin") or bool(_display(environment))


def expect_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> None:
    """Raise Fault, with a sentence, where no window can be shown."""
    forced = environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _UNSEEN
    if system not in ("win32", "darwin") and not forced and not _display(environment):
        raise Fault(_no_window(_("there is no display (DISPLAY and WAYLAND_DISPLAY are empty)")))
    try:
        import PySide6.QtWidgets  # noqa: F401  # only whether it can be loaded is asked here
    except ImportError as error:
        raise Fault(_no_window(str(error))) from error


def end_where_qt_would_abort(reason: str) -> None:
    """Say what Qt gives up for and end: it would abort with a core dump instead."""
    sys.stderr.write(_no_window(" ".join(reason.split())[:200]) + "\n")
    sys.stderr.flush()
    os._exit(1)


def _display(environment: Mapping[str, str]) -> str:
    return environment.get("DISPLAY", "") or environment.get("WAYLAND_DISPLAY", "")


def _no_window(reason: str) -> str:
    said = _(
        "The window cannot be shown here: {reason}. The commands work without one: see reisekart --help."
    )
    return said.format(reason=reason.rstrip("."))
