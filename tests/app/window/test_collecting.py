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
    """Nor of a window that was made anew for other settings: the next but one clears it away."""
    windows.open(copy_sample("water-damage"))
    gone: list[str] = []
    windows.open(begin_map("journey-map"))
    for what in ("file", "look"):
        assert isinstance(windows.window, Window)
        weakref.finalize(windows.window, gone.append, f"window of a {what}")
        weakref.finalize(windows.window.desk, gone.append, f"desk of a {what}")
        with qtbot.waitSignal(windows.window.destroyed, timeout=60_000):
            if what == "file":
                windows.open(begin_map("journey-map"))
            else:
                windows.settle(replace(windows.manner.settings, theme="dark"))
    windows.open(begin_map("journey-map"))
    assert set(gone) == {"window of a file", "desk of a file", "window of a look", "desk of a look"}
