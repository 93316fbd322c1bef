"""Where the sheets of a print meet, shown over the map: seams, what lies over the next sheet, and names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from canvas.camera import Camera
from canvas.fonts import map_font
from canvas.paint import colour_of
from resources.theme import Theme

_NAME = 10.0
"""Pixels of a sheet's name."""
_GAP = 3.0
_BAND = 34
"""How much of the colour lies over what two sheets share, of 255."""


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet's name, and the place of its top left corner on the drawing, mm."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SheetLines:
    """Seams down the drawing at ``across`` and along it at ``down``, mm; sheets share so much at ``overlap``.

    ``overlap`` is how wide the strip is that both sheets show, across and down.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    overlap: tuple[float, float]
    names: tuple[SheetName, ...] = ()


def paint_sheets(painter: QPainter, camera: Camera, lines: SheetLines, theme: Theme) -> None:
    """Paint over the map; the painter's unit is the device pixel."""
    colour = colour_of(theme, "focus")
    shade = QColor(colour)
    shade.setAlpha(_BAND)
    painter.save()
    right = min(camera.map_w * camera.scale - camera.x, camera.view_w)
    bottom = min(camera.map_h * camera.scale - camera.y, camera.view_h)
    pen = QPen(colour, 1.6, Qt.PenStyle.DashLine)
    for seam in lines.across:
        if (x := seam * camera.scale - camera.x) > camera.rail_px:
            _seam(painter, QRectF(x, 0.0, 0.0, bottom), lines.overlap[0] * camera.scale, pen, shade)
    for seam in lines.down:
        if (y := seam * camera.scale - camera.y) > camera.head_px:
            _seam(painter, QRectF(0.0, y, right, 0.0), lines.overlap[1] * camera.scale, pen, shade)
    for name in lines.names:
        _name(painter, camera, name, theme)
    painter.restore()


def _seam(painter: QPainter, at: QRectF, shared: float, pen: QPen, shade: QColor) -> None:
    """One seam, which is no wider (or no higher) than nothing, with its strip."""
    half = shared / 2
    across = not at.width()
    painter.fillRect(at.adjusted(-half, 0, half, 0) if across else at.adjusted(0, -half, 0, half), shade)
    painter.setPen(pen)
    painter.drawLine(at.topLeft(), at.bottomRight())


def _name(painter: QPainter, camera: Camera, name: SheetName, theme: Theme) -> None:
    """A sheet's name beside its corner, on the seam above it, where it hides least."""
    font = map_font(700, _NAME * camera.grain)
    measure = QFontMetricsF(font)
    w, h = measure.horizontalAdvance(name.name) + 2 * _GAP, measure.height()
    x = max(name.x * camera.scale - camera.x, camera.rail_px) + _GAP
    y = name.y * camera.scale - camera.y - h / 2 if name.y else 0.0
    if 0 < y < camera.head_px:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(theme, "focus"))
    painter.drawRoundedRect(QRectF(x, y, w, h), 3, 3)
    painter.setPen(colour_of(theme, "on_focus"))
    painter.setFont(font)
    painter.drawText(QPointF(x + _GAP, y + measure.ascent()), name.name)
