"""Where feelings stand: the column of a step, the height of a score."""

from __future__ import annotations

from dataclasses import dataclass

from journey.drawing import Point
from journey.layout import sizes
from journey.model import Feeling, Persona


@dataclass(frozen=True, slots=True)
class Told:
    """One persona's feelings in the order of the steps, with the column of each."""

    persona: Persona | None
    points: tuple[tuple[int, Feeling], ...]


def middle(column: int) -> float:
    """Where a column's feelings stand, from the first column's left."""
    return (column + 0.5) * sizes.column()


def score_height(score: float) -> float:
    """Where a score stands, from the lane's top."""
    return sizes.FEELING_EDGE + (2 - score) / 4 * (sizes.FEELING_ROW - 2 * sizes.FEELING_EDGE)


def score_at(y: float) -> float:
    """The score that stands at a height."""
    return 2 - 4 * (y - sizes.FEELING_EDGE) / (sizes.FEELING_ROW - 2 * sizes.FEELING_EDGE)


def points_of(told: Told) -> list[Point]:
    """Where one persona's points stand, from left to right."""
    return [(middle(column), score_height(feeling.score)) for column, feeling in told.points]
