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
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    w, h = max(x for x, _y in points) - left, max(y for _x, y in points) - top
    segments = (
        ("M", points[0][0] - left, points[0][1] - top),
        *(("L", x - left, y - top) for x, y in points),
    )
    return Placed(left, top, Block(w, h, (Path(segments, None, "ink", 0.6, (), Layer.LINKS),), "link"))


def sorted_in(lines: list[Placed], held: Lines | None = None) -> Lines:
    """Lines asked for so often that all are sorted in."""
    held = held or Lines()
    held.follow(lines)
    for _time in range(10):
        held.meeting(Rect(0, 0, 1, 1))
    return held


def assert_found(held: Lines, ways: list[tuple[list[Point], Placed]]) -> None:
    """Ask for the lines in a window, a column and a row of pixels, and at a place."""
    for w, h in ((760.0, 430.0), (5.6, 430.0), (760.0, 2.0), (0.0, 0.0)) * 20:
        area = Rect(CHANCE.uniform(-400, 2_600), CHANCE.uniform(-400, 1_300), w, h)
        assert held.meeting(area) == [line for points, line in ways if meets(points, area)]


def test_the_lines_in_a_rectangle_are_those_that_reach_into_it_in_order() -> None:
    ways = [(points, a_line(points)) for points in (bent() for _line in range(120))]
    assert_found(sorted_in([line for _points, line in ways]), ways)


def test_before_they_are_sorted_in_lines_are_found_by_what_is_around_them() -> None:
    ways = [(points, a_line(points)) for points in (bent() for _line in range(400))]
    held, order = Lines(), {id(line): place for place, (_points, line) in enumerate(ways)}
    for _time in range(12):
        held.follow([line for _points, line in ways])
        area = Rect(CHANCE.uniform(-400, 2_600), CHANCE.uniform(-400, 1_300), 500.0, 300.0)
        found = [order[id(line)] for line in held.meeting(area)]
        assert found == sorted(found)
        assert set(found) >= {place for place, (points, _line) in enumerate(ways) if meets(points, area)}
        assert len(found) < len(ways)


@pytest.mark.parametrize("stay", [10, 60, 119])
def test_lines_that_follow_others_are_found_as_if_they_were_the_first(stay: int) -> None:
    ways = [(points, a_line(points)) for points in (bent() for _line in range(120))]
    held = sorted_in([line for _points, line in ways])
    assert list(held.grounds(Rect(-400, -400, 3_000, 3_000)))
    CHANCE.shuffle(ways)
    ways = ways[:stay] + [(points, a_line(points)) for points in (bent() for _line in range(20))]
    assert_found(sorted_in([line for _points, line in ways], held), ways)
    anew, all_over = sorted_in([line for _points, line in ways]), Rect(-2_000, -2_000, 9_000, 9_000)
    assert boxes(held, all_over) == boxes(anew, all_over)


def boxes(held: Lines, area: Rect) -> set[tuple[float, float, float, float]]:
    """The thin boxes of what is seen from afar."""
    return {one.getRect() for _colour, some in held.grounds(area) for one in some}
