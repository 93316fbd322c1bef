"""The lines near a place are found without looking at all of them."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from canvas.legs import Legs
from canvas.rect import Rect
from journey.drawing import Point

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


def test_the_lines_in_a_window_a_column_and_a_row_of_pixels_are_those_that_reach_into_it() -> None:
    lines = [bent() for _line in range(120)]
    legs = Legs(lines)
    for w, h in ((760.0, 430.0), (5.6, 430.0), (760.0, 2.0), (0.0, 0.0)) * 20:
        area = Rect(CHANCE.uniform(-400, 2_600), CHANCE.uniform(-400, 1_300), w, h)
        assert legs.meeting(area) == {place for place, line in enumerate(lines) if meets(line, area)}
