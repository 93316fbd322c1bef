"""What a layout reads from a map: a journey's records, arranged by where they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journey.layout.cards import Face
from journey.layout.owners import Answer
from journey.layout.plot import Told, told_of
from journey.layout.view import View
from journey.model import (
    Action,
    Asset,
    Card,
    Grid,
    Lane,
    LaneKind,
    MapData,
    Measure,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
)
from journey.personas import personas_of


@dataclass(frozen=True, slots=True)
class Reader:
    """One journey of a map, as a view asks for it; ``roles`` and ``measures_at`` are the map's by card."""

    map: MapData
    view: View
    grid: Grid
    found: frozenset[str]
    roles: Mapping[str, Sequence[Ownership]]
    measures_at: Mapping[str, tuple[Measure, ...]]

    def lanes(self) -> tuple[Lane, ...]:
        """The lanes to draw as rows, the steps (which are headers) left out."""
        return tuple(lane for lane in self.grid.lanes if not lane.hidden and lane.kind is not LaneKind.STEPS)

    def steps_lane(self) -> Lane | None:
        """The lane that names the steps, the first where a journey has several; None without one."""
        named = (lane for lane in self.grid.lanes if lane.kind is LaneKind.STEPS and not lane.hidden)
        return next(named, None)

    def cards(self, lane: Lane) -> list[Card]:
        """A lane's cards in the order they are packed: by place in their cell, then from left to right.

        Wide cards of a cell come in their place too, so nothing moves because of what stands after it.
        """
        column = self.grid.column
        by_step = [(column[card.step], card) for card in self.map.of(Card).by("lane").get(lane.id, ())]
        return [card for _at, card in sorted(by_step, key=lambda pair: pair[0])]

    def face(self, card: Card) -> Face:
        """What a card shows."""
        answers, involved = self._owners(self.roles.get(card.id, ()))
        measures = self.measures_at.get(card.id, ())
        picture = self.map.of(Asset).get(card.picture) if card.picture else None
        code = card.code if self.view.codes else ""
        return Face(
            card, answers, involved, measures, card.id in self.found, picture, self.view.language, code
        )

    def _owners(self, roles: Sequence[Ownership]) -> tuple[Owner | None, tuple[Owner, ...]]:
        """Who answers, and who else is involved."""
        if not roles:
            return None, ()
        owners = self.map.of(Owner)
        answers = next((owners[o.owner] for o in roles if o.role is OwnershipRole.ACCOUNTABLE), None)
        return answers, tuple(owners[o.owner] for o in roles if o.role is not OwnershipRole.ACCOUNTABLE)

    def told(self) -> tuple[Told, ...]:
        """The feelings of each persona, in the order the journey names them; those of nobody first.

        Of a part of a journey also those that stand beside it.
        """
        around = self.view.around
        return told_of(self.map, self.grid) if around is None else around.felt

    def personas(self) -> tuple[Persona, ...]:
        """Those whose eyes the journey uses, in order."""
        return personas_of(self.map, self.grid.journey)

    def actions(self) -> list[Action]:
        """What will be done about the journey's cards, by the day it is due; without a day, last."""
        of_card = self.map.of(Action).by("card")
        lanes = (lane for lane in self.grid.lanes if of_card)
        found = [one for lane in lanes for card in self.cards(lane) for one in of_card.get(card.id, ())]
        return sorted(found, key=lambda action: action.due or "9999")

    def answers(self) -> list[Answer]:
        """Who answers for each touchpoint of the journey."""
        given = []
        for lane in self.grid.lanes:
            if lane.kind is LaneKind.TOUCHPOINTS and not lane.hidden:
                for card in self.cards(lane):
                    first = self.grid.column[card.step]
                    given.append(Answer(self.face(card).owner, first, first + card.span - 1))
        return given

    def measures(self) -> dict[int, tuple[Measure, ...]]:
        """The measures at the cards of each column, from the top lane down."""
        by_column: dict[int, tuple[Measure, ...]] = {}
        of_card = self.measures_at
        for lane in self.grid.lanes:
            for card in self.cards(lane) if of_card else ():
                if told := of_card.get(card.id, ()):
                    at = self.grid.column[card.step]
                    by_column[at] = by_column.get(at, ()) + told
        return by_column


def reader(map_data: MapData, view: View) -> Reader:
    """What a view of a map needs to read; raises KeyError if there is no such journey."""
    found = frozenset(finding.records[0] for finding in view.findings if finding.records)
    roles, measures = map_data.of(Ownership).by("card"), map_data.of(Measure).by("card")
    return Reader(map_data, view, map_data.grid(view.journey), found, roles, measures)
