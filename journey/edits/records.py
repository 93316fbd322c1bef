"""What every edit begins with: finding a record, making one, and giving one other values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from journey.edits.labels import edit_label
from journey.edits.wording import tidied
from journey.ids import new_id
from journey.model import Change, MapData, Record, Refused, Workshop, joined, replacing
from journey.model.fields import check_fields
from journey.model.shapes import references_of
from resources.words import _

R = TypeVar("R", bound=Record)
Pairs = list[tuple[R, R]]
"""Records before and after."""

_NAMES = ("title", "name")


def found(map_data: MapData, sort: type[R], record_id: str) -> R:
    """The record of this id. Raises Refused when the map does not hold it (any more)."""
    record = map_data.of(sort).get(record_id)
    if record is None:
        raise Refused(_("This is no longer in the map. Nothing was done."))
    return record


def made(sort: type[R], **values: Any) -> R:
    """A new record, its text tidied. Raises Refused if a value may not stand in its field."""
    return _checked(sort(id=new_id(), **{field: tidied(field, value) for field, value in values.items()}))


def amended(map_data: MapData, record: R, values: Mapping[str, Any], allowed: Collection[str]) -> R:
    """The record with other values, its text tidied.

    Raises Refused if a value may not stand there or names what the map does not hold, TypeError for a
    field that is not ``allowed`` (the caller's mistake, not the facilitator's).
    """
    if strange := values.keys() - set(allowed):
        raise TypeError(f"not to be edited in this way: {', '.join(sorted(strange))}")
    new = _checked(replace(record, **{field: tidied(field, value) for field, value in values.items()}))
    check_references(map_data, new)
    return new


def edited(
    map_data: MapData, sort: type[R], record_id: str, values: Mapping[str, Any], allowed: Collection[str]
) -> Change:
    """A change that gives one record other values; refuses as ``amended`` does."""
    old = found(map_data, sort, record_id)
    new = amended(map_data, old, values, allowed)
    return replacing(edit_label(old, new), [(old, new)])


def check_references(map_data: MapData, record: Record) -> None:
    """Raise Refused if the record names one that the map does not hold."""
    for reference, target in references_of(record):
        found(map_data, reference.target, target)


def in_turn(map_data: MapData, label: str, edits: Iterable[Callable[[MapData], Change]]) -> Change:
    """Several edits as one change, each seeing what those before it did."""
    changes = []
    for edit in edits:
        change = edit(map_data)
        map_data = map_data.apply(change)
        changes.append(change)
    return joined(label, changes)


def _checked(record: R) -> R:
    for field in _NAMES:
        if getattr(record, field, None) == "" and not isinstance(record, Workshop):
            raise Refused(_("A name is missing here: write at least one character."))
    check_fields(record)
    return record
