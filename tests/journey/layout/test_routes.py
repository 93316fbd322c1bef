"""Which way a link takes: beside, through its own column, or through the nearest open gutter."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.links import NO_TRACKS, tracked
from journey.layout.ports import NO_COURSES, Course, coursed
from journey.layout.routes import NO_ROUTES, Route, routed
from journey.layout.rows import Level, Seat
from journey.model import Link, Table

COLUMNS = 5


def _levels(*rows: str) -> list[Level]:
    """Levels written as text: a card is a letter, as often as the columns it covers; a point is empty."""
    made = []
    for row in rows:
        names = dict.fromkeys(row.replace(".", ""))
        seats = [Seat(name, row.index(name), row.rindex(name)) for name in names]
        made.append(Level(tuple(seats), 20.0))
    return made


def _routes(links: list[Link], levels: list[Level]) -> tuple[Route, ...]:
    table = Table({link.id: link for link in links})
    return tuple(routed(NO_ROUTES, table, levels, COLUMNS).of.values())


def _courses(found: tuple[Route, ...]) -> tuple[Course, ...]:
    return tuple(coursed(NO_COURSES, {route.link.id: route for route in found}, COLUMNS).of.values())


def _route(levels: list[Level], source: str, target: str, label: str = "") -> Route:
    (found,) = _routes([Link(id="k", source=source, target=target, label=label)], levels)
    return found


def test_a_link_to_the_card_below_goes_straight_down() -> None:
    found = _route(_levels("a....", "b...."), "a", "b")
    assert (found.leave, found.reach, found.gutter) == (1, 1, None)
    assert found.from_below
    assert found.into_top


def test_a_link_upwards_leaves_at_the_top_and_arrives_from_below() -> None:
    found = _route(_levels("b....", ".....", "a...."), "a", "b")
    assert (found.leave, found.reach) == (2, 1)
    assert not found.from_below
    assert not found.into_top


def test_a_link_through_empty_cells_keeps_to_its_column() -> None:
    assert _route(_levels("a....", ".cc..", "b...."), "a", "b").gutter is None


def test_a_link_goes_around_a_card_in_its_column_by_the_nearest_gutter() -> None:
    assert _route(_levels(".a...", ".c...", "..b.."), "a", "b").gutter == 2
    assert _route(_levels(".a...", ".cccc", "...b."), "a", "b").gutter == 1


def test_a_link_past_a_card_over_all_columns_takes_an_outermost_gutter() -> None:
    assert _route(_levels("...a.", "ccccc", "...b."), "a", "b").gutter == COLUMNS


def test_neighbours_are_joined_across_the_gutter_but_not_with_a_label() -> None:
    levels = _levels("aab..")
    assert _route(levels, "a", "b").beside
    assert _route(levels, "b", "a").beside
    labelled = _route(levels, "a", "b", "calls")
    assert not labelled.beside
    assert (labelled.leave, labelled.reach) == (0, 0)


def test_cards_apart_on_one_level_are_joined_over_the_top() -> None:
    found = _route(_levels("a...b"), "a", "b")
    assert (found.beside, found.leave, found.reach) == (False, 0, 0)


def test_a_link_whose_card_is_not_drawn_has_no_way() -> None:
    assert _routes([Link(id="k", source="a", target="hidden")], _levels("a....")) == ()


@st.composite
def _linked(draw: Any) -> tuple[list[Link], list[Level]]:
    rows = draw(st.integers(1, 5))
    seats: list[list[Seat]] = [[] for _row in range(rows)]
    names = []
    for row in range(rows):
        column = draw(st.integers(0, 2))
        while column < COLUMNS:
            last = min(column + draw(st.integers(0, 2)), COLUMNS - 1)
            names.append(f"{row}-{column}")
            seats[row].append(Seat(names[-1], column, last))
            column = last + 1 + draw(st.integers(0, 2))
    ends = st.sampled_from(names or [""])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=30))
    links = [Link(id=f"k{at}", source=a, target=b) for at, (a, b) in enumerate(pairs) if a != b]
    return links, [Level(tuple(row), 20.0) for row in seats]


def _many() -> st.SearchStrategy[tuple[Route, ...]]:
    return _linked().map(lambda both: _routes(*both))


@given(_many())
def test_links_leave_and_arrive_within_the_edges_of_their_cards(found: tuple[Route, ...]) -> None:
    for course in _courses(found):
        if not course.route.beside:
            for end, x in ((course.route.source, course.leave_x), (course.route.target, course.reach_x)):
                half = card_width(end.last - end.first + 1) / 2
                assert abs(x - end.centre * sizes.COLUMN) < half - 3.0


@given(_many())
def test_links_at_one_edge_of_a_card_stand_side_by_side(found: tuple[Route, ...]) -> None:
    ports: dict[tuple[object, bool], list[float]] = {}
    for course in _courses(found):
        route = course.route
        if not route.beside:
            ports.setdefault((route.source, route.from_below), []).append(course.leave_x)
            ports.setdefault((route.target, not route.into_top), []).append(course.reach_x)
    for (end, _lower), places in ports.items():
        least = min(4.0, (end.last - end.first + 0.7) * sizes.COLUMN / len(places)) / 3  # type: ignore[attr-defined]
        assert all(other - one > least for one, other in pairwise(sorted(places)))


def test_two_links_between_the_same_cards_run_straight_beside_one_another() -> None:
    there, back = Link(id="k1", source="a", target="b"), Link(id="k2", source="b", target="a")
    spread = {one.route.link.id: one for one in _courses(_routes([there, back], _levels("a....", "b....")))}
    one, other = spread["k1"], spread["k2"]
    assert one.leave_x == one.reach_x
    assert other.leave_x == other.reach_x
    assert abs(one.leave_x - other.leave_x) == pytest.approx(4.0)


@given(_many())
def test_links_run_down_in_a_gutter_and_on_the_map(found: tuple[Route, ...]) -> None:
    for course in _courses(found):
        route, half = course.route, sizes.LINK / 2
        if route.gutter is not None:
            assert abs(course.gutter_x - route.gutter * sizes.COLUMN) + half < sizes.GUTTER / 2
            assert half <= course.gutter_x <= COLUMNS * sizes.COLUMN - half


def test_a_straight_way_bends_for_no_hair() -> None:
    found = _routes(
        [Link(id="k1", source="a", target="b"), Link(id="k2", source="a", target="c")],
        _levels("a....", "bbb..", "...c."),
    )
    spread = {course.route.link.id: course for course in _courses(found)}
    assert spread["k1"].leave_x == pytest.approx(28.0)
    assert spread["k1"].reach_x != spread["k1"].leave_x


@given(_linked(), _linked(), st.booleans())
def test_ways_brought_up_to_date_are_those_found_anew(before: Any, after: Any, same_links: bool) -> None:
    tables = [Table({link.id: link for link in links}) for links, _levels in (before, after)]
    if same_links:
        tables[1] = tables[0]
    old = routed(NO_ROUTES, tables[0], before[1], COLUMNS)
    new, fresh = (routed(start, tables[1], after[1], COLUMNS) for start in (old, NO_ROUTES))
    assert new.of == fresh.of
    old_courses = coursed(NO_COURSES, old.of, COLUMNS)
    followed, spread = coursed(old_courses, new.of, COLUMNS), coursed(NO_COURSES, fresh.of, COLUMNS)
    assert followed.of == spread.of
    tracks = tracked(tracked(NO_TRACKS, old_courses.of, COLUMNS, "en"), followed.of, COLUMNS, "en")
    assert tracks.channels == tracked(NO_TRACKS, spread.of, COLUMNS, "en").channels


def test_ways_that_depend_on_nothing_that_moved_are_the_very_same() -> None:
    table = Table({"k1": Link(id="k1", source="a", target="b"), "k2": Link(id="k2", source="c", target="d")})
    before, after = _levels("a.c..", ".....", "b.d.."), _levels("a.c..", "x....", "b.d..")
    old = routed(NO_ROUTES, table, before, COLUMNS)
    new = routed(old, table, after, COLUMNS)
    assert new.of["k2"] is old.of["k2"]
    assert (old.of["k1"].gutter, new.of["k1"].gutter) == (None, 0)
    courses = coursed(NO_COURSES, old.of, COLUMNS)
    assert coursed(courses, new.of, COLUMNS).of["k2"] is courses.of["k2"]


def test_a_card_that_moves_out_of_every_ways_way_leaves_all_as_they_are() -> None:
    table = Table({"k1": Link(id="k1", source="a", target="b")})
    old = routed(NO_ROUTES, table, _levels("a....", "b..x."), COLUMNS)
    new = routed(old, table, _levels("a....", "b...x"), COLUMNS)
    assert new.ends["x"].first == 4
    assert new.of is old.of
