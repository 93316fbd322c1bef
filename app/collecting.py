"""Looking for garbage in circles on the window's thread alone, since some of it may be Qt's."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK = 500
"""Milliseconds between two looks."""
_SOON = 1_000
"""Milliseconds until everything is looked at: the next window shall be there first."""


class Collecting(QObject):
    """Collects what Python would, but on this thread: Python itself does it on whichever is just working.

    A widget that is closed may be left over in a circle of references. Found on the thread that plans prints
    or reads a file, it would be destroyed there, and the program with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_python = gc.isenabled()
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

    def look_at_all(self) -> None:
        """Soon collect whatever nobody holds any more, of what was spared as well: a window is gone."""
        QTimer.singleShot(_SOON, self, _collect_all)

    def leave(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._by_python:
            gc.enable()


def _collect_all() -> None:
    """What is left is spared again, as what is made with a window is from the beginning."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
