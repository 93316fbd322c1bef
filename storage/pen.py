"""Writing the edits of one open file, keeping them safe meanwhile, and telling how it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from resources.words import _
from storage.base import with_items
from storage.faults import FileFault, FileGone, FileReadOnly, with_kept
from storage.held_file import HeldFile
from storage.log import Step
from storage.safety import Safety
from storage.step_json import Item, name_of

_PATIENCE = 2.0
"""Seconds that the log may take for one thing before the file is written without it."""


class Listener(Protocol):
    """Who is told how it goes, on the threads that write: of the log on one, of all else on the other."""

    on_saved: Callable[[int], object]
    """Told the revision after each commit, and where a trouble went by itself."""
    on_trouble: Callable[[str, str], object]
    """Told a sentence, and a word for its kind, when writing begins to fail."""
    on_put_aside: Callable[[], object]
    """Told when edits were put into the log, as far as they could be."""
    on_moved: Callable[[Path], object]
    """Told where the file lies now when it was found under another name."""


class FilePen:
    """Works on the storage thread, see ``storage.saver.Pen``, and tells a listener there."""

    def __init__(self, held: HeldFile, safety: Safety | None, read_only: bool, listener: Listener) -> None:
        self._listener = listener
        self._held, self._safety, self._read_only = held, safety, read_only
        self._items: list[Item] = []
        self._puts_back = False
        held.on_moved = self._moved
        held.lacking = self._lacking
        if safety is not None:
            safety.log.on_kept = lambda: listener.on_put_aside()

    @property
    def is_safe(self) -> bool:
        """Whether whatever it was given is in the log, on this computer's disk."""
        return self._safety is not None and self._safety.log.is_whole

    def with_kept(self, fault: FileFault, waiting: bool = True) -> FileFault:
        """The same fault, saying also what was kept of what is ``waiting`` to be written, if anything is."""
        return with_kept(fault, self.is_safe) if waiting else fault

    def put_back(self) -> None:
        """At the next attempt, make the file once more if there is none."""
        self._puts_back = True

    def image(self, waiting: Sequence[Item]) -> bytes:
        """The file with all that was done, also what is ``waiting`` to be written. Raises a FileFault."""
        if self._safety is None:
            return with_items(self._held.image(), waiting, self._held.path)
        return with_items(self._safety.base.image(), (*self._items, *waiting), self._held.path)

    def take(self, item: Item) -> None:
        """Have an edit or a version put into the log, whatever becomes of the file; returns at once."""
        if self._safety is not None:
            self._safety.log.append((item,))

    def write(self, item: Item) -> None:
        """Write an edit or a version to the file, and see to it that it is in the log. Raises a FileFault."""
        if self._read_only:
            sentence = _("“{file}” was opened for reading only.").format(file=self._held.path.name)
            raise FileReadOnly(sentence)
        self._at_it(lambda: self._held.write(item))
        self._items.append(item)
        self.put_aside((item,))

    def put_aside(self, items: Sequence[Item]) -> None:
        """See to it that what waits is in the log, as far as its disk takes it."""
        if self._safety is not None:
            self._safety.log.append(items)
            self._safety.log.settle(_PATIENCE)

    def look(self) -> None:
        """Raise a FileFault if the file is not where it was."""
        self._at_it(self._held.look)

    def saved(self) -> None:
        """Tell that all is well."""
        self._listener.on_saved(self._held.seen.revision)

    def trouble(self, fault: FileFault, waiting: bool) -> None:
        """Tell what is wrong."""
        self._listener.on_trouble(self.with_kept(fault, waiting).sentence, fault.kind)

    def _at_it(self, work: Callable[[], None]) -> None:
        # It holds for one attempt: a file that is there again may be deleted later, and on purpose.
        puts_back, self._puts_back = self._puts_back, False
        try:
            work()
        except FileGone:
            if not puts_back:
                raise
            self._held.make_again(self.image(()))
            work()

    def _moved(self, path: Path) -> None:
        if self._safety is not None:
            self._safety.follow(path)
        self._listener.on_moved(path)

    def _lacking(self, uids: Sequence[str], versions: Sequence[str]) -> Sequence[Item] | None:
        """What a file with these edits and versions lacks of what was written; None if it has any other."""
        if self._safety is None:
            return None
        known = (*self._safety.base.items(0), *self._items)
        there = {*uids, *versions}
        steps = [item.uid for item in known if isinstance(item, Step)]
        if steps[: len(uids)] != list(uids) or not there.issubset(map(name_of, known)):
            return None
        return [item for item in known if name_of(item) not in there]


def nothing(*_told: object) -> None:
    """Nobody listens."""
