"""How well cards are known by the sources that back them: what these bear out raises what a card says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journey.edits.records import Pairs
from journey.model import Backing, Card, Change, Evidence, Knowledge, MapData, Method, joined, replacing

_RANKS = tuple(Knowledge)
"""From guess to researched."""


def known_by_sources(map_data: MapData, card: str) -> Knowledge:
    """How well a card is known by its sources alone: told by staff only, partly by any other."""
    backings = map_data.of(Backing).by("card").get(card, ())
    methods = {map_data.of(Evidence)[one.evidence].method for one in backings}
    if not methods:
        return Knowledge.GUESS
    return Knowledge.TOLD if methods == {Method.STAFF} else Knowledge.PARTLY


def with_knowledge(map_data: MapData, change: Change) -> Change:
    """A change of sources together with what it means for the cards they back, as one step.

    A card goes up to what its sources now make it. It never goes down by itself: whether the room or a
    source had brought it there is not told by a card, and a judgement is not ours to take away.
    """
    after = map_data.apply(change)
    pairs: Pairs[Card] = []
    for card in dict.fromkeys(_concerned(map_data, after, change)):
        before, now = known_by_sources(map_data, card), known_by_sources(after, card)
        old = after.of(Card)[card]
        if _less(before, now) and _less(old.evidence, now):
            pairs.append((old, replace(old, evidence=now)))
    return joined(change.label, [change, replacing(change.label, pairs)])


def _concerned(before: MapData, after: MapData, change: Change) -> Iterator[str]:
    """The cards whose sources a change touches."""
    for touch in change.touches:
        if isinstance(touch.record, Backing):
            yield touch.record.card
        elif isinstance(touch.record, Evidence):
            for m in (before, after):
                yield from (one.card for one in m.of(Backing).by("evidence").get(touch.record.id, ()))


def _less(one: Knowledge, other: Knowledge) -> bool:
    return _RANKS.index(one) < _RANKS.index(other)
