"""How much is in a map, counted in words."""

from __future__ import annotations

from journey.model import Card, Feeling, Journey, Lane, Link, MapData, Measure, Owner, Persona, Stage, Step
from resources.words import _n


def tally(map_data: MapData) -> str:
    """What a map holds, as “4 stages, 12 steps, 7 lanes, 48 cards”; what it has none of is not named."""
    journeys = len(map_data.of(Journey))
    counts = (
        _n("{n} journey", "{n} journeys", journeys).format(n=journeys) if journeys > 1 else "",
        *_of_the_grid(map_data),
        *_of_the_cards(map_data),
    )
    return ", ".join(filter(None, counts))


def _of_the_grid(map_data: MapData) -> tuple[str, ...]:
    stages, steps, lanes = (len(map_data.of(sort)) for sort in (Stage, Step, Lane))
    return (
        _n("{n} stage", "{n} stages", stages).format(n=stages),
        _n("{n} step", "{n} steps", steps).format(n=steps),
        _n("{n} lane", "{n} lanes", lanes).format(n=lanes),
    )


def _of_the_cards(map_data: MapData) -> tuple[str, ...]:
    cards, links, measures = (len(map_data.of(sort)) for sort in (Card, Link, Measure))
    feelings, owners, personas = (len(map_data.of(sort)) for sort in (Feeling, Owner, Persona))
    counted = (
        (cards, _n("{n} card", "{n} cards", cards)),
        (feelings, _n("{n} feeling", "{n} feelings", feelings)),
        (owners, _n("{n} owner", "{n} owners", owners)),
        (personas, _n("{n} persona", "{n} personas", personas)),
        (links, _n("{n} link", "{n} links", links)),
        (measures, _n("{n} measure", "{n} measures", measures)),
    )
    return tuple(words.format(n=count) for count, words in counted if count)
