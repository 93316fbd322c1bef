"""How the plain fields of a card, a step and a stage are read from cells; None where a cell does not fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from export.sheets import column_words as words
from export.sheets.cells import TAGS, minutes_read, money_read, number_read, unpacked, whole_read, within
from export.sheets.columns import is_yes, kind_named, lane_named, word_named
from journey.clean import one_line
from journey.model import CardKind, LaneKind
from journey.model.fields import TEXT_LIMIT

Read = Callable[[str], Any]
TAG_LIMIT = 100


def _line(cell: str) -> str | None:
    return one_line(cell) if len(cell) <= TEXT_LIMIT else None


def _whole(field: str) -> Read:
    return lambda cell: whole_read(cell, "card", field)


def _money(field: str) -> Read:
    return lambda cell: within("card", field, money_read(cell))


def _minutes(field: str) -> Read:
    return lambda cell: within("step", field, minutes_read(cell))


def _tags(cell: str) -> tuple[str, ...] | None:
    tags = tuple(dict.fromkeys(one_line(tag) for tag in unpacked(cell, TAGS)))
    return tags if all(len(tag) <= TAG_LIMIT for tag in tags) else None


CARD_CELLS: dict[str, Read] = {
    "code": _line,
    "channel": _line,
    "moment_of_truth": is_yes,
    "contact": lambda cell: word_named(words.CONTACTS, cell),
    "severity": _whole("severity"),
    "evidence": lambda cell: word_named(words.KNOWLEDGE, cell),
    "status": lambda cell: word_named(words.STATUSES, cell),
    "value": _whole("value"),
    "effort": _whole("effort"),
    "cost": _money("cost"),
    "gain": _money("gain"),
    "tags": _tags,
    "span": _whole("span"),
}
"""The fields of a card that stand in a cell of their own, but for its text and note."""

STEP_CELLS: dict[str, Read] = {name: _minutes(name) for name in ("minutes", "wait_minutes")}
STAGE_CELLS: dict[str, Read] = {"phase": lambda cell: word_named(words.PHASES, cell)}

BELONGS_TO: dict[str, CardKind] = {
    "severity": CardKind.PAIN_POINT,
    "value": CardKind.IDEA,
    "effort": CardKind.IDEA,
    "cost": CardKind.IDEA,
    "gain": CardKind.IDEA,
}
"""Which card of a row with several a field is about, if the row has one; else its touchpoint."""


def lane_kind_read(cell: str, title: str) -> LaneKind | None:
    """Tell a lane's kind by the word for it, else by the lane's title; None where neither says."""
    told = next((kind for kind in LaneKind if kind == cell), None)
    return told or lane_named(cell) or lane_named(title)


def card_kind_read(cell: str) -> CardKind | None:
    """Tell a card's kind by our own word for it or one of its four-language words."""
    return next((kind for kind in CardKind if kind == cell), None) or kind_named(cell)


def place_number(cell: str) -> float | None:
    """Read the number of a stage, a step or a lane."""
    return number_read(cell)
