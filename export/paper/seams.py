"""Where a drawing that is longer than a page is parted: beside its cards rather than through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from math import ceil

from journey.drawing import Box, Drawing, Layer, Text

Extent = tuple[float, float]
"""From and to, in map mm."""


def cut(length: float, most: float, overlap: float, things: Iterable[Extent] = ()) -> list[Extent]:
    """Part a length into as few windows as can be, none longer than ``most``, each overlapping the next.

    They are about equally long, and end where they cross as few of the things as possible; there is one
    more of them than needed if they then cross fewer.
    """
    overlap = min(overlap, most / 2)
    count = max(1, ceil((length - overlap) / (most - overlap) - 1e-9))
    seams = _Seams(things)
    tried = [_windows(length, most, overlap, seams, some) for some in (count, count + 1)[: min(count, 2)]]
    return min(tried, key=lambda windows: sum(seams.crossed(end) for _start, end in windows[:-1]))


def things_along(drawing: Drawing, *, down: bool = False) -> Iterator[Extent]:
    """Yield from where to where each card and each text reaches along the drawing, or down it."""
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


class _Seams:
    """Knows how many things a seam would cross, and the places beside things."""

    def __init__(self, things: Iterable[Extent]) -> None:
        found = [(start, end) for start, end in things if start < end]
        self._starts = sorted(start for start, _end in found)
        self._ends = sorted(end for _start, end in found)
        self._places = sorted({self._beside(end) for end in self._ends})

    def crossed(self, place: float) -> int:
        """Return how many things a seam at this place would cross."""
        return bisect_left(self._starts, place) - bisect_right(self._ends, place)

    def best(self, least: float, most: float, ideal: float) -> float:
        """Return where from least to most a seam crosses the fewest things, as near to ideal as can be."""
        between = self._places[bisect_left(self._places, least) : bisect_right(self._places, most)]
        beside = min(between, key=lambda place: (self.crossed(place), abs(place - ideal)), default=ideal)
        return ideal if self.crossed(ideal) < self.crossed(beside) else beside

    def _beside(self, end: float) -> float:
        """Return the middle between the end of a thing and where the next one starts."""
        following = bisect_left(self._starts, end)
        return (end + self._starts[following]) / 2 if following < len(self._starts) else end


def _windows(length: float, most: float, overlap: float, seams: _Seams, count: int) -> list[Extent]:
    ends = [0.0]
    for left in range(count, 1, -1):
        start = ends[-1] - overlap if len(ends) > 1 else 0.0
        # No less than what leaves the others enough, and gets on; no more than a page takes.
        least = max(length - (left - 1) * (most - overlap), start + overlap)
        ideal = start + (length - start + (left - 1) * overlap) / left
        ends.append(seams.best(least, start + most, ideal))
    starts = [0.0, *(end - overlap for end in ends[1:])]
    return list(zip(starts, [*ends[1:], length], strict=True))
