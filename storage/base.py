"""A file as it was at one moment, in memory: nothing that becomes of the disk touches it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journey.model import Change
from storage.connection import in_memory
from storage.faults import FileFault, ReadError, damaged, fault_of, nothing_created, unreadable
from storage.log import Step
from storage.migrating import is_older
from storage.migrations import bring_up_to_date
from storage.reading import read_change, read_content
from storage.step_json import Item, name_of
from storage.versions import version_rows
from storage.whereabouts import seen_in, uids_in
from storage.writing import NotAsSeen, transaction, write


class Base:
    """The bytes of one file, held in memory, to be read on any thread. ``path`` is for what is said of it,
    ``seen`` is what it holds.

    Whatever reads it raises a FileFault where it is damaged.
    """

    def __init__(self, image: bytes, path: Path) -> None:
        self._path = path
        self._turn = threading.Lock()
        with self._believing_nothing():
            self._db = in_memory(image)
        try:
            with self._believing_nothing():
                self.seen = seen_in(self._db)
        except FileFault:
            self._db.close()
            raise

    def image(self) -> bytes:
        """The bytes."""
        with self._turn:
            return self._db.conn.serialize()

    def uids(self) -> tuple[str, ...]:
        """The names of all edits in it, the first one first."""
        with self._turn, self._believing_nothing():
            return uids_in(self._db)

    def version_ids(self) -> tuple[str, ...]:
        """The names of all versions in it."""
        with self._turn, self._believing_nothing():
            return tuple(str(row[0]) for row in version_rows(self._db))

    def change(self, number: int) -> Change:
        """What an edit did, proved to be what was written."""
        with self._turn, self._believing_nothing():
            return read_change(self._db, self._path, number)

    def items(self, after: int) -> tuple[Item, ...]:
        """The edits in it after this number, then its versions."""
        with self._turn:
            content = read_content(self._db, self._path)
        named = zip(content.history, self.uids(), strict=True)
        steps = (Step(entry, self.change(entry.number), uid) for entry, uid in named if entry.number > after)
        return (*steps, *content.versions)

    def close(self) -> None:
        """Let the memory go."""
        with self._turn:
            self._db.close()

    @contextmanager
    def _believing_nothing(self) -> Iterator[None]:
        try:
            yield
        except ReadError as error:
            raise unreadable(error, self._path) from error
        except (LookupError, ValueError, TypeError) as error:
            raise damaged(self._path) from error


def with_items(image: bytes, items: Iterable[Item], path: Path) -> bytes:
    """The bytes of a file to which those edits and versions were added that it did not have; ``path`` is for
    what is said of it.

    Raises a FileFault where the image is damaged or does not take them.
    """
    try:
        db = in_memory(image)
    except ReadError as error:
        raise unreadable(error, path) from error
    try:
        seen = read_content(db, path).seen
        if is_older(db):
            with transaction(db):
                bring_up_to_date(db)
        there = {*uids_in(db), *(str(row[0]) for row in version_rows(db))}
        for item in items:
            if name_of(item) not in there:
                seen = write(db, item, seen)
                there.add(name_of(item))
        return db.conn.serialize()
    except NotAsSeen as error:
        raise unreadable(sqlite3.DatabaseError("the edits are not those of this file"), path) from error
    except sqlite3.Error as error:
        raise fault_of(error, path, nothing_created()) from error
    finally:
        db.close()
