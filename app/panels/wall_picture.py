"""A wall to scale: the map hanging on it as it would be printed, with a person beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.panels.wall_room import Room
from app.printing.plan_words import hanging
from app.sizes import SMALL_TEXT, TEXT, px
from canvas.fonts import map_font
from canvas.paint import Pictures, colour_of, paint_drawing
from export.paper.measuring import Shape
from export.paper.planning import Proposal, Wall
from journey.drawing import Drawing
from resources.theme import Theme, load_theme
from resources.theme.mixing import mix
from resources.words import _

_EDGE = 16
_SHARP, _LARGEST = 2.0, 2400
"""Pixels of the picture of a map: a millimetre has at most so many, the map at most so many along."""
_WALL, _FLOOR, _PERSON = 0.1, 0.28, 0.6
"""How dark things are, from the ground on."""
_VEIL = 0.75
"""How white it is under the name of a sheet: what is there can still be made out."""
_SMALLEST_NAMED = 26
"""Pixels that a sheet is wide at least where its name is written on it."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A proposal on a wall, with its drawing."""

    wall: Wall
    proposal: Proposal
    drawing: Drawing


class WallPicture(QWidget):
    """Shows what is hung on it; the picture of a map is painted once a shape."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme, self._print, self._pictures = theme, load_theme("light"), pictures
        self._hung: Hung | None = None
        self._made: dict[Shape, tuple[Drawing, QPixmap]] = {}
        self.setMinimumSize(px(360), px(220))
        self.setAccessibleName(_("The wall, to scale"))

    def hang(self, hung: Hung | None) -> None:
        """Show a proposal on its wall, or a bare background."""
        self._hung = hung
        self.setAccessibleDescription(hanging(hung.proposal) if hung else "")
        self.update()

    @property
    def hung(self) -> Hung | None:
        """What is shown."""
        return self._hung

    def sizeHint(self) -> QSize:
        """As large as there is room, but no less than this."""
        return QSize(px(640), px(400))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The room, the person, and what hangs there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), colour_of(self._theme, "band"))
        if (hung := self._hung) is not None:
            edge = px(_EDGE)
            room = Room.around(hung.wall, QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
            _paint_room(painter, room, hung.wall, self._shade)
            self._paint_map(painter, room, hung)
            _paint_measure(painter, room, hung, colour_of(self._theme, "ink"))

    def _paint_map(self, painter: QPainter, room: Room, hung: Hung) -> None:
        """The paper with its shadow, the map on it, and where its sheets meet."""
        paper, proposal = room.paper(hung.proposal), hung.proposal
        painter.fillRect(paper.translated(px(3), px(4)), self._shade(_FLOOR))
        for piece in proposal.pieces:
            painter.fillRect(room.piece(proposal, piece), Qt.GlobalColor.white)
        area = _map_on(paper, hung, room.scale)
        painter.drawPixmap(area.topLeft(), self._picture(hung, area.size().toSize()))
        if len(proposal.pieces) > 1:
            _paint_seams(painter, room, proposal, colour_of(self._print, "focus"))

    def _picture(self, hung: Hung, size: QSize) -> QPixmap:
        """The map at a size, in as many dots as the screen has."""
        shape, drawing = hung.proposal.shape, hung.drawing
        if (kept := self._made.get(shape)) is None or kept[0] is not drawing:
            kept = self._made[shape] = (drawing, self._painted(drawing))
        small = kept[1].scaled(
            size * self.devicePixelRatioF(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(self.devicePixelRatioF())
        return small

    def _painted(self, drawing: Drawing) -> QPixmap:
        scale = min(_LARGEST / max(drawing.w, drawing.h), _SHARP)
        made = QPixmap(round(drawing.w * scale), round(drawing.h * scale))
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        painter.scale(scale, scale)
        paint_drawing(drawing, painter, self._print, self._pictures)
        painter.end()
        return made

    def _shade(self, share: float) -> QColor:
        """A colour of the room, from the ground to a dark one."""
        dark = mix(self._theme.rgb("backstage_process.accent"), self._theme.rgb("ink"), 0.6)
        return QColor(*mix(self._theme.rgb("band"), dark, share))


def _map_on(paper: QRectF, hung: Hung, scale: float) -> QRectF:
    """The map in the middle of its paper."""
    k = hung.proposal.scale * scale
    w, h = hung.drawing.w * k, hung.drawing.h * k
    return QRectF(paper.center().x() - w / 2, paper.center().y() - h / 2, w, h)


def _paint_room(painter: QPainter, room: Room, wall: Wall, shade: Callable[[float], QColor]) -> None:
    """The wall behind, the stretch of it where the map may hang, the floor and the person."""
    painter.fillRect(room.area, shade(_WALL))
    floor = QRectF(room.area.left(), room.floor, room.area.width(), room.area.bottom() - room.floor)
    painter.fillRect(floor, shade(_FLOOR))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(shade(_PERSON), 1, Qt.PenStyle.DashLine))
    painter.drawRect(room.wall(wall))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade(_PERSON))
    painter.drawPath(_figure(room.person(wall)))


def _figure(area: QRectF) -> QPainterPath:
    """A person's outline: head, trunk and legs."""
    path = QPainterPath()
    w, h, x, top = area.width(), area.height(), area.center().x(), area.top()
    path.addEllipse(QPointF(x, top + 0.065 * h), 0.062 * h, 0.065 * h)
    path.addRoundedRect(QRectF(area.left(), top + 0.15 * h, w, 0.38 * h), 0.3 * w, 0.3 * w)
    path.addRect(QRectF(area.left() + 0.1 * w, top + 0.35 * h, 0.8 * w, 0.2 * h))
    for left in (0.1, 0.53):
        path.addRoundedRect(QRectF(area.left() + left * w, top + 0.5 * h, 0.37 * w, 0.5 * h), 3, 3)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _paint_seams(painter: QPainter, room: Room, proposal: Proposal, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(map_font(600, px(SMALL_TEXT)))
    for piece in proposal.pieces:
        area = room.piece(proposal, piece)
        painter.setPen(QPen(colour, 1))
        painter.drawRect(area)
        if piece.name and min(area.width(), area.height()) > px(_SMALLEST_NAMED):
            wide, tall = px(_SMALLEST_NAMED), px(SMALL_TEXT) + 4
            spot = QRectF(area.right() - wide, area.bottom() - tall, wide, tall)
            painter.setOpacity(_VEIL)
            painter.fillRect(spot, Qt.GlobalColor.white)
            painter.setOpacity(1.0)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, piece.name)


def _paint_measure(painter: QPainter, room: Room, hung: Hung, ink: QColor) -> None:
    """A line as wide as the paper with what it takes below it."""
    paper, tick = room.paper(hung.proposal), px(4)
    y = paper.bottom() + px(14)
    painter.setPen(QPen(ink, 1.2))
    painter.drawLine(QPointF(paper.left(), y), QPointF(paper.right(), y))
    for x in (paper.left(), paper.right()):
        painter.drawLine(QPointF(x, y - tick), QPointF(x, y + tick))
    font = map_font(400, px(TEXT))
    painter.setFont(font)
    said = hanging(hung.proposal)
    wide = QFontMetricsF(font).horizontalAdvance(said)
    base = words_below(y, room.wall(hung.wall).bottom())
    left = max(min(paper.center().x() - wide / 2, room.area.right() - wide), room.area.left())
    painter.drawText(QPointF(left, base), said)


def words_below(line: float, edge: float) -> float:
    """Where words stand under a line, further down where the edge of the wall would strike them through."""
    base, em = line + px(TEXT) * 1.7, px(TEXT)
    return edge + em * 1.4 if base - em * 1.3 < edge < base + em * 0.5 else base
