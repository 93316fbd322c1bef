"""The ways a .journey file is opened: made anew, to be edited, to be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from journey.model import Record, map_of
from storage.backups import folder_of
from storage.beside import about_copy, about_log, expect_own, is_unsettled, settled
from storage.connection import in_memory
from storage.creating import create_file
from storage.faults import FileDamaged, MadeByNewer, ReadError, damaged, fault_of, not_changed, unreadable
from storage.header import inspect, made_by_newer
from storage.held_file import HeldFile, connected, document_id
from storage.holder import Holder
from storage.lock_file import LockFile
from storage.reading import Content, read_content
from storage.safety import Safety, locked

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Opened:
    """A file in our hands; ``in_use`` is who else has it, where it is only for reading for that reason.

    ``remarks`` are sentences on how it was found. ``newer`` tells that a newer program made it, and that only
    what this one knows of it is there.
    """

    held: HeldFile
    content: Content
    read_only: bool
    data_folder: Path | None = None
    safety: Safety | None = None
    in_use: Holder | None = None
    remarks: tuple[str, ...] = ()
    newer: bool = False


def created(path: Path, records: tuple[Record, ...], data_folder: Path | None) -> Opened:
    """A new file with these records. Raises like ``create_file``."""
    db, seen = create_file(path, records)
    lock = None if data_folder is None else locked(path, take_over=True)
    with _or_let_go(db, lock):
        return _to_edit(path, db, Content(map_of(records), (), seen), lock, data_folder)


def opened_to_edit(path: Path, data_folder: Path | None, take_over: bool) -> Opened:
    """A file that can be written, unless somebody else has it open or it is newer. Raises a FileFault."""
    try:
        remarks = _looked_at(path)
    except MadeByNewer:
        return _opened_newer(path)
    lock = None if data_folder is None else locked(path, take_over)
    if lock is not None and lock.other is not None:
        return opened_to_read(path, lock.other)
    with _or_let_go(None, lock):
        expect_own(path)
        db = connected(path, "rw")
        with _or_let_go(db, None):
            return replace(_to_edit(path, db, _content(db, path), lock, data_folder), remarks=remarks)


def opened_to_read(path: Path, in_use: Holder | None = None) -> Opened:
    """A file that is not written to. Raises a FileFault."""
    try:
        remarks = _looked_at(path)
    except MadeByNewer:
        return _opened_newer(path)
    if remarks or is_unsettled(path):
        expect_own(path)
        db, remarks = _settled_copy(path), (*remarks, *about_copy(path))
    else:
        db = connected(path, "ro")
    with _or_let_go(db, None):
        content = _content(db, path)
        held = HeldFile(path, db, content, None)
        return Opened(held, content, read_only=True, in_use=in_use, remarks=remarks)


def _opened_newer(path: Path) -> Opened:
    """A file of a newer program as far as this one knows it. Raises MadeByNewer where it may not be read."""
    from storage.newer import about_newer, read_newer

    try:
        lies_apart = about_log(path) or is_unsettled(path)
        with closing(_settled_copy(path) if lies_apart else connected(path, "ro")) as db:
            held, content = read_newer(db, path)
    except (FileDamaged, *ReadError) as error:
        raise made_by_newer(path) from error
    return Opened(held, content, read_only=True, remarks=(about_newer(path),), newer=True)


def _content(db: Database, path: Path) -> Content:
    """What is in a file. Raises a FileFault; of a damaged file it says what is wrong, where that is known."""
    try:
        return read_content(db, path)
    except FileDamaged as fault:
        from storage.salvage.diagnosis import what_is_wrong
        from storage.salvage.pages import TooManyRows

        with suppress(*ReadError, TooManyRows):
            if wrong := what_is_wrong(db.conn.serialize()):
                raise damaged(path, wrong) from fault
        raise


def _looked_at(path: Path) -> tuple[str, ...]:
    """Look at a file before SQLite does, and tell what is to be said. Raises a FileFault if it is none."""
    inspect(path)
    try:
        return about_log(path)
    except OSError as error:
        raise fault_of(error, path, "") from error


def _settled_copy(path: Path) -> Database:
    """A copy in memory of a file that cannot be settled in its place."""
    try:
        return in_memory(settled(path))
    except ReadError as error:
        raise unreadable(error, path) from error
    except OSError as error:
        raise fault_of(error, path, not_changed()) from error


def is_writable(path: Path) -> bool:
    """Whether both the file and its folder, where a commit makes a journal, can be written; for what is not
    there nobody can tell.
    """
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK))


def _to_edit(
    path: Path, db: Database, content: Content, lock: LockFile | None, data_folder: Path | None
) -> Opened:
    if data_folder is None:
        return Opened(HeldFile(path, db, content, None), content, read_only=False)
    held = HeldFile(path, db, content, folder_of(document_id(db, path), data_folder))
    safety = Safety(held, content, data_folder, lock)
    return Opened(held, content, read_only=False, data_folder=data_folder, safety=safety)


@contextmanager
def _or_let_go(db: Database | None, lock: LockFile | None) -> Iterator[None]:
    """Keep hold of what was taken only if all goes well."""
    try:
        yield
    except BaseException:
        if db is not None:
            db.close()
        if lock is not None:
            lock.release()
        raise
