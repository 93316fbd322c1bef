"""The journeys, stages, steps and lanes that cards need: those that are lost are stood in for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from journey.ids import new_id
from journey.model import (
    CARDS_OF_LANE,
    Card,
    Journey,
    Lane,
    Record,
    Refused,
    Stage,
    Step,
)
from journey.model.fields import check_fields
from resources.templates import lane_title, step_title
from resources.words import _

_LAST_RANK = "z"
Tables = dict[type[Record], dict[str, Record]]


class Skeleton:
    """Looks at records that are being mended, and adds what is missing among them by ``put``."""

    def __init__(self, tables: Tables, put: Callable[[Record], None]) -> None:
        self._put = put
        self._journeys: dict[str, Journey] = tables[Journey]  # type: ignore[assignment]
        self._stages: dict[str, Stage] = tables[Stage]  # type: ignore[assignment]
        self._steps: dict[str, Step] = tables[Step]  # type: ignore[assignment]
        self._lanes: dict[str, Lane] = tables[Lane]  # type: ignore[assignment]
        self._cards: dict[str, Card] = tables[Card]  # type: ignore[assignment]

    def complete(self) -> None:
        """Stand in for what is lost, so that every card keeps a place, and every journey a step."""
        self._stand_in_for_steps()
        self._stand_in_for_lanes()
        self._stand_in_for_stages()
        self._stand_in_for_journeys()
        if not self._journeys:
            self._put(_lost_journey(new_id()))
        for journey in [*self._journeys.values()]:
            if all(stage.journey != journey.id for stage in self._stages.values()):
                self._put(Stage(id=new_id(), journey=journey.id, title=_("Recovered")))
        with_steps = {step.stage for step in self._steps.values()}
        for stage in [*self._stages.values()]:
            if stage.id not in with_steps:
                self._put(Step(id=new_id(), stage=stage.id, title=step_title(1)))

    def columns(self) -> dict[str, tuple[str, int]]:
        """The journey and the column of each step."""
        found: dict[str, tuple[str, int]] = {}
        stages = sorted(self._stages.values(), key=lambda one: (one.rank, one.id))
        place = {stage.id: number for number, stage in enumerate(stages)}
        steps = sorted(self._steps.values(), key=lambda one: (place[one.stage], one.rank, one.id))
        by_journey = sorted(steps, key=lambda one: self._stages[one.stage].journey)
        for journey, its in groupby(by_journey, key=lambda one: self._stages[one.stage].journey):
            found.update({step.id: (journey, column) for column, step in enumerate(its)})
        return found

    def widths(self) -> dict[str, int]:
        """How many steps each journey has."""
        widths: dict[str, int] = {}
        for journey, column in self.columns().values():
            widths[journey] = max(widths.get(journey, 0), column + 1)
        return widths

    def lane_for(self, card: Card, journey: str) -> Lane:
        """A lane of this journey that takes the card: its own, one of its kind, or a new one."""
        own = self._lanes[card.lane]
        if own.journey == journey and card.kind in CARDS_OF_LANE[own.kind]:
            return own
        lanes = (one for one in self._lanes.values() if one.journey == journey)
        taking = next((one for one in lanes if card.kind in CARDS_OF_LANE[one.kind]), None)
        if taking is None:
            taking = _lost_lane(new_id(), journey, card)
            self._put(taking)
        return taking

    def _stand_in_for_steps(self) -> None:
        for card in [*self._cards.values()]:
            if card.step not in self._steps:
                lane = self._lanes.get(card.lane)
                stage = self._stage_for(lane.journey if lane is not None else None)
                self._try(Step(id=card.step, stage=stage, title=_("Lost step"), rank=_LAST_RANK))

    def _stage_for(self, journey: str | None) -> str:
        """The last stage of a journey; where there is none, one that will be stood in for."""
        stages = [one for one in self._stages.values() if journey in (None, one.journey)]
        if stages:
            return max(stages, key=lambda one: (one.rank, one.id)).id
        made = Stage(id=new_id(), journey=journey or self._any_journey(), title=_("Recovered"))
        self._put(made)
        return made.id

    def _stand_in_for_lanes(self) -> None:
        for card in [*self._cards.values()]:
            if card.lane not in self._lanes and card.step in self._steps:
                stage = self._stages.get(self._steps[card.step].stage)
                journey = stage.journey if stage is not None else self._any_journey()
                self._try(_lost_lane(card.lane, journey, card))

    def _stand_in_for_stages(self) -> None:
        journeys = {
            card.step: self._lanes[card.lane].journey
            for card in self._cards.values()
            if card.lane in self._lanes
        }
        for step in sorted(self._steps.values(), key=lambda one: one.id not in journeys):
            if step.stage not in self._stages:
                journey = journeys.get(step.id) or self._any_journey()
                self._try(Stage(id=step.stage, journey=journey, title=_("Lost stage"), rank=_LAST_RANK))

    def _stand_in_for_journeys(self) -> None:
        for part in self._parts():
            if part.journey not in self._journeys:
                self._try(_lost_journey(part.journey))

    def _any_journey(self) -> str:
        """A journey to put things in, one being made if there is none."""
        named = (part.journey for part in self._parts())
        found = next(iter(self._journeys), None) or next(named, None)
        if found is None:
            made = _lost_journey(new_id())
            self._put(made)
            found = made.id
        return found

    def _parts(self) -> list[Stage | Lane]:
        """What belongs to a journey itself."""
        return [*self._stages.values(), *self._lanes.values()]

    def _try(self, stand_in: Record) -> None:
        """Take a record in, unless what pointed at it gave no id that a record may have."""
        try:
            check_fields(stand_in)
        except Refused:
            return
        self._put(stand_in)


def _lost_journey(record_id: str) -> Journey:
    return Journey(id=record_id, title=_("Recovered"))


def _lost_lane(record_id: str, journey: str, card: Card) -> Lane:
    kind = next(kind for kind, taken in CARDS_OF_LANE.items() if card.kind in taken)
    return Lane(id=record_id, journey=journey, kind=kind, title=lane_title(kind), rank=_LAST_RANK)
