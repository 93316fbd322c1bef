"""What may stand in a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.text import clean


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        ("kunde\x00reise\x1b", "kundereise"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ufeffmark", "mark"),
        ("a\u202eb\u2066c\u2069d", "abcd"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("not\ufffea\U0001ffffcharacter", "notacharacter"),
        ("tab\there", "tab here"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0cg", "a\nb\nc\nd\ne\nf\ng"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("a\u00ad\u030a", "å"),
    ],
)
def test_what_cannot_be_seen_goes_and_the_rest_is_composed(given_text: str, cleaned: str) -> None:
    assert clean(given_text) == cleaned


def test_joiners_that_make_one_emoji_of_several_stay() -> None:
    assert clean("👩\u200d🔧") == "👩\u200d🔧"


@given(st.text(st.characters(codec=None)))
def test_a_clean_text_stays_as_it_is_and_can_be_written_to_a_file(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once
