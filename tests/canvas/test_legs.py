"""The lines near a place are found without looking at all of them."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from canvas.legs import Lines, runs_through
from canvas.rect import Rect
from journey.drawing import Block, Layer, Mark, Path, Placed, Point
from journey.later import LaterLine

CHANCE = Random(3)


def bent() -> list[Point]:
    """A line of upright and level legs, some of them as long as a large map."""
    x, y = CHANCE.uniform(-300, 2_500), CHANCE.uniform(-300, 1_200)
    points = [(x, y)]
    for number in range(5):
        way = CHANCE.choice((-900.0, -240.0, -20.0, 0.0, 7.5, 60.0, 1_500.0))
        x, y = (x + way, y) if number % 2 else (x, y + way)
        points.append((x, y))
    return points


def meets(line: list[Point], area: Rect) -> bool:
    return any(
        min(x1, x2) <= area.x + area.w
        and max(x1, x2) >= area.x
        and min(y1, y2) <= area.y + area.h
        and max(y1, y2) >= area.y
        for (x1, y1), (x2, y2) in pairwise(line)
    )


def a_line(points: list[Point]) -> Placed:
    """A link that turns at these places."""
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    w, h = max(x for x, _y in points) - left, max(y for _x, y in points) - top
    segments = (
        ("M", points[0][0] - left, points[0][1] - top),
        *(("L", x - left, y - top) for x, y in points),
    )
    return Placed(left, top, Block(w, h, (Path(segments, None, "ink", 0.6, (), Layer.LINKS),), "link"))


def one_made_later(points: list[Point]) -> Placed:
    """The same as the layout makes it: where it turns is known, its marks are not made."""

    def make(_corners: object) -> tuple[Mark, ...]:
        raise AssertionError("nobody has to see its marks")

    line = a_line(points)
    corners = tuple((x - line.x, y - line.y) for x, y in points)
    return Placed(line.x, line.y, Block(line.block.w, line.block.h, LaterLine(corners, "ink", make), "link"))


def holding(ways: list[tuple[list[Point], Placed]], held: Lines | None = None) -> Lines:
    """These lines sorted in, after others or as the first."""
    held = held or Lines()
    held.follow([line for _points, line in ways])
    assert held.sort_in()
    return held


def assert_found(held: Lines, ways: list[tuple[list[Point], Placed]]) -> None:
    """Ask for the lines in a window, a column and a row of pixels, and at a place."""
    for w, h in ((760.0, 430.0), (5.6, 430.0), (760.0, 2.0), (0.0, 0.0)) * 20:
        area = Rect(CHANCE.uniform(-400, 2_600), CHANCE.uniform(-400, 1_300), w, h)
        found = [line for line in held.near(area) if runs_through(line, area)]
        assert found == [line for points, line in ways if meets(points, area)]


def some(count: int, reach: float) -> list[tuple[list[Point], Placed]]:
    """Lines, and where they turn; ``reach`` 1.0 for all over a large map, less for near things."""
    found = []
    for points in (bent() for _line in range(count)):
        (left, top), *_more = points
        near = [(left + (x - left) * reach, top + (y - top) * reach) for x, y in points]
        found.append((near, a_line(near)))
    return found


@pytest.mark.parametrize("reach", [1.0, 0.1])
def test_the_lines_in_a_rectangle_are_those_that_reach_into_it_in_order(reach: float) -> None:
    ways = some(120, reach)
    assert_found(holding(ways), ways)


def test_many_lines_are_found_before_all_of_them_are_sorted_in() -> None:
    ways = [*some(200, 1.0), *some(100, 0.1)]
    held = Lines()
    held.follow([line for _points, line in ways])
    assert not held.sort_in(seconds=0.0)
    assert_found(held, ways)
    stay = [*ways[20:], *some(250, 0.1)]
    held.follow([line for _points, line in stay])
    assert_found(held, stay)
    assert held.sort_in()
    assert_found(held, stay)


def test_of_lines_that_are_far_away_none_is_looked_at() -> None:
    held = holding(some(400, 0.1))
    assert len(held.near(Rect(1_000.0, 500.0, 60.0, 60.0))) < 40


@pytest.mark.parametrize("stay", [10, 60, 119])
def test_lines_that_follow_others_are_found_as_if_they_were_the_first(stay: int) -> None:
    ways, all_over = [*some(60, 1.0), *some(60, 0.1)], Rect(-2_000, -2_000, 9_000, 9_000)
    held = holding(ways)
    assert list(held.grounds(all_over))
    CHANCE.shuffle(ways)
    ways = [*ways[:stay], *some(20, 1.0), *some(20, 0.1)]
    assert_found(holding(ways, held), ways)
    assert boxes(held, all_over) == boxes(holding(ways), all_over)


def boxes(held: Lines, area: Rect) -> set[tuple[float, float, float, float]]:
    """The thin boxes of what is seen from afar."""
    return {one.getRect() for _colour, some in held.grounds(area) for one in some}


@pytest.mark.parametrize("reach", [1.0, 0.1])
def test_lines_are_sorted_and_seen_from_afar_without_making_their_marks(reach: float) -> None:
    ways = [(points, one_made_later(points)) for points, _line in some(60, reach)]
    held = holding(ways)
    assert_found(held, ways)
    assert boxes(held, Rect(-2_000, -2_000, 9_000, 9_000))


@pytest.mark.parametrize("points", [[(0, 0), (0, 90), (50, 90), (50, 95)], [(5, 0), (5, 700), (300, 700)]])
def test_seen_from_afar_a_line_is_whole_at_its_corners(points: list[Point]) -> None:
    line = one_made_later(points)
    seen = boxes(holding([(points, line)]), Rect(-9, -9, 999, 999))
    for x, y in points:
        ends = [box for box in seen if Rect(*box).holds(x, y)]
        assert len(ends) == (1 if (x, y) in (points[0], points[-1]) else 2)
