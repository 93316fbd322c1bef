"""One record that both copies have: field by field, those that only make sense together as one."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from typing import Any

from journey.merging.conflict import Dispute, Key, Note, Side, conflict_key
from journey.merging.draft import Draft, Version
from journey.merging.keeping import joined_text, kept_in_note
from journey.model import (
    Asset,
    Backing,
    Card,
    Feeling,
    JourneyPersona,
    Lane,
    Link,
    Ownership,
    Record,
    Stage,
    Step,
    Verdict,
)
from journey.model.fields import LONG_FIELDS

Unit = tuple[str, ...]
"""Fields that go together."""

_TOGETHER: dict[type[Record], Unit] = {
    Asset: ("media_type", "width", "height", "data"),
    Card: ("lane", "step", "span", "rank"),
    Step: ("stage", "rank"),
    Stage: ("journey", "rank"),
    Lane: ("journey", "rank"),
    JourneyPersona: ("journey", "persona"),
    Feeling: ("journey", "step", "persona"),
    Link: ("source", "target"),
    Ownership: ("card", "owner"),
    Backing: ("card", "evidence"),
    Verdict: ("card", "participant"),
}
"""The fields of a sort that say where it is, or what it joins."""
_CONVERTED: Unit = (*_TOGETHER[Card], "kind", "code")
_GIVEN_BY_US = frozenset({"rank", "colour", "initials"})
"""Fields that the program fills in for something new."""
_NOTHING = object()


def merged_version(draft: Draft, key: Key) -> Version:
    """The record of this key, which both copies have, with what either did to it."""
    values: dict[str, Any] = {}
    for unit in _units(draft.mine[key].record, draft.theirs[key].record):
        values.update(zip(unit, _merged_unit(draft, key, unit), strict=True))
    last = values.pop("span", "")
    record = replace(draft.mine[key].record, **values)
    if isinstance(record, Card):
        record = kept_in_note(draft, record)
    return Version(record, last)


def _units(mine: Record, theirs: Record) -> list[Unit]:
    together = _TOGETHER.get(type(mine), ())
    if isinstance(mine, Card) and isinstance(theirs, Card):
        # A card that changed its kind did so for the lane it went to.
        together = _CONVERTED if mine.lane != theirs.lane and mine.kind != theirs.kind else together
    alone: list[Unit] = [(field.name,) for field in fields(mine) if field.name not in (*together, "id")]
    return [together, *alone] if together else alone


def _merged_unit(draft: Draft, key: Key, unit: Unit) -> tuple[Any, ...]:
    base, mine, theirs = (_values(side.get(key), unit) for side in (draft.base, draft.mine, draft.theirs))
    if key not in draft.base:
        base = _usual_values(key[0], unit)
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    if (agreed := _agreed(draft, key, unit, base, mine, theirs)) is not None:
        return agreed
    taken = draft.chosen(conflict_key(Dispute.FIELD, key, unit[0]))
    draft.list_conflict(Dispute.FIELD, key, unit, taken)
    return mine if taken is Side.MINE else theirs


def _agreed(
    draft: Draft, key: Key, unit: Unit, base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]
) -> tuple[Any, ...] | None:
    """What both can mean at once, whichever copy is whose; None where they cannot."""
    if unit == ("tags",):
        return (_merged_tags(base[0], mine[0], theirs[0]),)
    if unit[0] in LONG_FIELDS and (text := joined_text(base[0], mine[0], theirs[0])) is not None:
        if text not in (mine[0], theirs[0]):
            draft.remark(Note.JOINED, draft.mine[key].record)
        return (text,)
    new = key not in draft.base
    if unit[-1] == "rank" and (new or key[0] is Card) and mine[:-1] == theirs[:-1]:
        return (*mine[:-1], min(mine[-1], theirs[-1]))
    return min(mine, theirs) if new and _GIVEN_BY_US.issuperset(unit) else None


def _values(version: Version | None, unit: Unit) -> tuple[Any, ...]:
    """The values of fields; a card's span is told by the last step it covers."""
    if version is None:
        return ()
    return tuple(version.last if name == "span" else getattr(version.record, name) for name in unit)


def _usual_values(sort: type[Record], unit: Unit) -> tuple[Any, ...]:
    """What fields hold where nobody said anything, for records that both added."""
    usual = {field.name: field.default for field in fields(sort)}
    return tuple(_NOTHING if usual[name] is MISSING else usual[name] for name in unit)


def _merged_tags(base: Any, mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    before = base if isinstance(base, tuple) else ()
    stayed = [tag for tag in before if tag in mine and tag in theirs]
    return (*stayed, *sorted({*mine, *theirs} - {*before}))
