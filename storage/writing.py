"""One edit, one transaction: rows, history, revision and digest together, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journey.model import SHAPES, Asset, Record, Touch
from journey.versions import Version
from storage.log import Step, entry_hash, told
from storage.rows import DIGEST_SIZE, ROWS, Cells, Rows, blob_name, record_hash
from storage.versions import insert_version, is_kept, version_hash

if TYPE_CHECKING:
    from sqlite_utils import Database

_PLACE = {shape.record: place for place, shape in enumerate(SHAPES)}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the file held when it was last read or written; another revision or digest is somebody else's."""

    revision: int
    digest: int


class NotAsSeen(Exception):
    """The file holds edits of somebody else. Nothing was written."""


def write(db: Database, item: Step | Version, seen: Seen) -> Seen:
    """Write an edit or a version as ``write_step`` and ``write_version`` do."""
    if isinstance(item, Version):
        return write_version(db, item, seen)
    return write_step(db, item, seen)


def seen_after(item: Step | Version, seen: Seen) -> Seen:
    """What a file holds that held ``seen`` and got this edit or version."""
    if isinstance(item, Version):
        return Seen(seen.revision, (seen.digest + version_hash(item)) % DIGEST_SIZE)
    return Seen(item.entry.number, _digest_after(seen.digest, item.change.touches))


def write_step(db: Database, step: Step, seen: Seen) -> Seen:
    """Write an edit durably, in one transaction, and say what the file holds then.

    A step that is there already, because its commit failed after it had reached the disk, is not written
    twice. Raises NotAsSeen, or sqlite3.Error: then nothing was written, and the same step may be tried again.
    """
    after = seen_after(step, seen)
    with transaction(db):
        if not _is_written(db, step):
            _move_on(db, seen, after)
            _write_rows(db, step.change.touches)
            _write_history(db, step)
    return after


def write_version(db: Database, version: Version, seen: Seen) -> Seen:
    """Write a version durably, in one transaction, and say what the file holds then.

    Raises like ``write_step``, and may be tried again like it.
    """
    after = seen_after(version, seen)
    with transaction(db):
        if not is_kept(db, version):
            _move_on(db, seen, after)
            insert_version(db, version)
    return after


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All that is done inside, durably, or nothing of it."""
    # SQLite tells by one counter whether its cache still holds; another copy of this file, laid over it,
    # may have come to the same count, and its pages mixed with ours would be the end of both.
    db.execute("pragma shrink_memory")
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.conn.in_transaction:
            db.execute("rollback")
        raise


def write_base(db: Database, records: Iterable[Record], about: dict[str, str]) -> Seen:
    """Write the records a new file begins with, within the caller's transaction; ``about`` goes to meta."""
    records = tuple(records)
    for touch in sorted((Touch(None, record) for record in records), key=_place):
        _keep_blob(db, touch)
        _write(db, ROWS[type(touch.record)].insert(), ROWS[type(touch.record)].cells(touch.record))
    seen = Seen(0, sum(map(record_hash, records)) % DIGEST_SIZE)
    meta = {**about, "revision": str(seen.revision), "digest": str(seen.digest)}
    for item in meta.items():
        db.execute("insert into meta (key, value) values (?, ?)", item)
    return seen


def _digest_after(digest: int, touches: Iterable[Touch]) -> int:
    for touch in touches:
        digest -= record_hash(touch.before) if touch.before is not None else 0
        digest += record_hash(touch.after) if touch.after is not None else 0
    return digest % DIGEST_SIZE


def _is_written(db: Database, step: Step) -> bool:
    row = db.execute("select uid from entry where number = ?", (step.entry.number,)).fetchone()
    return row is not None and row[0] == step.uid


def expect_seen(db: Database, seen: Seen) -> None:
    """Raise NotAsSeen if the file holds something else by now; within the caller's transaction."""
    _move_on(db, seen, seen)


def _move_on(db: Database, seen: Seen, after: Seen) -> None:
    for key, old, new in (
        ("revision", seen.revision, after.revision),
        ("digest", seen.digest, after.digest),
    ):
        moved = db.execute(
            "update meta set value = ? where key = ? and value = ?", (str(new), key, str(old))
        ).rowcount
        if moved != 1:
            raise NotAsSeen


def _write_rows(db: Database, touches: tuple[Touch, ...]) -> None:
    """Write rows so that no foreign key has to act: pointers leave first, what is pointed at goes last.

    A row that goes although no touch names it would be lost to undo, so then nothing is written at all.
    """
    for touch in touches:
        _keep_blob(db, touch)
    before = db.conn.total_changes
    statements = 0
    for statement, cells in _statements(touches):
        _write(db, statement, cells)
        statements += 1
    if db.conn.total_changes - before != statements:
        raise NotAsSeen


def _statements(touches: tuple[Touch, ...]) -> Iterator[tuple[str, Cells]]:
    for touch in touches:
        if touch.before is not None and touch.after is not None:
            yield _rows(touch).update(), (*_rows(touch).cells(touch.after), touch.before.id)
    leaving = sorted((touch for touch in touches if touch.after is None), key=_place, reverse=True)
    for touch in leaving:
        if clear := _rows(touch).clear():
            yield clear, (touch.record.id,)
    for touch in leaving:
        yield _rows(touch).delete(), (touch.record.id,)
    for touch in sorted(touches, key=_place):
        if touch.before is None:
            yield _rows(touch).insert(), _rows(touch).cells(touch.record)


def _rows(touch: Touch) -> Rows:
    return ROWS[type(touch.record)]


def _place(touch: Touch) -> int:
    return _PLACE[type(touch.record)]


def _write(db: Database, statement: str, cells: Cells) -> None:
    if db.execute(statement, cells).rowcount != 1:
        raise NotAsSeen


def _keep_blob(db: Database, touch: Touch) -> None:
    if isinstance(touch.after, Asset):
        db.execute(
            "insert into blob (sha256, bytes) values (?, ?) on conflict do nothing",
            (blob_name(touch.after.data), touch.after.data),
        )


def _write_history(db: Database, step: Step) -> None:
    entry, rows = step.entry, told(step.change)
    proof = entry_hash(entry, step.uid, rows)
    db.execute(
        "insert into entry (number, uid, label, at, who, device, undoes, hash)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (entry.number, step.uid, entry.label, entry.at, entry.who, entry.device, entry.undoes, proof),
    )
    db.conn.executemany(
        "insert into change (entry, sort, record, before, after) values (?, ?, ?, ?, ?)",
        ((entry.number, row.sort, row.record, row.before, row.after) for row in rows),
    )
