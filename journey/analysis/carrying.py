"""What carries what in a service: the rule, and the graph it gives.

Frontstage actions, backstage processes and systems carry the touchpoints (and physical evidence)
that the customer meets, and one another, the deeper lane the shallower.
*Drawn:* a ``supports`` link counts whichever way the arrow was drawn, since people draw both; between
two cards of the same depth the arrow's tail carries its head.
*Standing:* a card to which nothing was drawn rests on what stands in its own columns, in the nearest
deeper lane that has anything there. The reasons are in docs/decisions/0009-what-carries-a-touchpoint.md.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from journey.analysis.reading import Reading
from journey.model import CardKind, LinkKind

MET = (CardKind.TOUCHPOINT, CardKind.PHYSICAL_EVIDENCE)
"""What the customer meets."""
CARRIERS = (CardKind.FRONTSTAGE_ACTION, CardKind.BACKSTAGE_PROCESS, CardKind.SYSTEM)
"""What carries it, the shallowest first."""
DEPTH = dict.fromkeys(MET, 0) | {kind: depth for depth, kind in enumerate(CARRIERS, start=1)}

Cell = tuple[int, int]
"""A depth and a column: "any of the carriers standing there".

Cells keep the number of edges down where many cards share a column.
"""
Bearer = str | Cell
"""A node of the graph: a card's id, or a cell."""


def carrying_graph(reading: Reading) -> nx.DiGraph:
    """The graph of what carries what: edges from carrier to carried; cards outside it are left out."""
    return nx.DiGraph(list(_edges(reading)))


def _edges(reading: Reading) -> Iterator[tuple[Bearer, Bearer]]:
    """Always in the same order."""
    drawn = sorted(set(drawn_support(reading)))
    yield from drawn
    yield from _standing_edges(reading, {carried for _carrier, carried in drawn})


def drawn_support(reading: Reading) -> Iterator[tuple[str, str]]:
    """Carrier and carried, by card id, of each drawn ``supports`` link that joins layers of the service."""
    for link in reading.linked(LinkKind.SUPPORTS):
        tail, head = reading.cards[link.source], reading.cards[link.target]
        if tail.kind not in DEPTH or head.kind not in DEPTH:
            continue
        if DEPTH[tail.kind] == DEPTH[head.kind] == 0:
            continue
        deeper = DEPTH[tail.kind] >= DEPTH[head.kind]
        yield (tail.id, head.id) if deeper else (head.id, tail.id)


def _standing_edges(reading: Reading, settled: set[str]) -> Iterator[tuple[Bearer, Bearer]]:
    """Edges through cells for the cards to which no support was drawn."""
    layered = [(card, DEPTH[card.kind], reading.columns(card)) for card in reading.of(*DEPTH)]
    occupied = {(depth, column) for _card, depth, columns in layered for column in columns}
    used: set[Cell] = set()
    for card, depth, columns in layered:
        for cell in () if card.id in settled else _cells_under(depth, columns, occupied):
            used.add(cell)
            yield cell, card.id
    for card, depth, columns in layered:
        yield from ((card.id, (depth, column)) for column in columns if (depth, column) in used)


def _cells_under(depth: int, columns: range, occupied: set[Cell]) -> list[Cell]:
    """The occupied cells in these columns, of the nearest layer below a depth that has any."""
    for deeper in range(depth + 1, len(CARRIERS) + 1):
        if cells := [(deeper, column) for column in columns if (deeper, column) in occupied]:
            return cells
    return []
