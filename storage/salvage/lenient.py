"""A record from a row that is partly damaged or false: what can be kept is kept, the rest is as usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any, get_type_hints

from journey.clean import clean
from journey.model import CardKind, LaneKind, Record
from journey.model.fields import LONG_FIELDS, LONG_TEXT_LIMIT, TEXT_LIMIT
from storage.rows import ROWS
from storage.salvage.forms import UNREADABLE, Values, record_of

_LAST_RANK = "z"
_USUAL: dict[str, Any] = {"LaneKind": LaneKind.NOTES, "CardKind": CardKind.NOTE}
"""What stands for a word that cannot be read, where the record has no usual one."""


def amended(
    sort: type[Record], values: Values, pictures: Mapping[str, bytes]
) -> tuple[Record, tuple[str, ...]] | None:
    """The record without what cannot stand in it, and the names of the fields that were mended.

    None where too little is left: no id, no picture, nothing to point to.
    """
    rows, spoilt, cells = ROWS[sort], [], list(values)
    sample = _sample(sort, values)
    if sample is None:
        return None
    for place, name in enumerate(rows.columns):
        if not _stands(sort, sample, place, values[place]):
            spoilt.append(name)
            cells[place] = _instead(sort, name, values[place])
    try:
        return record_of(sort, tuple(cells), pictures), tuple(spoilt)
    except UNREADABLE:
        return None


def _sample(sort: type[Record], values: Values) -> Values | None:
    """A row of this id with nothing wrong in it, to try each value in."""
    instead = [_instead(sort, name, None) for name in ROWS[sort].columns]
    cells = (values[0], *instead[1:])
    try:
        record_of(sort, cells)
    except UNREADABLE:
        return None
    return cells


def _stands(sort: type[Record], sample: Values, place: int, value: Any) -> bool:
    try:
        record_of(sort, (*sample[:place], value, *sample[place + 1 :]))
    except UNREADABLE:
        return False
    return True


def _instead(sort: type[Record], name: str, value: Any) -> Any:
    """What stands in a cell in the place of a value that cannot."""
    hint = get_type_hints(sort)[name]
    if isinstance(value, str) and hint is str and name not in ("rank", "colour", "date", "due", "id"):
        return clean(str(value))[: LONG_TEXT_LIMIT if name in LONG_FIELDS else TEXT_LIMIT]
    if name == "rank":
        return _LAST_RANK
    usual = next(one.default for one in fields(sort) if one.name == name)
    return _bare(hint) if usual is MISSING else _cell(usual)


def _bare(hint: Any) -> Any:
    """A value for a field that has no usual one."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str(_USUAL.get(hint.__name__, next(iter(hint))))
    return 1 if hint is int else "?"


def _cell(usual: Any) -> Any:
    if isinstance(usual, StrEnum):
        return str(usual)
    if isinstance(usual, tuple):
        return "[]"
    return int(usual) if isinstance(usual, bool) else usual
