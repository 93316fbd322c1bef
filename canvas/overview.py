"""The whole map, small, in a corner of the window, with a frame around what is in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from canvas.camera import Camera
from canvas.paint import colour_of
from canvas.picture import Picture

_WIDEST, _TALLEST, _LEAST = 240.0, 160.0, 24.0
"""Window pixels it may have, and has at least."""
_MARGIN = 14.0
"""From the window's corner, pixels."""


class Overview:
    """The small picture, made when asked for and kept until told that the map has changed."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._made: QPixmap | None = None
        self._size = (0.0, 0.0)

    def forget(self) -> None:
        """The map has changed: make the small picture anew when it is next painted."""
        self._made = None

    def area(self, camera: Camera, dpr: float) -> QRectF:
        """Where it stands in the window, device pixels; empty where there is no room."""
        scale = _scale(camera, dpr)
        w, h = max(camera.map_w * scale, _LEAST), max(camera.map_h * scale, _LEAST)
        x, y = camera.view_w - w - _MARGIN * dpr, camera.view_h - h - _MARGIN * dpr
        if x < camera.rail_px or y < camera.head_px:
            return QRectF()
        return QRectF(round(x), round(y), round(w), round(h))

    def paint(self, painter: QPainter, camera: Camera, dpr: float) -> None:
        """Paint it; the painter's unit is the device pixel."""
        area, theme = self.area(camera, dpr), self._picture.theme
        if area.isEmpty() or not painter.clipBoundingRect().intersects(area):
            return
        if self._made is None or self._size != (area.width(), area.height()):
            self._made, self._size = self._make(camera, area, dpr), (area.width(), area.height())
        painter.drawPixmap(area.topLeft(), self._made)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour_of(theme, "muted"), 1))
        painter.drawRect(area)
        veil = QColor(colour_of(theme, "focus"))
        veil.setAlpha(30)
        painter.setPen(QPen(colour_of(theme, "focus"), 2))
        painter.setBrush(QBrush(veil))
        painter.drawRect(_frame(camera, area, _scale(camera, dpr)))

    def centred(self, camera: Camera, at: QPointF, dpr: float) -> Camera:
        """The camera with the place under a point of the overview (device pixels) in its middle."""
        place = (at - self.area(camera, dpr).topLeft()) / _scale(camera, dpr)
        left = (camera.rail_px + camera.view_w) / 2
        top = (camera.head_px + camera.view_h) / 2
        return camera.fitted(round(place.x() * camera.scale - left), round(place.y() * camera.scale - top))

    def _make(self, camera: Camera, area: QRectF, dpr: float) -> QPixmap:
        made = QPixmap(area.size().toSize())
        made.fill(colour_of(self._picture.theme, "paper"))
        painter = QPainter(made)
        self._picture.paint_small(painter, _scale(camera, dpr))
        painter.end()
        return made


def _scale(camera: Camera, dpr: float) -> float:
    return dpr * min(_WIDEST / max(camera.map_w, 1.0), _TALLEST / max(camera.map_h, 1.0))


def _frame(camera: Camera, area: QRectF, scale: float) -> QRectF:
    """What is in view, in the overview."""
    factor = scale / camera.scale
    x, y = (camera.rail_px + camera.x) * factor, (camera.head_px + camera.y) * factor
    w, h = (camera.view_w - camera.rail_px) * factor, (camera.view_h - camera.head_px) * factor
    return QRectF(area.x() + x, area.y() + y, w, h).intersected(area)
