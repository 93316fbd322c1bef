"""The lines of links in few strokes: straight legs as rectangles, a colour at a time, and round corners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from canvas.paint import Brush, colour_of, outline
from journey.drawing import Block, Layer, Path, Placed, Segments

_HAIR = 0.02
"""Legs that lean by less are straight, mm."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link's line from its own corner: straight legs, the paths of corners and slanting legs, its head."""

    colour: str
    width: float
    legs: tuple[QRectF, ...]
    bends: tuple[QPainterPath, ...]
    head: QPainterPath | None


def paint_ways(lines: Sequence[Placed], brush: Brush, seen: QRectF) -> None:
    """Paint links' lines; the painter's unit is the map millimetre."""
    legs: dict[str, list[QRectF]] = {}
    heads: list[tuple[str, QPainterPath]] = []
    bends: list[tuple[str, float, QPainterPath]] = []
    for one in lines:
        way = way_of(one.block)
        assert way is not None  # asked for only where there is one
        for leg in way.legs:
            if (at := leg.translated(one.x, one.y)).intersects(seen):
                legs.setdefault(way.colour, []).append(at)
        for bend in way.bends:
            if bend.controlPointRect().translated(one.x, one.y).adjusted(-1, -1, 1, 1).intersects(seen):
                bends.append((way.colour, way.width, bend.translated(one.x, one.y)))
        if way.head and way.head.controlPointRect().translated(one.x, one.y).intersects(seen):
            heads.append((way.colour, way.head.translated(one.x, one.y)))
    painter, theme = brush.painter, brush.theme
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, some in legs.items():
        painter.setBrush(colour_of(theme, colour))
        painter.drawRects(some)
    for colour, width, bend in bends:
        cap = Qt.PenCapStyle.FlatCap
        painter.strokePath(bend, QPen(colour_of(theme, colour), width, Qt.PenStyle.SolidLine, cap))
    for colour, head in heads:
        painter.fillPath(head, colour_of(theme, colour))


@lru_cache(maxsize=40_000)
def way_of(block: Block) -> Way | None:
    """A link's line as legs and bends; None for dashed lines and what is no link."""
    shaft = block.marks[0] if block.marks else None
    if not isinstance(shaft, Path) or shaft.layer is not Layer.LINKS or shaft.stroke is None or shaft.dash:
        return None
    head = block.marks[1] if len(block.marks) > 1 else None
    legs, bends = _parts(shaft.segments, shaft.stroke_width)
    shape = outline(head.segments) if isinstance(head, Path) else None
    return Way(shaft.stroke, shaft.stroke_width, tuple(legs), tuple(bends), shape)


def _parts(segments: Segments, width: float) -> tuple[list[QRectF], list[QPainterPath]]:
    legs: list[QRectF] = []
    bends: list[QPainterPath] = []
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
            bends.append(bend)
        x, y = places[-2:] if places else (x, y)
    return legs, bends


def _leg(x1: float, y1: float, x2: float, y2: float, half: float) -> QRectF:
    """A straight leg as a rectangle; it ends flat where a bend or the head goes on."""
    if abs(x1 - x2) < abs(y1 - y2):
        return QRectF(x1 - half, min(y1, y2), 2 * half, abs(y2 - y1))
    return QRectF(min(x1, x2), y1 - half, abs(x2 - x1), 2 * half)
