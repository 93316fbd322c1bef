"""Which way each link goes: by channels between levels and gutters between columns, never over a seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey.layout.rows import Level, Seat
from journey.model import Link


@dataclass(frozen=True, slots=True)
class End:
    """A card that a link leaves or reaches: its level and the columns it covers."""

    level: int
    first: int
    last: int

    @property
    def centre(self) -> float:
        """Its middle, in columns."""
        return (self.first + self.last + 1) / 2


@dataclass(frozen=True, slots=True)
class Route:
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
    blocked = [_crossed(level.seats) for level in levels]
    filled = [_filled(level.seats) for level in levels]
    found = [
        _route(link, ends[link.source], ends[link.target], blocked, filled, columns)
        for link in links
        if link.source in ends and link.target in ends
    ]
    return tuple(sorted(found, key=lambda r: (r.source.level, r.source.first, r.target.level, r.link.id)))


def _route(
    link: Link, a: End, b: End, blocked: list[frozenset[int]], filled: list[frozenset[int]], columns: int
) -> Route:
    if a.level == b.level:
        # A label has no room in the gutter between neighbours, so such a link goes over the top.
        beside = not link.label and (b.first == a.last + 1 or a.first == b.last + 1)
        return Route(link, a, b, a.level, a.level, beside=beside)
    down = b.level > a.level
    leave, reach = (a.level + 1, b.level) if down else (a.level, b.level + 1)
    between = range(leave, reach) if down else range(reach, leave)
    own = int(a.centre - 0.5) if (a.last - a.first) % 2 == 0 else None
    if not between or (own is not None and all(own not in filled[level] for level in between)):
        return Route(link, a, b, leave, reach)
    free = (g for g in range(columns + 1) if all(g not in blocked[level] for level in between))
    gutter = min(free, key=lambda g: (abs(a.centre - g) + abs(g - b.centre), g))
    return Route(link, a, b, leave, reach, gutter)


def _crossed(seats: Sequence[Seat]) -> frozenset[int]:
    return frozenset(g for seat in seats for g in range(seat.first + 1, seat.last + 1))


def _filled(seats: Sequence[Seat]) -> frozenset[int]:
    return frozenset(c for seat in seats for c in range(seat.first, seat.last + 1))
