"""How records and their values are told in a comparison, in the language being spoken."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from journey.clean import one_line
from journey.edits.wording import called, quotable
from journey.layout.days import spoken_day
from journey.model import (
    SHAPE_OF,
    Asset,
    Backing,
    Card,
    Evidence,
    Feeling,
    JourneyPersona,
    Link,
    MapData,
    Measure,
    Owner,
    Ownership,
    Participant,
    Persona,
    Record,
    Stage,
    Step,
    Verdict,
    Vote,
)
from journey.model.naming import field_word, sort_word
from journey.terms import word
from resources.words import _

LONGEST = 160
"""Letters of a value that are told; who wants all of it looks at the map."""
_DAYS = frozenset({"date", "due"})


def record_words(map_data: MapData, record: Record) -> str:
    """What a record is called with its sort and place: “Pain point “Long queue”, at “Calls the desk””."""
    if isinstance(record, Card):
        return _placed(word(record.kind), called(record), map_data.of(Step).get(record.step))
    if isinstance(record, Step):
        return _placed(field_word("step"), called(record), map_data.of(Stage).get(record.stage))
    if isinstance(record, Feeling):
        return _feeling(map_data, record)
    if isinstance(record, Link):
        return _link(map_data, record)
    sort = field_word(SHAPE_OF[type(record)].name)
    return _("{sort} “{name}”").format(sort=sort, name=belonging_words(map_data, record))


def belonging_words(map_data: MapData, record: Record) -> str:
    """What a record is called where its sort is told already: an ownership by its owner and role."""
    if isinstance(record, Ownership):
        return f"{_name(map_data, Owner, record.owner)} ({word(record.role)})"
    if isinstance(record, Measure):
        return " ".join(filter(None, (record.name, "" if record.value is None else f"{record.value:g}")))
    if isinstance(record, Backing):
        return _name(map_data, Evidence, record.evidence)
    if isinstance(record, Verdict):
        return f"{_name(map_data, Participant, record.participant)} ({word(record.judgement)})"
    if isinstance(record, Vote):
        return f"{record.role} ({record.dots})"
    if isinstance(record, JourneyPersona):
        return _name(map_data, Persona, record.persona)
    return called(record)


def value_words(map_data: MapData, record: Record, field: str) -> str:
    """What a field of a record says; empty where it says nothing."""
    value = getattr(record, field)
    for reference in SHAPE_OF[type(record)].references:
        if reference.field == field:
            return "" if value is None else _target(map_data, reference.target, value)
    return _plain(field, value)


def _plain(field: str, value: Any) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, int | float):
        return f"{value:g}".replace("-", "−")
    return spoken_day(value) if field in _DAYS else shortened(str(value))


def shortened(text: str) -> str:
    """A text on one line, to stand between quotation marks, cut where it is long."""
    line = quotable(one_line(text))
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _target(map_data: MapData, sort: type[Record], value: str) -> str:
    if sort is Asset:
        return sort_word("asset")
    return _name(map_data, sort, value)


def _name(map_data: MapData, sort: type[Record], record_id: str) -> str:
    record = map_data.of(sort).get(record_id)
    return "…" if record is None else called(record)


def _placed(sort: str, name: str, place: Record | None) -> str:
    if place is None:
        return _("{sort} “{name}”").format(sort=sort, name=name)
    return _("{sort} “{name}”, at “{place}”").format(sort=sort, name=name, place=called(place))


def _feeling(map_data: MapData, feeling: Feeling) -> str:
    place = _name(map_data, Step, feeling.step)
    if feeling.persona is None:
        return _("Feeling at “{place}”").format(place=place)
    persona = _name(map_data, Persona, feeling.persona)
    return _("Feeling of {persona} at “{place}”").format(persona=persona, place=place)


def _link(map_data: MapData, link: Link) -> str:
    source, target = _name(map_data, Card, link.source), _name(map_data, Card, link.target)
    return _("Link from “{source}” to “{target}”").format(source=source, target=target)
