"""The program with its window, on a disk that hangs for ever; it tells line by line what is said in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.start_screen import StartScreen
from app.window import Window
from app.windows import run
from tests.faults.disk import Disk
from tests.faults.hanging_child import edit, say

_LOOK = 10
"""Milliseconds between two looks whether it is time for the next act."""

Acts = Iterator[Callable[[], bool]]
"""What is done, one thing after the other; each tells what must be so before the next."""


def main(folder: Path, what: str) -> None:
    """Show the file of the folder, play, and stay until the window is closed."""
    for sort in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{sort}_HOME"] = str(folder / sort.lower())
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    plays = {"hangs": hangs, "again": again, "copies": copies, "leaves": leaves}
    acts = plays[what](Disk(folder), folder)
    until = [lambda: bool(windows())]
    timer = QTimer(application, interval=_LOOK)
    timer.timeout.connect(lambda: _go_on(acts, until))
    timer.start()
    run(folder / "disk" / "map.journey")


def _go_on(acts: Acts, until: list[Callable[[], bool]]) -> None:
    if until[0]():
        until[0] = next(acts, lambda: False)


def hangs(disk: Disk, folder: Path) -> Acts:
    """Do what can be done in the window while the disk hangs, and close it."""
    window = windows()[0]
    edit(window.desk.file, "two")
    yield lambda: not window.desk.file.unsaved
    disk.hang(folder / "disk", wholly=True)
    edit(window.desk.file, "three")
    yield lambda: "saved on this computer" in window.notice.sentence
    say(window.notice.sentence)
    for _time in range(3):
        # The first step was made in an earlier run, so it is read from what was kept of the file.
        window.menus.actions["undo"].trigger()
    yield lambda: label(window, "saved").startswith("Saved")
    say(label(window, "saved"))
    window.work.show_history()
    window.work.write_copy(folder / "copy.journey")
    yield lambda: "A copy is in" in window.notice.sentence
    say("closed" if window.close() else "open")


def leaves(disk: Disk, folder: Path) -> Acts:
    """Go to the start screen, where the files that were open lately are listed."""
    window = windows()[0]
    disk.hang(folder / "disk", wholly=True)
    edit(window.desk.file, "one")
    yield lambda: window.desk.file.is_safe
    window.started.emit()
    yield lambda: bool(start_screens())
    screen = start_screens()[0]
    screen.opened.emit(folder / "disk" / "map.journey")
    say(screen.notice.sentence)
    screen.close()


def again(_disk: Disk, _folder: Path) -> Acts:
    """Look what is said when the file is opened the next time."""
    window = windows()[0]
    yield lambda: "Taken up" in label(window, "status") and not window.desk.file.unsaved
    say(label(window, "status"))
    window.close()


def copies(disk: Disk, folder: Path) -> Acts:
    """Write a copy to a stick that hangs, and leave."""
    window, stick = windows()[0], folder / "stick"
    stick.mkdir()
    disk.hang(stick)
    window.work.write_copy(stick / "copy.journey")
    yield lambda: any(stick.iterdir())
    say("closed" if window.close() else "open")
    say(window.notice.sentence)
    say("closed" if window.close() else "open")


def windows() -> list[Window]:
    """The window of the file, once it is shown."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible()]


def start_screens() -> list[StartScreen]:
    """The start screen, where it is shown."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, StartScreen)]


def label(window: Window, name: str) -> str:
    """What one of the window's labels says."""
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
