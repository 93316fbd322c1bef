"""Which marks of a drawing touch a window of it: nothing else is drawn on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

from journey.drawing import Block, Drawing, Image, Line, Mark, PartName, Path, Placed, Text
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
        """Sort the blocks by where they stand."""
        self._blocks = [(part.name, placed) for part in drawing.parts for placed in part.blocks]
        self._bins: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._outlines: dict[Block, list[Window] | None] = {}
        for place, (_part, one) in enumerate(self._blocks):
            for area in self._outline(one.block) or [_around(one.block)]:
                for bin_ in _bins(_shifted(area, one.x, one.y)):
                    self._bins[bin_].append(place)

    def on(self, window: Window) -> list[Shown]:
        """What touches a window, from back to front; of text that reaches out of it the lines that touch."""
        return list(self.each(window))

    def each(self, window: Window) -> Iterator[Shown]:
        """The same, one by one."""
        near = {place for bin_ in _bins(window) for place in self._bins.get(bin_, ())}
        for place in sorted(near):
            name, placed = self._blocks[place]
            if (found := self._part_in(placed, window)) is not None:
                yield name, found

    def _outline(self, block: Block) -> list[Window] | None:
        """The rectangles around the ink of a block without words; None for one with words."""
        if block not in self._outlines:
            worded = any(isinstance(mark, Text) for mark in block.marks)
            self._outlines[block] = (
                None if worded else [one for mark in block.marks for one in areas_of(mark)]
            )
        return self._outlines[block]

    def _part_in(self, placed: Placed, window: Window) -> Placed | None:
        """A block that touches a window; of its words, if it reaches out, those lines that touch; or None."""
        block = placed.block
        inside = _shifted(window, -placed.x, -placed.y)
        if (outline := self._outline(block)) is not None:
            return placed if any(_meet(area, inside) for area in outline) else None
        around = _around(block)
        if not _meet(around, inside):
            return None
        if (
            inside[0] <= around[0]
            and inside[1] <= around[1]
            and around[2] <= inside[2]
            and around[3] <= inside[3]
        ):
            return placed
        marks = tuple(mark for mark in block.marks if touches(mark, inside))
        if len(marks) == len(block.marks):
            return placed
        return placed._replace(block=replace(block, marks=marks)) if marks else None


def _bins(area: Window) -> product[tuple[int, int]]:
    left, top, right, bottom = (int(edge // _BIN) for edge in area)
    return product(range(left, right + 1), range(top, bottom + 1))


def _around(block: Block) -> Window:
    """The rectangle in which all of a block with words is."""
    return -_REACH, -_REACH, block.w + _REACH, block.h + _REACH


def _shifted(area: Window, dx: float, dy: float) -> Window:
    return area[0] + dx, area[1] + dy, area[2] + dx, area[3] + dy


def areas_of(mark: Mark) -> Iterator[Window]:
    """The rectangle around a mark, or around each leg of a line that turns."""
    if isinstance(mark, Path) and mark.fill is None:
        yield from (_grown(leg, mark.stroke_width / 2) for leg in _legs(mark))
    else:
        yield _grown(bounds(mark), 0.0 if isinstance(mark, Text | Image) else mark.stroke_width / 2)


def touches(mark: Mark, window: Window) -> bool:
    """Whether any of a mark's ink may be in a window."""
    return any(_meet(area, window) for area in areas_of(mark))


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


def _grown(area: Window, by: float) -> Window:
    return area[0] - by, area[1] - by, area[2] + by, area[3] + by


def _meet(one: Window, other: Window) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
