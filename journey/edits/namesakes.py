"""Owners, personas and sources that are called alike, and making one of those that are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journey.edits.merging import merge_owners
from journey.edits.uniting import merge_evidence, merge_personas
from journey.ids import made_at
from journey.model import Change, Evidence, MapData, Owner, Persona, Record, Refused
from resources.words import _

_MERGES: dict[type[Record], Callable[[MapData, str, Iterable[str]], Change]] = {
    Owner: merge_owners,
    Persona: merge_personas,
    Evidence: merge_evidence,
}


def name_of(record: Record) -> str | None:
    """What an owner, a persona or a source is called; None for a record of another sort."""
    match record:
        case Owner(name=name) | Persona(name=name) | Evidence(title=name):
            return name
        case _:
            return None


def namesakes(map_data: MapData, sort: type[Record]) -> list[tuple[str, ...]]:
    """Those of a sort who share a name, whatever its capitals and spaces: group by group, as made."""
    groups: dict[str, list[str]] = {}
    for one in sorted(map_data.of(sort), key=lambda one: made_at(one.id)):
        groups.setdefault(_bare(name_of(one)), []).append(one.id)
    return [tuple(group) for name, group in groups.items() if name and len(group) > 1]


def made_one(map_data: MapData, kept: str, others: Iterable[str]) -> Change:
    """Make one owner, persona or source of several: ``kept`` takes over all that the others have.

    Refused where it is gone, or where there are no others.
    """
    for sort, merge in _MERGES.items():
        if kept in map_data.of(sort):
            return merge(map_data, kept, others)
    raise Refused(_("This is no longer in the map. Nothing was done."))


def _bare(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
