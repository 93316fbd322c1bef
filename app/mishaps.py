"""Unexpected errors: kept in a log without anything of the map, told in one sentence, survived."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app import VERSION
from app.screen import end_where_qt_would_abort

Tell = Callable[[str], object]
"""Told the details of a mishap."""

LARGEST_LOG = 1_000_000
"""Bytes after which the log begins anew."""


def log_path() -> Path:
    """The file that mishaps are kept in."""
    return user_log_path("reisekart", appauthor=False) / "reisekart.log"


def catch_mishaps(tell: Tell) -> None:
    """From now on keep and tell every error that nobody caught."""

    def caught(sort: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(sort, KeyboardInterrupt):
            sys.__excepthook__(sort, error, trace)
            return
        details = details_of(sort, trace)
        keep(details)
        tell(details)

    def caught_on_thread(what: threading.ExceptHookArgs) -> None:
        if what.exc_type is not SystemExit:
            keep(details_of(what.exc_type, what.exc_traceback))

    sys.excepthook = caught
    threading.excepthook = caught_on_thread


def listen_to_qt() -> None:
    """From now on keep every complaint of Qt's, and end in order where it would abort."""
    qInstallMessageHandler(_heard)


def stop_listening_to_qt() -> None:
    """Let Qt keep its complaints for itself: while the program ends there may be no Python to hear them."""
    qInstallMessageHandler(None)


def details_of(sort: type[BaseException], trace: TracebackType | None) -> str:
    """Where an error came up and of what sort it is; not its words, which may quote a map."""
    frames = traceback.extract_tb(trace)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    about = f"Reisekart {VERSION}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([about, f"{sort.__module__}.{sort.__qualname__}", *places])


def keep(details: str) -> None:
    """Write to the log; where that cannot be done there is none."""
    path = log_path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        full = path.exists() and path.stat().st_size > LARGEST_LOG
        with path.open("w" if full else "a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {details}\n")


def _heard(sort: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if sort is QtMsgType.QtFatalMsg:
        end_where_qt_would_abort(words)
    elif sort in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
        keep(f"Qt: {words}")
