"""A merge being made: the records of each copy, those that are to be, and what was chosen on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from journey.merging.conflict import Choices, Conflict, Dispute, Key, Note, Remark, Side, conflict_key
from journey.model import Card, Lane, MapData, Record


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one map has it.

    A card's width is told by the ``last`` step it covers, so that a step that comes in between is no edit
    of it: its own ``span`` stands apart, and the record's is 1.
    """

    record: Record
    last: str = ""
    span: int = field(default=1, compare=False)


Versions = dict[Key, Version]


@dataclass(slots=True)
class Draft:
    """``now`` is what is to be; ``back`` are records that one copy took away and the other needs.

    ``usual`` is the side that is followed where ``choices`` say nothing.
    """

    base: Versions
    mine: Versions
    theirs: Versions
    choices: Choices
    usual: Side
    now: Versions = field(default_factory=dict)
    back: set[Key] = field(default_factory=set)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def side(self, side: Side) -> Versions:
        """The records of a copy."""
        return self.mine if side is Side.MINE else self.theirs

    def holder(self, key: Key) -> Side | None:
        """The one copy that has a record which the other has not; None where both or neither have it."""
        if (key in self.mine) == (key in self.theirs):
            return None
        return Side.MINE if key in self.mine else Side.THEIRS

    def chosen(self, name: str, usual: Side | None = None) -> Side:
        """Which side is followed in a conflict."""
        return self.choices.get(name, usual or self.usual)

    def list_conflict(self, dispute: Dispute, key: Key, fields: tuple[str, ...], taken: Side) -> None:
        """Put a conflict about a record on the list."""
        name = conflict_key(dispute, key, fields[0] if dispute is Dispute.FIELD else "")
        mine, theirs = self.record(Side.MINE, key), self.record(Side.THEIRS, key)
        self.conflicts[name] = Conflict(dispute, name, fields, mine, theirs, taken)

    def record(self, side: Side, key: Key) -> Record | None:
        """A record as a copy has it, with its span."""
        version = self.side(side).get(key)
        return None if version is None else whole(version)

    def records(self, sort: type[Record]) -> Iterator[Record]:
        """The records of a sort that are to be."""
        return (version.record for (kind, _id), version in self.now.items() if kind is sort)

    def put(self, record: Record) -> None:
        """Let a record be otherwise."""
        key = type(record), record.id
        self.now[key] = replace(self.now[key], record=record)

    def remark(self, note: Note, record: Record, before: str = "", after: str = "") -> None:
        """Note what was done without asking."""
        self.remarks.append(Remark(note, record, before, after))


def versions_of(map_data: MapData) -> Versions:
    """Every record of a map."""
    return {(type(one), one.id): _version(map_data, one) for one in map_data.records()}


def whole(version: Version) -> Record:
    """The record with its span as it was."""
    if isinstance(version.record, Card) and version.span != 1:
        return replace(version.record, span=version.span)
    return version.record


def _version(map_data: MapData, record: Record) -> Version:
    if not isinstance(record, Card):
        return Version(record)
    if record.span == 1:
        return Version(record, record.step)
    grid = map_data.grid(map_data.of(Lane)[record.lane].journey)
    last = grid.steps[grid.column[record.step] + record.span - 1].id
    return Version(replace(record, span=1), last, record.span)
