"""What belongs to Qt is destroyed on the window's thread, whoever is at work."""

from __future__ import annotations

import gc
import weakref
from threading import Thread, current_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

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
