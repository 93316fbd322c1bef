"""Feelings as people jot them down: with a sign, or with their word beside the number."""

from __future__ import annotations

import pytest

from journey.model import Feeling
from tests.export.sheets.small_sheets import read, told


@pytest.mark.parametrize(
    ("cells", "scores"),
    [
        (["+1", "+2", "3"], [1, 2]),
        (["4", ":-(", "+2"], [2]),
        (["+1 glad", "-1"], [1, -1]),
        (["+4", "-5"], [1.6, -2]),
        (["++", "5"], [2]),
    ],
)
def test_a_plus_tells_of_a_scale_with_a_middle_and_a_stray_number_is_told(
    cells: list[str], scores: list[float]
) -> None:
    sheet = "step;feeling\n" + "".join(f"s{n};{cell}\n" for n, cell in enumerate(cells))
    assert [one.score for one in read(sheet).of(Feeling)] == scores
    strays = [line for line, message in told(sheet) if message.startswith("A feeling needs a number")]
    assert len(strays) == len(cells) - len(scores)


@pytest.mark.parametrize(
    ("cell", "score", "word"),
    [
        ("2 proud", 2, "proud"),
        ("Hopeful (+1)", 1, "Hopeful"),
        ("+1 relieved", 1, "relieved"),
        ("\u22121,5: let down", -1.5, "let down"),
        ("-2 - fed up", -2, "fed up"),
        ("fed up -2", -2, "fed up"),
        ("Very glad: 2", 2, "Very glad"),
    ],
)
def test_a_feeling_may_have_its_word_beside_its_number(cell: str, score: float, word: str) -> None:
    sheet = f"step;feeling\nBuy;{cell}\n"
    assert [(one.score, one.word) for one in read(sheet).of(Feeling)] == [(score, word)]
    assert not told(sheet)


@pytest.mark.parametrize("cell", ["4/5 stars", "2 of 5", "1-2 days", "sad", "50 % glad", "Room 2"])
def test_words_with_other_numbers_are_no_score(cell: str) -> None:
    assert not read(f"step;feeling\nBuy;{cell}\n").of(Feeling)


def test_the_words_of_a_feeling_are_kept_from_both_columns() -> None:
    (feeling,) = read("step;feeling;word\nBuy;1 glad;calm\n").of(Feeling)
    assert feeling.word == "glad, calm"
