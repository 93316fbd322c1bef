"""Headings and fixed words are known in four languages, however they are spelled."""

from __future__ import annotations

from collections import Counter

import pytest

from export.sheets.column_words import FIELDS, KINDS, LANES
from export.sheets.columns import column_named, fold, kind_named, lane_named, lane_of, spread_words
from export.sheets.csv_out import HEADINGS
from journey.edits.wording import card_word
from journey.layout import kind_word
from journey.model import CARDS_OF_LANE, CardKind, LaneKind
from resources.templates import lane_title
from resources.words import LANGUAGES, speaking


def test_a_word_does_not_depend_on_case_accents_and_punctuation() -> None:
    assert fold(" Sannhetens  ØYEBLIKK: ") == "sannhetens oyeblikk"
    assert fold("moment_of_truth") == fold("Moment-of-truth") == "moment of truth"
    assert fold("Känslor") == fold("Ka\u0308nslor") == "kanslor"
    assert fold("Række") == "raekke"


@pytest.mark.parametrize("heading", HEADINGS)
def test_our_own_headings_are_known(heading: str) -> None:
    assert column_named(heading) == heading


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Fase", "stage"),
        ("STEG", "step"),
        ("Trin", "step"),
        ("Kontaktpunkter", CardKind.TOUCHPOINT),
        ("Beröringspunkt", CardKind.TOUCHPOINT),
        ("Bakom kulisserna", CardKind.BACKSTAGE_PROCESS),
        ("Smertepunkt 2", CardKind.PAIN_POINT),
        ("Smärtpunkt", CardKind.PAIN_POINT),
        ("Ägare", "owner"),
        ("Ejer", "owner"),
        ("Känsla", "feeling"),
        ("Sandhedens øjeblik", "moment_of_truth"),
        ("Belæg", "evidence"),
        ("pain_point", CardKind.PAIN_POINT),
        ("Target group", None),
        ("", None),
    ],
)
def test_headings_are_known_in_four_languages(heading: str, meaning: str | None) -> None:
    assert column_named(heading) == meaning


@pytest.mark.parametrize("kind", list(CardKind))
def test_every_kind_of_card_is_known_by_its_own_name(kind: CardKind) -> None:
    assert kind_named(kind) == kind
    assert kind in CARDS_OF_LANE[lane_of(kind)]


@pytest.mark.parametrize("kind", list(LaneKind))
def test_every_kind_of_lane_is_known_by_its_own_name(kind: LaneKind) -> None:
    assert lane_named(kind) == kind


@pytest.mark.parametrize("table", [FIELDS, KINDS, LANES])
def test_no_word_stands_for_two_things(table: dict[str, str]) -> None:
    words = Counter(word for listed in table.values() for word in set(spread_words(listed)))
    assert not [word for word, times in words.items() if times > 1]


def test_fields_and_kinds_share_no_heading() -> None:
    fields = {word for listed in FIELDS.values() for word in spread_words(listed)}
    assert not fields & {word for listed in KINDS.values() for word in spread_words(listed)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CardKind)
def test_what_the_interface_calls_a_card_names_it_in_a_sheet_too(language: str, kind: CardKind) -> None:
    with speaking(language):
        words = {kind_word(kind), card_word(kind)}
    assert {kind_named(word) or column_named(word) for word in words} <= {kind, "note"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_interface_calls_a_lane_names_it_in_a_sheet_too(language: str) -> None:
    with speaking(language):
        titles = {kind: lane_title(str(kind)) for kind in LaneKind}
    # Pictures in a sheet are those of the storyboard.
    meant = {kind: lane_named(title) for kind, title in titles.items() if kind is not LaneKind.PICTURES}
    assert meant == {kind: kind for kind in meant}
