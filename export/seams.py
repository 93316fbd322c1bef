"""Where a drawing that is longer than a page is parted: beside its cards rather than through them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from journey.drawing import Box, Drawing, Layer, Text

Extent = tuple[float, float]
"""From and to, in map mm."""


def cut(length: float, most: float, overlap: float, free: Sequence[float] = ()) -> list[Extent]:
    """Part a length into as few windows as can be, none longer than ``most``, each overlapping the next.

    They are about equally long and end at the free places nearest to that, if there are any.
    """
    overlap = min(overlap, most / 2)
    count = max(1, ceil((length - overlap) / (most - overlap) - 1e-9))
    windows: list[Extent] = []
    start = 0.0
    for left in range(count, 1, -1):
        ideal = start + (length - start + (left - 1) * overlap) / left
        # No less than what leaves the others enough, no more than a page takes.
        least = length - (left - 1) * (most - overlap)
        ends = [place for place in free if max(least, start + overlap) <= place <= start + most]
        end = min(ends, key=lambda place: abs(place - ideal), default=ideal)
        windows.append((start, end))
        start = end - overlap
    return [*windows, (start, length)]


def free_places(drawing: Drawing, *, down: bool = False) -> list[float]:
    """Return the middles of the gaps that no text and no card crosses, along the drawing or down it."""
    covered = sorted(_extents(drawing, down))
    places: list[float] = []
    end = covered[0][1] if covered else 0.0
    for start, stop in covered[1:]:
        if start > end:
            places.append((start + end) / 2)
        end = max(end, stop)
    return places


def _extents(drawing: Drawing, down: bool) -> Iterator[Extent]:
    for placed in drawing.blocks():
        if not placed.block.record:
            continue
        for mark in placed.block.marks:
            if isinstance(mark, Text):
                reach = (
                    (mark.y - mark.size, mark.y + mark.size / 2) if down else (mark.x, mark.x + mark.width)
                )
            elif isinstance(mark, Box) and mark.layer is Layer.CARDS:
                reach = (mark.y, mark.y + mark.h) if down else (mark.x, mark.x + mark.w)
            else:
                continue
            shift = placed.y if down else placed.x
            yield reach[0] + shift, reach[1] + shift
