"""A map told in words, so that two can be compared without their ids and ranks."""

from __future__ import annotations

from typing import Any

from journey.model import (
    Card,
    Feeling,
    Journey,
    Link,
    MapData,
    Owner,
    Ownership,
    Persona,
)

Told = dict[str, Any]


def told(m: MapData, journey: Journey) -> Told:
    """One journey of a map: what stands where, who answers, how it feels."""
    grid = m.grid(journey.id)
    lanes, steps = {one.id: one.title for one in grid.lanes}, {one.id: one.title for one in grid.steps}
    cards = {one.id: one for one in m.of(Card) if one.lane in lanes}
    return {
        "title": journey.title,
        "stages": [(one.title, one.phase, [it.title for it in grid.steps_of(one.id)]) for one in grid.stages],
        "lanes": [one.title for one in grid.lanes],
        "cards": {
            (
                *(lanes[one.lane], steps[one.step], one.kind, one.text, one.channel),
                *(one.span, one.moment_of_truth),
            )
            for one in cards.values()
        },
        "feelings": {
            (steps[it.step], it.score, it.word, m.of(Persona)[it.persona].name if it.persona else "")
            for it in m.of(Feeling)
            if it.journey == journey.id
        },
        "links": {
            (cards[one.source].text, cards[one.target].text, one.kind, one.label)
            for one in m.of(Link)
            if one.source in cards
        },
        "owners": {
            (m.of(Owner)[one.owner].name, cards[one.card].text, one.role)
            for one in m.of(Ownership)
            if one.card in cards
        },
    }
