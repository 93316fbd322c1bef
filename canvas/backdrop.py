"""The map behind what is carried over it: painted once where it comes into question, then only copied."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from canvas.camera import Camera
from canvas.picture import Picture
from journey.drawing import Drawing


class Backdrop:
    """Keeps what was painted of a map while something is carried over it; of another view, nothing."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._camera: Camera | None = None
        self._drawing: Drawing | None = None
        self._kept = QPixmap()
        self._ready = QRegion()

    def put_away(self) -> None:
        """Keep nothing more: nothing is carried."""
        self._camera, self._drawing = None, None
        self._kept, self._ready = QPixmap(), QRegion()

    def paint(self, painter: QPainter, camera: Camera, area: QRect) -> None:
        """Paint a rectangle of the window; the painter's unit and the rectangle's are device pixels."""
        if self._camera != camera or self._drawing is not self._picture.drawing:
            self.put_away()
            self._camera, self._drawing = camera, self._picture.drawing
            self._kept = QPixmap(camera.view_w, camera.view_h)
        missing = QRegion(area) - self._ready
        if not missing.isEmpty():
            # What is missing may be many slivers; one rectangle around them is painted sooner.
            self._paint_kept(camera, missing.boundingRect())
        painter.drawPixmap(area, self._kept, area)

    def _paint_kept(self, camera: Camera, area: QRect) -> None:
        painter = QPainter(self._kept)
        self._picture.paint(painter, camera, area)
        painter.end()
        self._ready += area
