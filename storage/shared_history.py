"""What two copies of one file have in common: the map that both of them went on from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from journey.document import Entry
from journey.model import MapData
from journey.past import map_after
from journey.versions import VersionKind
from resources.words import _
from storage.faults import FileFault, not_changed
from storage.moment import Moment
from storage.newer import newer_is_not_merged


class NotACopy(FileFault):
    """Two files have no beginning in common, so nobody can tell what was done in which of them."""

    kind = "not a copy"


@dataclass(frozen=True, slots=True)
class Shared:
    """The map that both went on from, and how many steps each made since.

    ``upto`` names the last step of the other copy. It is the note of the version that is kept before a merge:
    so it is known later that all up to there came in, and only what was done since is merged then.
    """

    base: MapData
    mine_since: int
    theirs_since: int
    upto: str


@dataclass(frozen=True, slots=True)
class _Meeting:
    """The moment after step ``number`` of ``file``; all of that is in the other copy after step ``other``."""

    file: Moment
    number: int
    other: int


def shared_history(mine: Moment, theirs: Moment) -> Shared:
    """What the two copies share, and what each did since. Reads both, on any thread, and writes nothing.

    Raises MadeByNewer where one holds more than this program knows, NotACopy where they are none of one file,
    and FileFault where a history cannot be read.
    """
    for copy in (mine, theirs):
        if copy.newer:
            raise newer_is_not_merged(copy.path)
    if mine.document_id != theirs.document_id:
        raise _strangers(mine, theirs)
    together = _together(mine.history, theirs.history)
    if not together and _beginning(mine) != _beginning(theirs):
        raise _strangers(mine, theirs)
    met = _latest(mine, theirs, together)
    base = map_after(met.file, met.file, met.number)
    of_mine, of_theirs = (met.number, met.other) if met.file is mine else (met.other, met.number)
    last = theirs.history[-1].uid if theirs.history else ""
    return Shared(base, len(mine.history) - of_mine, len(theirs.history) - of_theirs, last)


def _beginning(file: Moment) -> MapData:
    return map_after(file, file, 0)


def _strangers(mine: Moment, theirs: Moment) -> NotACopy:
    said = _(
        "“{theirs}” is no copy of “{mine}”: they do not begin with the same map, so they cannot be merged."
    )
    return NotACopy(said.format(mine=mine.path.name, theirs=theirs.path.name) + " " + not_changed())


def _together(mine: tuple[Entry, ...], theirs: tuple[Entry, ...]) -> int:
    """How many steps are the same in both, from the first on."""
    pairs = takewhile(lambda pair: pair[0].uid == pair[1].uid, zip(mine, theirs, strict=False))
    return sum(1 for _pair in pairs)


def _latest(mine: Moment, theirs: Moment, together: int) -> _Meeting:
    """Where the copies met last: where they went apart, or where one was merged into the other since."""
    shorter = min(mine, theirs, key=lambda file: len(file.history))
    met = _Meeting(shorter, together, together)
    for one, other in ((mine, theirs), (theirs, mine)):
        for meeting in _merged(one, other):
            if _is_later(meeting, met):
                met = meeting
    return met


def _merged(one: Moment, other: Moment) -> Iterator[_Meeting]:
    """The moments of the other copy that were merged into this one, and still are in it."""
    numbers = {entry.uid: entry.number for entry in other.history}
    standing = _standing(one.history)
    restored = max((it.entry for it in one.versions if it.kind is VersionKind.RESTORE), default=0)
    for version in one.versions:
        step = version.entry + 1
        is_merge = version.kind is VersionKind.MERGE and version.note in numbers
        if is_merge and step in standing and step > restored:
            yield _Meeting(other, numbers[version.note], step)


def _standing(history: tuple[Entry, ...]) -> set[int]:
    """The steps that are not undone, or were done again."""
    undone: set[int] = set()
    for entry in reversed(history):
        if entry.number not in undone and entry.undoes is not None:
            undone.add(entry.undoes)
    return {entry.number for entry in history} - undone


def _is_later(one: _Meeting, met: _Meeting) -> bool:
    """Whether a meeting holds all that another holds and more."""
    if one.file is met.file:
        return (one.number, one.other) > (met.number, met.other)
    return one.number >= met.other and one.other >= met.number
