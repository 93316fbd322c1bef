"""A map as it can be given to others: without the names of people, and without what they said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, get_type_hints

from journey.comparing.words import record_words
from journey.edits.removal import removal
from journey.model import (
    SHAPE_OF,
    SHAPES,
    Backing,
    Card,
    CardKind,
    MapData,
    Owner,
    OwnerKind,
    Participant,
    Persona,
    Record,
    Verdict,
    Workshop,
    map_of,
)
from resources.words import _, speaking

SHORTEST = 4
"""Letters of a text that is looked for in others; shorter ones stand anywhere by chance."""
_SHOWN = 3
_NO_TEXTS = frozenset({"id", "rank", "colour", "language", "date", "due", "media_type", "code"})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out: ``people``, their names and how to reach them; ``quotes``, what somebody said."""

    people: bool = True
    quotes: bool = True


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A map without what was left out; ``removed`` are the texts that went.

    ``remarks`` tell which of them still stand in other texts, because somebody wrote them there too.
    """

    map: MapData
    removed: tuple[str, ...]
    remarks: tuple[str, ...]


def cleaned(map_data: MapData, left_out: LeftOut = LeftOut()) -> Cleaned:
    """The map without what is to be left out.

    Where the name of a person who is left out stands in another text as a word, what replaces it stands
    there too.
    """
    clean = _without_quotes(map_data) if left_out.quotes else map_data
    if left_out.people:
        with speaking(map_data.workshop.language):
            clean = _without_people(clean)
    removed = _gone(map_data, clean)
    return Cleaned(clean, removed, tuple(_remarks(clean, removed)))


def texts_of(record: Record) -> Iterator[str]:
    """All that people wrote in a record."""
    for name in _TEXTS[type(record)]:
        value = getattr(record, name)
        yield from (value,) if isinstance(value, str) else value


def _without_quotes(map_data: MapData) -> MapData:
    said = [card for card in map_data.of(Card) if card.kind is CardKind.QUOTE]
    change = removal(map_data, "", said)
    left = map_data.apply(change) if change else map_data
    return map_of(_unquoted(record) for record in left.records())


def _unquoted(record: Record) -> Record:
    for sort, field in ((Persona, "quote"), (Backing, "says"), (Verdict, "comment")):
        if isinstance(record, sort):
            empty: dict[str, Any] = {field: ""}
            return replace(record, **empty)
    return record


def _without_people(map_data: MapData) -> MapData:
    names = _replacements(map_data)
    words = sorted(filter(None, names), key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)) if words else None
    return map_of(rewritten(_unnamed(record, names), names, pattern) for record in map_data.records())


def _replacements(map_data: MapData) -> dict[str, str]:
    """What stands in the place of each name, and of each way to reach somebody."""
    names = {map_data.workshop.facilitator: _("Facilitator")}
    persons = sorted((one for one in map_data.of(Owner) if one.kind is OwnerKind.PERSON), key=_by_id)
    for number, owner in enumerate(persons, 1):
        names.setdefault(owner.name, _("Person {number}").format(number=number))
    for number, participant in enumerate(sorted(map_data.of(Participant), key=_by_id), 1):
        names.setdefault(participant.name, _("Participant {number}").format(number=number))
    for owner in map_data.of(Owner):
        names.setdefault(owner.contact, "…")
    return names


def _by_id(record: Record) -> str:
    return record.id


def _unnamed(record: Record, names: dict[str, str]) -> Record:
    """The record with nobody's name in the fields for names."""
    if isinstance(record, Workshop):
        return replace(record, facilitator="")
    if isinstance(record, Participant):
        return replace(record, name=names[record.name])
    if isinstance(record, Owner) and record.kind is OwnerKind.PERSON:
        return replace(record, name=names[record.name], contact="", initials="")
    return replace(record, contact="") if isinstance(record, Owner) else record


def rewritten(record: Record, names: dict[str, str], pattern: re.Pattern[str] | None) -> Record:
    """The record with what stands for them in the place of names that a pattern finds in its texts."""
    if pattern is None:
        return record
    values: dict[str, Any] = {}
    for name in _TEXTS[type(record)]:
        value = getattr(record, name)
        one = value if isinstance(value, str) else "\n".join(value)
        if pattern.search(one):
            new = pattern.sub(lambda match: names[match[0]], one)
            values[name] = new if isinstance(value, str) else tuple(new.split("\n"))
    return replace(record, **values) if values else record


def _gone(before: MapData, after: MapData) -> tuple[str, ...]:
    """The texts that stand as a whole in the map before and not after, the longest first."""
    kept = set(_texts(after))
    return tuple(sorted(set(_texts(before)) - kept - {""}, key=lambda text: (-len(text), text)))


def _texts(map_data: MapData) -> Iterator[str]:
    return (text for record in map_data.records() for text in texts_of(record))


def _remarks(map_data: MapData, removed: Iterable[str]) -> Iterator[str]:
    texts = [(record, "\n".join(texts_of(record))) for record in map_data.records()]
    for one in removed:
        if len(one) >= SHORTEST:
            places = [record_words(map_data, record) for record, text in texts if one in text]
            if places:
                sentence = _("“{text}” also stands in: {places}")
                yield sentence.format(text=one, places="; ".join(places[:_SHOWN]))


def _text_fields(sort: type[Record]) -> tuple[str, ...]:
    hints = get_type_hints(sort)
    pointing = {reference.field for reference in SHAPE_OF[sort].references}
    return tuple(
        field.name
        for field in fields(sort)
        if field.name not in _NO_TEXTS | pointing and _is_text(hints[field.name])
    )


def _is_text(hint: Any) -> bool:
    plain = hint is str or getattr(hint, "__origin__", None) is tuple
    return plain and not (isinstance(hint, type) and issubclass(hint, StrEnum))


_TEXTS = {shape.record: _text_fields(shape.record) for shape in SHAPES}
"""The fields that people write in, by the sort of record."""
