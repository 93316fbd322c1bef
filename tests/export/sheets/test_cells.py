"""What a cell holds comes back from it, and is no formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.sheets.cells import (
    ITEMS,
    PARTS,
    TAGS,
    harmless,
    minutes_read,
    money_read,
    number_read,
    number_written,
    packed,
    restored,
    score_read,
    unpacked,
)

_letters = st.sampled_from("'=+-@;,|\\ \n\tab\uff1d") | st.characters()
_texts = st.text(_letters, max_size=10)


@given(_texts)
def test_a_harmless_text_is_no_formula_and_comes_back(text: str) -> None:
    assert harmless(text)[:1] not in set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20") - {""}
    assert restored(harmless(text)) == text


@pytest.mark.parametrize(
    ("text", "cell"), [("=1", "'=1"), ("'=1", "''=1"), ("'quoted'", "'quoted'"), ("a=1", "a=1"), ("", "")]
)
def test_only_what_could_be_a_formula_gets_an_apostrophe(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert restored(cell) == text


@given(st.floats(-1e12, 1e12) | st.integers(-(10**12), 10**12), st.sampled_from(".,"))
def test_a_number_comes_back(value: float, decimal: str) -> None:
    assert number_read(number_written(value, decimal)) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567,8", 1234567.8),
        ("\u22123", -3),
        ("+2", 2),
        ("38 %", 38),
        ("1e3", 1000),
        (".5", 0.5),
        ("", None),
        ("1,2,3", None),
        ("1-2", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        ("0x10", None),
        ("٣", None),
        ("9" * 500, None),
        ("five", None),
    ],
)
def test_numbers_are_read_as_people_write_them(cell: str, value: float | None) -> None:
    assert number_read(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"), [("1 500 kr", 1500), ("1500,-", 1500), ("€", None), ("20 NOK", 20), ("x" * 99, None)]
)
def test_money_may_have_its_currency(cell: str, value: float | None) -> None:
    assert money_read(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [("90", 90), ("1,5 timme", 90), ("2 min.", 2), ("5 parsecs", None), ("", None), ("soon", None)],
)
def test_a_time_may_have_its_unit(cell: str, value: float | None) -> None:
    assert minutes_read(cell) == value


@pytest.mark.parametrize(("cell", "value"), [("--", -2), ("+", 1), ("🙂", 1), ("1,5", 1.5), ("glad", None)])
def test_a_score_may_be_a_sign_or_a_face(cell: str, value: float | None) -> None:
    assert score_read(cell) == value


@given(st.lists(_texts.map(str.strip).filter(bool), max_size=4), st.sampled_from([ITEMS, PARTS, TAGS]))
def test_a_list_comes_back(items: list[str], marks: str) -> None:
    assert unpacked(packed(items, marks), marks) == items


def test_a_backslash_that_guards_nothing_is_plain() -> None:
    assert unpacked("DOMAIN\\nils; a\\") == ["DOMAIN\\nils", "a\\"]
    assert unpacked("a\\; b; c") == ["a; b", "c"]
