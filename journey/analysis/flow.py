"""Where the customer's path breaks: dead ends, open gaps, and contacts that need not happen."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from journey.analysis.carrying import MET
from journey.analysis.plans import answered
from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.finding import Finding, Severity
from journey.model import Card, CardKind, CardStatus, Contact, LinkKind
from journey.quoting import LONG_NAME
from resources.words import _, listed


def dead_ends(reading: Reading) -> Iterator[Finding]:
    """A finding for each touchpoint where a drawn path forks off and ends before the journey does.

    An arrow leads into it and none out of it, though arrows lead on from another card of the same
    step or from another branch of the same fork. A lone arrow here and there means no whole path.
    """
    path = reading.linked(LinkKind.NEXT, LinkKind.HANDS_OVER)
    left = {link.source for link in path}
    forks = _branches(reading)
    leading_on = {column for card in reading.of(*MET) if card.id in left for column in reading.columns(card)}
    for card in reading.of(*MET):
        if card.id in left or card.id not in forks or reading.columns(card).stop == len(reading.grid.steps):
            continue
        if forks[card.id] & left or not leading_on.isdisjoint(reading.columns(card)):
            message = _("The path ends at {touchpoint}: nothing leads on from there.")
            message = message.format(touchpoint=name(card))
            yield Finding("dead-end", Severity.WARNING, (card.id,), message)


def _branches(reading: Reading) -> dict[str, set[str]]:
    """For each card an arrow leads into, the cards that arrows from the same places lead into."""
    following: dict[str, set[str]] = {}
    for link in reading.linked(LinkKind.NEXT):
        following.setdefault(link.source, set()).add(link.target)
    branches: dict[str, set[str]] = {}
    for targets in following.values():
        for target in targets:
            branches.setdefault(target, set()).update(targets)
    return branches


def open_gaps(reading: Reading) -> Iterator[Finding]:
    """A finding for each gap that nothing answers and the room has not approved as it is."""
    closed = answered(reading)
    for card in reading.of(CardKind.GAP):
        if card.id not in closed and card.status != CardStatus.APPROVED:
            message = _("A gap is open: {gap}.").format(gap=name(card, LONG_NAME))
            yield Finding("open-gap", Severity.WARNING, (card.id,), message)


def preventable_contacts(reading: Reading) -> Iterator[Finding]:
    """A finding for each contact the customer should not have to make, with what causes it upstream.

    ``records`` are the contact and then everything that leads to it by ``causes`` links, along the
    journey; the sentence names where the causes begin.
    """
    causes = nx.DiGraph([(link.source, link.target) for link in reading.linked(LinkKind.CAUSES)])
    place = {card: place for place, card in enumerate(reading.cards)}
    for card in reading.cards.values():
        if card.contact == Contact.PREVENTABLE:
            upstream = (
                sorted(nx.ancestors(causes, card.id), key=place.__getitem__) if card.id in causes else []
            )
            first = [reading.cards[cause] for cause in _first_causes(causes, upstream)]
            message = _preventable(card, first)
            yield Finding("preventable-contact", Severity.WARNING, (card.id, *upstream), message)


def _first_causes(causes: nx.DiGraph, upstream: list[str]) -> list[str]:
    """Those that nothing causes; all of them where causes run in a ring."""
    return [cause for cause in upstream if not causes.in_degree(cause)] or upstream


def _preventable(card: Card, first: list[Card]) -> str:
    if not first:
        return _("{contact} need not happen; nobody has said what causes it.").format(contact=name(card))
    text = _("{contact} need not happen: it comes from {causes}.")
    return text.format(contact=name(card), causes=listed([name(cause) for cause in first], most=2))
