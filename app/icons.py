"""Icons of the interface: our own glyphs, in a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from canvas.paint import colour_of, outline
from resources.glyphs import GLYPHS
from resources.glyphs.signs import SIGNS
from resources.theme import Theme


def icon(name: str, theme: Theme, colour: str, size: int = 16) -> QIcon:
    """A glyph as an icon, sharp at every device pixel ratio up to 3."""
    made = QIcon()
    for ratio in (1, 2, 3):
        made.addPixmap(_picture(name, theme, colour, size, ratio))
    return made


def _picture(name: str, theme: Theme, colour: str, size: int, ratio: int) -> QPixmap:
    picture = QPixmap(size * ratio, size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(theme, colour))
    margin = QRectF(0, 0, size, size).adjusted(1, 1, -1, -1)
    painter.translate(margin.topLeft())
    painter.scale(margin.width(), margin.height())
    for shape in (GLYPHS | SIGNS)[name]:
        painter.drawPath(outline(shape))
    painter.end()
    return picture
