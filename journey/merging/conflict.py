"""What two copies do not agree on, and which of them was followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journey.model import SHAPE_OF, Record

Key = tuple[type[Record], str]
"""A record's sort and id."""


class Side(StrEnum):
    """Which of the two copies."""

    MINE = "mine"
    THEIRS = "theirs"

    @property
    def other(self) -> Side:
        """The copy that is not this one."""
        return Side.THEIRS if self is Side.MINE else Side.MINE


class Dispute(StrEnum):
    """What a conflict is about."""

    FIELD = "field"
    """Both gave the same field another value."""
    GONE = "gone"
    """One took the record away, the other worked on it or put something there."""
    TWICE = "twice"
    """Both said something of what can only be said once: a feeling at a step, who answers for a card."""
    RING = "ring"
    """Together they put an owner above itself."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing to choose. ``mine`` and ``theirs`` are the record in each copy, None where it is not.

    ``fields`` are those in dispute; ``key`` names the conflict in choices, whichever copy is whose.
    """

    dispute: Dispute
    key: str
    fields: tuple[str, ...]
    mine: Record | None
    theirs: Record | None
    taken: Side

    @property
    def record(self) -> Record:
        """The record as one of the copies has it, that of the side taken first."""
        first, second = (self.mine, self.theirs) if self.taken is Side.MINE else (self.theirs, self.mine)
        record = first or second
        assert record is not None
        return record


class Note(StrEnum):
    """What was done without asking."""

    RENUMBERED = "renumbered"
    """Both gave a code; the card got another one: ``before`` and ``after`` are the codes."""
    MADE_ONE = "made one"
    """Both added an owner, a persona, a source, a participant or a lane of one name."""
    JOINED = "joined"
    """Both wrote on in a long text; it holds what both wrote."""
    LEFT_OUT = "left out"
    """Together they took a stage's last step; it went too."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was done to a record without asking."""

    note: Note
    record: Record
    before: str = ""
    after: str = ""


Choices = Mapping[str, Side]
"""Which side to follow, by the key of a conflict."""


def conflict_key(dispute: Dispute, key: Key, field: str = "") -> str:
    """What a conflict is called in choices: the same whichever copy is whose."""
    sort, record = key
    return "/".join(filter(None, (dispute, SHAPE_OF[sort].name, record, field)))


def in_order(key: Key) -> tuple[str, str]:
    """Something to sort keys by."""
    return SHAPE_OF[key[0]].name, key[1]
