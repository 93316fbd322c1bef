"""Journeys that detail a card of another one: where to choose the card, and the ways there and back."""

from __future__ import annotations

from collections.abc import Iterator

from app.desk import Desk
from app.panels.faces import Face
from app.panels.neighbours import Lines
from app.panels.picker import Offer, Picker
from journey.clean import one_line
from journey.model import Card, Journey, Lane, MapData
from resources.theme import Theme
from resources.words import _


def card_picker(desk: Desk, theme: Theme) -> Picker:
    """The cards of the other journeys that say something, by their words, in the order they stand in."""

    def offers() -> list[Offer]:
        others = [one for one in desk.map.journeys() if one.id != desk.journey.id]
        return [Offer(card.id, _called(desk.map, card)) for one in others for card in _cards(desk.map, one)]

    return Picker(
        offers, theme, placeholder=_("no card"), none=_("No card"), spelt=lambda it: _spelt(desk, it)
    )


class DetailedCard(Lines):
    """Under a journey: the way to the card that it details."""

    def lines(self, m: MapData, card: str) -> Iterator[tuple[str, Face]]:
        """The card, if the journey has one; ``card`` is the journey's id."""
        parent = m.of(Journey)[card].parent_card
        if parent is not None:
            yield parent, Face(_("Show that card"), str(m.of(Card)[parent].kind))

    def go(self, card: str) -> None:
        """Show the card in its own journey."""
        m = self._desk.map
        self._desk.show_journey(m.of(Lane)[m.of(Card)[card].lane].journey)
        self._desk.select([card])


class DetailedIn(Lines):
    """Under a card: the ways to the journeys that detail it."""

    ruled = True

    def lines(self, m: MapData, card: str) -> Iterator[tuple[str, Face]]:
        """Each journey by its title."""
        found = m.of(Journey).by("parent_card").get(card, ())
        if found:
            yield "", Face(_("Detailed in"))
        for journey in found:
            yield journey.id, Face(journey.title or _("Untitled journey"), "step")

    def go(self, card: str) -> None:
        """Show the journey."""
        self._desk.show_journey(card)


def _cards(m: MapData, journey: Journey) -> list[Card]:
    """The cards of a journey with a text, lane by lane from the left."""
    grid, of_lane = m.grid(journey.id), m.of(Card).by("lane")
    said = [
        (row, grid.column[card.step], card.rank, card.id)
        for row, lane in enumerate(grid.lanes)
        for card in of_lane.get(lane.id, ())
        if card.text
    ]
    return [m.of(Card)[card] for _row, _column, _rank, card in sorted(said)]


def _called(m: MapData, card: Card) -> str:
    """A card's words with those of its lane and, where there may be several, its journey."""
    lane = m.of(Lane)[card.lane]
    words = [one_line(card.text), lane.title]
    if len(m.of(Journey)) > 2:
        words.append(m.of(Journey)[lane.journey].title)
    return " · ".join(words)


def _spelt(desk: Desk, card: object) -> str:
    found = desk.map.of(Card).get(str(card))
    return _called(desk.map, found) if found else ""
