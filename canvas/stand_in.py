"""The last sharp picture of a map: it stands in for the map while somebody zooms, scaled."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera
from canvas.paint import colour_of
from resources.theme import Theme


class StandIn:
    """Takes the picture when zooming begins, and keeps the one painted at its end for the next beginning."""

    def __init__(self) -> None:
        self._scaled: tuple[QPixmap, Camera] | None = None
        self._kept: QPixmap | None = None
        self._fresh = False

    @property
    def shown(self) -> bool:
        """Whether it stands in for the map."""
        return self._scaled is not None

    def begin(self, window: QWidget, camera: Camera) -> None:
        """Stand in from now on, as what the camera sees; painted anew only where it was not kept."""
        self._scaled = (self._kept or window.grab(), camera)

    def end(self, window: QWidget) -> None:
        """Have the map painted sharp.

        Where a pixel of the window's is a whole number of the screen's, that picture is kept until something
        else is painted; elsewhere Qt would blur it.
        """
        self._scaled = None
        if window.devicePixelRatioF().is_integer():
            self._kept, self._fresh = window.grab(), True
            window.repaint()
        else:
            window.update()

    def paint(self, painter: QPainter, camera: Camera, theme: Theme, dpr: float) -> bool:
        """Paint it in the map's place, if that is its turn; tells whether it was."""
        if self._scaled is not None:
            _paint_scaled(painter, *self._scaled, camera, theme, dpr)
            return True
        if self._fresh and self._kept is not None:
            painter.drawPixmap(0, 0, self._kept)
            self._fresh = False
            return True
        self._kept = None
        return False


def _paint_scaled(
    painter: QPainter, picture: QPixmap, then: Camera, now: Camera, theme: Theme, dpr: float
) -> None:
    """The picture that one camera saw, as another sees it."""
    painter.fillRect(QRectF(0.0, 0.0, now.view_w / dpr, now.view_h / dpr), colour_of(theme, "paper"))
    factor = now.scale / then.scale
    x, y = (then.x * factor - now.x) / dpr, (then.y * factor - now.y) / dpr
    size = picture.deviceIndependentSize() * factor
    painter.drawPixmap(QRectF(x, y, size.width(), size.height()), picture, QRectF(picture.rect()))
