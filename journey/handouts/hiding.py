"""A map without what a print must not show: quotes, the names of people, or measures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from journey.handouts.asked import Hidden
from journey.model import (
    Action,
    Backing,
    Card,
    CardKind,
    Lane,
    LaneKind,
    Link,
    MapData,
    Measure,
    Owner,
    OwnerKind,
    Ownership,
    Participant,
    Persona,
    Record,
    Verdict,
    Vote,
    Workshop,
    map_of,
)
from resources.words import _

Sieve = Callable[[MapData, Iterable[Record]], Iterator[Record]]


def without(map_data: MapData, hide: Collection[Hidden]) -> MapData:
    """The map as it may be shown; what is hidden is not counted anywhere either.

    Names are those of people: owners that are persons, participants, the facilitator and personas. A person
    becomes the team above it, of a persona only its segment stays; ways to reach somebody go too.
    """
    if not hide:
        return map_data
    records: Iterable[Record] = map_data.records()
    for what, sieve in _SIEVES.items():
        if what in hide:
            records = sieve(map_data, records)
    return map_of(records)


def only_cards(records: Iterable[Record], cards: Collection[str]) -> Iterator[Record]:
    """The records without cards other than these, and without what stands at those."""
    for record in records:
        if isinstance(record, Card):
            kept = record.id in cards
        elif isinstance(record, Link):
            kept = record.source in cards and record.target in cards
        elif isinstance(record, (Ownership, Measure, Backing, Action, Verdict, Vote)):
            kept = record.card in cards
        else:
            kept = True
        if kept:
            yield record


def _no_quotes(map_data: MapData, records: Iterable[Record]) -> Iterator[Record]:
    said = {card.id for card in map_data.of(Card) if card.kind is not CardKind.QUOTE}
    for record in only_cards(records, said):
        if isinstance(record, Persona):
            yield replace(record, quote="")
        elif isinstance(record, Lane) and record.kind is LaneKind.QUOTES:
            yield replace(record, hidden=True)
        else:
            yield record


def _no_names(map_data: MapData, records: Iterable[Record]) -> Iterator[Record]:
    owners = map_data.of(Owner)
    for record in records:
        match record:
            case Owner():
                yield _nameless(record, owners.get(record.parent))
            case Persona():
                yield replace(record, name="")
            case Participant():
                yield replace(record, name=record.role or _("Participant"))
            case Workshop():
                yield replace(record, facilitator="")
            case _:
                yield record


def _nameless(owner: Owner, parent: Owner | None) -> Owner:
    """An owner without contact; a person as its team, or as nobody in particular."""
    if owner.kind is not OwnerKind.PERSON:
        return replace(owner, contact="")
    if parent is not None and parent.kind is not OwnerKind.PERSON:
        return replace(owner, name=parent.name, initials=parent.initials, contact="")
    return replace(owner, name=_("A person"), initials="", contact="")


def _no_measures(_map_data: MapData, records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        match record:
            case Measure():
                continue
            case Action():
                yield replace(record, measure_name="", measure_goal=None)
            case Lane(kind=LaneKind.MEASURES):
                yield replace(record, hidden=True)
            case _:
                yield record


_SIEVES: dict[Hidden, Sieve] = {
    Hidden.QUOTES: _no_quotes,
    Hidden.NAMES: _no_names,
    Hidden.MEASURES: _no_measures,
}
