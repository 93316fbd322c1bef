"""The program with its window, on a disk that hangs for ever; it tells line by line what is said in it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from app.panels.merge_panel import MergePanel
from app.panels.notice import NoticeBar
from app.program import run
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from tests.faults.disk import Disk
from tests.faults.hanging_child import edit, say

_SHORT, _LONG = 0.1, 60.0
"""Seconds that a file may take to be opened, where its disk hangs and where it does not."""
_LOOK = 10
"""Milliseconds between two looks whether it is time for the next act."""

Acts = Iterator[Callable[[], bool]]
"""What is done, one thing after the other; each tells what must be so before the next."""


def main(folder: Path, what: str) -> None:
    """Show the file of the folder, play, and stay until the window is closed."""
    for sort in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{sort}_HOME"] = str(folder / sort.lower())
    os.environ["XDG_DOCUMENTS_DIR"] = str(folder / "disk")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    plays = {
        one.__name__: one
        for one in (
            hangs,
            again,
            copies,
            leaves,
            opens,
            starts,
            begins,
            begins_elsewhere,
            takes_over,
            brings_together,
        )
    }
    disk = Disk(folder)
    acts = plays[what](disk, folder)
    until = [lambda: bool(windows())]
    Windows.patience = _LONG
    if what in ("opens", "starts"):
        Windows.patience, until[0] = _SHORT, lambda: bool(start_screens())
        disk.hang(folder / "disk", wholly=True)
    timer = QTimer(application, interval=_LOOK)
    timer.timeout.connect(lambda: _go_on(acts, until))
    timer.start()
    run(None if what == "starts" else folder / "disk" / "map.journey")


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
    for deed in ("history", "export", "print"):
        window.menus.actions[deed].trigger()
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


def opens(disk: Disk, folder: Path) -> Acts:
    """Wait for a file that is on its way, leave it, want it again; and see it when its disk answers."""
    screen, path = start_screens()[0], folder / "disk" / "map.journey"
    say(screen.notice.sentence)
    screen.opened.emit(path)
    say("on its way", len(openings()))
    press(screen.notice, "Cancel")
    say("left", repr(screen.notice.sentence), len(openings()))
    screen.opened.emit(path)
    say(screen.notice.sentence, len(openings()))
    disk.hang(None)
    yield lambda: bool(windows())
    file = windows()[0].desk.file
    say("there", file.read_only, windows()[0].notice.sentence)
    edit(file, "one")
    yield lambda: not file.unsaved
    windows()[0].close()


def takes_over(disk: Disk, folder: Path) -> Acts:
    """Take a file over whose disk hangs, and see it when that answers."""
    window = windows()[0]
    say(window.desk.file.read_only)
    disk.hang(folder / "disk", wholly=True)
    Windows.patience = _SHORT
    press(window.notice, "Take over")
    yield from _comes(disk)
    windows()[0].close()


def brings_together(disk: Disk, folder: Path) -> Acts:
    """Have what others put in the place of a file brought together with it, while the disk begins to hang."""
    window, path = windows()[0], folder / "disk" / "map.journey"
    edit(window.desk.file, "two")
    yield lambda: not window.desk.file.unsaved
    (folder / "theirs.journey").replace(path)
    edit(window.desk.file, "three")
    yield lambda: "Another file was put in the place" in window.notice.sentence

    def hang(mine: Path) -> None:
        disk.hang(folder / "disk", wholly=True)
        Windows.patience = _SHORT
        window.renewed.emit(False, mine)

    window.work.ways_out.write_beside(hang)
    yield lambda: not windows()
    yield from _comes(disk)
    window = windows()[0]
    yield lambda: isinstance(window.drawer.panel, MergePanel) and window.drawer.panel.go.isEnabled()
    say([entry.label for entry in window.desk.file.history])
    window.close()


def _comes(disk: Disk) -> Acts:
    """What is shown while a file is on its way, and when it is there."""
    say(start_screens()[0].notice.sentence)
    disk.hang(None)
    yield lambda: bool(windows())
    say("there", windows()[0].desk.file.read_only)


def starts(disk: Disk, _folder: Path) -> Acts:
    """Show the start screen although nobody can tell whether what was left here lies where it lay."""
    screen = start_screens()[0]
    yield lambda: any(one.name == "look what was left" for one in threading.enumerate())
    say(repr(screen.notice.sentence))
    disk.hang(None)
    screen.close()


def begins(disk: Disk, folder: Path) -> Acts:
    """Begin a new map where the disk with the documents hangs, and see it when that answers."""
    windows()[0].started.emit()
    yield lambda: bool(start_screens())
    disk.hang(folder / "disk", wholly=True)
    Windows.patience = _SHORT
    start_screens()[0].begun.emit("journey-map")
    say(start_screens()[0].notice.sentence)
    disk.hang(None)
    yield lambda: bool(windows())
    say(windows()[0].desk.path.name, windows()[0].notice.sentence.partition(",")[0])
    windows()[0].close()


def begins_elsewhere(disk: Disk, folder: Path) -> Acts:
    """Begin a new map where the disk hangs, leave it, begin it once more and have it made on another disk."""
    windows()[0].started.emit()
    yield lambda: bool(start_screens())
    screen, stick = start_screens()[0], folder / "stick"
    stick.mkdir()
    chosen = iter(["", str(stick)])
    QFileDialog.getExistingDirectory = lambda *_told: next(chosen)  # type: ignore[method-assign, assignment]
    disk.hang(folder / "disk", wholly=True)
    Windows.patience = _SHORT
    screen.begun.emit("journey-map")
    press(screen.notice, "Cancel")
    screen.begun.emit("journey-map")
    press(screen.notice, "Choose another folder …")
    say(screen.notice.sentence, len(openings()))
    Windows.patience = _LONG
    press(screen.notice, "Choose another folder …")
    say(windows()[0].desk.path.relative_to(folder))
    disk.hang(None)
    yield lambda: not openings()
    yield lambda: [one.name for one in (folder / "disk").iterdir()] == ["map.journey"]
    windows()[0].close()


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


def openings() -> list[Thread]:
    """What opens a file at this moment."""
    return [one for one in threading.enumerate() if one.name == "opening"]


def press(notice: NoticeBar, words: str) -> None:
    """Press one of the buttons of a notice."""
    next(one for one in notice.findChildren(QPushButton) if one.text() == words).click()


def label(window: Window, name: str) -> str:
    """What one of the window's labels says."""
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
