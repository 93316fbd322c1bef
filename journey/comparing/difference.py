"""What differs between two states of a map, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from journey.model import SHAPE_OF, Record, Touch


class Fate(StrEnum):
    """What became of something; members stand in the order they are told."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One thing about a subject that was another: ``what`` it is called, what it said ``before`` and says
    ``after``; empty where it said nothing.
    """

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Something one can point at in the map, and what became of it.

    ``words`` say what it is, ``details`` what differs where it was ``changed``. ``touches`` are its records,
    itself and what belongs to it, before and after: itself first where it differs.
    """

    fate: Fate
    subject: Record
    words: str
    details: tuple[FieldDifference, ...]
    touches: tuple[Touch, ...]

    @property
    def key(self) -> str:
        """Its sort and id, by which it is named to others."""
        return f"{SHAPE_OF[type(self.subject)].name}/{self.subject.id}"


def of_fate(differences: Iterable[Difference], fate: Fate) -> tuple[Difference, ...]:
    """The differences of one fate, in their order."""
    return tuple(one for one in differences if one.fate is fate)
