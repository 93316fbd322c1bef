"""Whatever is left of a map, it is made to fit together again, and no card loses its words."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from journey.model import SHAPE_OF, Card, CardKind, Lane, LaneKind, MapData, Record, check_all
from storage.salvage.mending import mended_map
from tests.storage.maps import everything

STRANGE = ("nowhere", "two\nlines", "x" * 70, "")


def battered(chance: random.Random) -> list[Record]:
    """Some records of a map, pointing anywhere."""
    spared = chance.random()
    records = [one for one in everything().records() if chance.random() < spared or chance.random() < 0.5]
    ids = [record.id for record in everything().records()] + list(STRANGE)
    for place, record in enumerate(records):
        if chance.random() < 0.3:
            records[place] = pointing_elsewhere(record, ids, chance)
    twice = [replace(one, id=f"again-{one.id[:50]}") for one in chance.sample(records, len(records) // 5)]
    return records + twice


def pointing_elsewhere(record: Record, ids: list[str], chance: random.Random) -> Record:
    if isinstance(record, Lane):
        return replace(record, kind=chance.choice(list(LaneKind)))
    if isinstance(record, Card) and chance.random() < 0.5:
        return replace(record, span=chance.choice([1, 5, 999]), kind=chance.choice(list(CardKind)))
    for reference in SHAPE_OF[type(record)].references:
        record = replace(record, **{reference.field: chance.choice(ids)})  # type: ignore[arg-type]
    return record


def mended(records: list[Record]) -> MapData:
    return mended_map({(type(record), record.id): record for record in records})[0]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_left_of_a_map_is_made_to_fit(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        check_all(mended(battered(chance)))


def test_a_whole_map_stays_as_it_is() -> None:
    assert mended(list(everything().records())) == everything()


def test_a_card_alone_keeps_its_words_and_gets_a_place() -> None:
    (call,) = (one for one in everything().of(Card) if one.id == "call")
    made = mended([call])
    assert [(card.text, card.kind) for card in made.of(Card)] == [(call.text, call.kind)]
    assert len(made.journeys()) == 1
