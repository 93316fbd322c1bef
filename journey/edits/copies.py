"""Journeys made from journeys: a duplicate, and the intended journey beside the current one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from journey.edits.places import room_at
from journey.edits.records import found
from journey.edits.removal import with_dependants
from journey.edits.wording import called
from journey.ids import new_id
from journey.model import (
    SHAPE_OF,
    Action,
    Backing,
    Card,
    CardStatus,
    Change,
    Feeling,
    Journey,
    JourneyPersona,
    Knowledge,
    Lane,
    Link,
    MapData,
    Measure,
    Ownership,
    Record,
    Stage,
    State,
    Step,
    Verdict,
    Vote,
    adding,
    joined,
    replacing,
)
from journey.model.fields import TEXT_LIMIT
from resources.words import _, speaking

R = TypeVar("R", bound=Record)

_TITLE_ROOM = TEXT_LIMIT - 100  # so that the word for "copy" fits in any language
_DESIGN = frozenset({Journey, JourneyPersona, Stage, Step, Lane, Card, Feeling, Link, Ownership})
_FINDINGS = frozenset({Measure, Backing, Action, Verdict, Vote})


def duplicate_journey(map_data: MapData, journey: str) -> Change:
    """A second journey just after the first, with everything in it; touches[0].after is the new journey."""
    old = found(map_data, Journey, journey)
    with speaking(map_data.workshop.language):
        title = _("{title} (copy)").format(title=old.title[:_TITLE_ROOM])
    copy, others = _copied(map_data, old, _DESIGN | _FINDINGS)
    label = _("Duplicate journey “{title}”").format(title=called(old))
    return _standing_after(map_data, label, old, replace(copy, title=title), others)


def make_intended_copy(map_data: MapData, journey: str) -> Change:
    """The journey as it shall be, to be worked on beside the current one; touches[0].after is the new one.

    Cards, links, feelings and owners come along, with the cards' codes so that the two can be compared;
    what was measured, decided or proven of the current journey does not.
    """
    old = found(map_data, Journey, journey)
    with speaking(map_data.workshop.language):
        title = _("{title} (intended)").format(title=old.title[:_TITLE_ROOM])
    copy, others = _copied(map_data, old, _DESIGN)
    intended = replace(copy, title=title, state=State.INTENDED, intended_for=old.id, parent_card=None)
    label = _("Begin the intended journey for “{title}”").format(title=called(old))
    return _standing_after(map_data, label, old, intended, map(_undecided, others))


def _copied(
    map_data: MapData, journey: Journey, sorts: Collection[type[Record]]
) -> tuple[Journey, list[Record]]:
    old = with_dependants(map_data, [journey], sorts)
    ids = {key: new_id() for key in old}
    others = [_repointed(record, ids) for record in old.values() if record is not journey]
    return _repointed(journey, ids), others


def _repointed(record: R, ids: dict[tuple[type[Record], str], str]) -> R:
    """The record under its new id, pointing at copies where what it points at was copied too."""
    changed: dict[str, Any] = {"id": ids[type(record), record.id]}
    for reference in SHAPE_OF[type(record)].references:
        target = getattr(record, reference.field)
        changed[reference.field] = ids.get((reference.target, target), target)
    return replace(record, **changed)


def _undecided(record: Record) -> Record:
    if isinstance(record, Card):
        return replace(record, status=CardStatus.OPEN, evidence=Knowledge.GUESS)
    return record


def _standing_after(
    map_data: MapData, label: str, old: Journey, new: Journey, others: Iterable[Record]
) -> Change:
    journeys = map_data.journeys()
    (rank,), shifted = room_at(journeys, journeys.index(old) + 1)
    return joined(label, [adding(label, [replace(new, rank=rank), *others]), replacing(label, shifted)])
