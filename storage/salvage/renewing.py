"""Writing what came back: a new file, with the history where it leads to exactly this map."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journey.ids import new_id
from journey.model import MapData
from journey.versions import Version, VersionKind
from storage.connection import connect
from storage.creating import in_a_free_place
from storage.faults import fault_of, nothing_created
from storage.log import blobs_of
from storage.migrations import lay_out
from storage.rows import DIGEST_SIZE
from storage.salvage.proofs import History, Proved
from storage.versions import insert_version, version_hash
from storage.writing import Seen, write_base

if TYPE_CHECKING:
    from sqlite_utils import Database

_ENTRY = (
    "insert into entry (number, uid, label, at, who, device, undoes, hash) values (?, ?, ?, ?, ?, ?, ?, ?)"
)
_CHANGE = "insert into change (entry, sort, record, before, after) values (?, ?, ?, ?, ?)"


def write_renewed(
    path: Path,
    map_data: MapData,
    document: str,
    history: History,
    versions: tuple[Version, ...],
    pictures: Mapping[str, bytes],
) -> None:
    """Make a file of this map; an empty ``history`` makes one that begins anew.

    Raises a FileFault if it cannot be made; then there is none.
    """
    try:
        with in_a_free_place(path) as beside:
            db = connect(beside)
            try:
                db.execute("begin immediate")
                lay_out(db)
                seen = write_base(db, map_data.records(), _about(document))
                _write_history(db, history, pictures)
                _write_versions(db, Seen(history.revision, seen.digest), versions)
                db.execute("commit")
            finally:
                db.close()
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, path, nothing_created()) from error


def mark_of_repair(revision: int) -> Version:
    """The version that says when the file was made of another."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Version(new_id(), "", revision, now, kind=VersionKind.REPAIR)


def _about(document: str) -> dict[str, str]:
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return {"document": document, "created": created, "oldest_reader": "2"}


def _write_history(db: Database, history: History, pictures: Mapping[str, bytes]) -> None:
    for number in sorted(history.proved):
        proved = history.proved[number]
        db.execute(_ENTRY, _cells(proved))
        for name in blobs_of(proved.told):
            keep = "insert into blob (sha256, bytes) values (?, ?) on conflict do nothing"
            db.execute(keep, (name, pictures[name]))
        db.conn.executemany(
            _CHANGE, [(number, row.sort, row.record, row.before, row.after) for row in proved.told]
        )


def _cells(proved: Proved) -> tuple[object, ...]:
    it = proved.entry
    return it.number, proved.uid, it.label, it.at, it.who, it.device, it.undoes, proved.proof


def _write_versions(db: Database, seen: Seen, versions: tuple[Version, ...]) -> None:
    """Write the versions, and in meta what the file holds now."""
    for version in versions:
        insert_version(db, version)
    digest = (seen.digest + sum(map(version_hash, versions))) % DIGEST_SIZE
    for key, value in (("revision", seen.revision), ("digest", digest)):
        db.execute("update meta set value = ? where key = ?", (str(value), key))
