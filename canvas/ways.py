"""The lines of links in few strokes: straight legs as rectangles, a colour at a time, and round corners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from canvas.paint import Brush, colour_of, outline
from canvas.rect import Rect
from journey.drawing import Block, Layer, Path, Placed, Segments
from resources.theme import Theme

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_HAIR = 0.02
"""Legs that lean by less are straight, mm."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link's line from its own corner: straight legs, the paths of corners and slanting legs, its head."""

    colour: str
    width: float
    legs: tuple[Bounds, ...]
    bends: tuple[tuple[Bounds, QPainterPath], ...]
    head: tuple[Bounds, QPainterPath] | None


def paint_ways(lines: Sequence[Placed], brush: Brush, seen: Rect) -> None:
    """Paint links' lines as far as they are in a rectangle; the painter's unit is the map millimetre."""
    legs: dict[str, list[QRectF]] = {}
    bends: list[tuple[QPen, QPainterPath]] = []
    heads: list[tuple[str, QPainterPath]] = []
    for one in lines:
        way = way_of(one.block)
        assert way is not None  # asked for only where there is one
        x, y = one.x, one.y
        left, top = seen.x - x, seen.y - y
        right, bottom = left + seen.w, top + seen.h
        for x1, y1, x2, y2 in way.legs:
            if x1 < right and x2 > left and y1 < bottom and y2 > top:
                legs.setdefault(way.colour, []).append(QRectF(x + x1, y + y1, x2 - x1, y2 - y1))
        for (x1, y1, x2, y2), bend in way.bends:
            if x1 < right and x2 > left and y1 < bottom and y2 > top:
                bends.append((_pen(brush.theme, way.colour, way.width), bend.translated(x, y)))
        if way.head is not None:
            (x1, y1, x2, y2), head = way.head
            if x1 < right and x2 > left and y1 < bottom and y2 > top:
                heads.append((way.colour, head.translated(x, y)))
    _paint(brush, legs, bends, heads)


def _paint(
    brush: Brush,
    legs: Mapping[str, list[QRectF]],
    bends: Sequence[tuple[QPen, QPainterPath]],
    heads: Sequence[tuple[str, QPainterPath]],
) -> None:
    painter, theme = brush.painter, brush.theme
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, some in legs.items():
        painter.setBrush(colour_of(theme, colour))
        painter.drawRects(some)
    for pen, bend in bends:
        painter.strokePath(bend, pen)
    for colour, head in heads:
        painter.fillPath(head, colour_of(theme, colour))


@lru_cache(maxsize=200)
def _pen(theme: Theme, colour: str, width: float) -> QPen:
    return QPen(colour_of(theme, colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


@lru_cache(maxsize=40_000)
def way_of(block: Block) -> Way | None:
    """A link's line as legs and bends; None for dashed lines and what is no link."""
    shaft = block.marks[0] if block.marks else None
    if not isinstance(shaft, Path) or shaft.layer is not Layer.LINKS or shaft.stroke is None or shaft.dash:
        return None
    head = block.marks[1] if len(block.marks) > 1 else None
    legs, bends = _parts(shaft.segments, shaft.stroke_width)
    shape = _bounded(outline(head.segments), 0.1) if isinstance(head, Path) else None
    return Way(shaft.stroke, shaft.stroke_width, tuple(legs), tuple(bends), shape)


def _parts(segments: Segments, width: float) -> tuple[list[Bounds], list[tuple[Bounds, QPainterPath]]]:
    legs: list[Bounds] = []
    bends: list[tuple[Bounds, QPainterPath]] = []
    x, y = 0.0, 0.0
    for kind, *numbers in segments:
        places = [float(number) for number in numbers]
        if kind == "L" and min(abs(places[0] - x), abs(places[1] - y)) < _HAIR:
            legs.append(_leg(x, y, places[0], places[1], width / 2))
        elif kind in ("L", "C"):
            bend = QPainterPath()
            bend.moveTo(x, y)
            if kind == "L":
                bend.lineTo(*places)
            else:
                bend.cubicTo(*places)
            bends.append(_bounded(bend, width))
        x, y = places[-2:] if places else (x, y)
    return legs, bends


def _bounded(path: QPainterPath, out: float) -> tuple[Bounds, QPainterPath]:
    box = path.controlPointRect()
    return (box.left() - out, box.top() - out, box.right() + out, box.bottom() + out), path


def _leg(x1: float, y1: float, x2: float, y2: float, half: float) -> Bounds:
    """A straight leg as a rectangle; it ends flat where a bend or the head goes on."""
    if abs(x1 - x2) < abs(y1 - y2):
        return x1 - half, min(y1, y2), x1 + half, max(y1, y2)
    return min(x1, x2), y1 - half, max(x1, x2), y1 + half
