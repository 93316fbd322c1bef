"""What is there for one who edits a file: a lock that tells others, a log of every edit in the user's folder,
and the file as it was in memory, out of reach of its disk.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from journey.document import Document
from journey.model import Change, Refused
from storage.base import Base
from storage.faults import FileBusy, changed_outside
from storage.held_file import HeldFile
from storage.lock_file import LockFile
from storage.log import Step
from storage.log_thread import LogThread
from storage.reading import Content
from storage.rescue import rescued_of
from storage.rescue_log import Begun, RescueLog
from storage.step_json import Item
from storage.taking_up import look_through


class Safety:
    """What keeps one run's edits of one file safe. ``found`` is what earlier runs left behind."""

    def __init__(self, held: HeldFile, content: Content, data_folder: Path, lock: LockFile | None) -> None:
        """Raises a FileFault if the file was changed since ``content`` was read."""
        self._lock = lock
        self.base = Base(held.image(), held.path)
        if self.base.seen != content.seen:
            self.base.close()
            raise FileBusy(changed_outside(held.path).sentence)
        runs = rescued_of(data_folder, held.document_id)
        self.found = look_through(runs, self.base, held.path, lambda items: _fits(items, content))
        uid = (self.base.uids() or ("",))[-1]
        begun = Begun(held.document_id, held.path, content.seen.revision, uid, self.base.image)
        self.log = LogThread(RescueLog(data_folder, begun, self.found.settled))
        self.log.append(self.found.lacks)

    def follow(self, path: Path) -> None:
        """Go along with a file that got another name."""
        self.log.follow(path)
        if self._lock is not None:
            self._lock.move(path)

    def close(self, written: bool) -> None:
        """Let go of the file, all edits of which were ``written`` or not."""
        try:
            self.log.close(written)
        finally:
            self.base.close()
            if self._lock is not None:
                self._lock.release()


def locked(path: Path, take_over: bool) -> LockFile | None:
    """The lock on a file that is to be edited; None where its folder takes none, for it only informs."""
    with suppress(OSError):
        return LockFile(path, take_over)
    return None


def changes_of(items: tuple[Item, ...]) -> dict[int, Change]:
    """What the edits among these did, by their numbers."""
    return {item.entry.number: item.change for item in items if isinstance(item, Step)}


def with_taken_up(content: Content, items: tuple[Item, ...]) -> Content:
    """What a file holds once it has been given these as well. Raises Refused or ValueError."""
    if not items:
        return content
    steps = [item for item in items if isinstance(item, Step)]
    map_data = content.map
    for step in steps:
        map_data = map_data.apply(step.change)
    history = (*content.history, *(step.entry for step in steps))
    Document(map_data, history=history)
    versions = (*content.versions, *(item for item in items if not isinstance(item, Step)))
    return replace(content, map=map_data, history=history, versions=versions)


def _fits(items: tuple[Item, ...], content: Content) -> bool:
    """Whether these edits can be done to what a file holds."""
    try:
        with_taken_up(content, items)
    except (Refused, ValueError):
        return False
    return True
