"""Lines of links by where they run, so that those near a place are found without looking at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from canvas.rect import Rect
from journey.drawing import Path, Placed, Point

_STRIP = 20.0
"""Legs are sorted into strips this wide, mm."""

Leg = tuple[float, float, float, float, int]
"""Left, top, right and bottom of a leg, and the line it is of."""


class Legs:
    """The legs of lines: upright ones by where they stand across, the others by how high they run."""

    __slots__ = ("_across", "_upright")

    def __init__(self, lines: Sequence[Sequence[Point]]) -> None:
        self._upright: dict[int, list[Leg]] = {}
        self._across: dict[int, list[Leg]] = {}
        for number, points in enumerate(lines):
            for (x1, y1), (x2, y2) in pairwise(points):
                self._enter((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), number))

    def _enter(self, leg: Leg) -> None:
        left, top, right, bottom, _number = leg
        upright = right - left <= bottom - top
        strips, low, high = (self._upright, left, right) if upright else (self._across, top, bottom)
        for strip in range(int(low // _STRIP), int(high // _STRIP) + 1):
            strips.setdefault(strip, []).append(leg)

    def meeting(self, area: Rect) -> set[int]:
        """The numbers of the lines that have a leg in a rectangle."""
        x1, y1, x2, y2 = area.x, area.y, area.x + area.w, area.y + area.h
        found: set[int] = set()
        for strips, low, high in ((self._upright, x1, x2), (self._across, y1, y2)):
            for strip in range(int(low // _STRIP), int(high // _STRIP) + 1):
                for left, top, right, bottom, number in strips.get(strip, ()):
                    if left <= x2 and right >= x1 and top <= y2 and bottom >= y1:
                        found.add(number)
        return found


def corners(one: Placed) -> tuple[Point, ...]:
    """Where the segments of a link's line end, in the drawing; empty for what is no line."""
    shaft = one.block.marks[0] if one.block.marks else None
    if not isinstance(shaft, Path) or shaft.stroke is None:
        return ()
    ends = (segment[-2:] for segment in shaft.segments if len(segment) > 2)
    return tuple((one.x + float(x), one.y + float(y)) for x, y in ends)
