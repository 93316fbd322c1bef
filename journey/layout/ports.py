"""Where on a card's edge each link leaves or arrives, and along which x it runs in its gutter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.routes import End, Route
from journey.layout.tracks import Stretch, shared_out

_APART = 4.0
_MOST = 4
"""Tracks a gutter has room for; more links than that share. The outermost gutters are half as wide."""
_INSIDE = sizes.CARD / 2 - 6.0
"""How far from a column's middle a link may run down through it."""


@dataclass(frozen=True, slots=True)
class Course:
    """A route with its places along x: where it leaves, where it runs down, where it arrives.

    For neighbours, whose link crosses the gutter between them, these have no meaning.
    """

    route: Route
    leave_x: float
    gutter_x: float
    reach_x: float

    def stretches(self) -> list[tuple[int, float, float]]:
        """The parts along channels: channel, from x, to x."""
        route = self.route
        if route.beside:
            return []
        if route.leave == route.reach:
            return [(route.leave, self.leave_x, self.reach_x)]
        return [(route.leave, self.leave_x, self.gutter_x), (route.reach, self.gutter_x, self.reach_x)]


def courses(routes: Sequence[Route], columns: int) -> tuple[Course, ...]:
    """Spread the links over their cards' edges and their gutters."""
    leaving = _spread((route.source, route.from_below, route.target, route) for route in routes)
    reaching = _spread((route.target, not route.into_top, route.source, route) for route in routes)
    gutters = _gutters(routes, columns)
    made = []
    for route in routes:
        leave, reach = leaving.get(route.link.id, 0.0), reaching.get(route.link.id, 0.0)
        made.append(Course(route, leave, gutters.get(route.link.id) or _down(route, leave), reach))
    return tuple(_straightened(course) for course in made)


def _down(route: Route, leave: float) -> float:
    """Where a link runs down that has no gutter: at its port, but in the column that it found empty."""
    if route.leave == route.reach:
        return leave
    middle = route.source.centre * sizes.COLUMN
    return max(middle - _INSIDE, min(leave, middle + _INSIDE))


def _straightened(course: Course) -> Course:
    """Where leaving and arriving differ by a hair, the link arrives right below where it leaves."""
    if abs(course.leave_x - course.reach_x) < _APART / 2 and not course.route.beside:
        return Course(course.route, course.leave_x, course.gutter_x, course.leave_x)
    return course


def _spread(ends: Iterable[tuple[End, bool, End, Route]]) -> dict[str, float]:
    sides: dict[tuple[End, bool], list[tuple[float, str]]] = {}
    for end, lower, other, route in ends:
        if not route.beside:
            sides.setdefault((end, lower), []).append((other.centre, route.link.id))
    return {
        link: _port(end, place, len(links))
        for (end, _lower), links in sides.items()
        for place, (_centre, link) in enumerate(sorted(links))
    }


def _port(end: End, place: int, count: int) -> float:
    room = card_width(end.last - end.first + 1) - 12.0
    step = min(_APART, room / count)
    return end.centre * sizes.COLUMN + (place - (count - 1) / 2) * step


def _gutters(routes: Sequence[Route], columns: int) -> dict[str, float]:
    by_gutter: dict[int, list[Stretch]] = {}
    for route in routes:
        if route.gutter is not None:
            low, high = sorted((route.leave, route.reach))
            by_gutter.setdefault(route.gutter, []).append(Stretch(route.link.id, low, high, sizes.TRACK))
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
