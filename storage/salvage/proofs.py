"""The history of a damaged file: which of its entries prove to be what was written, and what they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journey.document import Document, Entry
from journey.model import Change, MapData, Record, Refused, Touch, map_of
from storage.log import Told, change_of, entry_hash
from storage.salvage.carving import Carved
from storage.salvage.forms import UNREADABLE, Values

Key = tuple[type[Record], str]
"""What a record is found by: its sort and its id."""


@dataclass(frozen=True, slots=True)
class Proved:
    """An entry that is, with all it did, what was written; a touch is None where its picture is lost."""

    entry: Entry
    uid: str
    proof: str
    told: tuple[Told, ...]
    touches: tuple[Touch | None, ...]

    @property
    def change(self) -> Change | None:
        """What the entry did, if all of it is known."""
        known = tuple(touch for touch in self.touches if touch is not None)
        return Change(self.entry.label, known) if len(known) == len(self.touches) else None


@dataclass(frozen=True, slots=True)
class Last:
    """A record after the last entry that is known to have touched it; ``certain``: no later one is lost."""

    number: int
    record: Record | None
    certain: bool


@dataclass(slots=True)
class History:
    """The entries that prove, by number, up to the ``revision`` that the file had come to.

    ``unproved`` is what can be read of the others.
    """

    proved: dict[int, Proved] = field(default_factory=dict)
    unproved: dict[int, tuple[Touch, ...]] = field(default_factory=dict)
    revision: int = 0

    @property
    def gaps(self) -> int:
        """The number of the last entry that is lost; 0 where none is."""
        return next((n for n in range(self.revision, 0, -1) if n not in self.proved), 0)

    def last(self) -> dict[Key, Last]:
        """What became of each record that a proved entry touched."""
        gaps, found = self.gaps, dict[Key, Last]()
        for number in sorted({*self.proved, *self.unproved}):
            proved = self.proved.get(number)
            for touch in proved.touches if proved is not None else self.unproved[number]:
                if touch is not None and (proved is not None or touch.after is not None):
                    key = (type(touch.record), touch.record.id)
                    found[key] = Last(number, touch.after, number > gaps)
        return found

    def base(self, now: MapData) -> MapData | None:
        """The map that the file began with, by walking back from ``now``; None if no way leads there."""
        if self.gaps:
            return None
        try:
            Document(map_of(), history=[self.proved[n].entry for n in sorted(self.proved)])
            for number in range(self.revision, 0, -1):
                change = self.proved[number].change
                if change is None:
                    return None
                now = now.apply(change.reversed())
        except (Refused, ValueError, LookupError):
            return None
        return now


def history_of(carved: Carved, pictures: Mapping[str, bytes], revision: int) -> History:
    """The history in the rows of a file; ``revision`` is the last entry by the file's own word, if any."""
    changes = defaultdict[int, list[tuple[int, Told]]](list)
    for number, entry, *told in carved.rows["change"]:
        if isinstance(entry, int) and isinstance(number, int):
            changes[entry].append((number, Told(*told)))  # type: ignore[arg-type]  # proved by the hash
    history = History(revision=revision)
    for values in carved.rows["entry"]:
        if isinstance(number := values[0], int) and number > 0 and number not in history.proved:
            proved = _proved(values, _in_order(changes[number]), pictures)
            if proved is not None:
                history.proved[number] = proved
    highest = max((*history.proved, *(n for n in changes if 0 < n < 1 << 40)), default=0)
    history.revision = revision or highest
    history.proved = {n: one for n, one in history.proved.items() if n <= history.revision}
    for number in changes.keys() - history.proved.keys():
        touches = (_touch(row, pictures) for row in _in_order(changes[number]))
        history.unproved[number] = tuple(filter(None, touches))
    return history


def _in_order(rows: Iterable[tuple[int, Told]]) -> tuple[Told, ...]:
    """Each row once, as they were written."""
    return tuple(told for _number, told in sorted(dict(rows).items()))


def _proved(values: Values, told: tuple[Told, ...], pictures: Mapping[str, bytes]) -> Proved | None:
    try:
        number, uid, label, at, who, device, undoes, proof = values
        entry = Entry(number, label, undoes, at, who, device)  # type: ignore[arg-type]  # proved by the hash
        if entry_hash(entry, str(uid), told) != proof:
            return None
    except UNREADABLE:
        return None
    return Proved(entry, str(uid), str(proof), told, tuple(_touch(row, pictures) for row in told))


def _touch(row: Told, pictures: Mapping[str, bytes]) -> Touch | None:
    try:
        return change_of("", (row,), pictures).touches[0]
    except UNREADABLE:
        return None
