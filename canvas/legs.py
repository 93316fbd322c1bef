"""Lines of links by where they run, so that those near a place are found without looking at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import QRectF

from canvas.rect import Rect
from journey.drawing import Layer, Path, Placed, Point

_SHORT = 240.0
"""Lines that reach no further either way, mm, are sorted in whole, into squares so wide; others by leg."""
_ACROSS = 60.0
"""Legs of long lines are sorted into strips so wide, in stretches four times as long for longer ones."""
_SQUARE = (_SHORT, _SHORT)
_THIN = 0.8
"""How thick a line is drawn that is seen from afar, mm."""


Leg = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Piece = tuple[float, float, float, float, Placed]
"""The bounds of a leg, or of a whole line, and the line."""
Size = tuple[float, float]
"""How wide and how high a stretch of the drawing is."""
Stretch = tuple[Size, int, int]
"""How many stretches of a size from the left, and from the top."""


class Lines:
    """The lines among some blocks, found by where they run.

    Made once and then brought up to date: of the next drawing only the lines that are others are sorted in.
    """

    def __init__(self) -> None:
        self._lines: Sequence[Placed] = ()
        self._order: dict[int, int] = {}
        self._sizes: set[Size] = set()
        self._stretches: dict[Stretch, list[Piece]] = {}
        self._thin: dict[Stretch, dict[str, list[QRectF]]] = {}

    def follow(self, lines: Sequence[Placed]) -> None:
        """Hold these lines, in the order they are painted in, and no others."""
        if lines is self._lines:
            return
        order = {id(one): place for place, one in enumerate(lines)}
        gone = [one for one in self._lines if id(one) not in order]
        if 2 * len(gone) > len(self._lines):
            self._stretches, self._thin, self._order, gone = {}, {}, {}, []
        for one in gone:
            self._take_out(one)
        for one in lines:
            if id(one) not in self._order:
                self._put_in(one)
        self._lines, self._order = lines, order

    def near(self, area: Rect) -> list[Placed]:
        """The lines that have a leg in a rectangle, in the order they are painted in.

        Of short lines, those come as well that only have the rectangle around them there.
        """
        x1, y1, x2, y2 = area.x, area.y, area.x + area.w, area.y + area.h
        found = {
            id(piece[4]): piece[4]
            for stretch in self._met(area)
            for piece in self._stretches[stretch]
            if piece[0] <= x2 and piece[2] >= x1 and piece[1] <= y2 and piece[3] >= y1
        }
        order = self._order
        return sorted(found.values(), key=lambda one: order[id(one)])

    def grounds(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """The legs near a rectangle as thin boxes by colour, some more than once; always in one order."""
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


def _pieces(line: Placed) -> Iterable[tuple[Size, Leg]]:
    """What a line is sorted in as, each with the size of the stretches for it."""
    block = line.block
    if block.w <= _SHORT and block.h <= _SHORT:
        return ((_SQUARE, (line.x, line.y, line.x + block.w, line.y + block.h)),)
    return [(_size(leg), leg) for leg in legs_of(line)]


def _size(leg: Leg) -> Size:
    """The size of stretches of which a leg meets few."""
    w, h, long = leg[2] - leg[0], leg[3] - leg[1], _SHORT
    while long < max(w, h):
        long *= 4
    return (_ACROSS, long) if w <= h else (long, _ACROSS)


def _keys(size: Size, left: float, top: float, right: float, bottom: float) -> list[Stretch]:
    """The stretches of a size that a rectangle meets."""
    w, h = size
    rows = range(int(top // h), int(bottom // h) + 1)
    return [(size, column, row) for column in range(int(left // w), int(right // w) + 1) for row in rows]


def _by_colour(size: Size, pieces: Iterable[Piece]) -> dict[str, list[QRectF]]:
    found: dict[str, list[QRectF]] = {}
    for left, top, right, bottom, line in pieces:
        shaft = line.block.marks[0]
        assert isinstance(shaft, Path)
        assert shaft.stroke is not None  # or it would be no line
        legs = legs_of(line) if size == _SQUARE else [(left, top, right, bottom)]
        found.setdefault(shaft.stroke, []).extend(thin(*leg) for leg in legs)
    return found


def legs_of(line: Placed) -> Iterator[Leg]:
    """The straight parts of a line; between two of them there is but a rounded corner."""
    shaft = line.block.marks[0]
    assert isinstance(shaft, Path)
    x1 = y1 = 0.0
    for segment in shaft.segments:
        x2, y2 = line.x + float(segment[-2]), line.y + float(segment[-1])
        if segment[0] == "L":
            yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        x1, y1 = x2, y2


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
