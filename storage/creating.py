"""Making a .journey file: all of it or none of it."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journey.ids import new_id
from journey.model import Record, check_all, map_of
from resources.words import _
from storage.connection import connect
from storage.faults import FileBusy, FileMissing, fault_of, not_changed, nothing_created
from storage.header import is_journey
from storage.migrations import lay_out
from storage.parts import part_of
from storage.writing import Seen, write_base

if TYPE_CHECKING:
    from sqlite_utils import Database

_LONGEST_NAME = 255
"""Bytes in a file name, of every disk in use; SQLite needs some of them for the journal beside the file."""


def create_file(path: Path, records: Iterable[Record]) -> tuple[Database, Seen]:
    """Make a file with these records; returns the connection to it.

    Raises Refused if they are no consistent map, and a FileFault if the name is taken or the file cannot
    be written; then there is no file.
    """
    try:
        return _made(path, tuple(records))
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, path, nothing_created()) from error


def replace_file(path: Path | str, records: Iterable[Record]) -> None:
    """Put a new file with these records in the place of another, which stays whole until the new one is.

    Raises like ``create_file``, and FileBusy if the old file is being written at this moment. A program
    that has it open without writing finds at its next edit that the file was replaced.
    """
    with in_place_of(path) as beside:
        _made(beside, tuple(records))[0].close()


@contextmanager
def in_place_of(path: Path | str) -> Iterator[Path]:
    """A name beside a file for what takes its place, in one stroke, if the block ends well.

    Raises a FileFault, with the old file as it was, where that cannot be; it may also be no file yet.
    """
    path = Path(path).resolve()
    try:
        with part_of(path) as beside:
            yield beside
            with _held(path):
                beside.replace(path)
            sync_folder(path.parent)
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, path, not_changed()) from error


def _made(path: Path, records: tuple[Record, ...]) -> tuple[Database, Seen]:
    check_all(map_of(records))
    with in_a_free_place(path) as beside:
        db, seen = _filled(beside, records)
        db.close()
    return connect(path), seen


@contextmanager
def in_a_free_place(path: Path) -> Iterator[Path]:
    """A name beside this one, of an empty file that comes under it in one stroke if the block ends well.

    Otherwise there is no such file, or the one that somebody made meanwhile; even if the program is killed.
    Raises OSError, or a FileFault where there is no folder.
    """
    if not path.parent.is_dir():
        sentence = _("There is no folder “{folder}”.").format(folder=path.parent.name)
        raise FileMissing(sentence + " " + nothing_created())
    if len(os.fsencode(f"{path.name}-journal")) > _LONGEST_NAME:
        raise OSError(errno.ENAMETOOLONG, "no room for the journal's name")
    if path.exists():
        raise FileExistsError(errno.EEXIST, "the name is taken")
    with part_of(path) as beside:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        yield beside
        bring_under(beside, path)
        sync_folder(path.parent)


def bring_under(beside: Path, path: Path) -> None:
    """Give a file a name that nobody else has. Raises FileExistsError where somebody took it meanwhile."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # sticks know one name a file only
        if path.exists():
            raise FileExistsError(errno.EEXIST, "the name is taken") from None
        beside.rename(path)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system lets folders be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _filled(path: Path, records: tuple[Record, ...]) -> tuple[Database, Seen]:
    db = connect(path)
    try:
        db.execute("begin immediate")
        lay_out(db)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        seen = write_base(db, records, {"document": new_id(), "created": created, "oldest_reader": "2"})
        db.execute("commit")
    except BaseException:
        db.close()
        raise
    return db, seen


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep every other program from writing the old file while it is replaced.

    A journal of the old file would be rolled back into the new one, so what was broken off in it is
    taken back first, and nobody may begin anew.
    """
    if not is_journey(path):
        expect_no_journal(path)
        yield
        return
    db = connect(path)
    try:
        db.execute("begin exclusive")
        yield
    finally:
        db.close()


def expect_no_journal(path: Path) -> None:
    """Raise FileBusy if a journal lies beside a name, which would be rolled back into whatever gets it."""
    if Path(f"{path}-journal").exists():
        sentence = _(
            "“{file}-journal” lies beside “{file}”: another program is writing there, or was broken off."
        )
        raise FileBusy(sentence.format(file=path.name) + " " + nothing_created())
