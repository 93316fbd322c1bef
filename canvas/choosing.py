"""Selecting many at once: a lane's cards, a step's, all of a journey's."""

from __future__ import annotations

from collections.abc import Callable

from canvas.places import Kind
from canvas.stage import Stage
from journey import edits
from journey.model import Card, Lane, LaneKind, Step
from resources.templates import step_title
from resources.words import speaking


def chosen_cards(stage: Stage) -> list[str]:
    """The cards among what is selected."""
    return [one for one in stage.selected if one in stage.map.of(Card)]


def chosen(stage: Stage, kind: Kind) -> str | None:
    """What is selected, if it is one thing of this kind."""
    if len(stage.selected) == 1 and stage.places.kinds.get(stage.selected[0]) is kind:
        return stage.selected[0]
    return None


def cards_to_own(stage: Stage) -> list[str]:
    """What an owner asked for would answer for: the selected cards, in the owners' lane the touchpoints."""
    if (cards := chosen_cards(stage)) or stage.cell is None:
        return cards
    lane, step = stage.map.of(Lane).get(stage.cell.lane), stage.map.of(Step).get(stage.cell.step)
    if lane is None or step is None or lane.kind is not LaneKind.OWNERS:
        return []
    return [card.id for card in edits.touchpoints_at(stage.map, step)]


def step_here(stage: Stage) -> str | None:
    """The step that is selected, that of the card selected, or that of the cursor."""
    if (step := chosen(stage, Kind.STEP)) is not None:
        return step
    card = stage.map.of(Card).get(stage.selected[0]) if stage.selected else None
    if card is not None:
        return card.step
    return stage.cell.step if stage.cell else None


def is_unnamed(stage: Stage, step: str) -> bool:
    """Whether a step is called as presets call theirs: “Step 2”."""
    with speaking(stage.map.workshop.language):
        titles = {step_title(n) for n in range(1, len(stage.places.columns) + 1)}
    return stage.map.of(Step)[step].title in titles


def choose_more(stage: Stage) -> None:
    """Select the cards of the cursor's lane; after them those of its step, then those of the journey."""
    cell = stage.cell
    lane = chosen(stage, Kind.LANE) or (cell.lane if cell else "")
    step = chosen(stage, Kind.STEP) or (cell.step if cell else "")
    wider = (
        _cards(stage, lambda card: card.lane == lane),
        _cards(stage, lambda card: card.step == step),
        _cards(stage, lambda _card: True),
    )
    groups = [group for group in wider if group]
    at = max((n for n, group in enumerate(groups, 1) if set(group) == set(stage.selected)), default=0)
    stage.select(groups[min(at, len(groups) - 1)] if groups else [], cell)


def choose_column(stage: Stage) -> None:
    """Select the cards that begin in the cursor's step."""
    step = step_here(stage)
    if step is not None:
        stage.select(_cards(stage, lambda card: card.step == step), stage.cell)


def _cards(stage: Stage, wanted: Callable[[Card], bool]) -> list[str]:
    """The cards of the journey in view that are wanted, lane by lane from the left."""
    column = stage.map.grid(stage.journey).column
    rows = {lane.id: place for place, (_top, _bottom, lane) in enumerate(stage.places.rows)}
    found = [card for card in stage.map.of(Card) if card.lane in rows and wanted(card)]
    found.sort(key=lambda card: (rows[card.lane], column.get(card.step, 0), card.rank, card.id))
    return [card.id for card in found]
