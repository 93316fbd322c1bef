"""What stands behind the customer's touchpoints: those nothing carries, and work that carries nothing."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from journey.analysis.carrying import CARRIERS, DEPTH, MET, drawn_support
from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.finding import Finding, Severity
from journey.model import Card, CardKind, LinkKind
from resources.words import _


def unsupported_touchpoints(reading: Reading, carries: nx.DiGraph) -> Iterator[Finding]:
    """A finding for each touchpoint that nothing carries, drawn or standing (see ``carrying``).

    Nothing before the first frontstage action, process or system has been placed.
    """
    if not reading.of(*CARRIERS):
        return
    for card in reading.of(CardKind.TOUCHPOINT):
        if card.id not in carries:
            message = _("Nothing stands behind {touchpoint}.").format(touchpoint=name(card))
            yield Finding("unsupported-touchpoint", Severity.WARNING, (card.id,), message)


def idle_processes(reading: Reading) -> Iterator[Finding]:
    """A finding for each process or system that carries nothing and hands nothing on.

    Whatever shares a column with a shallower layer is at work there, even where arrows say that
    something else carries. Nothing in a journey without touchpoints: there is nothing to carry.
    """
    if not reading.of(CardKind.TOUCHPOINT):
        return
    at_work = {carrier for carrier, _carried in drawn_support(reading)}
    at_work |= {link.source for link in reading.linked(LinkKind.HANDS_OVER, LinkKind.NEXT)}
    shallowest = _shallowest(reading)
    for card in reading.of(CardKind.BACKSTAGE_PROCESS, CardKind.SYSTEM):
        if card.id not in at_work and not _stands_under(reading, card, shallowest):
            message = _("{process} carries nothing the customer meets.").format(process=name(card))
            yield Finding("idle-process", Severity.NOTE, (card.id,), message)


def _stands_under(reading: Reading, card: Card, shallowest: dict[int, int]) -> bool:
    return any(shallowest[column] < DEPTH[card.kind] for column in reading.columns(card))


def _shallowest(reading: Reading) -> dict[int, int]:
    """For each column, the depth of the shallowest layer that has a card there."""
    depths: dict[int, int] = {}
    for card in reading.of(*MET, *CARRIERS):
        for column in reading.columns(card):
            depths[column] = min(depths.get(column, len(CARRIERS)), DEPTH[card.kind])
    return depths
