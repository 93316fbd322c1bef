"""Bringing an older file up to date: a proved backup first, then all of it or nothing of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from resources.words import _
from storage.backups import BackupKind, holds, keep_backup, write_new
from storage.faults import FileFault, damaged, fault_of
from storage.header import SCHEMA_VERSION
from storage.migrations import bring_up_to_date
from storage.schema import expect_schema, version_of
from storage.writing import Seen, expect_seen, transaction

if TYPE_CHECKING:
    from sqlite_utils import Database


def is_older(db: Database) -> bool:
    """Whether a file has the tables of an older version."""
    return version_of(db) < SCHEMA_VERSION


def migrate(db: Database, path: Path, seen: Seen, folder: Path | None) -> None:
    """Give an older file the tables of this version; its backup lies in ``folder``, or beside it without one.

    Raises a FileFault where no backup could be made, NotAsSeen or sqlite3.Error otherwise: then the file is
    as it was, and it may be tried again.
    """
    image = db.conn.serialize()
    if folder is None or not _kept_in(folder, image, seen.revision):
        try:
            _keep_beside(image, path, version_of(db))
        except OSError as error:
            raise fault_of(error, path, "") from error
    with transaction(db):
        expect_seen(db, seen)
        bring_up_to_date(db)
        if is_older(db):
            raise damaged(path)  # it says of itself that it was brought up to date before, which it was not
        expect_schema(db, path)


def _kept_in(folder: Path, image: bytes, revision: int) -> bool:
    """Keep the backup in the folder for backups, where that can be written."""
    try:
        keep_backup(image, folder, revision, BackupKind.OLDER, datetime.now(UTC))
    except FileFault:
        return False
    return True


def _keep_beside(image: bytes, path: Path, version: int) -> None:
    """Keep the backup beside the file, under a name that nothing else has."""
    number = 1
    target = path.with_name(_beside(path, version, number))
    while target.exists():
        if holds(target, image):
            return
        number += 1
        target = path.with_name(_beside(path, version, number))
    write_new(image, target)


def _beside(path: Path, version: int, number: int) -> str:
    words = _("before version {version}").format(version=version + 1)
    again = f" {number}" if number > 1 else ""
    return f"{path.stem} ({words}{again}){path.suffix}"
