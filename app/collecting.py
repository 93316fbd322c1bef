"""Looking for garbage in circles on the window's thread alone, since some of it may be Qt's."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK = 500
"""Milliseconds between two looks."""


class Collecting(QObject):
    """Collects what Python would, but on this thread: Python itself does it on whichever is just working.

    A widget that is closed may be left over in a circle of references. Found on the thread that plans prints
    or reads a file, it would be destroyed there, and the program with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_python, self._is_left_over = gc.isenabled(), False
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that has as much in it as Python lets come together."""
        limits = gc.get_threshold()
        full = [age for age, count in enumerate(gc.get_count()) if 0 < limits[age] < count]
        if full:
            gc.collect(full[-1])

    def note_gone(self) -> None:
        """Note that a window is gone, of which much is left over that the search was spared."""
        self._is_left_over = True

    def clear_away(self) -> None:
        """Collect what windows left over that are gone: before another is made, when somebody waits anyway,
        and not while they work in it. Of a large map it takes as long as a third of opening one.
        """
        if self._is_left_over:
            self._is_left_over = False
            gc.unfreeze()
            gc.collect()

    def leave(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._by_python:
            gc.enable()
