"""Small maps for tests, with ids one can read: journey, stage-1, step-1 ..., lanes named by their kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from journey.model import (
    CARDS_OF_LANE,
    Card,
    Change,
    Journey,
    Lane,
    LaneKind,
    MapData,
    Record,
    Stage,
    Step,
    Workshop,
    map_of,
)
from journey.rank import spread

R = TypeVar("R", bound=Record)

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS, LaneKind.QUESTIONS)


def a_map(
    stages: int = 2,
    steps: int = 2,
    lanes: Sequence[LaneKind] = LANES,
    records: Iterable[Record] = (),
) -> MapData:
    """A workshop with one journey of so many stages, each of so many steps; ``records`` come along."""
    workshop = Workshop(id="workshop", title="A workshop")
    return map_of([workshop, *a_journey("", stages, steps, lanes), *records])


def a_journey(
    prefix: str = "", stages: int = 1, steps: int = 1, lanes: Sequence[LaneKind] = LANES
) -> list[Record]:
    """The records of a journey whose ids begin with ``prefix``."""
    journey = Journey(id=f"{prefix}journey", title="A journey")
    records: list[Record] = [journey]
    for place, rank in enumerate(spread(stages)):
        stage = Stage(
            id=f"{prefix}stage-{place + 1}", journey=journey.id, title=f"Stage {place + 1}", rank=rank
        )
        records.append(stage)
        for column, step_rank in enumerate(spread(steps), place * steps + 1):
            step = Step(id=f"{prefix}step-{column}", stage=stage.id, title=f"Step {column}", rank=step_rank)
            records.append(step)
    for kind, rank in zip(lanes, spread(len(lanes)), strict=True):
        records.append(
            Lane(id=f"{prefix}{kind}", journey=journey.id, kind=kind, title=kind.title(), rank=rank)
        )
    return records


def a_card(card: str, lane: str, step: str, **values: Any) -> Card:
    """A card in the lane named by its kind, of the kind usual there, with its id as text."""
    kind = CARDS_OF_LANE[LaneKind(lane.rpartition("-")[2])][0]
    return Card(**{"id": card, "lane": lane, "step": step, "kind": kind, "text": card, **values})


def new_of(change: Change, sort: type[R]) -> R:
    """The record that a change begins with, which is of this sort."""
    record = change.touches[0].after
    assert isinstance(record, sort)
    return record


def cell(map_data: MapData, lane: str, step: str) -> list[str]:
    """The ids of a cell's cards, from the top."""
    return [card.id for card in map_data.of(Card).by("lane", "step").get((lane, step), ())]


def titles(records: Iterable[Stage | Step | Lane | Journey]) -> list[str]:
    """What these are called, in order."""
    return [record.title for record in records]


def card_saying(map_data: MapData, text: str) -> Card:
    """The first card with this text."""
    return next(one for one in map_data.of(Card) if one.text == text)
