"""A map as it can be given to others: without the names of people, and without what they said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from journey.comparing.words import record_words
from journey.edits.removal import removal
from journey.model import Backing, Card, CardKind, MapData, Persona, Record, Verdict, map_of
from journey.nameless import as_customers, without_people
from journey.stand_ins import texts_of
from resources.words import _, speaking

SHORTEST = 4
"""Letters of a text that is looked for in others; shorter ones stand anywhere by chance."""
_SHOWN = 3


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

    Where the name of a person who is left out stands in another text as a word, in the genitive too, what
    replaces it stands there as well. A persona is called the customer, as in prints without names.
    """
    clean = without_quotes(map_data) if left_out.quotes else map_data
    if left_out.people:
        with speaking(map_data.workshop.language):
            clean = _nameless(clean)
    removed = _gone(map_data, clean)
    return Cleaned(clean, removed, tuple(_remarks(clean, removed)))


def _nameless(map_data: MapData) -> MapData:
    named = [one for one in map_data.of(Persona) if one.name.strip()]
    return as_customers(without_people(map_data, {}, named), {one.id for one in named})


def without_quotes(map_data: MapData) -> MapData:
    """The map without what somebody said: quotes, comments, what sources say."""
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
