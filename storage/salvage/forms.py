"""What a row of each table looks like, so that a row is known for what it is wherever it turns up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from journey.model import SHAPE_NAMED, SHAPES, Record, Refused
from journey.model.fields import check_fields
from journey.versions import VersionKind
from storage.rows import ROWS, blob_name
from storage.salvage.pages import Row
from storage.salvage.values import Torn, Value

UNREADABLE = (ValueError, TypeError, LookupError, RecursionError, Refused)
"""What making a record of a row can raise."""

_META = frozenset({"document", "created", "oldest_reader", "revision", "digest"})
_HASH = re.compile("[0-9a-f]{16}")
_ANY_PICTURE: Mapping[str, bytes] = defaultdict(bytes)

Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A table: how many values a row has, whether the first is the row's number, and which rows fit."""

    name: str
    width: int
    numbered: bool
    fits: Callable[[Values], bool]

    def values(self, row: Row) -> Values:
        """The values of a row of this table; SQLite writes those that are the row's number as nothing."""
        return (row.number, *row.values[1:]) if self.numbered else row.values

    def takes(self, row: Row) -> bool:
        """Whether a row can be one of this table, none of its values being damaged."""
        return len(row.values) == self.width and self.fits(self.values(row))


def record_of(sort: type[Record], values: Values, pictures: Mapping[str, bytes] = _ANY_PICTURE) -> Record:
    """The record that a row tells of, every value proved to be one its field may hold.

    Raises what is UNREADABLE; without ``pictures`` a picture has no bytes.
    """
    if any(isinstance(value, Torn) for value in values):
        raise ValueError("letters are lost")
    (record,) = ROWS[sort].records([cells_of(sort, values)], pictures, {})
    check_fields(record)
    return record


def cells_of(sort: type[Record], values: Values) -> Values:
    """The values of a row as SQLite would give them: whole numbers among reals are written as whole ones."""
    reals = _REALS[sort]
    return tuple(
        float(value) if place in reals and isinstance(value, int) else value
        for place, value in enumerate(values)
    )


def _fits_record(sort: type[Record]) -> Callable[[Values], bool]:
    def fits(values: Values) -> bool:
        try:
            record_of(sort, values)
        except UNREADABLE:
            return False
        return True

    return fits


def _reals(sort: type[Record]) -> frozenset[int]:
    hints = get_type_hints(sort)
    return frozenset(
        place
        for place, name in enumerate(ROWS[sort].columns)
        if hints[name] is float or float in get_args(hints[name])
    )


def _are(values: Values, *kinds: type | tuple[type, ...]) -> bool:
    return all(isinstance(value, kind) for value, kind in zip(values, kinds, strict=True))


def _fits_blob(values: Values) -> bool:
    name, data = values
    return isinstance(data, bytes) and blob_name(data) == name


def _fits_meta(values: Values) -> bool:
    return _are(values, str, str) and values[0] in _META


def _fits_entry(values: Values) -> bool:
    sorts: Any = (int, str, str, str, str, str, (int, type(None)), str)
    return _are(values, *sorts) and _HASH.fullmatch(str(values[-1])) is not None


def _fits_change(values: Values) -> bool:
    told = (str, type(None))
    return _are(values, int, int, str, str, told, told) and values[2] in SHAPE_NAMED


def _fits_version(values: Values) -> bool:
    return _are(values, str, str, int, str, str, str, str) and values[5] in list(VersionKind)


_REALS = {shape.record: _reals(shape.record) for shape in SHAPES}
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        *(
            Form(shape.name, len(ROWS[shape.record].columns), False, _fits_record(shape.record))
            for shape in SHAPES
        ),
        Form("blob", 2, False, _fits_blob),
        Form("meta", 2, False, _fits_meta),
        Form("entry", 8, True, _fits_entry),
        Form("change", 6, True, _fits_change),
        Form("version", 7, False, _fits_version),
    )
}
"""Every table whose rows are worth having, by its name."""
