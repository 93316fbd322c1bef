"""How each mark is painted with Qt; knows colours and shapes, nothing of journeys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, singledispatch
from itertools import groupby
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from canvas.decoding import decoded
from canvas.fonts import EM, raw_font
from journey.drawing import Box, Drawing, Image, Line, Mark, Path, Placed, Segments, Text, has_flat_ends
from journey.text import GlyphRun
from journey.text import Line as TextLine
from resources.theme import Theme

_DASHES = 400
"""The most dashes of a line that are made into a shape."""
_ROUND_FROM = 2.0
"""Device pixels a stroke must be wide for the ends of its dashes to be seen as round."""
_FINE = 0.05
"""How near to a curve its dashes must keep, mm."""
_ROUND = 0.5522847498
"""How far the handles of a quarter circle reach."""

Pictures = Callable[[str], bytes]
"""The bytes of a picture by the id of its asset."""


@dataclass(frozen=True, slots=True)
class Brush:
    """What every mark is painted with: a painter, the colours, and where pictures come from."""

    painter: QPainter
    theme: Theme
    pictures: Pictures

    def outline(self, stroke: str | None, width: float, dash: tuple[float, ...]) -> QPen:
        """The pen of a stroke: round ends and joins, dashes in map millimetres."""
        if stroke is None:
            return QPen(Qt.PenStyle.NoPen)
        return _pen(self.theme, stroke, width, dash)

    def filling(self, fill: str | None) -> QBrush:
        """The brush of a fill."""
        return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(colour_of(self.theme, fill))


def paint_drawing(
    drawing: Drawing,
    painter: QPainter,
    theme: Theme,
    pictures: Pictures,
    reach: tuple[float, float] = (inf, inf),
) -> None:
    """Paint a whole drawing, or what begins within ``reach``; the painter's unit is the map millimetre."""
    brush = Brush(painter, theme, pictures)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for placed in drawing.blocks():
        if placed.x < reach[0] and placed.y < reach[1]:
            paint_block(placed, brush)


def paint_block(placed: Placed, brush: Brush) -> None:
    """Paint one block at its place."""
    brush.painter.translate(placed.x, placed.y)
    for mark in placed.block.marks:
        paint(mark, brush)
    brush.painter.translate(-placed.x, -placed.y)


@singledispatch
def paint(mark: Mark, brush: Brush) -> None:
    """Paint one mark at its place. Raises NotImplementedError for what is no mark."""
    raise NotImplementedError(type(mark).__name__)


@paint.register
def _box(mark: Box, brush: Brush) -> None:
    painter = brush.painter
    painter.setPen(brush.outline(mark.stroke, mark.stroke_width, mark.dash))
    painter.setBrush(brush.filling(mark.fill))
    rectangle = QRectF(mark.x, mark.y, mark.w, mark.h)
    if mark.dash:
        _dashed(mark, _corners(mark.x, mark.y, mark.w, mark.h, mark.radius), brush)
    elif mark.radius:
        painter.drawRoundedRect(rectangle, mark.radius, mark.radius)
    else:
        painter.drawRect(rectangle)


@paint.register
def _line(mark: Line, brush: Brush) -> None:
    if mark.dash:
        _dashed(mark, (("M", mark.x1, mark.y1), ("L", mark.x2, mark.y2)), brush)
        return
    brush.painter.setPen(brush.outline(mark.stroke, mark.stroke_width, mark.dash))
    brush.painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))


@paint.register
def _path(mark: Path, brush: Brush) -> None:
    if mark.dash:
        _dashed(mark, mark.segments, brush)
        return
    brush.painter.setPen(brush.outline(mark.stroke, mark.stroke_width, mark.dash))
    brush.painter.setBrush(brush.filling(mark.fill))
    brush.painter.drawPath(outline(mark.segments))


def _dashed(mark: Box | Line | Path, segments: Segments, brush: Brush) -> None:
    """Fill a shape and paint its dashed edge.

    Qt's own dashes begin elsewhere when part of a shape is out of sight, so that a scrolled picture would
    not fit what is painted beside it; ours are shapes, made once. Very long lines are left to Qt.
    """
    painter, fill = brush.painter, None if isinstance(mark, Line) else mark.fill
    if fill is not None:
        painter.fillPath(outline(segments), colour_of(brush.theme, fill))
    if mark.stroke is None:
        return
    rounded = mark.stroke_width * painter.worldTransform().m11() >= _ROUND_FROM
    if (made := dashes(segments, mark.stroke_width, mark.dash, rounded)) is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(brush.theme, mark.stroke))
        painter.drawRects(made.straight)
        painter.fillPath(made.bent, painter.brush())
    else:
        painter.strokePath(outline(segments), _pen(brush.theme, mark.stroke, mark.stroke_width, mark.dash))


@paint.register
def _text(mark: Text, brush: Brush) -> None:
    painter = brush.painter
    painter.setPen(QPen(colour_of(brush.theme, mark.colour)))
    scale = mark.size / EM
    painter.save()
    painter.translate(mark.x, mark.y)
    painter.scale(scale, scale)
    for run in glyph_runs(mark.line):
        painter.drawGlyphRun(QPointF(0, 0), run)
    painter.restore()


@paint.register
def _image(mark: Image, brush: Brush) -> None:
    picture = decoded(brush.pictures(mark.asset))
    if picture.isNull():
        return
    place = fitted(mark, picture)
    brush.painter.save()
    if mark.radius:
        rounded = QPainterPath()
        rounded.addRoundedRect(place, mark.radius, mark.radius)
        brush.painter.setClipPath(rounded, Qt.ClipOperation.IntersectClip)
    brush.painter.drawImage(place, picture)
    brush.painter.restore()


def fitted(mark: Image, picture: QImage) -> QRectF:
    """Where a picture stands in its mark: in the middle, not stretched."""
    scale = min(mark.w / picture.width(), mark.h / picture.height())
    w, h = picture.width() * scale, picture.height() * scale
    return QRectF(mark.x + (mark.w - w) / 2, mark.y + (mark.h - h) / 2, w, h)


@lru_cache(maxsize=60_000)
def glyph_runs(line: TextLine) -> tuple[QGlyphRun, ...]:
    """A line's glyphs for Qt, one run for each stretch of a font, positions in pixels of ``EM``.

    Kept by the line itself: a drawing that follows another shares the lines that did not change.
    """
    made: list[QGlyphRun] = []
    x = 0.0
    for font, runs in groupby(line.runs, key=_font):
        glyphs: list[int] = []
        places: list[QPointF] = []
        for run in runs:
            glyphs += run.glyphs
            places += [QPointF((x + dx) * EM, -dy * EM) for dx, dy in zip(run.xs, run.ys, strict=True)]
            x += run.advance
        stretch = QGlyphRun()
        stretch.setRawFont(raw_font(font))
        stretch.setGlyphIndexes(glyphs)
        stretch.setPositions(places)
        made.append(stretch)
    return tuple(made)


def _font(run: GlyphRun) -> str:
    return run.font


@lru_cache(maxsize=20_000)
def outline(segments: Segments) -> QPainterPath:
    """A mark's segments as a path of Qt's."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for kind, *places in segments:
        numbers = [float(place) for place in places]
        if kind == "M":
            path.moveTo(*numbers)
        elif kind == "L":
            path.lineTo(*numbers)
        elif kind == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


@dataclass(frozen=True, slots=True)
class Dashes:
    """A dashed stroke as shapes to be filled; rectangles are painted ten times as fast as other shapes."""

    straight: list[QRectF]
    bent: QPainterPath


@lru_cache(maxsize=4_000)
def dashes(segments: Segments, width: float, dash: tuple[float, ...], rounded: bool = True) -> Dashes | None:
    """A dashed stroke as shapes; None where it would have too many dashes.

    Round ends can be left square, which makes rectangles of nearly all short dashes.
    """
    shape = outline(segments)
    if shape.length() > _DASHES * sum(dash):
        return None
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setDashPattern([length / width for length in dash])
    flat = has_flat_ends(dash)
    short = Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.SquareCap
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap if flat else short)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCurveThreshold(_FINE)
    made = Dashes([], QPainterPath())
    made.bent.setFillRule(Qt.FillRule.WindingFill)
    for piece in stroker.createStroke(shape).toSubpathPolygons():
        bounds = piece.boundingRect()
        # A piece with square ends that is just as thin as the stroke neither bends nor slants.
        thin = abs(min(bounds.width(), bounds.height()) - width) < 0.001 * width
        if thin and (flat or not rounded):
            made.straight.append(bounds)
        else:
            made.bent.addPolygon(piece)
    return made


@lru_cache(maxsize=4_000)
def _corners(x: float, y: float, w: float, h: float, radius: float) -> Segments:
    """A rounded rectangle as segments."""
    r = min(radius, w / 2, h / 2)
    k = r * (1 - _ROUND)
    return (
        ("M", x + r, y),
        ("L", x + w - r, y),
        ("C", x + w - k, y, x + w, y + k, x + w, y + r),
        ("L", x + w, y + h - r),
        ("C", x + w, y + h - k, x + w - k, y + h, x + w - r, y + h),
        ("L", x + r, y + h),
        ("C", x + k, y + h, x, y + h - k, x, y + h - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


@lru_cache(maxsize=4096)
def colour_of(theme: Theme, token: str) -> QColor:
    """A token's colour in a theme, for Qt."""
    return QColor(*theme.rgb(token))


@lru_cache(maxsize=4096)
def _pen(theme: Theme, stroke: str, width: float, dash: tuple[float, ...]) -> QPen:
    round_end = Qt.PenCapStyle.FlatCap if has_flat_ends(dash) else Qt.PenCapStyle.RoundCap
    pen = QPen(
        QBrush(colour_of(theme, stroke)), width, Qt.PenStyle.SolidLine, round_end, Qt.PenJoinStyle.RoundJoin
    )
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen
