"""Pulling a map along while something is dragged near its window's edge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera, pull

_STEP = 40
"""Milliseconds between two steps of a map that is pulled at its window's edge."""


class Pulled(Protocol):
    """What pulling needs of the map it is done to."""

    camera: Camera

    @property
    def dpr(self) -> float:
        """Device pixels for each of Qt's."""

    @property
    def dragging(self) -> bool:
        """Whether something is in the hand."""

    def viewport(self) -> QWidget:
        """Where the map is painted."""

    def look_at(self, camera: Camera) -> None:
        """Move the camera."""


class Pulling:
    """Pulls one map, step by step as long as the pointer that drags something rests at the edge."""

    def __init__(self, view: Pulled) -> None:
        self._view = view
        self._again: Callable[[], None] | None = None
        self._steps = QTimer(view.viewport(), interval=_STEP)
        self._steps.timeout.connect(self._go_on)

    def pull(self, at: QPoint, again: Callable[[], None]) -> None:
        """Pull the map if the pointer is near the edge, and do ``again``, which pulls, at the next step."""
        if self._scrolled(at):
            self._again = again
            self._steps.start()
        else:
            self._steps.stop()

    def _go_on(self) -> None:
        if self._view.dragging and self._again is not None:
            self._again()
        else:
            self._steps.stop()

    def _scrolled(self, at: QPoint) -> bool:
        before, dpr, size = self._view.camera, self._view.dpr, self._view.viewport().size()
        dx = pull(at.x() - before.rail_px / dpr, size.width() - at.x())
        dy = pull(at.y() - before.head_px / dpr, size.height() - at.y())
        self._view.look_at(before.fitted(before.x + dx, before.y + dy))
        return self._view.camera != before
