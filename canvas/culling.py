"""Which blocks of a drawing a rectangle shows, and their grounds for when they are too small to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

from canvas.places import Rect
from journey.drawing import Box, Layer, Line, Path, Placed

_BUCKET = 240.0
"""Blocks are sorted into strips this wide, mm: about four columns."""
_AROUND = 5.0
"""How far marks may reach out of their block: badges, strokes, signs beside words."""

Ground = tuple[str, list[QRectF]]


@dataclass(frozen=True, slots=True)
class Strip:
    """The blocks of a group that begin or reach into one strip, by their place in the group."""

    places: list[int]
    grounds: dict[str, list[QRectF]]


class Shelf:
    """One group of blocks, sorted so that those in a rectangle are found without looking at all."""

    __slots__ = ("bottom", "group", "strips", "top")

    def __init__(self, group: Sequence[Placed]) -> None:
        self.group = group
        self.top = min((one.y for one in group), default=0.0) - _AROUND
        self.bottom = max((one.y + one.block.h for one in group), default=0.0) + _AROUND
        self.strips: dict[int, Strip] = {}
        for place, one in enumerate(group):
            self._enter(place, one)

    def _enter(self, place: int, one: Placed) -> None:
        first, last = int((one.x - _AROUND) // _BUCKET), int((one.x + one.block.w + _AROUND) // _BUCKET)
        for strip in range(first, last + 1):
            found = self.strips.setdefault(strip, Strip([], {}))
            found.places.append(place)
            if strip == max(first, int(one.x // _BUCKET)):
                for colour, rectangle in _grounds(one):
                    found.grounds.setdefault(colour, []).append(rectangle)

    def _meeting(self, area: Rect) -> list[Strip]:
        if self.bottom < area.y or self.top > area.y + area.h:
            return []
        first, last = int(area.x // _BUCKET), int((area.x + area.w) // _BUCKET)
        return [self.strips[i] for i in range(first, last + 1) if i in self.strips]

    def shown(self, area: Rect) -> Iterator[Placed]:
        """The blocks that may reach into a rectangle, in the order they are painted."""
        places = sorted({place for strip in self._meeting(area) for place in strip.places})
        for one in (self.group[place] for place in places):
            if (
                one.x - _AROUND < area.x + area.w
                and area.x < one.x + one.block.w + _AROUND
                and one.y - _AROUND < area.y + area.h
                and area.y < one.y + one.block.h + _AROUND
            ):
                yield one

    def grounds(self, area: Rect) -> Iterator[Ground]:
        """Rectangles by colour, of the strips that a rectangle meets; cards reach over to the next strip."""
        wider = Rect(area.x - _BUCKET, area.y, area.w + _BUCKET, area.h)
        for strip in self._meeting(wider):
            yield from strip.grounds.items()


def _grounds(one: Placed) -> Iterator[tuple[str, QRectF]]:
    """What is left of a block from afar: filled boxes, large shapes as boxes, lines as thin boxes."""
    for mark in one.block.marks:
        if isinstance(mark, Box) and mark.fill is not None:
            yield mark.fill, QRectF(one.x + mark.x, one.y + mark.y, mark.w, mark.h)
        elif isinstance(mark, Path) and mark.fill is not None and mark.layer is not Layer.LINKS:
            if (box := _bounds(mark)) is not None:
                yield mark.fill, box.translated(one.x, one.y)
        elif isinstance(mark, Path) and mark.stroke is not None:
            yield from ((mark.stroke, box.translated(one.x, one.y)) for box in _legs(mark))
        elif isinstance(mark, Line):
            half = max(mark.stroke_width, 0.8) / 2
            x, y = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
            w, h = abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1)
            yield mark.stroke, QRectF(one.x + x - half, one.y + y - half, w + 2 * half, h + 2 * half)


def _ends(mark: Path) -> list[tuple[float, float]]:
    return [(float(s[-2]), float(s[-1])) for s in mark.segments if len(s) > 2]


def _bounds(mark: Path) -> QRectF | None:
    """A shape's box, if it is large enough to be seen from afar."""
    ends = _ends(mark)
    xs, ys = [x for x, _y in ends], [y for _x, y in ends]
    box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return box if box.height() > 9.0 else None


def _legs(mark: Path) -> Iterator[QRectF]:
    """A line's legs as thin boxes: right-angled ones as they are, slanting ones by what they cover."""
    half = max(mark.stroke_width, 0.8) / 2
    for (x1, y1), (x2, y2) in pairwise(_ends(mark)):
        yield QRectF(min(x1, x2) - half, min(y1, y2) - half, abs(x2 - x1) + 2 * half, abs(y2 - y1) + 2 * half)
