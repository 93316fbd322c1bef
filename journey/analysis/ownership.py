"""Who answers: touchpoints without an owner, and where responsibility changes hands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.finding import Finding, Severity
from journey.model import Card, CardKind, LaneKind, Owner, Ownership
from resources.words import _, listed


def unowned_touchpoints(reading: Reading) -> Iterator[Finding]:
    """A finding for each touchpoint nobody answers for; moments of truth have a finding of their own.

    Before the first owner is named there is one finding about the owners' lane instead, and none at
    all in a journey that has neither owners nor a lane for them.
    """
    touchpoints = reading.of(CardKind.TOUCHPOINT)
    if not any_owners(reading):
        lane = reading.lane_of(LaneKind.OWNERS)
        if lane is not None and touchpoints:
            message = _("Nobody answers for any touchpoint yet.")
            yield Finding("unowned-touchpoint", Severity.WARNING, (lane.id,), message)
        return
    for card in touchpoints:
        if not card.moment_of_truth and reading.accountable(card) is None:
            message = _("Nobody owns {touchpoint}.").format(touchpoint=name(card))
            yield Finding("unowned-touchpoint", Severity.PROBLEM, (card.id,), message)


def any_owners(reading: Reading) -> bool:
    """Whether anybody has been given any role at a card of the journey."""
    of_card = reading.map.of(Ownership).by("card")
    return any(card in of_card for card in reading.cards)


def hand_offs(reading: Reading) -> Iterator[Finding]:
    """A finding for each place along the journey where other owners take over the touchpoints.

    Touchpoints of the same step stand side by side, so between them nothing is handed over; steps
    without an owned touchpoint are passed over.
    """
    for passed in passings(reading):
        message = _("Responsibility passes from {giver} to {taker} between {before} and {after}.").format(
            giver=_named(reading, passed.givers),
            taker=_named(reading, passed.takers),
            before=name(passed.last),
            after=name(passed.first),
        )
        yield Finding("hand-off", Severity.NOTE, (passed.last.id, passed.first.id), message)


class Passing(NamedTuple):
    """A place along the journey where other owners take over: their ids, and the touchpoints beside it."""

    givers: tuple[str, ...]
    takers: tuple[str, ...]
    last: Card
    first: Card


def passings(reading: Reading) -> Iterator[Passing]:
    """Where responsibility changes hands, along the journey."""
    for before, after in pairwise(_owned_columns(reading)):
        if not before.keys() & after.keys():
            last, first = list(before.values())[-1], next(iter(after.values()))
            yield Passing(tuple(before), tuple(after), last, first)


def _owned_columns(reading: Reading) -> list[dict[str, Card]]:
    """For each column with owned touchpoints, in order: the owners' ids and one touchpoint of each."""
    columns: dict[int, dict[str, Card]] = {}
    for card in reading.of(CardKind.TOUCHPOINT):
        if (owner := reading.accountable(card)) is not None:
            columns.setdefault(reading.columns(card).start, {})[owner.id] = card
    return [columns[column] for column in sorted(columns)]


def _named(reading: Reading, owners: Iterable[str]) -> str:
    return listed([reading.map.of(Owner)[owner].name for owner in owners])
