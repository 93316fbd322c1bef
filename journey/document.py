"""The door: every edit of a map goes through here, is kept, told to the watchers, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from journey.model import Change, MapData, Refused
from resources.words import _


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished edit in a document's history.

    ``number`` counts from 1 without gaps and is the revision the edit led to; ``undoes`` is the number
    of the step it takes back (of an undo, for a redo). The keeper says the rest, empty before: ``at`` is ISO
    8601 with zone, ``who`` edited and on which ``device``; ``uid`` names the edit in every copy of a file.
    """

    number: int
    label: str
    undoes: int | None = None
    at: str = ""
    who: str = ""
    device: str = ""
    uid: str = ""


class Keeper(Protocol):
    """Where steps are kept; a file is one, memory another."""

    def keep(self, entry: Entry, change: Change) -> None:
        """Take a step to be written, in order; returns at once and never loses it."""

    def recall(self, number: int) -> Change:
        """The change that a step of this number made, whether or not it is written yet."""


@dataclass(slots=True)
class MemoryKeeper:
    """Keeps steps as long as the program runs."""

    changes: dict[int, Change] = field(default_factory=dict)

    def keep(self, entry: Entry, change: Change) -> None:
        """Take a step."""
        self.changes[entry.number] = change

    def recall(self, number: int) -> Change:
        """The change that a step made."""
        return self.changes[number]


Watcher = Callable[[Change], None]


class Document:
    """A map being edited: ``do``, ``undo`` and ``redo`` are the only ways to another map.

    ``history`` is the history of a map that was kept earlier, in order, so that undo reaches back over it.
    """

    def __init__(
        self, map_data: MapData, keeper: Keeper | None = None, history: Iterable[Entry] = ()
    ) -> None:
        self._map = map_data
        self._keeper = keeper or MemoryKeeper()
        self._watchers: list[Watcher] = []
        self._revision = 0
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._locked = ""
        for entry in history:
            self._remember(entry)

    @property
    def map(self) -> MapData:
        """The map as it is now."""
        return self._map

    @property
    def revision(self) -> int:
        """The number of the last step."""
        return self._revision

    @property
    def next_undo(self) -> Entry | None:
        """The step that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Entry | None:
        """The step that ``redo`` would bring back."""
        return self._undone[-1] if self._undone else None

    @property
    def locked(self) -> str:
        """Why nothing can be edited; empty where it can."""
        return self._locked

    def lock(self, why: str) -> None:
        """Refuse every step from now on, saying why."""
        self._locked = why

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call ``watcher`` with each change after it is done; the function returned stops that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def do(self, change: Change) -> None:
        """Carry a change out as one step; an empty change does nothing.

        Raises Refused if it breaks a rule: then nothing happened.
        """
        self._carry_out(change, undoes=None)

    def undo(self) -> Entry:
        """Take the last step back. Raises Refused when there is none."""
        if not self._done:
            raise Refused(_("There is nothing to undo."))
        return self._take_back(self._done[-1])

    def redo(self) -> Entry:
        """Bring the last step that was undone back. Raises Refused when there is none."""
        if not self._undone:
            raise Refused(_("There is nothing to redo."))
        return self._take_back(self._undone[-1])

    def _take_back(self, entry: Entry) -> Entry:
        self._carry_out(self._keeper.recall(entry.number).reversed(), undoes=entry.number)
        return entry

    def _carry_out(self, change: Change, undoes: int | None) -> None:
        if not change:
            return
        if self._locked:
            raise Refused(self._locked)
        self._map = self._map.apply(change)
        entry = Entry(self._revision + 1, change.label, undoes)
        self._remember(entry)
        self._keeper.keep(entry, change)
        for watcher in tuple(self._watchers):
            watcher(change)

    def _remember(self, entry: Entry) -> None:
        self._revision = entry.number
        if entry.undoes is None:
            self._done.append(entry)
            self._undone.clear()
        elif self._done and self._done[-1].number == entry.undoes:
            self._done.pop()
            self._undone.append(entry)
        elif self._undone and self._undone[-1].number == entry.undoes:
            self._undone.pop()
            self._done.append(entry)
        else:
            raise ValueError(f"entry {entry.number} takes back entry {entry.undoes}, which is not the last")
