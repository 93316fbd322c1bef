"""In which order differences are told: as a map is read, from what it is about to its cards."""

from __future__ import annotations

from collections.abc import Callable

from journey.comparing.difference import Difference
from journey.model import (
    SHAPES,
    Card,
    Feeling,
    Journey,
    Lane,
    Link,
    MapData,
    Record,
    Stage,
    Step,
)

Place = tuple[int, int, int, int, int, str]
_SORTS = {shape.record: place for place, shape in enumerate(SHAPES)}


def map_order(then: MapData, now: MapData) -> Callable[[Difference], Place]:
    """A key to sort by: journey (what stands in none comes first), column and sort there, lane."""
    orders = {id(state): _Order(state) for state in (then, now)}

    def key(difference: Difference) -> Place:
        subject = difference.subject
        state = now if now.of(type(subject)).get(subject.id) is not None else then
        return orders[id(state)].key(subject)

    return key


class _Order:
    """The order in which one map is read."""

    def __init__(self, map_data: MapData) -> None:
        self._map = map_data
        self._journeys = {one.id: place for place, one in enumerate(map_data.journeys())}
        grids = [map_data.grid(journey) for journey in self._journeys]
        self._lanes = {lane.id: row for grid in grids for row, lane in enumerate(grid.lanes)}
        self._columns = {step: column for grid in grids for step, column in grid.column.items()}

    def key(self, subject: Record) -> Place:
        journey, step, lane = _place(self._map, subject)
        sort = _SORTS[type(subject)]
        if journey not in self._journeys:
            return -1, sort, 0, 0, 0, subject.id
        column, row = self._columns.get(step, -1), self._lanes.get(lane, -1)
        return self._journeys[journey], 1, column, sort, row, subject.id


def _place(map_data: MapData, subject: Record) -> tuple[str, str, str]:
    """The journey, step and lane a record stands at, empty where it stands at none."""
    if isinstance(subject, Link):
        subject = map_data.of(Card).get(subject.source) or subject
    if isinstance(subject, Card):
        home = map_data.of(Lane).get(subject.lane)
        return (home.journey if home else ""), subject.step, subject.lane
    if isinstance(subject, Feeling):
        return subject.journey, subject.step, ""
    if isinstance(subject, Step):
        stage = map_data.of(Stage).get(subject.stage)
        return (stage.journey if stage else ""), subject.id, ""
    if isinstance(subject, Stage):
        return subject.journey, _first_step(map_data, subject), ""
    if isinstance(subject, Lane):
        return subject.journey, "", subject.id
    return (subject.id if isinstance(subject, Journey) else ""), "", ""


def _first_step(map_data: MapData, stage: Stage) -> str:
    steps = map_data.of(Step).by("stage").get(stage.id, ())
    return steps[0].id if steps else ""
