"""Reading a whole file, and believing none of it before it is proved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from journey.clean import one_line
from journey.document import Document, Entry
from journey.model import Change, MapData, Record, Refused, check_all, map_of
from journey.versions import Version
from resources.words import _
from storage.faults import FileDamaged, ReadError, damaged, unreadable
from storage.limits import expect_room, too_long
from storage.log import Told, blobs_of, change_of, entry_hash
from storage.rows import DIGEST_SIZE, ROWS, Cells, blob_name, cells_hash
from storage.schema import expect_schema
from storage.versions import row_hash, version_of_row, version_rows
from storage.writing import Seen

if TYPE_CHECKING:
    from sqlite_utils import Database

_UNREADABLE = (ValueError, TypeError, LookupError, RecursionError)
_line = lru_cache(maxsize=1_000)(one_line)
"""Of a long history the same few words say who, where and often what."""
_ENTRY = "number, label, undoes, at, who, device"


Tables = dict[type[Record], list[Cells]]
"""The rows of each sort of record."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that a file holds, but for what the entries of its history did."""

    map: MapData
    history: tuple[Entry, ...]
    seen: Seen
    versions: tuple[Version, ...] = ()


def read_content(db: Database, path: Path) -> Content:
    """The map of a file and the list of its entries, as they were at one moment.

    Raises a FileFault where the file is held by others, or is not exactly what was written to it.
    """
    with _at_one_moment(db, path):
        return _read(db, path)


def prove(db: Database, path: Path) -> None:
    """Raise a FileFault where ``read_content`` would because the file is not what was written to it.

    A copy of what was read before needs no more, and this takes a fraction of the time.
    """
    with _at_one_moment(db, path):
        _proved_tables(db, path)


@contextmanager
def _at_one_moment(db: Database, path: Path) -> Iterator[None]:
    try:
        db.execute("begin")
        try:
            yield
        finally:
            db.execute("rollback")
    except ReadError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_TOOBIG:
            raise too_long(path) from error
        raise unreadable(error, path) from error


def read_change(db: Database, path: Path, number: int) -> Change:
    """What an entry of the history did. Raises FileDamaged if it cannot be proved to be what was written."""
    found = db.execute(f"select uid, hash, {_ENTRY} from entry where number = ?", (number,)).fetchone()
    rows = db.execute("select sort, record, before, after from change where entry = ? order by id", (number,))
    touches = [Told(*row) for row in rows.fetchall()]
    if found is None:
        raise _unproved_history(path, number)
    uid, proof, *told = found
    entry = Entry(*told)
    if entry_hash(entry, uid, touches) != proof:
        raise _unproved_history(path, number)
    try:
        return change_of(entry.label, touches, _blobs(db, blobs_of(touches)))
    except (*_UNREADABLE, Refused) as error:
        raise _unproved_history(path, number) from error


def _unproved_history(path: Path, number: int) -> FileDamaged:
    sentence = _("Change {number} in the history of “{file}” is damaged and cannot be taken back.")
    return FileDamaged(sentence.format(number=number, file=path.name))


def _read(db: Database, path: Path) -> Content:
    tables, seen, versions = _proved_tables(db, path)
    try:
        map_data = map_of(_records(db, tables))
        check_all(map_data)
        kept = tuple(version_of_row(row, seen.revision) for row in versions)
        return Content(map_data, _history(db, seen), seen, kept)
    except Refused as refused:
        raise damaged(path, refused.sentence) from refused
    except _UNREADABLE as error:
        raise damaged(path) from error


def _proved_tables(db: Database, path: Path) -> tuple[Tables, Seen, list[Cells]]:
    """The rows of the records, what they prove, and the rows of the versions."""
    expect_schema(db, path)
    expect_room(db, path, ((rows.sort, rows.columns) for rows in ROWS.values()))
    if (verdict := db.execute("pragma integrity_check(1)").fetchone()) != ("ok",):
        raise damaged(path) from sqlite3.DatabaseError(verdict)
    if db.execute("pragma foreign_key_check").fetchone() is not None:
        raise damaged(path) from sqlite3.IntegrityError("a row points at nothing")
    tables = {sort: db.execute(rows.select()).fetchall() for sort, rows in ROWS.items()}
    versions = version_rows(db)
    try:
        return tables, _proved(db, tables, versions), versions
    except _UNREADABLE as error:
        raise damaged(path) from error


def _proved(db: Database, tables: Tables, versions: list[Cells]) -> Seen:
    """The revision and digest of the file. Raises ValueError if the rows are not those it was made over."""
    meta = dict(db.execute("select key, value from meta").fetchall())
    seen = Seen(int(meta["revision"]), int(meta["digest"]))
    hashes = (cells_hash(ROWS[sort].sort, cells) for sort, rows in tables.items() for cells in rows)
    if (sum(hashes) + sum(map(row_hash, versions))) % DIGEST_SIZE != seen.digest:
        raise ValueError("the rows are not those the digest was made over")
    return seen


def _records(db: Database, tables: Tables) -> list[Record]:
    """The records; a table is let go of once they are made of it, for a large map has a lot of cells."""
    records: list[Record] = []
    known: dict[str, str] = {}
    for sort in list(tables):
        rows, cells = ROWS[sort], tables.pop(sort)
        places = [rows.columns.index(name) for name in rows.pictures]
        pictures = _blobs(db, {row[place] for row in cells for place in places})
        records.extend(rows.records(cells, pictures, known))
    return records


def _blobs(db: Database, names: set[str]) -> dict[str, bytes]:
    """The bytes of these names. Raises ValueError where they are not those that bear the name."""
    blobs = {}
    for name in names:
        row = db.execute("select bytes from blob where sha256 = ?", (name,)).fetchone()
        if row is None or blob_name(row[0]) != name:
            raise ValueError("a picture is not what it was")
        blobs[name] = row[0]
    return blobs


def _history(db: Database, seen: Seen) -> tuple[Entry, ...]:
    """The entries in order. Raises ValueError if they do not lead to the revision, each undoing the last."""
    rows = db.execute(f"select {_ENTRY}, uid from entry order by number").fetchall()
    if [row[0] for row in rows] != list(range(1, seen.revision + 1)):
        raise ValueError("the history has gaps")
    history = tuple(_entry(*row) for row in rows)
    Document(map_of(), history=history)
    return history


def _entry(number: int, label: str, undoes: int | None, at: str, who: str, device: str, uid: str) -> Entry:
    """An entry whose words can be shown; a time that our clock does not know is left out."""
    try:
        datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        at = ""
    return Entry(number, _line(label), undoes, at, _line(who), _line(device), uid)
