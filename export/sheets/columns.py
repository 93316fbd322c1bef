"""What the heading of a column means, and a word in a cell that stands for one of the model's fixed words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from export.sheets import column_words as words
from journey.model import CARDS_OF_LANE, CardKind, LaneKind

Word = TypeVar("Word", bound=StrEnum)
_LONGEST = 200
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ð": "d", "ß": "ss"})


def fold(text: str) -> str:
    """Give the word without case, accents, punctuation: “Sannhetens øyeblikk:” is “sannhetens oyeblikk”."""
    return _folded(text[:_LONGEST])


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+|[✓✔]", letters))


@cache
def spread_words(listed: str) -> tuple[str, ...]:
    """Give the folded words of a list with commas."""
    return tuple(fold(word) for word in listed.split(","))


def column_named(heading: str) -> str | CardKind | None:
    """Tell which field a heading names, or which kind of card fills its column; None where nobody knows.

    A number at its end does not matter: “Pain 2” is a pain point.
    """
    folded = fold(heading)
    return _headings().get(folded) or _headings().get(re.sub(r" ?\d+$", "", folded))


@cache
def _headings() -> dict[str, str | CardKind]:
    fields = {word: name for name, listed in words.FIELDS.items() for word in spread_words(listed)}
    kinds = {word: kind for kind, listed in words.KINDS.items() for word in spread_words(listed)}
    return {**kinds, **fields}


def kind_named(text: str) -> CardKind | None:
    """Tell which kind of card a word means: “pain”, “Smertepunkt”."""
    return _kinds().get(fold(text))


@cache
def _kinds() -> dict[str, CardKind]:
    extra = {fold(word): kind for word, kind in (("gain", CardKind.GAIN), ("note", CardKind.NOTE))}
    return extra | {word: kind for kind, listed in words.KINDS.items() for word in spread_words(listed)}


def lane_named(text: str) -> LaneKind | None:
    """Tell which kind of lane a word means: “touchpoints”, “Bak kulissene”."""
    return _lanes().get(fold(text))


@cache
def _lanes() -> dict[str, LaneKind]:
    by_card = {word: lane_of(kind) for word, kind in _kinds().items()}
    return by_card | {word: kind for kind, listed in words.LANES.items() for word in spread_words(listed)}


@cache
def lane_of(kind: CardKind) -> LaneKind:
    """Give the kind of lane that takes this kind of card; a picture belongs to the storyboard."""
    return next(lane for lane, kinds in CARDS_OF_LANE.items() if kind in kinds)


def word_named(table: Mapping[Word, str], text: str) -> Word | None:
    """Tell which of the words of a table a text means."""
    folded = fold(text)
    return next((word for word, listed in table.items() if folded in spread_words(listed)), None)


def is_yes(text: str) -> bool | None:
    """Tell whether a text says yes or no; None where it says neither."""
    folded = fold(text)
    if folded in spread_words(words.YES):
        return True
    return False if folded in spread_words(words.NO) else None
