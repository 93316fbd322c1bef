"""A .journey file that is open: the map in it, its history, and the keeper of the edits to come."""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from journey.clean import one_line
from journey.document import Document, Entry
from journey.ids import new_id
from journey.model import Change, MapData, Record, map_of
from journey.versions import Version, VersionKind
from resources.words import _
from storage.backups import folder_of
from storage.connection import connect
from storage.creating import create_file
from storage.faults import (
    FileBusy,
    FileFault,
    FileReadOnly,
    ReadError,
    changed_outside,
    damaged,
    edits_kept,
    fault_of,
    unreadable,
)
from storage.header import inspect
from storage.log import Step
from storage.migrating import is_older, migrate
from storage.reading import Content, read_change, read_content
from storage.saver import Item, Saver
from storage.whose import login_name, machine_name
from storage.writing import NotAsSeen, write

if TYPE_CHECKING:
    from sqlite_utils import Database

_ID = re.compile("[0-9a-z]{1,64}")
"""What a document's id may be: it names folders too, so it is believed no more than the rest of a file."""


class JourneyFile:
    """One open file. Every edit of its document is on its way to the disk as soon as it is done.

    Whatever is done is ``who``'s, on ``device``. ``on_saved`` is called with the revision after each commit,
    ``on_trouble`` with a sentence and a word for its kind when writing begins to fail; both on the storage
    thread. Close it, or use ``with``.
    """

    def __init__(
        self, path: Path, db: Database, content: Content, read_only: bool, data_folder: Path | None
    ) -> None:
        self.path = path
        self.data_folder = data_folder
        self.document_id = _document_id(db, path)
        self.read_only = read_only
        self.who, self.device = login_name(), machine_name()
        self.on_saved: Callable[[int], None] = _nothing
        self.on_trouble: Callable[[str, str], None] = _nothing
        self._db = db
        self._seen = content.seen
        self._connection = threading.Lock()
        self._history = list(content.history)
        self._versions = list(content.versions)
        self._changes: dict[int, Change] = {}
        self._document = Document(content.map, self, content.history)
        self._saver = Saver(self._write, self._tell_saved, self._tell_trouble)

    @classmethod
    def create(
        cls, path: Path | str, records: Iterable[Record] = (), data_folder: Path | None = None
    ) -> Self:
        """A new file with these records, which undo does not reach behind; ``data_folder`` as for ``open``.

        Raises Refused if they are no consistent map, and a FileFault if the name is taken or the file
        cannot be written; then there is no file.
        """
        path = Path(path).absolute()
        records = tuple(records)
        db, seen = create_file(path, records)
        return cls(path, db, Content(map_of(records), (), seen), read_only=False, data_folder=data_folder)

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False, data_folder: Path | None = None) -> Self:
        """The file of this path; ``read_only`` also where it or its folder cannot be written.

        One who comes to edit gives the ``data_folder`` of the user, where what is not in the file yet can
        be kept safe. Raises a FileFault if there is none or it is not, to the last bit, what was written
        to it. Do not open a file twice in one process: see ``storage.header.inspect``.
        """
        path = Path(path).absolute()
        inspect(path)
        read_only = read_only or not _is_writable(path)
        db = _connected(path, "ro" if read_only else "rw")
        try:
            return cls(path, db, read_content(db, path), read_only, data_folder)
        except BaseException:
            db.close()
            raise

    @property
    def map(self) -> MapData:
        """The map as it is now, with edits that are not written yet."""
        return self._document.map

    @property
    def history(self) -> tuple[Entry, ...]:
        """Every edit since the file was created, in order."""
        return tuple(self._history)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version that was kept of the file, in the order they were made."""
        return tuple(self._versions)

    @property
    def saved_revision(self) -> int:
        """The number of the last edit that is on the disk."""
        return self._seen.revision

    @property
    def unsaved(self) -> int:
        """How many edits are not on the disk yet."""
        return len(self._saver.unsaved)

    def document(self) -> Document:
        """The one document of this file: its edits are kept here, its undo reaches back over the history."""
        return self._document

    def keep(self, entry: Entry, change: Change) -> None:
        """Take an edit to be written; returns at once."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        # A label may name a file that was imported, and files may bear names that are no text.
        entry = replace(
            entry, label=one_line(entry.label), at=now, who=one_line(self.who), device=self.device
        )
        self._changes[entry.number] = change
        self._history.append(entry)
        self._saver.add(Step(entry, change, new_id()))

    def keep_version(self, kind: VersionKind, name: str = "", note: str = "") -> Version:
        """Give what the map is now a name, to be written after the edits that led to it; returns at once."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        words = one_line(name), self._document.revision, now, one_line(self.who), kind, one_line(note)
        version = Version(new_id(), *words)
        self._versions.append(version)
        self._saver.add(version)
        return version

    def recall(self, number: int) -> Change:
        """The change that an edit made. Raises a FileFault if the file no longer tells."""
        if number in self._changes:
            return self._changes[number]
        with self._connection:
            try:
                return read_change(self._db, self.path, number)
            except ReadError as error:
                raise unreadable(error, self.path) from error

    def image(self) -> bytes:
        """The whole file, as it lies on the disk between two edits; on any thread but the window's.

        Raises a FileFault if it cannot be read.
        """
        with self._connection:
            assert not self._db.conn.in_transaction, "an image would hold half an edit"
            try:
                return self._db.conn.serialize()
            except ReadError as error:
                raise unreadable(error, self.path) from error

    def wait_saved(self, timeout: float | None = None) -> None:
        """Try once more if need be, and return when every edit is on the disk; ``timeout`` in seconds.

        Raises the FileFault that keeps edits from being written, or FileBusy when time is up; the edits
        stay queued.
        """
        if not self._saver.flush(timeout):
            raise self._saver.fault or self._still_writing()

    def close(self) -> None:
        """Write what is queued and close. Raises a FileFault if edits could not be written and are lost.

        Ask ``wait_saved`` first where somebody can do something about it.
        """
        try:
            if not self._saver.finish():
                raise self._saver.fault or self._still_writing()
        finally:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, item: Item) -> None:
        if self.read_only:
            sentence = _("“{file}” was opened for reading only.").format(file=self.path.name)
            raise FileReadOnly(sentence + " " + edits_kept())
        with self._connection:
            try:
                if is_older(self._db):
                    migrate(self._db, self.path, self._seen, self._backup_folder)
                self._seen = write(self._db, item, self._seen)
            except NotAsSeen as error:
                raise changed_outside(self.path) from error
            except sqlite3.Error as error:
                raise fault_of(error, self.path, edits_kept()) from error

    @property
    def _backup_folder(self) -> Path | None:
        return None if self.data_folder is None else folder_of(self.document_id, self.data_folder)

    def _tell_saved(self) -> None:
        self.on_saved(self._seen.revision)

    def _tell_trouble(self, fault: FileFault) -> None:
        self.on_trouble(fault.sentence, fault.kind)

    def _still_writing(self) -> FileBusy:
        sentence = _("“{file}” is still being written.").format(file=self.path.name)
        return FileBusy(sentence + " " + edits_kept())


def _document_id(db: Database, path: Path) -> str:
    """The id that all copies of a file share. Raises FileDamaged where it is no name that we gave."""
    row = db.execute("select value from meta where key = 'document'").fetchone()
    if row is None or _ID.fullmatch(row[0]) is None:
        raise damaged(path)
    return str(row[0])


def _connected(path: Path, mode: Literal["rw", "ro"]) -> Database:
    try:
        return connect(path, mode)
    except ReadError as error:
        raise unreadable(error, path) from error


def _is_writable(path: Path) -> bool:
    """Whether both the file and its folder, where a commit makes a journal, can be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def _nothing(*_told: object) -> None:
    """Nobody listens."""
