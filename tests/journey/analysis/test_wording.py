"""How findings name things."""

from __future__ import annotations

import pytest

from journey.analysis.wording import name, number, spelt
from journey.model import Card, CardKind, Step
from resources.words import speaking


def a_card(text: str, code: str = "") -> Card:
    return Card(id="c", lane="l", step="s", kind=CardKind.TOUCHPOINT, text=text, code=code)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Assessor’s visit", "“Assessor’s visit”"),
        ("Call\nin the morning", "“Call”"),
        ("\n  Call  \n", "“Call”"),
        ("“We will contact you” text message", "“‘We will contact you’ text message”"),
        ("»Your parcel is ready«", "“Your parcel is ready”"),
        ("Hears: “We will contact you within a week, or so”", "“Hears: ‘We will contact you within a…’”"),
        ("The settlement letter that comes by ordinary post", "“The settlement letter that comes by…”"),
        ("x" * 50, "“" + "x" * 40 + "…”"),
        ("", "a card without text"),
        ("\n ", "a card without text"),
    ],
)
def test_a_card_is_named_by_its_first_line_cut_at_a_word(text: str, named: str) -> None:
    assert name(a_card(text)) == named


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", "“Says: ‘Come in’ (‘now’)”"),
        ("nb", "«Says: ‘Come in’ (‘now’)»"),
        ("sv", "”Says: ’Come in’ (’now’)”"),
        ("da", "»Says: \u203aCome in\u2039 (\u203anow\u2039)«"),
    ],
)
@pytest.mark.parametrize(
    "quoted",
    ['"Come in" ("now")', "«Come in» («now»)", "»Come in« (»now«)", "”Come in” („now“)"],
)
def test_quotes_within_a_name_are_the_single_ones_of_the_language(
    language: str, named: str, quoted: str
) -> None:
    with speaking(language):
        assert name(a_card(f"Says: {quoted}")) == named


def test_a_card_without_text_is_named_by_its_code() -> None:
    assert name(a_card("", "T14")) == "“T14”"
    assert name(a_card(" \n", "T14")) == "“T14”"


def test_a_step_without_a_title_has_a_name_all_the_same() -> None:
    assert name(Step(id="s", stage="g", title="")) == "one without a title"


def test_small_counts_are_words_and_large_ones_digits() -> None:
    assert [spelt(n) for n in (1, 2, 9, 10)] == ["1", "two", "nine", "10"]


@pytest.mark.parametrize(("language", "text"), [("en", "2.5"), ("nb", "2,5"), ("sv", "2,5"), ("da", "2,5")])
def test_a_number_has_the_decimal_mark_of_the_language(language: str, text: str) -> None:
    with speaking(language):
        assert (number(2.5), number(3.0)) == (text, "3")
