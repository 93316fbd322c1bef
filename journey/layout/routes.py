"""Which way each link goes: by channels between levels and gutters between columns, never over a seat."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from journey.layout.rows import Level
from journey.model import Link


class End(NamedTuple):
    """A card that a link leaves or reaches: its level and the columns it covers."""

    level: int
    first: int
    last: int

    @property
    def centre(self) -> float:
        """Its middle, in columns."""
        return (self.first + self.last + 1) / 2


class Route(NamedTuple):
    """A link's way: from its source into channel ``leave``, and from channel ``reach`` into its target.

    Between different channels it goes down or up through ``gutter`` (a column boundary) or, where all cells
    on the way are empty, through the source's own column (``gutter`` None). ``beside``: the two are
    neighbours on one level, and the link crosses the gutter between them.
    """

    link: Link
    source: End
    target: End
    leave: int
    reach: int
    gutter: int | None = None
    beside: bool = False

    @property
    def from_below(self) -> bool:
        """Whether it leaves at the source's lower edge."""
        return self.leave == self.source.level + 1

    @property
    def into_top(self) -> bool:
        """Whether it arrives at the target's upper edge."""
        return self.reach == self.target.level


def ends_of(levels: Sequence[Level]) -> dict[str, End]:
    """Where each card stands."""
    return {
        seat.record: End(place, seat.first, seat.last)
        for place, level in enumerate(levels)
        for seat in level.seats
        if seat.record
    }


def routes(links: Sequence[Link], levels: Sequence[Level], columns: int) -> tuple[Route, ...]:
    """A way for each link whose two cards are drawn, from the top left down."""
    ends = ends_of(levels)
    passages = _passages(levels, columns)
    found = [
        _route(link, ends[link.source], ends[link.target], passages)
        for link in links
        if link.source in ends and link.target in ends
    ]
    return tuple(sorted(found, key=lambda r: (r.source.level, r.source.first, r.target.level, r.link.id)))


class _Passages(NamedTuple):
    """For each gutter and each column, the levels on which it is closed, from the top."""

    gutters: list[list[int]]
    columns: list[list[int]]


def _passages(levels: Sequence[Level], columns: int) -> _Passages:
    gutters: list[list[int]] = [[] for _gutter in range(columns + 1)]
    own: list[list[int]] = [[] for _column in range(columns)]
    for place, level in enumerate(levels):
        for seat in level.seats:
            own[seat.first].append(place)
            for column in seat.columns()[1:]:
                own[column].append(place)
                gutters[column].append(place)
    return _Passages(gutters, own)


def _is_open(closed: list[int], low: int, high: int) -> bool:
    """Whether nothing closes a gutter or column from one channel down to another."""
    first = bisect_left(closed, low)
    return first == len(closed) or closed[first] >= high


def _route(link: Link, a: End, b: End, passages: _Passages) -> Route:
    if a.level == b.level:
        # A label has no room in the gutter between neighbours, so such a link goes over the top.
        beside = not link.label and (b.first == a.last + 1 or a.first == b.last + 1)
        return Route(link, a, b, a.level, a.level, beside=beside)
    leave, reach = (a.level + 1, b.level) if b.level > a.level else (a.level, b.level + 1)
    if leave == reach:
        return Route(link, a, b, leave, reach)
    low, high = min(leave, reach), max(leave, reach)
    if (a.last - a.first) % 2 == 0:
        own = passages.columns[(a.first + a.last) // 2]
        if _is_open(own, low, high):
            return Route(link, a, b, leave, reach)
    gutters = passages.gutters
    near = _nearest_first(a.centre, b.centre, len(gutters))
    return Route(link, a, b, leave, reach, next(g for g in near if _is_open(gutters[g], low, high)))


@lru_cache(maxsize=10_000)
def _nearest_first(start: float, end: float, gutters: int) -> tuple[int, ...]:
    """All gutters, by how long the way through them is. The outermost are never closed."""
    return tuple(sorted(range(gutters), key=lambda g: (abs(start - g) + abs(g - end), g)))
