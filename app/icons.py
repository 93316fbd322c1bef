"""Icons of the interface: our own glyphs, in a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from canvas.paint import colour_of, outline
from resources.glyphs import GLYPHS
from resources.glyphs.signs import SIGNS
from resources.theme import Theme

_EDGE = 3.0
"""How thick the edge of an icon in a selected line is, pixels; half of it is seen."""


def icon(name: str, theme: Theme, colour: str, size: int = 16) -> QIcon:
    """A glyph as an icon, sharp at every device pixel ratio up to 3.

    Where its line is selected it keeps its colour, with an edge that stands out from the selection's.
    """
    made = QIcon()
    for ratio in (1, 2, 3):
        made.addPixmap(_picture(name, theme, colour, size, ratio))
        edged = _picture(name, theme, colour, size, ratio, edge="on_focus")
        made.addPixmap(edged, QIcon.Mode.Selected)
    return made


def _picture(name: str, theme: Theme, colour: str, size: int, ratio: int, edge: str = "") -> QPixmap:
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
    shapes = [outline(shape) for shape in (GLYPHS | SIGNS)[name]]
    for shape in shapes if edge else ():
        painter.strokePath(shape, QPen(colour_of(theme, edge), _EDGE / margin.width()))
    for shape in shapes:
        painter.drawPath(shape)
    painter.end()
    return picture
