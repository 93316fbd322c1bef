"""What both copies added and is the same thing all the same: an owner, a persona, a lane of one name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from journey.merging.conflict import Key
from journey.model import (
    SHAPE_OF,
    Evidence,
    Lane,
    MapData,
    Owner,
    Participant,
    Persona,
    Record,
    map_of,
)

_NAMES: dict[type[Record], tuple[str, ...]] = {
    Owner: ("name",),
    Persona: ("name",),
    Evidence: ("title",),
    Participant: ("name",),
    Lane: ("journey", "kind", "title"),
}


def paired(base: MapData, mine: MapData, theirs: MapData) -> tuple[MapData, MapData, tuple[Key, ...]]:
    """Both copies, with one id (the lesser) for what both added under one name; and which those are."""
    same: dict[Key, str] = {}
    for sort in _NAMES:
        ours, others = _added(base, mine, theirs, sort), _added(base, theirs, mine, sort)
        for name in ours.keys() & others.keys():
            one, other = ours[name], others[name]
            same |= dict.fromkeys(((sort, one), (sort, other)), min(one, other))
    pairs = tuple(sorted({(sort, one) for (sort, _id), one in same.items()}, key=lambda key: key[1]))
    return _renamed(mine, same), _renamed(theirs, same), pairs


def _added(base: MapData, one: MapData, other: MapData, sort: type[Record]) -> dict[tuple[str, ...], str]:
    """The ids of what only one copy has and added, by name; not where it has two of that name."""
    named: dict[tuple[str, ...], list[str]] = {}
    for record in one.of(sort):
        if record.id not in base.of(sort) and record.id not in other.of(sort):
            named.setdefault(_name(record), []).append(record.id)
    return {name: ids[0] for name, ids in named.items() if len(ids) == 1}


def _name(record: Record) -> tuple[str, ...]:
    return tuple(str(getattr(record, field)).casefold() for field in _NAMES[type(record)])


def _renamed(map_data: MapData, same: Mapping[Key, str]) -> MapData:
    if not same:
        return map_data
    return map_of(_record(record, same) for record in map_data.records())


def _record(record: Record, same: Mapping[Key, str]) -> Record:
    values: dict[str, Any] = {}
    if (key := (type(record), record.id)) in same:
        values["id"] = same[key]
    for reference in SHAPE_OF[type(record)].references:
        target = getattr(record, reference.field)
        if (reference.target, target) in same:
            values[reference.field] = same[reference.target, target]
    return replace(record, **values) if values else record
