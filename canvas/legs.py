"""Lines of links by where they run, so that those near a place are found without looking at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from time import perf_counter

from PySide6.QtCore import QRectF

from canvas.rect import Rect
from journey.drawing import Layer, Path, Placed, Point
from journey.later import Later, LaterLine

_SHORT = 240.0
"""What reaches no further either way, mm, is sorted into squares so wide: whole lines, or a few legs."""
_ACROSS = 60.0
"""Longer legs are sorted into strips so wide, in stretches four times as long for longer ones."""
_SQUARE = (_SHORT, _SHORT)
_FEW = 200
"""Lines that are sorted in at once."""
_THIN = 0.8
"""How thick a line is drawn that is seen from afar, mm."""


Leg = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Piece = tuple[float, float, float, float, Placed]
"""The bounds of a long leg, of short ones that follow one another, or of a whole line; and the line."""
Size = tuple[float, float]
"""How wide and how high a stretch of the drawing is."""
Stretch = tuple[Size, int, int]
"""How many stretches of a size from the left, and from the top."""


class Lines:
    """The lines among some blocks, found by where they run.

    Made once and then brought up to date: of the next drawing only the lines that are others are sorted in.
    Many at once wait until somebody has time to ``sort_in``; until then each of them is looked at.
    """

    def __init__(self) -> None:
        self._lines: Sequence[Placed] = ()
        self._order: dict[int, int] = {}
        self._sizes: set[Size] = set()
        self._stretches: dict[Stretch, list[Piece]] = {}
        self._thin: dict[Stretch, dict[str, list[QRectF]]] = {}
        self._waiting: dict[int, Placed] = {}

    def follow(self, lines: Sequence[Placed]) -> None:
        """Hold these lines, in the order they are painted in, and no others."""
        if lines is self._lines:
            return
        order = {id(one): place for place, one in enumerate(lines)}
        gone = [one for one in self._lines if id(one) not in order]
        if 2 * len(gone) > len(self._lines):
            self._stretches, self._thin, self._order, self._waiting, gone = {}, {}, {}, {}, []
        for one in gone:
            if self._waiting.pop(id(one), None) is None:
                self._take_out(one)
        self._waiting.update((id(one), one) for one in lines if id(one) not in self._order)
        self._lines, self._order = lines, order
        if len(self._waiting) <= _FEW:
            self.sort_in()

    @property
    def waiting(self) -> int:
        """How many lines are not sorted in yet."""
        return len(self._waiting)

    def sort_in(self, seconds: float = inf) -> bool:
        """Sort in lines that wait, for so long or one; tells whether none waits any more."""
        until = perf_counter() + seconds
        while self._waiting:
            self._put_in(self._waiting.popitem()[1])
            if perf_counter() > until:
                break
        return not self._waiting

    def near(self, area: Rect) -> list[Placed]:
        """The lines that have a leg in a rectangle, in the order they are painted in.

        Of short lines, those come as well that only have the rectangle around them there.
        """
        x1, y1, x2, y2 = area.x, area.y, area.x + area.w, area.y + area.h
        found = {
            id(piece[4])
            for stretch in self._met(area)
            for piece in self._stretches[stretch]
            if piece[0] <= x2 and piece[2] >= x1 and piece[1] <= y2 and piece[3] >= y1
        }
        waiting = (one for one in self._waiting.items() if _meets(one[1], area))
        found.update(key for key, line in waiting if runs_through(line, area))
        order, lines = self._order, self._lines
        return [lines[place] for place in sorted([order[one] for one in found])]

    def grounds(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """The legs near a rectangle as thin boxes by colour, some more than once; always in one order."""
        self.sort_in()
        found: list[tuple[str, list[QRectF]]] = []
        for key in self._met(area):
            if key not in self._thin:
                self._thin[key] = _by_colour(key[0], self._stretches[key])
            found += self._thin[key].items()
        yield from sorted(found, key=itemgetter(0))

    def _met(self, area: Rect) -> list[Stretch]:
        """The stretches that a rectangle meets and that hold something."""
        bounds = area.x, area.y, area.x + area.w, area.y + area.h
        return [key for size in self._sizes for key in _keys(size, *bounds) if key in self._stretches]

    def _put_in(self, line: Placed) -> None:
        for size, bounds in _pieces(line):
            self._sizes.add(size)
            piece = (*bounds, line)
            for key in _keys(size, *bounds):
                self._stretches.setdefault(key, []).append(piece)
                self._thin.pop(key, None)

    def _take_out(self, line: Placed) -> None:
        for key in {key for size, bounds in _pieces(line) for key in _keys(size, *bounds)}:
            self._stretches[key] = [piece for piece in self._stretches[key] if piece[4] is not line]
            self._thin.pop(key, None)


def runs_through(line: Placed, area: Rect) -> bool:
    """Whether a line has a leg in a rectangle."""
    x1, y1, x2, y2 = area.x, area.y, area.x + area.w, area.y + area.h
    return any(leg[0] <= x2 and leg[2] >= x1 and leg[1] <= y2 and leg[3] >= y1 for leg in legs_of(line))


def _meets(line: Placed, area: Rect) -> bool:
    """Whether the rectangle around a line meets another."""
    block = line.block
    return (
        line.x <= area.x + area.w
        and area.x <= line.x + block.w
        and line.y <= area.y + area.h
        and area.y <= line.y + block.h
    )


def _pieces(line: Placed) -> list[tuple[Size, Leg]]:
    """What a line is sorted in as, each with the size of the stretches for it."""
    block = line.block
    if block.w <= _SHORT and block.h <= _SHORT:
        return [(_SQUARE, (line.x, line.y, line.x + block.w, line.y + block.h))]
    found: list[tuple[Size, Leg]] = []
    short: Leg | None = None
    for leg in legs_of(line):
        joined = leg if short is None else _around(short, leg)
        if joined[2] - joined[0] <= _SHORT and joined[3] - joined[1] <= _SHORT:
            short = joined
            continue
        if short is not None:
            found.append((_SQUARE, short))
        w, h = leg[2] - leg[0], leg[3] - leg[1]
        short = leg if w <= _SHORT and h <= _SHORT else None
        if short is None:
            found.append((_size(w, h), leg))
    return found if short is None else [*found, (_SQUARE, short)]


def _around(one: Leg, other: Leg) -> Leg:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _size(w: float, h: float) -> Size:
    """The size of stretches of which a leg of a size meets few."""
    long = _SHORT
    while long < max(w, h):
        long *= 4
    return (_ACROSS, long) if w <= h else (long, _ACROSS)


def _keys(size: Size, left: float, top: float, right: float, bottom: float) -> list[Stretch]:
    """The stretches of a size that a rectangle meets."""
    w, h = size
    first, column, row, last = int(left // w), int(right // w), int(top // h), int(bottom // h)
    if first == column and row == last:
        return [(size, column, row)]
    rows = range(row, last + 1)
    return [(size, column, row) for column in range(first, column + 1) for row in rows]


def _by_colour(size: Size, pieces: Iterable[Piece]) -> dict[str, list[QRectF]]:
    found: dict[str, list[QRectF]] = {}
    for left, top, right, bottom, line in pieces:
        boxes = found.setdefault(_colour(line), [])
        for x1, y1, x2, y2 in legs_of(line) if size == _SQUARE else [(left, top, right, bottom)]:
            if left <= x1 and top <= y1 and x2 <= right and y2 <= bottom:
                boxes.append(thin(x1, y1, x2, y2))
    return found


def _colour(line: Placed) -> str:
    marks = line.block.marks
    if isinstance(marks, LaterLine):
        return marks.colour
    shaft = marks[0]
    assert isinstance(shaft, Path)
    assert shaft.stroke is not None  # or it would be no line
    return shaft.stroke


def legs_of(line: Placed) -> list[Leg]:
    """The straight parts of a line, from corner to corner; marks that are made later need not be made yet."""
    marks, x, y = line.block.marks, line.x, line.y
    if not isinstance(marks, LaterLine):
        return [_leg(a, b) for a, b in pairwise(corners(line))]
    return [_leg((x + x1, y + y1), (x + x2, y + y2)) for (x1, y1), (x2, y2) in pairwise(marks.corners)]


def _leg(a: Point, b: Point) -> Leg:
    (x1, y1), (x2, y2) = a, b
    return (x1 if x1 < x2 else x2, y1 if y1 < y2 else y2, x2 if x1 < x2 else x1, y2 if y1 < y2 else y1)


def thin(left: float, top: float, right: float, bottom: float) -> QRectF:
    """A line seen from afar, as a box."""
    half = _THIN / 2
    return QRectF(left - half, top - half, right - left + _THIN, bottom - top + _THIN)


def is_line(one: Placed) -> bool:
    """Whether a block is a link's line."""
    marks = one.block.marks
    if isinstance(marks, Later):
        return isinstance(marks, LaterLine)
    shaft = marks[0] if marks else None
    return isinstance(shaft, Path) and shaft.layer is Layer.LINKS and shaft.stroke is not None


def corners(one: Placed) -> tuple[Point, ...]:
    """Where the segments of a link's line end, in the drawing; empty for what is no line."""
    shaft = one.block.marks[0] if one.block.marks else None
    if not isinstance(shaft, Path) or shaft.stroke is None:
        return ()
    ends = (segment[-2:] for segment in shaft.segments if len(segment) > 2)
    return tuple((one.x + float(x), one.y + float(y)) for x, y in ends)
