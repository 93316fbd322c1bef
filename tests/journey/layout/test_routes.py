"""Which way a link takes: beside, through its own column, or through the nearest open gutter."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.ports import courses
from journey.layout.routes import Route, routes
from journey.layout.rows import Level, Seat
from journey.model import Link

COLUMNS = 5


def _levels(*rows: str) -> list[Level]:
    """Levels written as text: a card is a letter, as often as the columns it covers; a point is empty."""
    made = []
    for row in rows:
        names = dict.fromkeys(row.replace(".", ""))
        seats = [Seat(name, row.index(name), row.rindex(name)) for name in names]
        made.append(Level(tuple(seats), 20.0))
    return made


def _route(levels: list[Level], source: str, target: str, label: str = "") -> Route:
    (found,) = routes([Link(id="k", source=source, target=target, label=label)], levels, COLUMNS)
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
    assert routes([Link(id="k", source="a", target="hidden")], _levels("a...."), COLUMNS) == ()


@st.composite
def _many(draw: Any) -> tuple[Route, ...]:
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
    return routes(links, [Level(tuple(row), 20.0) for row in seats], COLUMNS)


@given(_many())
def test_links_leave_and_arrive_within_the_edges_of_their_cards(found: tuple[Route, ...]) -> None:
    for course in courses(found, COLUMNS):
        if not course.route.beside:
            for end, x in ((course.route.source, course.leave_x), (course.route.target, course.reach_x)):
                half = card_width(end.last - end.first + 1) / 2
                assert abs(x - end.centre * sizes.COLUMN) < half - 3.0


@given(_many())
def test_links_at_one_edge_of_a_card_stand_side_by_side(found: tuple[Route, ...]) -> None:
    ports: dict[tuple[object, bool], list[float]] = {}
    for course in courses(found, COLUMNS):
        route = course.route
        if not route.beside:
            ports.setdefault((route.source, route.from_below), []).append(course.leave_x)
            ports.setdefault((route.target, not route.into_top), []).append(course.reach_x)
    for (end, _lower), places in ports.items():
        least = min(4.0, (end.last - end.first + 0.7) * sizes.COLUMN / len(places)) / 3  # type: ignore[attr-defined]
        assert all(other - one > least for one, other in pairwise(sorted(places)))


def test_two_links_between_the_same_cards_run_straight_beside_one_another() -> None:
    there, back = Link(id="k1", source="a", target="b"), Link(id="k2", source="b", target="a")
    one, other = courses(routes([there, back], _levels("a....", "b...."), COLUMNS), COLUMNS)
    assert one.leave_x == one.reach_x
    assert other.leave_x == other.reach_x
    assert abs(one.leave_x - other.leave_x) == pytest.approx(4.0)


@given(_many())
def test_links_run_down_in_a_gutter_and_on_the_map(found: tuple[Route, ...]) -> None:
    for course in courses(found, COLUMNS):
        route, half = course.route, sizes.LINK / 2
        if route.gutter is not None:
            assert abs(course.gutter_x - route.gutter * sizes.COLUMN) + half < sizes.GUTTER / 2
            assert half <= course.gutter_x <= COLUMNS * sizes.COLUMN - half


def test_a_straight_way_bends_for_no_hair() -> None:
    found = routes(
        [Link(id="k1", source="a", target="b"), Link(id="k2", source="a", target="c")],
        _levels("a....", "bbb..", "...c."),
        COLUMNS,
    )
    spread = {course.route.link.id: course for course in courses(found, COLUMNS)}
    assert spread["k1"].leave_x == pytest.approx(28.0)
    assert spread["k1"].reach_x != spread["k1"].leave_x
