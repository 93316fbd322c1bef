"""A map cut to some steps or lanes of one journey, so that it can be laid out by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from journey.handouts.hiding import only_cards
from journey.model import Card, CardKind, Feeling, Lane, LaneKind, MapData, Measure, Record, Step, map_of


def with_steps(map_data: MapData, journey: str, steps: Sequence[Step]) -> MapData:
    """The map with only these neighbouring steps of a journey; wide cards end where they end."""
    column = map_data.grid(journey).column
    first, last = column[steps[0].id], column[steps[-1].id]
    cards = {card.id: card for card in _cut(map_data, column, (first, last), steps[0].id)}
    kept = {step.id for step in steps}
    others = {step.id for step in map_data.grid(journey).steps} - kept

    def records() -> Iterator[Record]:
        for record in only_cards(map_data.records(), cards):
            gone = isinstance(record, Step) and record.id in others
            gone = gone or (isinstance(record, Feeling) and record.step in others)
            if not gone:
                yield cards[record.id] if isinstance(record, Card) else record

    return map_of(_with_stages(records(), kept, map_data, journey))


def with_lanes(map_data: MapData, journey: str, lanes: Collection[str]) -> MapData:
    """The map with the other lanes of a journey hidden."""
    hidden = {lane.id for lane in map_data.grid(journey).lanes if lane.id not in lanes}
    return map_of(
        replace(record, hidden=True) if isinstance(record, Lane) and record.id in hidden else record
        for record in map_data.records()
    )


def without_empty_lanes(map_data: MapData, journey: str, *, felt: bool) -> MapData:
    """The map with those lanes of a journey hidden that have nothing to show, and lines that part nothing.

    ``felt``: a curve runs through it, be it from a point beside it to another.
    """
    filled = {card.lane for card in map_data.of(Card)}
    shown: list[Lane] = []
    for lane in map_data.grid(journey).lanes:
        line = lane.kind is LaneKind.LINE and bool(shown) and shown[-1].kind is not LaneKind.LINE
        curve = lane.kind is LaneKind.FEELINGS and felt
        owned = lane.kind is LaneKind.OWNERS and any(c.kind is CardKind.TOUCHPOINT for c in map_data.of(Card))
        told = lane.kind is LaneKind.MEASURES and bool(map_data.of(Measure))
        if not lane.hidden and (lane.id in filled or line or curve or owned or told):
            shown.append(lane)
    if shown and shown[-1].kind is LaneKind.LINE:
        shown.pop()
    steps = {lane.id for lane in map_data.grid(journey).lanes if lane.kind is LaneKind.STEPS}
    return with_lanes(map_data, journey, steps | {lane.id for lane in shown})


def with_cards(map_data: MapData, lane: str, cards: Iterable[Card]) -> MapData:
    """The map with only these cards in a lane, which may say something else than before."""
    kept = {card.id: card for card in cards}
    others = {card.id: card for card in map_data.of(Card) if card.lane != lane}
    all_kept = others | kept
    records = only_cards(map_data.records(), all_kept)
    return map_of(all_kept[one.id] if isinstance(one, Card) else one for one in records)


def _cut(map_data: MapData, column: dict[str, int], between: tuple[int, int], start: str) -> Iterator[Card]:
    """The cards of these columns, no wider than they are; cards of other journeys are left out."""
    first, last = between
    for card in map_data.of(Card):
        if (at := column.get(card.step)) is None:
            continue
        left, right = max(at, first), min(at + card.span - 1, last)
        if left <= right:
            yield replace(card, step=start if left > at else card.step, span=right - left + 1)


def _with_stages(
    records: Iterable[Record], kept: set[str], map_data: MapData, journey: str
) -> Iterator[Record]:
    """The records without stages of the journey that have no step left."""
    stages = {step.stage for step in map_data.grid(journey).steps if step.id in kept}
    gone = {stage.id for stage in map_data.grid(journey).stages} - stages
    return (record for record in records if record.id not in gone)
