"""Where on a card's edge each link leaves or arrives, and along which x it runs in its gutter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.routes import End, Route
from journey.layout.tracks import Stretch, shared_out

_APART = 4.0
_MOST = 4
"""Tracks a gutter has room for; more links than that share. The outermost gutters are half as wide."""
_INSIDE = sizes.CARD / 2 - 6.0
"""How far from a column's middle a link may run down through it."""


class Course(NamedTuple):
    """A route with its places along x: where it leaves, where it runs down, where it arrives.

    ``stretches`` are its parts along channels: channel, from x, to x. For neighbours, whose link crosses the
    gutter between them, there are none, and the places have no meaning.
    """

    route: Route
    leave_x: float
    gutter_x: float
    reach_x: float
    stretches: tuple[tuple[int, float, float], ...]


def courses(routes: Sequence[Route], columns: int) -> tuple[Course, ...]:
    """Spread the links over their cards' edges and their gutters."""
    leaving = _spread((r.link.source, r.from_below, r.source, r.target, r) for r in routes)
    reaching = _spread((r.link.target, not r.into_top, r.target, r.source, r) for r in routes)
    gutters = _gutters(routes, columns)
    made = []
    for route in routes:
        leave, reach = leaving.get(route.link.id, 0.0), reaching.get(route.link.id, 0.0)
        if abs(leave - reach) < _APART / 2:  # where they differ by a hair, it arrives right below
            reach = leave
        down = gutters.get(route.link.id) or _down(route, leave)
        made.append(Course(route, leave, down, reach, _stretches(route, leave, down, reach)))
    return tuple(made)


def _stretches(route: Route, leave: float, down: float, reach: float) -> tuple[tuple[int, float, float], ...]:
    if route.beside:
        return ()
    if route.leave == route.reach:
        return ((route.leave, leave, reach),)
    return (route.leave, leave, down), (route.reach, down, reach)


def _down(route: Route, leave: float) -> float:
    """Where a link runs down that has no gutter: at its port, but in the column that it found empty."""
    if route.leave == route.reach:
        return leave
    middle = route.source.centre * sizes.COLUMN
    return max(middle - _INSIDE, min(leave, middle + _INSIDE))


def _spread(ends: Iterable[tuple[str, bool, End, End, Route]]) -> dict[str, float]:
    sides: dict[tuple[str, bool], tuple[End, list[tuple[float, str]]]] = {}
    for card, lower, end, other, route in ends:
        if not route.beside:
            sides.setdefault((card, lower), (end, []))[1].append((other.centre, route.link.id))
    ports: dict[str, float] = {}
    for end, links in sides.values():
        if len(links) == 1:
            ports[links[0][1]] = end.centre * sizes.COLUMN
            continue
        step = min(_APART, (card_width(end.last - end.first + 1) - 12.0) / len(links))
        first = end.centre * sizes.COLUMN - (len(links) - 1) / 2 * step
        for place, (_centre, link) in enumerate(sorted(links)):
            ports[link] = first + place * step
    return ports


def _gutters(routes: Sequence[Route], columns: int) -> dict[str, float]:
    by_gutter: dict[int, list[Stretch]] = {}
    for route in routes:
        if route.gutter is not None:
            low, high = sorted((route.leave, route.reach))
            by_gutter.setdefault(route.gutter, []).append(Stretch(low, high, route.link.id, sizes.TRACK))
    places: dict[str, float] = {}
    for gutter, stretches in by_gutter.items():
        tracks, _rooms = shared_out(stretches, apart=1)
        middle, most = _room(gutter, columns)
        count = min(max(tracks.values()) + 1, most)
        for link, track in tracks.items():
            places[link] = middle + (track % most - (count - 1) / 2) * 0.8
    return places


def _room(gutter: int, columns: int) -> tuple[float, int]:
    """The middle of a gutter and how many tracks it has room for: the outermost end with the map."""
    if 0 < gutter < columns:
        return gutter * sizes.COLUMN, _MOST
    inwards = sizes.GUTTER / 4 if gutter == 0 else -sizes.GUTTER / 4
    return gutter * sizes.COLUMN + inwards, _MOST // 2
