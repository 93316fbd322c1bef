"""A journey as one graph: what follows, carries, causes, answers and owns what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import networkx as nx

from journey.analysis.carrying import Bearer, carrying_edges
from journey.analysis.reading import Reading, read
from journey.model import MapData, Ownership

ORDER, STANDS_IN, CARRIES, OWNS = "order", "stands in", "carries", "owns"
"""Kinds of edge beside those of links: step to next step, card to step, carrier to carried, owner to card."""


class Node(NamedTuple):
    """A node: its sort (card, step, owner; cell: see ``carrying.Cell``) and its id."""

    sort: str
    id: str


def as_graph(map_data: MapData, journey: str) -> nx.MultiDiGraph:
    """The graph of a journey: nodes are ``Node``, an edge's key is ORDER, STANDS_IN, ... or a link's kind.

    Cards the room rejected are left out. Raises KeyError if the map has no such journey.
    """
    reading = read(map_data, journey)
    graph = nx.MultiDiGraph()
    steps = [Node("step", step.id) for step in reading.grid.steps]
    graph.add_nodes_from(steps)
    graph.add_nodes_from(Node("card", card) for card in reading.cards)
    graph.add_edges_from((*edge, ORDER) for edge in pairwise(steps))
    graph.add_edges_from(_standing_edges(reading))
    graph.add_edges_from(_link_edges(reading))
    graph.add_edges_from((_node(one), _node(other), CARRIES) for one, other in carrying_edges(reading))
    graph.add_edges_from(_owning_edges(reading))
    return graph


def _node(bearer: Bearer) -> Node:
    return Node("card", bearer) if isinstance(bearer, str) else Node("cell", "{}/{}".format(*bearer))


def _standing_edges(reading: Reading) -> Iterator[tuple[Node, Node, str]]:
    for card in reading.cards.values():
        for column in reading.columns(card):
            yield Node("card", card.id), Node("step", reading.grid.steps[column].id), STANDS_IN


def _link_edges(reading: Reading) -> Iterator[tuple[Node, Node, str]]:
    for link in reading.links:
        yield Node("card", link.source), Node("card", link.target), link.kind.value


def _owning_edges(reading: Reading) -> Iterator[tuple[Node, Node, str, dict[str, Any]]]:
    of_card = reading.map.of(Ownership).by("card")
    for card in reading.cards:
        for ownership in of_card.get(card, ()):
            yield Node("owner", ownership.owner), Node("card", card), OWNS, {"role": ownership.role.value}
