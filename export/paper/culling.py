"""Which marks of a drawing touch a window of it: nothing else is drawn on a page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from journey.drawing import Drawing, Image, Line, Mark, PartName, Path, Placed, Text
from journey.layout.sizes import COLUMN

Window = tuple[float, float, float, float]
"""Left, top, right and bottom, in map mm."""
Shown = tuple[PartName, Placed]
"""A block and the part of the drawing it is in."""

_REACH = 12.0  # how far marks may stand out of their block, map mm
_BIN = 4 * COLUMN
_DESCENT = 0.35  # of an em


class Shelves:
    """The blocks of a drawing, so that those near a window are soon found."""

    def __init__(self, drawing: Drawing) -> None:
        """Sort the blocks by where they stand along the drawing."""
        self._blocks = [(part.name, placed) for part in drawing.parts for placed in part.blocks]
        self._bins: dict[int, list[int]] = defaultdict(list)
        for place, (_part, one) in enumerate(self._blocks):
            for bin_ in range(int((one.x - _REACH) // _BIN), int((one.x + one.block.w + _REACH) // _BIN) + 1):
                self._bins[bin_].append(place)

    def on(self, window: Window) -> list[Shown]:
        """What touches a window, from back to front; of blocks that reach out of it the marks that touch."""
        bins = range(int(window[0] // _BIN), int(window[2] // _BIN) + 1)
        places = sorted({place for bin_ in bins for place in self._bins.get(bin_, ())})
        found = ((name, _part_in(placed, window)) for name, placed in map(self._blocks.__getitem__, places))
        return [(name, placed) for name, placed in found if placed is not None]


def _part_in(placed: Placed, window: Window) -> Placed | None:
    """A block, whole where all of it is in a window; what of it touches the window; or None."""
    left, top, right, bottom = window
    x, y, block = placed.x, placed.y, placed.block
    if not (x - _REACH < right and left < x + block.w + _REACH):
        return None
    if not (y - _REACH < bottom and top < y + block.h + _REACH):
        return None
    beside = left + _REACH <= x and x + block.w <= right - _REACH
    if beside and top + _REACH <= y and y + block.h <= bottom - _REACH:
        return placed
    inside = (left - x, top - y, right - x, bottom - y)
    marks = tuple(mark for mark in block.marks if touches(mark, inside))
    if len(marks) == len(block.marks):
        return placed
    return replace(placed, block=replace(block, marks=marks)) if marks else None


def touches(mark: Mark, window: Window) -> bool:
    """Whether any of a mark's ink may be in a window."""
    if isinstance(mark, Path) and mark.fill is None:
        return any(_meet(leg, window, mark.stroke_width / 2) for leg in _legs(mark))
    wide = 0.0 if isinstance(mark, Text | Image) else mark.stroke_width / 2
    return _meet(bounds(mark), window, wide)


def bounds(mark: Mark) -> Window:
    """The rectangle around a mark, without half its stroke."""
    match mark:
        case Text():
            return mark.x, mark.y - mark.size, mark.x + mark.width, mark.y + _DESCENT * mark.size
        case Line():
            xs, ys = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            return xs[0], ys[0], xs[1], ys[1]
        case Path():
            corners = [float(at) for segment in mark.segments for at in segment[1:]]
            return min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2])
    return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h


def _legs(path: Path) -> list[Window]:
    """The rectangle around each leg of an outline."""
    ends = [tuple(float(at) for at in segment[1:]) for segment in path.segments if len(segment) > 1]
    legs = []
    for before, after in pairwise(ends):
        corners = (*before[-2:], *after)
        legs.append((min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2])))
    return legs


def _meet(one: Window, other: Window, wide: float) -> bool:
    return (
        one[0] - wide < other[2]
        and other[0] < one[2] + wide
        and one[1] - wide < other[3]
        and other[1] < one[3] + wide
    )
