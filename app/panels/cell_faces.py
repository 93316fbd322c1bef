"""What a cell of the table shows: its cards with what is known of them, a feeling, owners or measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.panels.feeling_text import feeling_of, feeling_text
from journey.clean import one_line
from journey.edits import accountable
from journey.layout import kind_word
from journey.layout.numbers import spoken_measure
from journey.model import Card, CardKind, Grid, Lane, LaneKind, MapData, Measure, Owner, Step
from resources.words import _, spoken


@dataclass(frozen=True, slots=True)
class CellFace:
    """Words, the card kind they are of (empty: none), and small words below; a token colours other words."""

    words: str
    kind: str = ""
    about: str = ""
    star: bool = False
    colour: str = "ink"

    @property
    def heard(self) -> str:
        """All of it for one who hears the table."""
        kind = kind_word(CardKind(self.kind)) if self.kind else ""
        star = _("Moment of truth") if self.star else ""
        return ", ".join(part for part in (self.words, kind, star, self.about) if part)


def faces_of(
    m: MapData, grid: Grid, lane: Lane, step: Step, cards: Sequence[Card], persona: str | None
) -> tuple[CellFace, ...]:
    """What stands in the cell of a lane at a step, from the top."""
    if lane.kind is LaneKind.STEPS:
        return (CellFace(step.title),)
    if lane.kind is LaneKind.FEELINGS:
        feeling = feeling_of(m, grid.journey, step.id, persona)
        score = f"feeling:{feeling.score}" if feeling else ""
        return (CellFace(feeling_text(feeling), colour=score),) if feeling else ()
    if lane.kind is LaneKind.OWNERS:
        return _owners(m, grid, step)
    if lane.kind is LaneKind.MEASURES:
        return _measures(m, grid, step)
    return tuple(_of_card(m, card) for card in cards)


def _of_card(m: MapData, card: Card) -> CellFace:
    answers = accountable(m, card.id)
    owner = m.of(Owner)[answers.owner].name if answers else ""
    about = " · ".join(one_line(part) for part in (card.channel, owner) if part)
    return CellFace(card.text, str(card.kind), about, card.moment_of_truth)


def _at(m: MapData, grid: Grid, step: Step) -> list[Card]:
    """The cards of a step, in all lanes."""
    cells = m.of(Card).by("lane", "step")
    lanes = m.grid(grid.journey).lanes
    return [card for lane in lanes for card in cells.get((lane.id, step.id), ())]


def _owners(m: MapData, grid: Grid, step: Step) -> tuple[CellFace, ...]:
    touchpoints = [card for card in _at(m, grid, step) if card.kind is CardKind.TOUCHPOINT]
    answering = dict.fromkeys(one.owner if (one := accountable(m, card.id)) else "" for card in touchpoints)
    return tuple(
        CellFace(m.of(Owner)[owner].name) if owner else CellFace(_("nobody yet"), colour="pain_point.accent")
        for owner in answering
    )


def _measures(m: MapData, grid: Grid, step: Step) -> tuple[CellFace, ...]:
    told = m.of(Measure).by("card")
    measures = [one for card in _at(m, grid, step) for one in told.get(card.id, ())]
    return tuple(CellFace(one_line(spoken_measure(one, spoken())[0])) for one in measures)
