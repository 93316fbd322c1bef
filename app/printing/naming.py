"""How what is said of a print names a card or a step: the card's code and the beginning of its text."""

from __future__ import annotations

from journey.model import Card, MapData, Step
from journey.quoting import quoted


def name_of(map_data: MapData, record: str) -> str:
    """A card by its code and the beginning of its text, a step by its title; empty for anything else."""
    if (card := map_data.of(Card).get(record)) is not None:
        return " ".join(filter(None, (card.code, quoted(card.text))))
    step = map_data.of(Step).get(record)
    return quoted(step.title) if step else ""
