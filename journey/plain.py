"""Records as plain values, as JSON and the file's history hold them, and back."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from journey.model.fields import check_fields
from journey.model.naming import field_word, sort_head
from journey.model.records import Record
from journey.model.refused import Refused
from journey.model.shapes import SHAPE_NAMED, SHAPE_OF, SHAPES
from resources.words import _

Plain = dict[str, Any]


def to_plain(record: Record) -> Plain:
    """All fields of a record as text, numbers, booleans, lists and None; pictures as base64."""
    return {name: write(getattr(record, name)) for name, write in _WRITERS[type(record)]}


def from_plain(sort: str, plain: Mapping[str, Any]) -> Record:
    """The record that plain values tell of; fields left out take their usual value.

    Raises Refused, with a sentence, for an unknown sort or field, a missing field or a value it may not have.
    """
    if sort not in SHAPE_NAMED:
        raise Refused(_("There are no records called “{sort}”.").format(sort=sort))
    readers = _READERS[SHAPE_NAMED[sort].record]
    if unknown := sorted(set(map(str, plain)) - readers.keys()):
        sentence = _("{sort}: the field “{field}” is not known.")
        raise Refused(sentence.format(sort=sort_head(sort), field=unknown[0][:60]))
    record = _made(sort, {name: _read(sort, name, readers[name], value) for name, value in plain.items()})
    check_fields(record)
    return record


def sort_of(record: Record) -> str:
    """What a record's sort is called in files."""
    return SHAPE_OF[type(record)].name


def _made(sort: str, values: dict[str, Any]) -> Record:
    record = SHAPE_NAMED[sort].record
    for field in fields(record):
        if field.name not in values and field.default is MISSING:
            sentence = _("{sort}: “{field}” is missing (the field “{name}”).")
            told = sentence.format(sort=sort_head(sort), field=field_word(field.name), name=field.name)
            raise Refused(told)
    return record(**values)


def _read(sort: str, name: str, read: Callable[[Any], Any], value: Any) -> Any:
    try:
        return read(value)
    except (ValueError, TypeError, OverflowError):
        sentence = _("{sort}, “{field}”: “{value}” does not fit here.")
        told = sentence.format(sort=sort_head(sort), field=field_word(name), value=str(value)[:60])
        raise Refused(told) from None


def _same(value: Any) -> Any:
    return value


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _from_base64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _words(value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(value)


def _writers(sort: type[Record]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = get_type_hints(sort)
    return tuple((f.name, _writer(hints[f.name])) for f in fields(sort))


def _writer(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    if getattr(hint, "__origin__", None) is tuple:
        return list
    return _base64 if hint is bytes else _same


def _readers(sort: type[Record]) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(sort)
    return {f.name: _reader(hints[f.name]) for f in fields(sort)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if getattr(hint, "__origin__", None) is tuple:
        return _words
    if hint is bytes:
        return _from_base64
    return _number if hint is float or float in get_args(hint) else _same


_WRITERS = {shape.record: _writers(shape.record) for shape in SHAPES}
_READERS = {shape.record: _readers(shape.record) for shape in SHAPES}
