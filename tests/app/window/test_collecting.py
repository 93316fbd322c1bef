"""What belongs to Qt is destroyed on the window's thread, whoever is at work."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from threading import Thread, current_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.making import begin_map, copy_sample
from app.window import Window
from app.windows import Windows


class InACircle(QObject):
    """Something of Qt's that nothing but itself holds."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def much_work() -> None:
    """Make so many things that Python would look for garbage several times."""
    kept = [[number] for number in range(20 * gc.get_threshold()[0])]
    assert kept


def test_what_is_left_over_in_a_circle_goes_on_the_thread_of_the_window(
    windows: Windows, qtbot: QtBot
) -> None:
    windows.start()
    gone_on: list[str] = []
    left = InACircle()
    weakref.finalize(left, lambda: gone_on.append(current_thread().name))
    del left
    work = Thread(target=much_work, name="work")
    work.start()
    work.join()
    assert gone_on == []
    qtbot.waitUntil(lambda: gone_on == ["MainThread"], timeout=20_000)


def test_python_looks_for_garbage_again_when_the_windows_are_left(windows: Windows) -> None:
    assert not gc.isenabled()
    windows.leave()
    assert gc.isenabled()


def test_of_a_file_that_is_left_nothing_is_kept(windows: Windows, qtbot: QtBot) -> None:
    """Not in files that are opened after it, and not where the window is made anew for other settings."""
    windows.open(copy_sample("water-damage"))
    gone: list[str] = []
    for number in range(2):
        assert isinstance(windows.window, Window)
        document = windows.window.desk.document
        weakref.finalize(document, gone.append, f"file {number}")
        weakref.finalize(windows.window, gone.append, f"window {number}")
        del document
        windows.open(begin_map("journey-map"))
    assert isinstance(windows.window, Window)
    weakref.finalize(windows.window, gone.append, "window of other settings")
    windows.settle(replace(windows.manner.settings, theme="dark"))
    everything = {"file 0", "window 0", "file 1", "window 1", "window of other settings"}
    qtbot.waitUntil(lambda: set(gone) == everything, timeout=60_000)
