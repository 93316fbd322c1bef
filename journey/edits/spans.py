"""What becomes of cards that cover several steps when steps come, go or move."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from journey.edits.records import Pairs
from journey.model import Card, Change, MapData, Step, replacing


def columns(map_data: MapData, journey: str) -> dict[str, list[str]]:
    """The ids of a journey's steps, in order, by the ids of its stages, in order."""
    of_stage = map_data.of(Step).by("stage")
    stages = map_data.grid(journey).stages
    return {stage.id: [step.id for step in of_stage.get(stage.id, ())] for stage in stages}


def reordered(
    map_data: MapData, journey: str, after: Mapping[str, Sequence[str]], moved: Collection[str] = ()
) -> Change:
    """What wide cards become when the journey's columns (as of ``columns``) are to be these.

    A part of a greater change, hence without a label.
    """
    order = [step for steps in after.values() for step in steps]
    return replacing("", spans_kept(map_data, journey, order, moved))


def covered_steps(map_data: MapData, journey: str, card: Card) -> list[str]:
    """The ids of the steps a card covers, in order."""
    grid = map_data.grid(journey)
    first = grid.column[card.step]
    return [step.id for step in grid.steps[first : first + card.span]]


def spans_kept(
    map_data: MapData, journey: str, order: Sequence[str], moved: Collection[str] = ()
) -> Pairs[Card]:
    """The wide cards that must change when a journey's steps (ids) are to stand in this order.

    A card goes on covering from the first to the last of its steps that did not move: it grows with a
    step that comes in between and shrinks without one that goes. A step that moved stays covered as
    long as it touches the others. A card all of whose steps go is not mentioned.
    """
    column = {step: place for place, step in enumerate(order)}
    pairs = []
    for card in _wide_cards(map_data, journey):
        covered = [step for step in covered_steps(map_data, journey, card) if step in column]
        if covered:
            first, last = _reach(
                {column[step] for step in covered}, {column[step] for step in covered if step not in moved}
            )
            pairs.append((card, replace(card, step=order[first], span=last - first + 1)))
    return [(old, new) for old, new in pairs if old != new]


def _wide_cards(map_data: MapData, journey: str) -> list[Card]:
    of_lane = map_data.of(Card).by("lane")
    lanes = map_data.grid(journey).lanes
    return [card for lane in lanes for card in of_lane.get(lane.id, ()) if card.span > 1]


def _reach(covered: set[int], stayed: set[int]) -> tuple[int, int]:
    first, last = min(stayed or covered), max(stayed or covered)
    while first - 1 in covered:
        first -= 1
    while last + 1 in covered:
        last += 1
    return first, last
