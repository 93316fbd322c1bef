"""A change of the map: the records it touches, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey.model.records import Record


@dataclass(frozen=True, slots=True)
class Touch:
    """One record before and after; None before: it is new; None after: it goes."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after, or the last that was seen of it."""
        record = self.after or self.before
        assert record is not None
        return record


@dataclass(frozen=True, slots=True)
class Change:
    """A label people read in the undo menu, and a touch for each record: each record at most once."""

    label: str
    touches: tuple[Touch, ...]

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.label, tuple(Touch(t.after, t.before) for t in reversed(self.touches)))

    def __bool__(self) -> bool:
        """Whether anything would differ."""
        return bool(self.touches)


def adding(label: str, records: Iterable[Record]) -> Change:
    """A change that brings new records."""
    return Change(label, tuple(Touch(None, record) for record in records))


def removing(label: str, records: Iterable[Record]) -> Change:
    """A change that takes records away."""
    return Change(label, tuple(Touch(record, None) for record in records))


def replacing(label: str, pairs: Iterable[tuple[Record, Record]]) -> Change:
    """A change of existing records; pairs that do not differ are left out."""
    return Change(label, tuple(Touch(old, new) for old, new in pairs if old != new))


def joined(label: str, changes: Iterable[Change]) -> Change:
    """Several changes as one step: a record touched more than once keeps its first before and last after."""
    met: dict[tuple[type, str], Touch] = {}
    for change in changes:
        for touch in change.touches:
            key = (type(touch.record), touch.record.id)
            met[key] = Touch(met[key].before, touch.after) if key in met else touch
    return Change(label, tuple(t for t in met.values() if t.before != t.after))
