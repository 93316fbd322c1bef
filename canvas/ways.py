"""The lines of links in few strokes: straight legs as rectangles, a colour at a time, and round corners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from canvas.paint import Brush, colour_of, outline
from canvas.rect import Rect
from journey.drawing import Block, Layer, Path, Placed, Segments
from resources.theme import Theme

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Bounded = tuple[Bounds, QPainterPath]
"""A path, and the rectangle around it."""

_HAIR = 0.02
"""Legs that lean by less are straight, mm."""
_LONG = 30.0
"""Longer legs are parts of their own, mm: of most lines in view one is all that is seen."""


class Part(NamedTuple):
    """A part of a link's line with the rectangle around it: a long leg, or short ones and their bends.

    ``legs`` are straight, ``bends`` the paths of corners and slanting legs.
    """

    bounds: Bounds
    legs: list[Bounds]
    bends: list[Bounded]
    head: Bounded | None = None


class Way(NamedTuple):
    """A link's line from its own corner, in the parts that follow on one another."""

    colour: str
    width: float
    parts: tuple[Part, ...]


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
        for (px1, py1, px2, py2), straight, bent, head in way.parts:
            if px1 >= right or px2 <= left or py1 >= bottom or py2 <= top:
                continue
            for x1, y1, x2, y2 in straight:
                if x1 < right and x2 > left and y1 < bottom and y2 > top:
                    legs.setdefault(way.colour, []).append(QRectF(x + x1, y + y1, x2 - x1, y2 - y1))
            for (x1, y1, x2, y2), bend in bent:
                if x1 < right and x2 > left and y1 < bottom and y2 > top:
                    bends.append((_pen(brush.theme, way.colour, way.width), bend.translated(x, y)))
            if head is not None:
                heads.append((way.colour, head[1].translated(x, y)))
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
    parts = list(_parts(shaft.segments, shaft.stroke_width))
    head = block.marks[1] if len(block.marks) > 1 else None
    if isinstance(head, Path):
        shape = _bounded(outline(head.segments), 0.1)
        parts.append(Part(shape[0], [], [], shape))
    return Way(shaft.stroke, shaft.stroke_width, tuple(parts))


def _parts(segments: Segments, width: float) -> Iterator[Part]:
    """The parts of a shaft: each begins or ends with a long leg."""
    legs: list[Bounds] = []
    bends: list[Bounded] = []
    x, y = 0.0, 0.0
    for kind, *numbers in segments:
        places = [float(number) for number in numbers]
        if kind == "L" and min(abs(places[0] - x), abs(places[1] - y)) < _HAIR:
            leg = _leg(x, y, places[0], places[1], width / 2)
            if max(leg[2] - leg[0], leg[3] - leg[1]) > _LONG:
                yield from _part(legs, bends)
                yield Part(leg, [leg], [])
                legs, bends = [], []
            else:
                legs.append(leg)
        elif kind in ("L", "C"):
            bend = QPainterPath()
            bend.moveTo(x, y)
            if kind == "L":
                bend.lineTo(*places)
            else:
                bend.cubicTo(*places)
            bends.append(_bounded(bend, width))
        x, y = places[-2:] if places else (x, y)
    yield from _part(legs, bends)


def _part(legs: list[Bounds], bends: list[Bounded]) -> Iterator[Part]:
    """What follows on one another as one part, if there is anything."""
    if around := [*legs, *(bounds for bounds, _path in bends)]:
        lefts, tops, rights, bottoms = zip(*around, strict=True)
        yield Part((min(lefts), min(tops), max(rights), max(bottoms)), legs, bends)


def _bounded(path: QPainterPath, out: float) -> Bounded:
    box = path.controlPointRect()
    return (box.left() - out, box.top() - out, box.right() + out, box.bottom() + out), path


def _leg(x1: float, y1: float, x2: float, y2: float, half: float) -> Bounds:
    """A straight leg as a rectangle; it ends flat where a bend or the head goes on."""
    if abs(x1 - x2) < abs(y1 - y2):
        return x1 - half, min(y1, y2), x1 + half, max(y1, y2)
    return min(x1, x2), y1 - half, max(x1, x2), y1 + half
