"""Letters that choose from a menu."""

from __future__ import annotations

import pytest

from app.mnemonics import letters_for, marked


def test_first_letters_come_first_and_the_rest_of_a_word_last() -> None:
    assert letters_for(["Cut", "Paste", "Select all", "Show all"]) == ["c", "p", "s", "a"]


def test_a_line_gives_way_to_one_that_has_no_other_letter() -> None:
    letters = letters_for(["ab", "a", "b c"])
    assert letters[1] == "a"
    assert sorted(letters) == ["a", "b", "c"]


def test_a_line_with_nothing_left_has_none() -> None:
    assert sorted(letters_for(["a", "a", "…"])) == ["", "", "a"]


@pytest.mark.parametrize(
    ("words", "letter", "text"),
    [
        ("Show in the folder", "f", "Show in the &folder"),
        ("Copy", "o", "C&opy"),
        ("Save & close", "c", "Save && &close"),
        ("Ångra “Å & ö”", "å", "&Ångra “Å && ö”"),
        ("Nothing", "", "Nothing"),
        ("Nothing", "z", "Nothing"),
    ],
)
def test_the_letter_is_marked_where_it_stands(words: str, letter: str, text: str) -> None:
    assert marked(words, letter) == text
