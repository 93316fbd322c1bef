"""Taking records away together with what belongs to them, and letting go of what only names them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from journey.model import Asset, Card, Change, MapData, Persona, Record, joined, removing, replacing
from journey.model.shapes import POINTING_AT

Key = tuple[type[Record], str]


def with_dependants(
    map_data: MapData, records: Iterable[Record], sorts: Collection[type[Record]] | None = None
) -> dict[Key, Record]:
    """The records and all that cannot be without them, by sort and id; only of ``sorts`` where given."""
    met: dict[Key, Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if (key := (type(record), record.id)) not in met:
            met[key] = record
            waiting += [one for one in _belonging(map_data, record) if sorts is None or type(one) in sorts]
    return met


def removal(map_data: MapData, label: str, records: Iterable[Record]) -> Change:
    """A change that takes records away with all their dependants, and with pictures nobody else shows.

    Records that only name them stay, with that field emptied.
    """
    gone = with_dependants(map_data, records)
    letting_go: dict[Key, tuple[Record, Record]] = {}
    for record in gone.values():
        for sort, reference in POINTING_AT[type(record)]:
            for one in _naming(map_data, sort, reference.field, record) if reference.clears else ():
                old, new = letting_go.get((sort, one.id), (one, one))
                letting_go[sort, one.id] = old, _without(new, reference.field)
    stays = [pair for key, pair in letting_go.items() if key not in gone]
    unseen = unseen_pictures(map_data, gone.values())
    return joined(label, [removing(label, gone.values()), replacing(label, stays), removing(label, unseen)])


def unseen_pictures(map_data: MapData, leaving: Iterable[Record]) -> list[Asset]:
    """The pictures that nobody shows once these records no longer do."""
    shown: dict[str, set[str]] = {}
    for record in leaving:
        picture = getattr(record, "picture", None) or getattr(record, "portrait", None)
        if picture is not None:
            shown.setdefault(picture, set()).add(record.id)
    return [
        map_data.of(Asset)[picture]
        for picture, by in shown.items()
        if picture in map_data.of(Asset) and not _others_showing(map_data, picture, by)
    ]


def _without(record: Record, field: str) -> Record:
    emptied: dict[str, Any] = {field: None}
    return replace(record, **emptied)


def _others_showing(map_data: MapData, picture: str, leaving: set[str]) -> bool:
    cards = map_data.of(Card).by("picture").get(picture, ())
    personas = map_data.of(Persona).by("portrait").get(picture, ())
    return any(one.id not in leaving for one in (*cards, *personas))


def _belonging(map_data: MapData, record: Record) -> list[Record]:
    return [
        one
        for sort, reference in POINTING_AT[type(record)]
        if not reference.clears
        for one in _naming(map_data, sort, reference.field, record)
    ]


def _naming(map_data: MapData, sort: type[Record], field: str, record: Record) -> tuple[Record, ...]:
    return map_data.of(sort).by(field).get(record.id, ())
