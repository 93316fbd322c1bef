"""Which characters may stand in a map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.clean import clean, is_clean, one_line


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_is_clean_stays_as_it_is_and_can_be_written_to_a_file(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert is_clean(once)
    assert is_clean(text) == (once == text)
    assert once.encode().decode() == once


@given(st.text())
def test_one_line_has_no_line_ends_and_no_blanks_to_spare(text: str) -> None:
    line = one_line(text)
    assert is_clean(line)
    assert "\n" not in line
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\x0bd\x85e\u2028f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a b"),
        ("a\u030a", "å"),
        ("sam\u00adtykke", "samtykke"),
        ("\ufeffbom", "bom"),
        ("nul\0and\x1bescape", "nulandescape"),
        ("\u202egnp.exe", "gnp.exe"),
        ("half \ud83d", "half "),
        ("b\u2066c\u2069d", "bcd"),
        ("not\ufffea\U0001ffffcharacter", "notacharacter"),
        ("a\u00ad\u030a", "å"),
        ("👩\u200d🚀 שלום", "👩\u200d🚀 שלום"),
    ],
)
def test_text_from_elsewhere_is_brought_to_one_form(typed: str, kept: str) -> None:
    assert clean(typed) == kept
