"""A screen of its own for the program: a virtual X server, and pictures of what is on it."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1920, 1080
NEEDED = ("Xvfb", "xdotool", "setxkbmap")

_LAYOUT = ("us", "altgr-intl")
"""A keyboard that has curly quotation marks, so that no key has to change its meaning while typing."""


@dataclass(frozen=True, slots=True)
class Display:
    """A running X server: what programs call it, and the file its screen lies in."""

    name: str
    screen: Path

    def environment(self) -> dict[str, str]:
        """The environment of a program that is to be seen on it."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}

    def picture(self) -> QImage:
        """What is on the screen now."""
        return _read_xwd(self.screen.read_bytes())


def expect_programs() -> None:
    """Skip where a virtual screen or a hand for it is missing."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"no {', '.join(missing)} here; on Debian: apt-get install xvfb xdotool x11-xkb-utils")


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """A screen on a number that nobody uses; it ends with the block."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset"]
    # The server tells its number when it listens, and keeps its screen in a file of that folder.
    with subprocess.Popen(
        [*command, "-nolisten", "tcp", "-fbdir", str(folder)], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            assert number, "Xvfb did not start"
            shown = Display(f":{number}", folder / "Xvfb_screen0")
            layout, variant = _LAYOUT
            subprocess.run(
                ["setxkbmap", "-layout", layout, "-variant", variant], env=shown.environment(), check=True
            )
            yield shown
        finally:
            server.terminate()


def _read_xwd(dump: bytes) -> QImage:
    """The picture in an X window dump of 24-bit colour, as Xvfb keeps its screen."""
    header = struct.unpack(">25I", dump[:100])
    size, width, height, per_line, colours = header[0], header[4], header[5], header[12], header[19]
    begin = size + 12 * colours
    pixels = dump[begin : begin + per_line * height]
    return QImage(pixels, width, height, per_line, QImage.Format.Format_RGB32).copy()
