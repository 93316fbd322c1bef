"""Zooming a map, around a point or by a pinch; while it goes on a scaled picture may stand in for the map."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QNativeGestureEvent, QPainter
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera
from canvas.stand_in import StandIn
from resources.theme import Theme

_SHARP_AFTER = 80
"""Milliseconds a zoom must rest before it is painted anew."""
_SLOW = 0.005
"""Seconds a full picture may take before zooming uses a scaled copy of the last one."""
_LEAST_PINCH = 0.1
"""A touch pad's word for a very quick pinch can be less than nothing."""


class Zoomed(Protocol):
    """What zooming needs of the map it is done to."""

    camera: Camera

    @property
    def dpr(self) -> float:
        """Device pixels for each of Qt's."""

    def viewport(self) -> QWidget:
        """Where the map is painted."""

    def look_at(self, camera: Camera) -> None:
        """Move the camera."""


class Zooming:
    """Zooms one map; where that is slow to paint, a scaled picture stands in for it until the zoom rests."""

    def __init__(self, view: Zoomed) -> None:
        self._view = view
        self._stand_in = StandIn()
        self.took = 0.0
        """Seconds the last full picture took to paint."""
        self._pinched = view.camera
        self._sharpen = QTimer(view.viewport(), singleShot=True, interval=_SHARP_AFTER)
        self._sharpen.timeout.connect(self._paint_sharp)

    @property
    def blurred(self) -> bool:
        """Whether a scaled picture stands in for a sharp one."""
        return self._stand_in.shown

    def zoom(self, factor: float, at: QPointF) -> None:
        """Zoom around a point of the window (logical pixels)."""
        dpr = self._view.dpr
        self._look_at(self._view.camera.zoomed(factor, at.x() * dpr, at.y() * dpr))

    def gesture(self, event: QNativeGestureEvent) -> None:
        """A pinch on a touch pad zooms."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(max(1.0 + event.value(), _LEAST_PINCH), event.position())

    def pinch_from(self) -> None:
        """Two fingers take hold of the map."""
        self._pinched = self._view.camera

    def pinch_to(self, factor: float, begun: QPointF, now: QPointF) -> None:
        """What was between the fingers stays between them: as much larger as they are farther apart now."""
        dpr = self._view.dpr
        camera = self._pinched.zoomed(factor, begun.x() * dpr, begun.y() * dpr)
        way = (now - begun) * dpr
        self._look_at(camera.fitted(round(camera.x - way.x()), round(camera.y - way.y())))

    def paint(self, painter: QPainter, theme: Theme) -> bool:
        """Paint what stands in for the map, if anything does; tells whether it did."""
        return self._stand_in.paint(painter, self._view.camera, theme, self._view.dpr)

    def _look_at(self, camera: Camera) -> None:
        if not self.blurred and self.took > _SLOW:
            self._stand_in.begin(self._view.viewport(), self._view.camera)
        self._view.look_at(camera)
        if self.blurred:
            self._sharpen.start()

    def _paint_sharp(self) -> None:
        self._stand_in.end(self._view.viewport())
