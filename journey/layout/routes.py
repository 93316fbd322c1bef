"""Which way each link goes: by channels between levels and gutters between columns, never over a seat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from journey.layout.rows import Level, Seat
from journey.layout.shares import Shared
from journey.model import Link, Table

_Seated = tuple[int, Seat]
"""A level and a thing on it."""
_Closed = Shared[int, int, str, frozenset[str]]


class End(NamedTuple):
    """A card that a link leaves or reaches: its level, the columns it covers, and its middle in columns."""

    level: int
    first: int
    last: int
    centre: float


class Route(NamedTuple):
    """A link's way: from its source into channel ``leave``, and from channel ``reach`` into its target.

    Between different channels it goes down or up through ``gutter`` (a column boundary) or, where all cells
    on the way are empty, through the source's own column (``gutter`` None). ``beside``: the two are
    neighbours on one level, and the link crosses the gutter between them. ``from_below``: it leaves at the
    source's lower edge; ``into_top``: it arrives at the target's upper one.
    """

    link: Link
    source: End
    target: End
    leave: int
    reach: int
    from_below: bool
    into_top: bool
    gutter: int | None = None
    beside: bool = False


class Routes(NamedTuple):
    """The ways of all links between cards that are drawn, by link, and what they were found from.

    ``closed`` are the levels on which each column is taken, by whom; ``crossed`` those on which a thing lies
    across a gutter.
    """

    links: Table[Link]
    seats: tuple[tuple[Seat, ...], ...]
    ends: dict[str, End]
    closed: _Closed
    crossed: _Closed
    of: dict[str, Route]


NO_ROUTES = Routes(Table({}), (), {}, Shared({}, {}), Shared({}, {}), {})


def routed(old: Routes, links: Table[Link], levels: Sequence[Level], columns: int) -> Routes:
    """A way for each link whose two cards are drawn.

    ``old`` are the ways of an earlier map of as many columns: only those are looked for again that depend
    on what changed since.
    """
    seats = tuple(level.seats for level in levels)
    gone, come = _moved(old.seats, seats)
    if links is old.links and not gone and not come:
        return old
    ends = _ends(old.ends, gone, come)
    closed, at_columns = old.closed.after(_taken(gone, 0), _taken(come, 0), _whose)
    crossed, at_gutters = old.crossed.after(_taken(gone, 1), _taken(come, 1), _whose)
    if at_gutters or not old.links:
        doubtful: Iterable[Link] = links
    else:
        moved = {seat.record for _place, seat in (*gone, *come)}
        above = {record for column in at_columns for record in closed.places.get(column, ())}
        doubtful = _doubtful(old.links, links, moved, above)
    of = {name: route for name, route in old.of.items() if name in links}
    for link in doubtful:
        route = _route(link, ends, closed, crossed, columns)
        if route is None:
            of.pop(link.id, None)
        elif of.get(link.id) != route:
            of[link.id] = route
    return Routes(links, seats, ends, closed, crossed, old.of if of == old.of else of)


def _ends(old: Mapping[str, End], gone: Sequence[_Seated], come: Sequence[_Seated]) -> dict[str, End]:
    """Where each card stands."""
    left = {seat.record for _place, seat in gone}
    ends = {record: end for record, end in old.items() if record not in left}
    for place, (record, first, last) in come:
        if record:
            ends[record] = End(place, first, last, (first + last + 1) / 2)
    return ends


def _moved(
    old: Sequence[tuple[Seat, ...]], new: Sequence[tuple[Seat, ...]]
) -> tuple[list[_Seated], list[_Seated]]:
    """The seats that are gone from their levels, and those that came to them."""
    gone: list[_Seated] = []
    come: list[_Seated] = []
    for place, (before, after) in enumerate(zip_longest(old, new, fillvalue=())):
        if before is not after:
            stayed = set(before).intersection(after) if before else ()
            gone += [(place, seat) for seat in before if seat not in stayed]
            come += [(place, seat) for seat in after if seat not in stayed]
    return gone, come


def _taken(seated: Sequence[_Seated], skipped: int) -> list[tuple[int, int, str]]:
    """The columns that seats cover, each with its level and record; or the gutters, one less."""
    return [
        (column, place, record)
        for place, (record, first, last) in seated
        for column in range(first + skipped, last + 1)
    ]


def _whose(_column: int, records: Collection[str]) -> frozenset[str]:
    return frozenset(records)


def _doubtful(old: Table[Link], new: Table[Link], moved: set[str], above: set[str]) -> list[Link]:
    """The links that changed, those of cards that moved, and those that leave from columns that changed."""
    found = [] if old is new else [link for link in new if old.get(link.id) is not link]
    leaving, arriving = new.by("source"), new.by("target")
    for record in moved | above:
        found += leaving.get(record, ())
    for record in moved:
        found += arriving.get(record, ())
    return found


def _is_open(closed: _Closed, at: int, low: int, high: int) -> bool:
    """Whether nothing closes a gutter or column from one channel down to another."""
    return at not in closed.groups or closed.groups[at].keys().isdisjoint(range(low, high))


def _route(
    link: Link, ends: Mapping[str, End], closed: _Closed, crossed: _Closed, columns: int
) -> Route | None:
    a, b = ends.get(link.source), ends.get(link.target)
    if a is None or b is None:
        return None
    if a.level == b.level:
        # A label has no room in the gutter between neighbours, so such a link goes over the top.
        beside = not link.label and (b.first == a.last + 1 or a.first == b.last + 1)
        return Route(link, a, b, a.level, a.level, False, True, None, beside)
    down = b.level > a.level
    leave, reach = (a.level + 1, b.level) if down else (a.level, b.level + 1)
    if leave == reach:
        return Route(link, a, b, leave, reach, down, down)
    low, high = min(leave, reach), max(leave, reach)
    middle, between = divmod(a.first + a.last, 2)
    if not between and _is_open(closed, middle, low, high):
        return Route(link, a, b, leave, reach, down, down)
    near = _nearest_first(a.centre, b.centre, columns + 1)
    gutter = next(g for g in near if _is_open(crossed, g, low, high))
    return Route(link, a, b, leave, reach, down, down, gutter)


@lru_cache(maxsize=10_000)
def _nearest_first(start: float, end: float, gutters: int) -> tuple[int, ...]:
    """All gutters, by how long the way through them is. The outermost are never closed."""
    return tuple(sorted(range(gutters), key=lambda g: (abs(start - g) + abs(g - end), g)))
