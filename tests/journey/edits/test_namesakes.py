"""Who is called alike is found, and one is made of them by what they are."""

from __future__ import annotations

import pytest

from journey.edits.namesakes import made_one, name_of, namesakes
from journey.model import Card, Evidence, MapData, Owner, Persona, Refused
from tests.builders import a_card, a_map


def a_town() -> MapData:
    """Owners, personas and sources, several of them called alike."""
    called = ("Passport office", "Police", "passport  OFFICE", "police", "Straße", "STRASSE", "Harbour")
    owners = [Owner(id=f"01{place:08d}{0:016d}", name=name) for place, name in enumerate(called)]
    return a_map(
        records=[
            *reversed(owners),
            Persona(id="per", name="Per"),
            Persona(id="per-2", name="PER"),
            Evidence(id="talks", title="Talks"),
            Evidence(id="talks-2", title="talks"),
            a_card("call", "touchpoints", "step-1"),
        ]
    )


def test_those_of_one_name_are_found_whatever_its_capitals_and_spaces_first_made_first() -> None:
    found = namesakes(a_town(), Owner)
    assert [[int(one[2:10]) for one in group] for group in found] == [[0, 2], [1, 3], [4, 5]]
    assert namesakes(a_town(), Persona) == [("per", "per-2")]


def test_one_is_made_of_those_of_any_sort() -> None:
    map_data = a_town()
    for sort in (Owner, Persona, Evidence):
        before = len(map_data.of(sort))
        kept, *others = namesakes(map_data, sort)[0]
        change = made_one(map_data, kept, others)
        after = map_data.apply(change)
        assert (kept in after.of(sort), len(after.of(sort))) == (True, before - 1)
        assert after.apply(change.reversed()) == map_data


def test_nothing_is_made_of_what_is_gone_or_of_cards() -> None:
    for kept in ("gone", "call"):
        with pytest.raises(Refused, match="no longer in the map"):
            made_one(a_town(), kept, ["per"])
    assert name_of(a_town().of(Card)["call"]) is None
