"""Where on a card's edge each link leaves or arrives, and along which x it runs in its gutter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.routes import End, Route
from journey.layout.shares import Shared, changes
from journey.layout.tracks import Stretch, shared_out

_APART = 4.0
_TRACK = 0.8
_MOST = 5
"""Tracks a gutter has room for. The outermost gutters are half as wide."""
_ALONE_BESIDE = 3
"""Tracks beside the one on which all others run in a trunk, where there are more links than tracks."""
_ALONE = 8.0
"""How far a link that has an edge of a card for itself may be moved along it."""
_CORNER = 6.0
"""How far from a card's corner a link may run down through its column."""


_Port = tuple[float, str, End]
"""Where a link at an edge comes from or goes to, in columns; the link; and the card that has the edge."""
_Place = tuple[float, float]
"""Where a link leaves or arrives, and how far that may be moved so that it runs straight."""


class Course(NamedTuple):
    """A route with its places along x: where it leaves, where it runs down, where it arrives.

    ``stretches`` are its parts along channels: channel, from x, to x. For neighbours, whose link crosses the
    gutter between them, there are none; ``leave_x`` then is how far down it crosses, as a share of their
    height, and the other places have no meaning. ``bundled``: its gutter is too narrow for all links, and it
    runs on the track that several share.
    """

    route: Route
    leave_x: float
    gutter_x: float
    reach_x: float
    stretches: tuple[tuple[int, float, float], ...]
    bundled: bool = False


class Courses(NamedTuple):
    """The courses of all links, by link, and what of cards and gutters they share.

    ``edges`` are of cards, upper and lower; ``pairs`` are neighbours.
    """

    routes: dict[str, Route]
    edges: Shared[tuple[str, bool], str, _Port, dict[str, _Place]]
    pairs: Shared[frozenset[str], str, str, dict[str, float]]
    gutters: Shared[int, str, Stretch, dict[str, tuple[float, bool]]]
    of: dict[str, Course]


NO_COURSES = Courses({}, Shared({}, {}), Shared({}, {}), Shared({}, {}), {})


def coursed(old: Courses, routes: dict[str, Route], columns: int) -> Courses:
    """Spread the links over their cards' edges and their gutters, again only where one came or went."""
    if routes is old.routes:
        return old
    gone, come = changes(old.routes, routes)
    edges, at_edges = old.edges.after(_at_edges(gone), _at_edges(come), _spread)
    pairs, at_pairs = old.pairs.after(_at_pairs(gone), _at_pairs(come), _evenly)
    beside = partial(_side_by_side, columns=columns)
    gutters, at_gutters = old.gutters.after(_at_gutters(gone), _at_gutters(come), beside)
    doubtful: Iterable[str] = routes
    if old.routes:
        doubtful = edges.members(at_edges) | pairs.members(at_pairs) | gutters.members(at_gutters)
    found = Courses(routes, edges, pairs, gutters, {k: one for k, one in old.of.items() if k in routes})
    for name in doubtful:
        course = _course(routes[name], found)
        if found.of.get(name) != course:
            found.of[name] = course
    return found


def _course(route: Route, shared: Courses) -> Course:
    link = route.link
    if route.beside:
        shares = shared.pairs.places[frozenset((link.source, link.target))]
        return Course(route, shares[link.id], 0.0, 0.0, ())
    leave, slack = shared.edges.places[link.source, route.from_below][link.id]
    reach, slack_there = shared.edges.places[link.target, not route.into_top][link.id]
    if abs(leave - reach) < slack_there:
        reach = leave
    elif abs(leave - reach) < slack:
        leave = reach
    gutter = route.gutter
    if gutter is None:
        down, bundled = _down(route, leave), False
    else:
        down, bundled = shared.gutters.places[gutter][link.id]
    return Course(route, leave, down, reach, _stretches(route, leave, down, reach), bundled)


def _stretches(route: Route, leave: float, down: float, reach: float) -> tuple[tuple[int, float, float], ...]:
    if route.leave == route.reach:
        return ((route.leave, leave, reach),)
    return (route.leave, leave, down), (route.reach, down, reach)


def _down(route: Route, leave: float) -> float:
    """Where a link runs down that has no gutter: at its port, but in the column that it found empty."""
    if route.leave == route.reach:
        return leave
    middle, inside = route.source.centre * sizes.column(), sizes.card() / 2 - _CORNER
    return max(middle - inside, min(leave, middle + inside))


def _at_edges(routes: Iterable[Route]) -> Iterator[tuple[tuple[str, bool], str, _Port]]:
    for route in routes:
        if not route.beside:
            link, a, b = route.link, route.source, route.target
            yield (link.source, route.from_below), link.id, (b.centre, link.id, a)
            yield (link.target, not route.into_top), link.id, (a.centre, link.id, b)


def _spread(_edge: tuple[str, bool], ports: Collection[_Port]) -> dict[str, _Place]:
    """All that leave or arrive at one edge side by side, in the order of where they come from or go to."""
    if len(ports) == 1:
        ((_far, alone, end),) = ports
        return {alone: (end.centre * sizes.column(), _ALONE)}
    ordered = sorted(ports)
    _far, _link, end = ordered[0]
    step = min(_APART, (card_width(end.last - end.first + 1) - 12.0) / len(ordered))
    first = end.centre * sizes.column() - (len(ordered) - 1) / 2 * step
    return {link: (first + place * step, step / 3) for place, (_far, link, _end) in enumerate(ordered)}


def _at_pairs(routes: Iterable[Route]) -> Iterator[tuple[frozenset[str], str, str]]:
    for route in routes:
        if route.beside:
            link = route.link
            yield frozenset((link.source, link.target)), link.id, link.id


def _evenly(_pair: frozenset[str], links: Collection[str]) -> dict[str, float]:
    """How far down each link between the same two neighbours crosses."""
    return {link: place / (len(links) + 1) for place, link in enumerate(sorted(links), 1)}


def _at_gutters(routes: Iterable[Route]) -> Iterator[tuple[int, str, Stretch]]:
    for route in routes:
        if route.gutter is not None:
            low, high = sorted((route.leave, route.reach))
            yield route.gutter, route.link.id, Stretch(low, high, route.link.id, sizes.TRACK)


def _side_by_side(gutter: int, stretches: Collection[Stretch], columns: int) -> dict[str, tuple[float, bool]]:
    """Where in a gutter each link runs down, and whether that is where several share a track."""
    tracks, rooms = shared_out(stretches, apart=1)
    middle, most = _room(gutter, columns)
    if len(rooms) <= most:
        first = middle - (len(rooms) - 1) / 2 * _TRACK
        return {link: (first + track * _TRACK, False) for link, track in tracks.items()}
    alone = _ALONE_BESIDE if most == _MOST else 0
    # The trunk is twice as wide as a track.
    first, trunk = middle - (alone + 1) / 2 * _TRACK, middle + alone / 2 * _TRACK
    return {
        link: (first + track * _TRACK, False) if track < alone else (trunk, True)
        for link, track in tracks.items()
    }


def _room(gutter: int, columns: int) -> tuple[float, int]:
    """The middle of a gutter and how many tracks it has room for: the outermost end with the map."""
    if 0 < gutter < columns:
        return gutter * sizes.column(), _MOST
    inwards = sizes.GUTTER / 4 if gutter == 0 else -sizes.GUTTER / 4
    return gutter * sizes.column() + inwards, _MOST // 2
