"""One journey made ready for analysis: its cards in the order of the journey, its links, its owners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey.model import (
    Card,
    CardKind,
    CardStatus,
    Feeling,
    Grid,
    Journey,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
)

Place = tuple[int, int, int]
"""Where something stands: its column, its row (-1: the head of the column), its place in the cell."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A journey as the analysis reads it.

    ``cards`` run along the journey: by column, then lane, then rank. Cards the room rejected are
    left out, and so are links to them or to another journey's cards. Hidden lanes are read too.
    """

    map: MapData
    journey: Journey
    grid: Grid
    cards: dict[str, Card]
    links: tuple[Link, ...]

    def of(self, *kinds: CardKind) -> tuple[Card, ...]:
        """The cards of these kinds, along the journey."""
        return tuple(card for card in self.cards.values() if card.kind in kinds)

    def columns(self, card: Card) -> range:
        """The columns a card covers."""
        first = self.grid.column[card.step]
        return range(first, min(first + card.span, len(self.grid.steps)))

    def linked(self, *kinds: LinkKind) -> tuple[Link, ...]:
        """The links of these kinds, as drawn."""
        return tuple(link for link in self.links if link.kind in kinds)

    def lane_of(self, *kinds: LaneKind) -> Lane | None:
        """The first lane of one of these kinds, or None."""
        return next((lane for lane in self.grid.lanes if lane.kind in kinds), None)

    def accountable(self, card: Card) -> Owner | None:
        """The owner who answers for a card, or None."""
        for ownership in self.map.of(Ownership).by("card").get(card.id, ()):
            if ownership.role == OwnershipRole.ACCOUNTABLE:
                return self.map.of(Owner)[ownership.owner]
        return None


def read(map_data: MapData, journey: str) -> Reading:
    """The reading of a journey; raises KeyError if the map has no such journey."""
    grid = map_data.grid(journey)
    cards = {card.id: card for card in _along(map_data, grid)}
    links = tuple(link for link in map_data.of(Link) if link.source in cards and link.target in cards)
    return Reading(map_data, map_data.of(Journey)[journey], grid, cards, links)


def _along(map_data: MapData, grid: Grid) -> Iterable[Card]:
    of_cell = map_data.of(Card).by("lane", "step")
    for step in grid.steps:
        for lane in grid.lanes:
            for card in of_cell.get((lane.id, step.id), ()):
                if card.status != CardStatus.REJECTED:
                    yield card


def places(reading: Reading) -> dict[str, Place]:
    """The place of everything a finding can point at, by id: stages, steps, feelings, lanes and cards."""
    grid = reading.grid
    found: dict[str, Place] = {lane.id: (-1, row, 0) for row, lane in enumerate(grid.lanes)}
    for feeling in reading.map.of(Feeling).by("journey").get(grid.journey, ()):
        found[feeling.id] = (grid.column[feeling.step], -1, 0)
    for step in reversed(grid.steps):
        found[step.id] = found[step.stage] = (grid.column[step.id], -1, 0)
    row = {lane.id: place for place, lane in enumerate(grid.lanes)}
    for place, card in enumerate(reading.cards.values()):
        found[card.id] = (grid.column[card.step], row[card.lane], place)
    return found
