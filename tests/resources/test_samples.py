"""The sample workshops load, hold together and show everything a map can hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

import pytest

from journey.model import (
    SHAPES,
    Action,
    ActionStatus,
    Asset,
    Card,
    CardKind,
    CardStatus,
    Contact,
    Evidence,
    Feeling,
    Journey,
    Judgement,
    Knowledge,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Measure,
    MeasureKind,
    Method,
    Ownership,
    OwnershipRole,
    Record,
    State,
    Verdict,
    Workshop,
    check_all,
    map_of,
)
from journey.plain import from_plain
from resources.samples import SAMPLES, sample_bytes
from resources.words import LANGUAGES

Maps = dict[str, MapData]
R = TypeVar("R", bound=Record)


def records_of(name: str) -> Iterator[Record]:
    content = json.loads(sample_bytes(name))
    assert content["reisekart"] == 1
    for sort, rows in content["records"].items():
        yield from (from_plain(sort, row) for row in rows)


@pytest.fixture(scope="module")
def maps() -> Maps:
    return {name: map_of(records_of(name)) for name in SAMPLES}


def in_all(maps: Maps, sort: type[R]) -> list[R]:
    return [record for content in maps.values() for record in content.of(sort)]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_consistent(maps: Maps, name: str) -> None:
    check_all(maps[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_what_it_is_offered_as(maps: Maps, name: str) -> None:
    (workshop,) = maps[name].of(Workshop)
    assert (workshop.title, workshop.language) == (SAMPLES[name].title, SAMPLES[name].language)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_a_workshop_s_worth(maps: Maps, name: str) -> None:
    content = maps[name]
    first = next(iter(content.journeys()))
    grid = content.grid(first.id)
    of_lane = content.of(Card).by("lane")
    assert 8 <= len(grid.steps) <= 14
    assert 35 <= sum(len(of_lane.get(lane.id, ())) for lane in grid.lanes) <= 70


@pytest.mark.parametrize("name", SAMPLES)
def test_the_cards_of_a_sample_carry_codes_of_their_own(maps: Maps, name: str) -> None:
    lanes = maps[name].of(Lane)
    codes = [(lanes[card.lane].journey, card.code) for card in maps[name].of(Card)]
    assert all(code for _, code in codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_touchpoint_of_a_sample_has_a_channel(maps: Maps, name: str) -> None:
    touchpoints = [card for card in maps[name].of(Card) if card.kind == CardKind.TOUCHPOINT]
    assert touchpoints
    assert all(card.channel for card in touchpoints)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_touchpoints_that_nobody_owns_yet(maps: Maps, name: str) -> None:
    owned = maps[name].of(Ownership).by("card")
    touchpoints = [card for card in maps[name].of(Card) if card.kind == CardKind.TOUCHPOINT]
    assert 1 <= sum(card.id not in owned for card in touchpoints) < len(touchpoints) / 2


def test_there_is_a_sample_in_every_language_spoken() -> None:
    assert {sample.language for sample in SAMPLES.values()} == set(LANGUAGES)


def test_the_samples_hold_every_sort_of_record(maps: Maps) -> None:
    assert [shape.name for shape in SHAPES if not in_all(maps, shape.record)] == []


def test_the_samples_have_every_kind_of_lane(maps: Maps) -> None:
    assert {lane.kind for lane in in_all(maps, Lane)} == set(LaneKind)


@pytest.mark.parametrize(
    ("sort", "field", "kinds"),
    [
        (Card, "kind", CardKind),
        (Card, "contact", Contact),
        (Card, "evidence", Knowledge),
        (Card, "status", CardStatus),
        (Link, "kind", LinkKind),
        (Measure, "kind", MeasureKind),
        (Evidence, "method", Method),
        (Action, "status", ActionStatus),
        (Ownership, "role", OwnershipRole),
        (Verdict, "judgement", Judgement),
        (Journey, "state", State),
    ],
)
def test_the_samples_use_every_word_there_is(
    maps: Maps, sort: type[Record], field: str, kinds: type[StrEnum]
) -> None:
    assert {getattr(record, field) for record in in_all(maps, sort)} == set(kinds)


def test_an_intended_journey_stands_beside_the_one_it_answers(maps: Maps) -> None:
    journeys = maps["water-damage"].of(Journey)
    (intended,) = (journey for journey in journeys if journey.state == State.INTENDED)
    assert intended.intended_for is not None
    assert journeys[intended.intended_for].state == State.CURRENT


def test_a_journey_drills_down_from_a_card(maps: Maps) -> None:
    content = maps["nytt-lonesystem"]
    (below,) = (journey for journey in content.of(Journey) if journey.parent_card)
    assert below.parent_card in content.of(Card)


def test_each_buying_role_has_its_own_curve_and_the_waits_are_known(maps: Maps) -> None:
    content = maps["nytt-lonesystem"]
    first = next(iter(content.journeys()))
    feelings = [feeling for feeling in content.of(Feeling) if feeling.journey == first.id]
    assert len({feeling.persona for feeling in feelings}) == 4
    assert all(step.wait_minutes for step in content.grid(first.id).steps[:-1])


def test_the_pictures_are_small_and_as_large_as_they_say(maps: Maps) -> None:
    pictures = in_all(maps, Asset)
    assert all(picture.media_type == "image/png" for picture in pictures)
    assert all(len(picture.data) < 24_000 for picture in pictures)
    for picture in pictures:
        size = picture.width.to_bytes(4, "big") + picture.height.to_bytes(4, "big")
        assert picture.data[16:24] == size


def test_a_name_that_is_no_sample_is_refused() -> None:
    with pytest.raises(KeyError):
        sample_bytes("../errors")
