"""One file on its disk: the connection to it, where it lies, and what it held when last read or written."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from storage.backups import write_proved
from storage.connection import connect
from storage.creating import expect_no_journal, in_a_free_place
from storage.faults import (
    FileDamaged,
    FileFault,
    FileGone,
    MadeByNewer,
    NotAJourneyFile,
    ReadError,
    changed_outside,
    damaged,
    fault_of,
    is_away,
    is_gone,
    replaced_outside,
    unreadable,
)
from storage.migrating import is_older, migrate
from storage.reading import Content, read_content
from storage.schema import version_of
from storage.step_json import Item
from storage.whereabouts import Told, moved_to, place_of, same_beside, seen_in, uids_in
from storage.writing import NotAsSeen, Seen, seen_after, write

if TYPE_CHECKING:
    from sqlite_utils import Database

Answer = TypeVar("Answer")

_ID = re.compile("[0-9a-z]{1,64}")
"""What a document's id may be: it names folders too, so it is believed no more than the rest of a file."""


class HeldFile:
    """A file that is held open, on any thread but the window's.

    ``on_moved`` is told when the file was found again under another name. ``lacking`` is asked what a file
    that came back with its disk, and has only these edits and versions, lacks of all that was written to it;
    it knows no answer, None, where the file has anything else. ``same_beside`` is a map with the same in it
    that was found beside a file that is gone.
    """

    def __init__(self, path: Path, db: Database, content: Content, backups: Path | None) -> None:
        self.path = path
        self.seen = content.seen
        self.document_id = document_id(db, path)
        self.on_moved: Callable[[Path], object] = _nothing
        self.lacking: Callable[[Sequence[str], Sequence[str]], Sequence[Item] | None] = _unknown
        self.same_beside: Path | None = None
        self._db = db
        self._backups = backups
        self._turn = threading.Lock()
        self.place = place_of(path)
        self._mistrust: FileFault | None = None
        self._tried: Item | None = None
        self._was_away = False
        self._agreed = False
        self._insisted = False
        self._known_at = datetime.now()
        self._was_replaced = False

    def write(self, item: Item) -> None:
        """Write an edit or a version durably. Raises a FileFault, and then nothing was written."""
        with self._turn:
            # A commit that is reported to have failed may have reached the disk all the same.
            self._tried = self._tried or item
            self._expect_there()
            try:
                self._write(item)
            except FileGone:
                # It was renamed at this very moment.
                self._expect_there()
                self._write(item)

    def look(self) -> None:
        """Raise a FileFault if the file is not where it was, or somebody wrote to it; where it was only
        renamed, follow it.
        """
        with self._turn:
            self._expect_there()
            # What cannot be read at this moment, because somebody is writing, can be the next time.
            with suppress(*ReadError, LookupError, ValueError):
                if seen_in(self._db) != self.seen:
                    raise changed_outside(self.path)
                self._known_at = datetime.now()

    def insist(self) -> None:
        """Try a disk once more that reported an error."""
        self._insisted = True

    def go_on_beside(self) -> None:
        """At the next attempt, take the map beside it that holds the same for a file that is gone."""
        self._agreed = True

    def image(self) -> bytes:
        """The whole file, as it lies on the disk. Raises a FileFault if it cannot be read."""
        with self._turn:
            assert not self._db.conn.in_transaction, "an image would hold half an edit"
            try:
                return self._db.conn.serialize()
            except ReadError as error:
                raise unreadable(error, self.path) from error

    def make_again(self, image: bytes) -> None:
        """Put the file back where it lay, unless something lies there now: as it was last, with what others
        wrote to it, where that can be told; else this ``image``. Raises a FileFault.
        """
        with self._turn:
            theirs = self._of_others()
            try:
                expect_no_journal(self.path)
                with in_a_free_place(self.path) as beside:
                    write_proved(theirs or image, beside)
            except OSError as error:
                raise fault_of(error, self.path, "") from error
            if theirs is None:
                self._take_hold(self.path)
            else:
                self._hold(connected(self.path, "rw"), self.path)

    def _of_others(self) -> bytes | None:
        """The file that is not in its place any more, where others wrote to it: what was open stays open
        though it is moved or deleted. None where nobody did, or nobody can tell.
        """
        with suppress(FileFault, *ReadError, LookupError, ValueError):
            if read_content(self._db, self.path).seen not in self._ours():
                return bytes(self._db.conn.serialize())
        return None

    def ask(self, question: Callable[[Database], Answer]) -> Answer:
        """Read from the file, with nobody else at the connection meanwhile."""
        with self._turn:
            try:
                return question(self._db)
            except ReadError as error:
                raise unreadable(error, self.path) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._turn, suppress(sqlite3.Error):
            self._db.close()

    def _write(self, item: Item) -> None:
        try:
            if version_of(self._db) == 0:
                raise changed_outside(self.path)  # somebody emptied it, which would pass for an older file
            if is_older(self._db):
                migrate(self._db, self.path, self.seen, self._backups)
            self.seen, self._tried = write(self._db, item, self.seen), None
            self._known_at = datetime.now()
        except NotAsSeen as error:
            raise changed_outside(self.path) from error
        except sqlite3.Error as error:
            raise self._noted(fault_of(error, self.path, "")) from error

    def _expect_there(self) -> None:
        """Make sure that the connection is to the file that lies where ours lay."""
        insisted, self._insisted = self._insisted, False
        agreed, self._agreed = self._agreed, False
        try:
            now = place_of(self.path)
        except OSError as error:
            raise self._noted(fault_of(error, self.path, "")) from error
        if now is not None and now == self.place:
            self._was_replaced = False
            if self._mistrust is None:
                return
            if not insisted:
                raise self._mistrust
        self._take_hold(self.path if now is not None else self._found_again(agreed))

    def _found_again(self, agreed: bool) -> Path:
        """Where the file is that is not in its place. Raises FileAway or FileGone where it is nowhere, and
        ReplacedOutside where its name is taken all the same.
        """
        assert self.place is not None
        if not self.place.has_folder_of(self.path):
            self._was_away = True
            raise is_away(self.path)
        if (place := moved_to(self.path, self.place)) is not None:
            return place
        if self.path.is_symlink():
            raise replaced_outside(self.path)  # a link that leads nowhere has the name
        self.same_beside = same_beside(self.path, Told(self.document_id, self.seen))
        if not agreed or self.same_beside is None:
            # What is put back may be older than what lay there.
            raise is_gone(self.path, self._known_at if self._was_replaced else None)
        return self.same_beside

    def _take_hold(self, path: Path) -> None:
        """Go on in the file of this path, if it is to the last bit the one that was last written."""
        self._hold(self._proved(path), path)

    def _hold(self, db: Database, path: Path) -> None:
        self._db, old = db, self._db
        with suppress(sqlite3.Error):
            old.close()
        self.place, self._mistrust, self._was_away = place_of(path), None, False
        self._was_replaced = False
        if path != self.path:
            self.path = path
            self.on_moved(path)

    def _proved(self, path: Path) -> Database:
        if not path.is_file():
            raise replaced_outside(path)
        try:
            db = connected(path, "rw")
            try:
                self._expect_same(db, path)
            except BaseException:
                db.close()
                raise
        except (FileDamaged, NotAJourneyFile, MadeByNewer) as other:
            raise replaced_outside(path) from other
        except FileFault as fault:
            raise self._noted(fault) from fault
        return db

    def _expect_same(self, db: Database, path: Path) -> None:
        content = read_content(db, path)
        if document_id(db, path) != self.document_id:
            raise replaced_outside(path)
        if content.seen in self._ours():
            return
        if not self._was_away or self._brought_forward(db, path, content) != self.seen:
            self._was_replaced = True
            raise replaced_outside(path)

    def _ours(self) -> tuple[Seen, ...]:
        """What the file holds if nobody but us wrote to it: also what may not have reached the disk."""
        return (self.seen, *((seen_after(self._tried, self.seen),) if self._tried else ()))

    def _brought_forward(self, db: Database, path: Path, content: Content) -> Seen:
        """Write once more what a disk that was pulled out had said it had, and lost."""
        lacks = self.lacking(uids_in(db), [version.id for version in content.versions])
        seen = content.seen
        try:
            if lacks and is_older(db):
                migrate(db, path, seen, self._backups)
            for item in lacks or ():
                seen = write(db, item, seen)
        except sqlite3.Error as error:
            raise fault_of(error, path, "") from error
        return seen

    def _noted(self, fault: FileFault) -> FileFault:
        """Trust a disk that reported an error no more until somebody insists, or the file is a new one."""
        if fault.kind == FileFault.kind:
            self._mistrust = fault
        return fault


def connected(path: Path, mode: Literal["rw", "ro"]) -> Database:
    """A connection to a file. Raises a FileFault."""
    try:
        return connect(path, mode)
    except ReadError as error:
        raise unreadable(error, path) from error


def document_id(db: Database, path: Path) -> str:
    """The id that all copies of a file share. Raises FileDamaged where it is no name that we gave."""
    row = db.execute("select value from meta where key = 'document'").fetchone()
    if row is None or _ID.fullmatch(row[0]) is None:
        raise damaged(path)
    return str(row[0])


def _nothing(_path: Path) -> None:
    """Nobody listens."""


def _unknown(_uids: Sequence[str], _versions: Sequence[str]) -> None:
    """Nobody knows."""
