"""Things in a row parted among sheets: as few as there need be, about as much on each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate


def parted(lengths: Sequence[float], room: float, keep: Collection[int] = ()) -> list[range]:
    """Which things of these lengths stand together, in order, on sheets with so much room.

    One that is longer than that stands alone. Those at the places ``keep`` never stand last on a sheet if
    something follows.
    """
    ends = list(accumulate(lengths, initial=0.0))
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(lengths) + 1):
        ways = [
            (best[start][0] + 1, best[start][1] + (ends[end] - ends[start]) ** 2, start)
            for start in _starts(ends, end, room)
            if start == 0 or start - 1 not in keep
        ]
        best.append(min(ways, default=(best[-1][0] + 1, best[-1][1], end - 1)))
    return _ranges(best)


def _starts(ends: Sequence[float], end: int, room: float) -> Iterator[int]:
    """Where a sheet may begin that ends at a place."""
    for start in range(end - 1, -1, -1):
        if start < end - 1 and ends[end] - ends[start] > room + 1e-6:
            return
        yield start


def _ranges(best: Sequence[tuple[int, float, int]]) -> list[range]:
    """The sheets, followed back from the last."""
    found: list[range] = []
    end = len(best) - 1
    while end > 0:
        found.insert(0, range(best[end][2], end))
        end = best[end][2]
    return found
