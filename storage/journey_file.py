"""A .journey file that is open: the map in it, its history, and the keeper of the edits to come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from journey.clean import one_line
from journey.document import Document, Entry
from journey.ids import new_id
from journey.model import Change, MapData, Record
from journey.versions import Version, VersionKind, reason_to_keep
from resources.words import _
from storage.backup_rounds import BackupRounds
from storage.backups import folder_of, write_new, write_proved
from storage.closing import expect_let_go, is_over_within
from storage.faults import FileBusy, FileFault, is_silent
from storage.log import Step
from storage.moment import Moment
from storage.names import as_written
from storage.opening import Opened, created, is_writable, opened_to_edit, opened_to_read
from storage.pen import FilePen, nothing
from storage.reading import read_change
from storage.safety import changes_of, with_taken_up
from storage.saver import Saver
from storage.taking_up import Found
from storage.versions import cut
from storage.whose import login_name, machine_name


class JourneyFile:
    """One open file. Every edit of its document is on its way to the disk as soon as it is done.

    Whatever is done is ``who``'s, on ``device``. What is told by the functions called ``on_`` something is
    told on the storage thread, see ``storage.pen.Listener``. Close the file, or use ``with``.
    """

    def __init__(self, opened: Opened, brief: bool = False) -> None:
        """Take over what ``storage.opening`` opened; see ``open``."""
        held, safety = opened.held, opened.safety
        self.read_only, self.in_use = opened.read_only, opened.in_use
        self.remarks, self.newer = opened.remarks, opened.newer
        self.data_folder, self.document_id = opened.data_folder, held.document_id
        self.who, self.device = login_name(), machine_name()
        self.found = safety.found if safety is not None else Found()
        self._held, self._safety = held, safety
        content = with_taken_up(opened.content, self.found.lacks)
        self._history = list(content.history)
        self._versions = list(content.versions)
        self._changes = changes_of(self.found.lacks)
        self._document = Document(content.map, self, content.history)
        self.on_saved: Callable[[int], object] = nothing
        self.on_trouble: Callable[[str, str], object] = nothing
        self.on_put_aside: Callable[[], object] = nothing
        self.on_moved: Callable[[Path], object] = nothing
        self._pen = FilePen(held, safety, self.read_only, self)
        self._saver = Saver(self._pen, watches=safety is not None)
        for item in self.found.lacks:
            self._saver.add(item)
        self._saver.watch()
        self._imaging = Lock()
        self._rounds: BackupRounds | None = None
        if self.data_folder is not None:
            folder = folder_of(self.document_id, self.data_folder)
            self._rounds = BackupRounds(self.image, lambda: self.saved_revision, folder, brief=brief)

    @classmethod
    def create(
        cls, path: Path | str, records: Iterable[Record] = (), data_folder: Path | None = None
    ) -> Self:
        """A new file with these records, which undo does not reach behind; ``data_folder`` as for ``open``.

        Raises Refused if they are no consistent map, and a FileFault if the name is taken or the file
        cannot be written; then there is no file.
        """
        return cls(created(Path(path).absolute(), tuple(records), data_folder))

    @classmethod
    def open(
        cls,
        path: Path | str,
        read_only: bool = False,
        data_folder: Path | None = None,
        take_over: bool = False,
        brief: bool = False,
    ) -> Self:
        """The file of this path; ``read_only`` also where it or its folder cannot be written.

        One who comes to edit gives the ``data_folder`` of the user, where edits are kept safe beside the
        file. Then the file is locked, and where somebody else has it, ``in_use`` tells who, and it is
        ``read_only`` unless one means to ``take_over``; and ``found`` tells what earlier runs left behind, of
        which that is taken up at once which the file merely lacks. ``remarks`` say how the file was found.
        What a ``newer`` program made can only be read, if at all, as far as this one knows it.
        For a ``brief`` visit one backup is enough.

        Raises a FileFault if there is no file or it is not, to the last bit, what was written to it. Do not
        open a file twice in one process: see ``storage.header.inspect``.
        """
        path = Path(path).absolute()
        expect_let_go(path)
        path = as_written(path)
        if read_only or not is_writable(path):
            return cls(opened_to_read(path))
        return cls(opened_to_edit(path, data_folder, take_over), brief)

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
        return self._held.seen.revision

    @property
    def path(self) -> Path:
        """Where the file lies; another place after it was renamed while it was open."""
        return self._held.path

    @property
    def backup_fault(self) -> FileFault | None:
        """Why the last backup could not be made; None while all is well, and where none are made."""
        return None if self._rounds is None else self._rounds.fault

    @property
    def is_safe(self) -> bool:
        """Whether every edit is on this computer's disk at least, in the file or not."""
        return self._pen.is_safe or not self._saver.unsaved

    @property
    def rescue(self) -> Path | None:
        """The folder in which what is done now is kept safe; None where it is not."""
        return self._safety.log.folder if self._safety is not None else None

    @property
    def fault(self) -> FileFault | None:
        """What keeps edits from being written, and what is kept meanwhile; None while all is well."""
        fault = self._saver.fault or (is_silent(self.path) if self._saver.is_late else None)
        return None if fault is None else self._pen.with_kept(fault, bool(self._saver.unsaved))

    @property
    def unsaved(self) -> int:
        """How many edits are not on the disk yet."""
        return sum(isinstance(item, Step) for item in self._saver.unsaved)

    def document(self) -> Document:
        """The one document of this file: its edits are kept here, its undo reaches back over the history."""
        return self._document

    def keep(self, entry: Entry, change: Change) -> None:
        """Take an edit to be written; returns at once."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        # A label may name a file that was imported, and files may bear names that are no text.
        entry = replace(
            entry,
            label=one_line(entry.label),
            at=now,
            who=one_line(self.who),
            device=self.device,
            uid=new_id(),
        )
        self._keep_before(entry, change)
        self._changes[entry.number] = change
        self._history.append(entry)
        self._saver.add(Step(entry, change, entry.uid))

    def keep_version(self, kind: VersionKind, name: str = "", note: str = "") -> Version:
        """Give what the map is now a name, to be written after the edits that led to it; returns at once."""
        return self._keep_version(self._document.revision, kind, name, note)

    def _keep_before(self, entry: Entry, change: Change) -> None:
        """Keep what the map was before much of it changes, unless that is kept already; it may be nothing."""
        before, kind = entry.number - 1, reason_to_keep(change)
        known = not before or any(version.entry == before for version in self._versions)
        if kind is not None and entry.undoes is None and not known:
            self._keep_version(before, kind, "", entry.label)

    def _keep_version(self, entry: int, kind: VersionKind, name: str, note: str) -> Version:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        version = Version(new_id(), cut(name), entry, now, cut(self.who), kind, cut(note))
        self._versions.append(version)
        self._saver.add(version)
        return version

    def recall(self, number: int) -> Change:
        """The change that an edit made. Raises a FileFault if the file no longer tells."""
        if number in self._changes:
            return self._changes[number]
        if self._safety is not None and number <= self._safety.base.seen.revision:
            return self._safety.base.change(number)
        return self._held.ask(lambda db: read_change(db, self.path, number))

    def moment(self) -> Moment:
        """What the file is now, with edits that are not written yet; asked for on the window's thread."""
        about = (self.path, self.document_id, self.map, self.history, self.versions, self.newer)
        return Moment(*about, self.recall)

    def image(self) -> bytes:
        """The whole file, as it lies on the disk between two edits; on any thread but the window's.

        Raises a FileFault if it cannot be read.
        """
        return self._held.image()

    def save_copy(self, target: Path | str, replaces: bool = True) -> None:
        """Write a copy with the whole history, and with what is not in the file yet, in one stroke and
        proved; an older file of that name is replaced by it, or in the way. On any thread but the window's.

        Raises a FileFault, and then the older one is as it was.
        """
        with self._imaging:
            image = self._pen.image(self._saver.unsaved)
        (write_proved if replaces else write_new)(image, Path(target).absolute())

    def retry(self) -> None:
        """Try at once to write what waits, on a disk that reported an error too; returns at once."""
        self._held.insist()
        self._saver.retry()

    @property
    def same_beside(self) -> Path | None:
        """A map that holds the same as a file that is gone, and lies beside where that was."""
        return self._held.same_beside

    def go_on_beside(self) -> None:
        """Go on in that map; returns at once, and ``on_moved`` or ``on_trouble`` tells how it went."""
        self._held.go_on_beside()
        self.retry()

    def put_back(self) -> None:
        """Make a file once more that was deleted while it was open, with its history; returns at once.

        ``on_saved`` or ``on_trouble`` tells how it went.
        """
        self._pen.put_back()
        self.retry()

    def wait_saved(self, timeout: float | None = None) -> None:
        """Try once more if need be, and return when every edit is on the disk; ``timeout`` in seconds.

        Raises the FileFault that keeps edits from being written, or FileBusy when time is up; the edits
        stay queued.
        """
        self._held.insist()
        if not self._saver.flush(timeout):
            raise self.fault or self._still_writing()

    def close(self, limit: float | None = None) -> None:
        """Write what is queued and close. Raises a FileFault if edits could not be written; they are lost
        where they are not kept on this computer. Ask ``wait_saved`` first where somebody can do something
        about it.

        A disk that does not answer is waited for without end, or at most ``limit`` seconds. Then FileBusy is
        raised, closing goes on by itself, and what the file does not get while the program runs it gets when
        it is opened next. A copy that is being written gets all it needs first.
        """
        if limit is None:
            self._close()
        elif not is_over_within(limit, self._close, self.path, self._held.place):
            if self._safety is not None and self._saver.unsaved:
                self._safety.log.leave()
                self._safety.log.settle(limit)
            raise self._still_writing()

    def _close(self) -> None:
        written = False
        self._held.insist()
        try:
            written = self._saver.finish()
            if not written:
                raise self.fault or self._still_writing()
        finally:
            if self._rounds is not None:
                self._rounds.finish()
            with self._imaging:
                if self._safety is not None:
                    self._safety.close(written)
                self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _still_writing(self) -> FileFault:
        fault = FileBusy(_("“{file}” is still being written.").format(file=self.path.name))
        return self._pen.with_kept(fault, bool(self._saver.unsaved))
