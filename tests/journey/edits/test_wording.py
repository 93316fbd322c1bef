"""How things are named in the undo menu and in refusals."""

from __future__ import annotations

import pytest

from journey import edits
from journey.edits.wording import called, card_word, quotable, short, tidied
from journey.model import CardKind, CardStatus, Feeling, Owner
from tests.builders import a_card, a_map


def test_every_kind_of_card_has_a_word_of_its_own() -> None:
    assert len({card_word(kind) for kind in CardKind}) == len(CardKind)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Emergency line", "Emergency line"),
        ("two\nlines", "two lines"),
        ("x" * 32, "x" * 32),
        ("x" * 33, "x" * 31 + "…"),
        ("thirty letters and then a blank so", "thirty letters and then a blank…"),
    ],
)
def test_a_name_fits_a_menu(text: str, line: str) -> None:
    assert short(text) == line


def test_a_record_is_called_by_what_people_see_of_it() -> None:
    assert called(Owner(id="o", name="Claims")) == "Claims"
    assert called(a_card("c", "systems", "step-1", text="", code="S1")) == "S1"
    assert called(Feeling(id="f", journey="j", step="s", word="relieved")) == "relieved"
    assert called(Feeling(id="f", journey="j", step="s")) == "…"


def test_text_is_tidied_by_what_its_field_may_hold() -> None:
    assert tidied("note", " a\r\nb ") == "a\nb"
    assert tidied("title", " a\r\nb ") == "a b"
    assert tidied("tags", ["a ", "", "a", "b"]) == ("a", "b")
    assert tidied("status", CardStatus.OPEN) is CardStatus.OPEN
    assert tidied("value", 3) == 3


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("“Nine days. I thought they had lost me.”", "Nine days. I thought they had lost me."),
        ("«Ni dager.»", "Ni dager."),
        ("“We will contact you” text message", "‘We will contact you’ text message"),
        ("“Yes” and “no”", "‘Yes’ and ‘no’"),
        ('"', "’"),
        ("Plain", "Plain"),
    ],
)
def test_between_quotation_marks_stand_no_others(words: str, bare: str) -> None:
    assert quotable(words) == bare
    map_data = a_map(records=[a_card("quote", "touchpoints", "step-1", text=words)])
    assert edits.remove_cards(map_data, ["quote"]).label == f"Remove “{short(bare)}”"
