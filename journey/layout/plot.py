"""Whose feelings a journey tells, and where they stand: the column of a step, the height of a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey.drawing import Point
from journey.layout import sizes
from journey.model import Feeling, Grid, MapData, Persona
from journey.personas import personas_of


@dataclass(frozen=True, slots=True)
class Told:
    """One persona's feelings in the order of the steps, with the column of each; without a persona those of
    the customer.
    """

    persona: Persona | None
    points: tuple[tuple[int, Feeling], ...]


def told_of(map_data: MapData, grid: Grid) -> tuple[Told, ...]:
    """The feelings of each persona, in the order the journey names them; those of nobody first."""
    felt = map_data.of(Feeling).by("journey").get(grid.journey, ())
    order = [None, *(persona.id for persona in personas_of(map_data, grid.journey))]
    order += sorted({one.persona for one in felt if one.persona is not None} - set(order))
    told = []
    for persona in order:
        points = [(grid.column[one.step], one) for one in felt if one.persona == persona]
        if points:
            ordered = tuple(sorted(points, key=lambda point: point[0]))
            told.append(Told(map_data.of(Persona).get(persona), ordered))
    return tuple(told)


def counted_from(told: Iterable[Told], first: int) -> tuple[Told, ...]:
    """The same feelings by columns that are counted from another one: those before it are below 0."""
    return tuple(
        Told(one.persona, tuple((column - first, feeling) for column, feeling in one.points)) for one in told
    )


def within(told: Told, columns: int) -> Told:
    """What of one persona's feelings stands in the first so many columns, from column 0."""
    return Told(told.persona, tuple(point for point in told.points if 0 <= point[0] < columns))


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
