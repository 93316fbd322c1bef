"""Conflicts and remarks of a merge in words, in the language being spoken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journey.comparing import record_words, value_words
from journey.comparing.words import belonging_words, shortened
from journey.edits.wording import called
from journey.layout.numbers import signed
from journey.merging.conflict import Conflict, Dispute, Note, Remark, Side
from journey.merging.merge import Merge, map_with
from journey.model import (
    Card,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    Link,
    MapData,
    Ownership,
    Record,
    Stage,
    Step,
    Verdict,
    Vote,
)
from journey.model.naming import field_word
from journey.plain import sort_of
from journey.terms import word
from resources.words import _, spoken


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict in words: what it is about, which field of it, what each copy says."""

    what: str
    field: str
    mine: str
    theirs: str

    def of(self, side: Side) -> str:
        """What a copy says."""
        return self.mine if side is Side.MINE else self.theirs


def told(merged: Merge, conflict: Conflict) -> Told:
    """A conflict of a merge in words."""
    mine, theirs = (_said(merged, conflict, side) for side in Side)
    return Told(_what(merged, conflict.record), _field(conflict), mine, theirs)


def remark_words(merged: Merge, remark: Remark) -> str:
    """What was done without asking, as a sentence."""
    what = _what(merged, remark.record)
    return _REMARKS[remark.note]().format(what=what, before=remark.before, after=remark.after)


def shown_as(known: MapData, record: Record) -> tuple[Record, str]:
    """What one looks at to see a record, a card for what belongs to it, and the journey it is in, if any."""
    card = known.of(Card).get(getattr(record, "card", None) or getattr(record, "source", None))
    subject = card or record
    return subject, _journey_of(known, subject) or ""


def _what(merged: Merge, record: Record) -> str:
    """What a record is called, with the card it belongs to, and its journey where there are several."""
    known = map_with(merged, record)
    subject, home = shown_as(known, record)
    belongs = subject is not record and not isinstance(record, Link)
    words = record_words(known, subject if belongs else record)
    if belongs:
        words = _("{what}: {part}").format(what=words, part=belonging_words(known, record))
    journey = known.of(Journey).get(home)
    if journey is None or len(merged.map.of(Journey)) < 2:
        return words
    return _("{what}, in “{journey}”").format(what=words, journey=called(journey))


def _journey_of(known: MapData, record: Record) -> str | None:
    if isinstance(record, Card):
        return known.of(Lane)[record.lane].journey
    if isinstance(record, Step):
        return known.of(Stage)[record.stage].journey
    return getattr(record, "journey", None)


def _field(conflict: Conflict) -> str:
    if conflict.dispute is Dispute.GONE:
        return _("Taken away or kept")
    if not conflict.fields:
        return field_word(sort_of(conflict.record))
    if conflict.dispute is Dispute.TWICE:
        return _("Who answers for it")
    if "rank" in conflict.fields:
        return _("Place")
    if isinstance(conflict.record, Link) and "source" in conflict.fields:
        return _("What it joins")
    return field_word(conflict.fields[0])


def _said(merged: Merge, conflict: Conflict, side: Side) -> str:
    record = conflict.mine if side is Side.MINE else conflict.theirs
    copy = merged.copies[side]
    if conflict.dispute is Dispute.GONE:
        return _("taken away") if record is None else _("worked on or still needed")
    if record is None:
        return _("nothing")
    if not conflict.fields or conflict.dispute is Dispute.TWICE:
        return _whole(copy, record)
    if "rank" in conflict.fields:
        return _place(copy, record, conflict.fields)
    values = (value_words(copy, record, field) for field in conflict.fields)
    return " – ".join(filter(None, values)) or _("nothing")


def _whole(copy: MapData, record: Record) -> str:
    """What a record says that can only be said once."""
    if isinstance(record, Feeling):
        return f"{signed(record.score, spoken())} {record.word}".strip()
    if isinstance(record, Ownership):
        return value_words(copy, record, "owner")
    if isinstance(record, Link):
        return " ".join(filter(None, (word(record.kind), record.label)))
    if isinstance(record, Verdict | Vote):
        return " ".join(filter(None, (belonging_words(copy, record), getattr(record, "comment", ""))))
    return shortened(getattr(record, "says", "")) or belonging_words(copy, record)


def _place(copy: MapData, record: Record, fields: tuple[str, ...]) -> str:
    if not isinstance(record, Card):
        return _among_siblings(copy, record)
    lane, step = (value_words(copy, record, field) for field in ("lane", "step"))
    words = _("{lane} at “{step}”").format(lane=lane, step=step)
    if record.span > 1:
        words = _("{place}, {n} steps wide").format(place=words, n=record.span)
    return f"{word(record.kind)}, {words}" if "kind" in fields else words


def _among_siblings(copy: MapData, record: Record) -> str:
    """Where something stands in an order, by what stands before it."""
    siblings = _siblings(copy, record)
    place = next((number for number, one in enumerate(siblings) if one.id == record.id), 0)
    if place == 0:
        return _("first")
    return _("after “{title}”").format(title=called(siblings[place - 1]))


def _siblings(copy: MapData, record: Record) -> tuple[Record, ...]:
    if isinstance(record, Step):
        return copy.grid(copy.of(Stage)[record.stage].journey).steps
    if isinstance(record, Stage):
        return copy.grid(record.journey).stages
    if isinstance(record, Lane):
        return copy.grid(record.journey).lanes
    if isinstance(record, JourneyPersona):
        return copy.of(JourneyPersona).by("journey").get(record.journey, ())
    return copy.journeys()


_REMARKS: dict[Note, Callable[[], str]] = {
    Note.RENUMBERED: lambda: _("Both copies gave the code {before}; {what} has {after} now."),
    Note.MADE_ONE: lambda: _("Both copies added it: of two, one was made: {what}."),
    Note.JOINED: lambda: _("Both copies wrote on in it; it holds what both wrote: {what}."),
    Note.LEFT_OUT: lambda: _("Together the copies took away all its steps, so it went too: {what}."),
}
