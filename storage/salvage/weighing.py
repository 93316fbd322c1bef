"""Which of what was found of a record is the record: its row, the history's word, or what a backup has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journey.model import SHAPE_OF, SHAPES, MapData, Record
from storage.rows import ROWS
from storage.salvage.carving import Carved
from storage.salvage.forms import UNREADABLE, Values, record_of
from storage.salvage.last_backup import LastBackup
from storage.salvage.lenient import amended
from storage.salvage.proofs import History, Key
from storage.salvage.values import Torn


@dataclass(slots=True)
class Weighed:
    """The records that came back, and those of them, by key, of which something is to be said.

    ``rows``: what the row says, where nothing else was known. ``from_history``: the row was lost or wrong,
    the history tells for certain. ``older``: as the history tells it at that entry, later ones being lost.
    ``from_backup``: as a backup has it, for certain; ``filled``: lost, and perhaps as a backup has it.
    ``turned_back``: a single bit of its row was wrong. ``spoilt``: these fields of its row could not be
    read. ``lost``: known to have been there.
    """

    records: dict[Key, Record] = field(default_factory=dict)
    rows: dict[Key, Values] = field(default_factory=dict)
    from_history: set[Key] = field(default_factory=set)
    older: dict[Key, int] = field(default_factory=dict)
    from_backup: set[Key] = field(default_factory=set)
    filled: set[Key] = field(default_factory=set)
    turned_back: set[Key] = field(default_factory=set)
    spoilt: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    lost: set[Key] = field(default_factory=set)

    def turn_back(self, key: Key, record: Record) -> None:
        """Take a record in the place of one that a single bit made wrong."""
        del self.records[key]
        self.spoilt.pop(key, None)
        mended = (type(record), record.id)
        self.records[mended] = record
        self.turned_back.add(mended)
        self.lost.discard(mended)


def weigh(
    carved: Carved, pictures: Mapping[str, bytes], history: History, backup: LastBackup | None
) -> Weighed:
    """Choose for each record. A ``backup`` tells for certain if all that was done since is in the history."""
    weighed = Weighed()
    rows = {key: values for shape in SHAPES for key, values in _rows(shape.record, carved)}
    for key, values in rows.items():
        _take_row(weighed, key, values, pictures)
    _take_history(weighed, history)
    known = backup is not None and not backup.by_likeness
    if backup is not None and known and history.gaps <= backup.revision <= history.revision:
        _take_backup(weighed, history, backup.map)
    _count_lost(weighed, carved, history)
    if backup is not None:
        _fill(weighed, backup.map, _perhaps(carved, history, backup.map))
    known_else = {*weighed.from_history, *weighed.older, *weighed.from_backup, *weighed.filled}
    known_else |= _certain(history)
    weighed.rows = {key: rows[key] for key in weighed.records if key in rows and key not in known_else}
    return weighed


def _certain(history: History) -> set[Key]:
    return {key for key, last in history.last().items() if last.certain}


def _rows(sort: type[Record], carved: Carved) -> Iterable[tuple[Key, Values]]:
    """The rows of a sort by the ids they bear, those of the tree before others."""
    for values in reversed(carved.rows[ROWS[sort].sort]):
        if isinstance(values[0], str):
            yield (sort, values[0]), values


def _take_row(weighed: Weighed, key: Key, values: Values, pictures: Mapping[str, bytes]) -> None:
    try:
        weighed.records[key] = record_of(key[0], values, pictures)
    except UNREADABLE:
        if (found := amended(key[0], values, pictures)) is not None:
            weighed.records[key], weighed.spoilt[key] = found


def _take_history(weighed: Weighed, history: History) -> None:
    """Where the history tells for certain the row does not matter; where not, a row that can be read wins."""
    for key, last in history.last().items():
        sound = key in weighed.records and key not in weighed.spoilt
        if last.record == weighed.records.get(key) or (sound and not last.certain):
            continue
        if last.record is None:
            if last.certain:
                weighed.records.pop(key, None)
                weighed.spoilt.pop(key, None)
            continue
        weighed.records[key] = last.record
        weighed.spoilt.pop(key, None)
        if last.certain:
            weighed.from_history.add(key)
        else:
            weighed.older[key] = last.number


def _take_backup(weighed: Weighed, history: History, known: MapData) -> None:
    """What no edit since the backup has touched is what the backup has."""
    touched = _certain(history)
    for record in known.records():
        key = (type(record), record.id)
        if key not in touched and weighed.records.get(key) != record:
            weighed.records[key] = record
            weighed.spoilt.pop(key, None)
            weighed.from_backup.add(key)


def _perhaps(carved: Carved, history: History, known: MapData) -> set[Key]:
    """What a backup has of the sorts of which nothing tells any more what there was of them at the end."""
    unknown = [shape.record for shape in SHAPES if shape.name in carved.unknown]
    return {(sort, record.id) for sort in unknown for record in known.of(sort)} - _gone(history)


def _gone(history: History) -> set[Key]:
    return {key for key, last in history.last().items() if last.record is None}


def _fill(weighed: Weighed, spare: MapData, perhaps: set[Key]) -> None:
    """Take from a backup what was there to the end, as an index or a record tells, or ``perhaps`` was."""
    missing = {*weighed.lost, *_pointed_at(weighed), *(perhaps - weighed.records.keys())}
    while missing:
        found = {key: record for key in missing if (record := spare.of(key[0]).get(key[1])) is not None}
        weighed.records.update(found)
        weighed.filled |= found.keys()
        weighed.lost -= found.keys()
        missing = _pointed_at(weighed) if found else set()


def _pointed_at(weighed: Weighed) -> set[Key]:
    """What records point at although it is not there."""
    pointed: set[Key] = {
        (ref.target, getattr(record, ref.field))
        for record in weighed.records.values()
        for ref in SHAPE_OF[type(record)].references
    }
    return {key for key in pointed if key[1] is not None and key not in weighed.records}


def _count_lost(weighed: Weighed, carved: Carved, history: History) -> None:
    gone = _gone(history)
    for shape in SHAPES:
        for record_id in carved.told[shape.name] | _unreadable(shape.record, carved):
            key = (shape.record, record_id)
            if key not in weighed.records and key not in gone:
                weighed.lost.add(key)


def _unreadable(sort: type[Record], carved: Carved) -> set[str]:
    """The ids of rows, be it that no record can be made of them."""
    ids = (values[0] for values in carved.rows[ROWS[sort].sort])
    return {one for one in ids if isinstance(one, str) and not isinstance(one, Torn)}
