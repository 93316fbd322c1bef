"""What the service leans on too much: single points of failure and bottlenecks."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import networkx as nx

from journey.analysis.carrying import Bearer
from journey.analysis.reading import Reading
from journey.analysis.wording import name, sentence, spelt
from journey.finding import Finding, Severity
from journey.model import Card, CardKind, LinkKind
from resources.words import _

ROOT = ()
"""The node under all foundations: neither a card's id nor a cell."""
MAY_FAIL = (CardKind.BACKSTAGE_PROCESS, CardKind.SYSTEM)

LARGE = 500
"""Nodes above which betweenness is estimated from a sample of touchpoints."""
SAMPLE = 8
SHARE = 1 / 3
"""The share of all pairs of touchpoints whose shortest connections make a card a bottleneck."""
MANY = 3
"""Touchpoints a bottleneck carries at least."""


def single_points_of_failure(reading: Reading, carries: nx.DiGraph) -> Iterator[Finding]:
    """A finding for each process or system whose loss cuts two or more moments of truth from support."""
    moments = [card for card in reading.cards.values() if card.moment_of_truth]
    cuts = cut_by(carries, [moment.id for moment in moments]) if len(moments) > 1 else {}
    for card in reading.of(*MAY_FAIL):
        lost = cuts.get(card.id, set()) - {card.id}
        if len(lost) > 1:
            records = (card.id, *(moment.id for moment in moments if moment.id in lost))
            yield Finding("single-point-of-failure", Severity.WARNING, records, _alone(card, len(lost)))


def _alone(card: Card, count: int) -> str:
    if count == 2:
        text = _("{process} carries two moments of truth alone: if it stops, both stop.")
        return text.format(process=name(card))
    text = _("{process} carries {count} moments of truth alone: if it stops, they all stop.")
    return text.format(process=name(card), count=spelt(count))


def cut_by(carries: nx.DiGraph, moments: Iterable[str]) -> dict[Bearer, set[str]]:
    """For each node, the moments (card ids) that lose all support when it goes, itself among them.

    A card holds as long as one of those that carry it holds; those that nothing carries hold by
    themselves. So a card cuts a moment exactly if it dominates it as seen from the foundations.
    """
    rooted = nx.DiGraph(carries)
    rooted.add_edges_from((ROOT, node) for node in foundations(carries))
    if ROOT not in rooted:
        return {}
    above = nx.immediate_dominators(rooted, ROOT)
    cuts: dict[Bearer, set[str]] = {}
    for moment in moments:
        node: Any = moment if moment in above else ROOT
        while node != ROOT:
            cuts.setdefault(node, set()).add(moment)
            node = above[node]
    return cuts


def foundations(carries: nx.DiGraph) -> Iterator[Bearer]:
    """The nodes that nothing carries; of a ring of cards that carry each other and nothing else does, all."""
    for ring in nx.strongly_connected_components(carries):
        if all(carrier in ring for node in ring for carrier in carries.predecessors(node)):
            yield from ring


def bottlenecks(reading: Reading, carries: nx.DiGraph) -> Iterator[Finding]:
    """A finding for each process or system that joins a third of all pairs of touchpoints.

    That is betweenness over what carries and what hands over, both ways; with fewer than three
    touchpoints resting on it, a card is no bottleneck.
    """
    ways = nx.Graph(list(carries.edges))
    ways.add_edges_from((link.source, link.target) for link in reading.linked(LinkKind.HANDS_OVER))
    touchpoints = [card.id for card in reading.of(CardKind.TOUCHPOINT) if card.id in ways]
    shares = betweenness(ways, touchpoints) if len(touchpoints) >= MANY else {}
    for card in reading.of(*MAY_FAIL):
        if shares.get(card.id, 0) >= SHARE and card.id in carries:
            resting = nx.descendants(carries, card.id)
            along = tuple(touchpoint for touchpoint in touchpoints if touchpoint in resting)
            if len(along) >= MANY:
                yield Finding("bottleneck", Severity.NOTE, (card.id, *along), _rest_on(card, len(along)))


def _rest_on(card: Card, count: int) -> str:
    text = _("{count} touchpoints rest on {process}.")
    return sentence(text.format(count=spelt(count), process=name(card)))


def betweenness(ways: nx.Graph, ends: Sequence[str]) -> dict[Bearer, float]:
    """For each node, the share of pairs of two or more ends whose shortest connections pass it.

    In a large graph a sample of the ends is followed, always the same one.
    """
    large = len(ways) > LARGE and len(ends) > SAMPLE
    starts = random.Random(0).sample(ends, SAMPLE) if large else ends
    sums = nx.betweenness_centrality_subset(ways, starts, ends)
    # networkx halves the sums of an undirected graph; each start meets every end but itself.
    pairs = len(starts) * (len(ends) - 1) / 2
    return {node: value / pairs for node, value in sums.items()}
