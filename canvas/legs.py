"""Lines of links by where they run, so that those near a place are found without looking at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QRectF

from canvas.rect import Rect
from journey.drawing import Layer, Path, Placed, Point

_ALONG, _ACROSS = 240.0, 60.0
"""Legs are sorted into stretches so long, mm, of strips so wide."""
_PORTION = 40
"""How many lines are sorted in each time some are asked for."""
_THIN = 0.8
"""How thick a line is drawn that is seen from afar, mm."""

Leg = tuple[float, float, float, float, Placed]
"""Left, top, right and bottom of a leg, and the line it is of."""
Stretch = tuple[bool, int, int]
"""Whether for upright legs; how many stretches from the left, and from the top."""


class Lines:
    """The lines among some blocks, found by where they run.

    Made once and then brought up to date: of the next drawing only the lines that are others are sorted in,
    a few each time lines are asked for, so that nobody waits for thousands. Until then they are looked
    through one by one.
    """

    def __init__(self) -> None:
        self._lines: Sequence[Placed] = ()
        self._order: dict[int, int] = {}
        self._unsorted: dict[int, Placed] = {}
        self._stretches: dict[Stretch, list[Leg]] = {}
        self._thin: dict[Stretch, dict[str, list[QRectF]]] = {}

    def follow(self, lines: Sequence[Placed]) -> None:
        """Hold these lines, in the order they are painted in, and no others."""
        if lines is self._lines:
            return
        order = {id(one): place for place, one in enumerate(lines)}
        gone = [one for one in self._lines if id(one) not in order]
        if 2 * len(gone) > len(self._lines):
            self._stretches, self._thin, self._order, self._unsorted, gone = {}, {}, {}, {}, []
        for one in gone:
            if self._unsorted.pop(id(one), None) is None:
                self._take_out(one)
        self._unsorted.update((id(one), one) for one in lines if id(one) not in self._order)
        self._lines, self._order = lines, order

    def meeting(self, area: Rect) -> list[Placed]:
        """The lines that have a leg in a rectangle, in the order they are painted in.

        Of those not sorted in yet, the lines around it come as well.
        """
        self._sort(_PORTION)
        x1, y1, x2, y2 = area.x, area.y, area.x + area.w, area.y + area.h
        found = {
            id(leg[4]): leg[4]
            for stretch in self._met(area)
            for leg in self._stretches[stretch]
            if leg[0] <= x2 and leg[2] >= x1 and leg[1] <= y2 and leg[3] >= y1
        }
        found.update((key, line) for key, line in self._unsorted.items() if _is_near(line, x1, y1, x2, y2))
        order = self._order
        return sorted(found.values(), key=lambda one: order[id(one)])

    def grounds(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """The legs near a rectangle as thin boxes, each by its colour; some more than once."""
        self._sort(len(self._unsorted))
        for key in self._met(area):
            if (thin := self._thin.get(key)) is None:
                thin = self._thin[key] = _by_colour(self._stretches[key])
            yield from thin.items()

    def _sort(self, most: int) -> None:
        """Sort some of the lines in that are not yet."""
        for key in list(islice(self._unsorted, most)):
            self._put_in(self._unsorted.pop(key))

    def _met(self, area: Rect) -> list[Stretch]:
        """The stretches that a rectangle meets and that have a leg."""
        bounds = area.x, area.y, area.x + area.w, area.y + area.h
        return [key for key in _keys(True, *bounds) + _keys(False, *bounds) if key in self._stretches]

    def _put_in(self, line: Placed) -> None:
        for leg in _legs(line):
            for key in _stretches_of(leg):
                self._stretches.setdefault(key, []).append(leg)
                self._thin.pop(key, None)

    def _take_out(self, line: Placed) -> None:
        for key in {key for leg in _legs(line) for key in _stretches_of(leg)}:
            self._stretches[key] = [leg for leg in self._stretches[key] if leg[4] is not line]
            self._thin.pop(key, None)


def _legs(line: Placed) -> Iterator[Leg]:
    """The straight parts of a line; between two of them there is but a rounded corner."""
    shaft = line.block.marks[0]
    assert isinstance(shaft, Path)
    x1 = y1 = 0.0
    for segment in shaft.segments:
        x2, y2 = line.x + float(segment[-2]), line.y + float(segment[-1])
        if segment[0] == "L":
            yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), line
        x1, y1 = x2, y2


def _is_near(line: Placed, x1: float, y1: float, x2: float, y2: float) -> bool:
    """Whether the rectangle around a line meets another."""
    block = line.block
    return line.x <= x2 and line.x + block.w >= x1 and line.y <= y2 and line.y + block.h >= y1


def _stretches_of(leg: Leg) -> Iterable[Stretch]:
    left, top, right, bottom, _line = leg
    return _keys(right - left <= bottom - top, left, top, right, bottom)


def _keys(upright: bool, left: float, top: float, right: float, bottom: float) -> list[Stretch]:
    """The stretches that a rectangle meets."""
    w, h = (_ACROSS, _ALONG) if upright else (_ALONG, _ACROSS)
    rows = range(int(top // h), int(bottom // h) + 1)
    return [(upright, column, row) for column in range(int(left // w), int(right // w) + 1) for row in rows]


def _by_colour(legs: Iterable[Leg]) -> dict[str, list[QRectF]]:
    found: dict[str, list[QRectF]] = {}
    for left, top, right, bottom, line in legs:
        shaft = line.block.marks[0]
        assert isinstance(shaft, Path)
        assert shaft.stroke is not None  # or it would have no legs
        found.setdefault(shaft.stroke, []).append(thin(left, top, right, bottom))
    return found


def thin(left: float, top: float, right: float, bottom: float) -> QRectF:
    """A line seen from afar, as a box."""
    half = _THIN / 2
    return QRectF(left - half, top - half, right - left + _THIN, bottom - top + _THIN)


def is_line(one: Placed) -> bool:
    """Whether a block is a link's line."""
    shaft = one.block.marks[0] if one.block.marks else None
    return isinstance(shaft, Path) and shaft.layer is Layer.LINKS and shaft.stroke is not None


def corners(one: Placed) -> tuple[Point, ...]:
    """Where the segments of a link's line end, in the drawing; empty for what is no line."""
    shaft = one.block.marks[0] if one.block.marks else None
    if not isinstance(shaft, Path) or shaft.stroke is None:
        return ()
    ends = (segment[-2:] for segment in shaft.segments if len(segment) > 2)
    return tuple((one.x + float(x), one.y + float(y)) for x, y in ends)
