"""Where on a card's edge each link leaves or arrives, and along which x it runs in its gutter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.routes import End, Route
from journey.layout.tracks import Stretch, shared_out

_APART = 4.0
_MOST = 4
"""Tracks a gutter has room for; more links than that share. The outermost gutters are half as wide."""
_ALONE = 8.0
"""How far a link that has an edge of a card for itself may be moved along it."""
_INSIDE = sizes.CARD / 2 - 6.0
"""How far from a column's middle a link may run down through it."""


_Slack = dict[tuple[str, bool], float]


class Course(NamedTuple):
    """A route with its places along x: where it leaves, where it runs down, where it arrives.

    ``stretches`` are its parts along channels: channel, from x, to x. For neighbours, whose link crosses the
    gutter between them, there are none; ``leave_x`` then is how far down it crosses, as a share of their
    height, and the other places have no meaning.
    """

    route: Route
    leave_x: float
    gutter_x: float
    reach_x: float
    stretches: tuple[tuple[int, float, float], ...]


def courses(routes: Sequence[Route], columns: int) -> tuple[Course, ...]:
    """Spread the links over their cards' edges and their gutters."""
    leaving, reaching, slack = _spread(routes)
    gutters, shares = _gutters(routes, columns), _shares(routes)
    made = []
    for route in routes:
        if route.beside:
            made.append(Course(route, shares[route.link.id], 0.0, 0.0, ()))
            continue
        leave, reach = leaving[route.link.id], reaching[route.link.id]
        if abs(leave - reach) < slack[route.link.id, True]:
            reach = leave
        elif abs(leave - reach) < slack[route.link.id, False]:
            leave = reach
        down = gutters.get(route.link.id) or _down(route, leave)
        made.append(Course(route, leave, down, reach, _stretches(route, leave, down, reach)))
    return tuple(made)


def _stretches(route: Route, leave: float, down: float, reach: float) -> tuple[tuple[int, float, float], ...]:
    if route.leave == route.reach:
        return ((route.leave, leave, reach),)
    return (route.leave, leave, down), (route.reach, down, reach)


def _down(route: Route, leave: float) -> float:
    """Where a link runs down that has no gutter: at its port, but in the column that it found empty."""
    if route.leave == route.reach:
        return leave
    middle = route.source.centre * sizes.COLUMN
    return max(middle - _INSIDE, min(leave, middle + _INSIDE))


def _spread(routes: Sequence[Route]) -> tuple[dict[str, float], dict[str, float], _Slack]:
    """Where each link leaves, where it arrives, and how far either may be moved so that it runs straight.

    All that leave or arrive at one edge of a card stand side by side, in the order of where they come from
    or go to.
    """
    sides: dict[tuple[str, bool], tuple[End, list[tuple[float, str, bool]]]] = {}
    for route in routes:
        if not route.beside:
            link, a, b = route.link, route.source, route.target
            sides.setdefault((link.source, route.from_below), (a, []))[1].append((b.centre, link.id, False))
            sides.setdefault((link.target, not route.into_top), (b, []))[1].append((a.centre, link.id, True))
    leaving: dict[str, float] = {}
    reaching: dict[str, float] = {}
    slack: _Slack = {}
    for end, links in sides.values():
        if len(links) == 1:
            _centre, link_id, arrives = links[0]
            (reaching if arrives else leaving)[link_id] = end.centre * sizes.COLUMN
            slack[link_id, arrives] = _ALONE
            continue
        step = min(_APART, (card_width(end.last - end.first + 1) - 12.0) / len(links))
        first = end.centre * sizes.COLUMN - (len(links) - 1) / 2 * step
        for place, (_centre, link_id, arrives) in enumerate(sorted(links)):
            (reaching if arrives else leaving)[link_id] = first + place * step
            slack[link_id, arrives] = step / 3
    return leaving, reaching, slack


def _shares(routes: Sequence[Route]) -> dict[str, float]:
    """How far down each link between neighbours crosses: all between the same two, evenly."""
    between: dict[frozenset[str], list[str]] = {}
    for route in routes:
        if route.beside:
            between.setdefault(frozenset((route.link.source, route.link.target)), []).append(route.link.id)
    return {
        link: place / (len(links) + 1)
        for links in between.values()
        for place, link in enumerate(sorted(links), 1)
    }


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
