"""In which order differences are told: as a map is read, from what it is about to its cards."""

from __future__ import annotations

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

Place = tuple[object, ...]
_SORTS = {shape.record: place for place, shape in enumerate(SHAPES)}


def in_map_order(then: MapData, now: MapData, difference: Difference) -> tuple[int, int, int, int, int, str]:
    """By journey (what stands in none comes first), by column and sort there, by lane."""
    subject = difference.subject
    map_data = now if now.of(type(subject)).get(subject.id) is not None else then
    journey, step, lane = _place(map_data, subject)
    order = [one.id for one in map_data.journeys()]
    if journey not in order:
        return -1, _SORTS[type(subject)], 0, 0, 0, subject.id
    grid = map_data.grid(journey)
    lanes = [one.id for one in grid.lanes]
    row = lanes.index(lane) if lane in lanes else -1
    return order.index(journey), 1, grid.column.get(step, -1), _SORTS[type(subject)], row, subject.id


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
