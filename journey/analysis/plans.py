"""Pain points nobody picked up: no idea answers them and nothing will be done about them."""

from __future__ import annotations

from collections.abc import Iterator

from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.finding import Finding, Severity
from journey.model import Action, ActionStatus, Card, CardKind, LaneKind, LinkKind
from resources.words import _

PLANS = (CardKind.IDEA, CardKind.ACTION)
WORST = 3
"""The severity that makes a pain without a plan a problem."""


def pains_without_plan(reading: Reading) -> Iterator[Finding]:
    """A finding for each pain point without a plan.

    A plan is an action on the pain that was not dropped; an idea or action card joined to it by an
    ``answers`` link, whichever way it was drawn; or one that stands in the pain's columns and is
    drawn to no other. Before the first plan there is one finding about the lane for them
    instead, and none in a journey that has no such lane.
    """
    pains = reading.of(CardKind.PAIN_POINT)
    acted_on = _acted_on(reading)
    if not reading.of(*PLANS) and not acted_on:
        lane = reading.lane_of(LaneKind.IDEAS, LaneKind.ACTIONS)
        if lane is not None and pains:
            message = _("No pain point has an idea or an action yet.")
            yield Finding("pain-without-plan", Severity.WARNING, (lane.id,), message)
        return
    planned = acted_on | answered(reading) | _beside_a_plan(reading)
    for pain in pains:
        if pain.id not in planned:
            severity = Severity.PROBLEM if pain.severity >= WORST else Severity.WARNING
            message = _("Nobody has picked up {pain}.").format(pain=name(pain))
            yield Finding("pain-without-plan", severity, (pain.id,), message)


def _acted_on(reading: Reading) -> set[str]:
    actions = reading.map.of(Action)
    return {one.card for one in actions if one.card in reading.cards and one.status != ActionStatus.DROPPED}


def answered(reading: Reading) -> set[str]:
    """The ids of all cards at either end of an ``answers`` link."""
    return {end for link in reading.linked(LinkKind.ANSWERS) for end in (link.source, link.target)}


def _beside_a_plan(reading: Reading) -> set[str]:
    """The pains in whose columns a plan stands that no arrow ties to something else."""
    tied = answered(reading)
    free = [plan for plan in reading.of(*PLANS) if plan.id not in tied]
    planned = {column for plan in free for column in reading.columns(plan)}
    return {pain.id for pain in reading.of(CardKind.PAIN_POINT) if _touches(reading, pain, planned)}


def _touches(reading: Reading, card: Card, columns: set[int]) -> bool:
    return not columns.isdisjoint(reading.columns(card))
