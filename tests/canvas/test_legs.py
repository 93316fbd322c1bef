"""The lines near a place are found without looking at all of them."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from canvas.legs import Lines
from canvas.rect import Rect
from journey.drawing import Block, Layer, Path, Placed, Point

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
    segments = (("M", *points[0]), *(("L", *point) for point in points))
    return Placed(0.0, 0.0, Block(1.0, 1.0, (Path(segments, None, "ink", 0.6, (), Layer.LINKS),), "link"))


def assert_found(held: Lines, ways: list[tuple[list[Point], Placed]]) -> None:
    """Ask for the lines in a window, a column and a row of pixels, and at a place."""
    for w, h in ((760.0, 430.0), (5.6, 430.0), (760.0, 2.0), (0.0, 0.0)) * 20:
        area = Rect(CHANCE.uniform(-400, 2_600), CHANCE.uniform(-400, 1_300), w, h)
        assert held.meeting(area) == [line for points, line in ways if meets(points, area)]


def test_the_lines_in_a_rectangle_are_those_that_reach_into_it_in_order() -> None:
    ways = [(points, a_line(points)) for points in (bent() for _line in range(120))]
    held = Lines()
    held.follow([line for _points, line in ways])
    assert_found(held, ways)


@pytest.mark.parametrize("stay", [10, 60, 119])
def test_lines_that_follow_others_are_found_as_if_they_were_the_first(stay: int) -> None:
    ways = [(points, a_line(points)) for points in (bent() for _line in range(120))]
    held = Lines()
    held.follow([line for _points, line in ways])
    assert list(held.grounds(Rect(-400, -400, 3_000, 3_000)))
    CHANCE.shuffle(ways)
    ways = ways[:stay] + [(points, a_line(points)) for points in (bent() for _line in range(20))]
    held.follow([line for _points, line in ways])
    assert_found(held, ways)
    anew, all_over = Lines(), Rect(-2_000, -2_000, 9_000, 9_000)
    anew.follow([line for _points, line in ways])
    assert boxes(held, all_over) == boxes(anew, all_over)


def boxes(held: Lines, area: Rect) -> set[tuple[float, float, float, float]]:
    """The thin boxes of what is seen from afar."""
    return {one.getRect() for _colour, some in held.grounds(area) for one in some}
