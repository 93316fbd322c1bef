"""Edits by key of what is selected: where it is, its kind, its star, its stage, its feeling, its end."""

from __future__ import annotations

from collections.abc import Callable

from canvas.beginning import split_off
from canvas.choosing import chosen, chosen_cards, step_here
from canvas.places import Cell, Kind
from canvas.stage import Stage
from canvas.walking import ARROWS, neighbour
from journey import edits
from journey.edits import feeling_at
from journey.edits.records import in_turn
from journey.model import Card, CardKind, Change, Feeling, Lane, LaneKind, Link, Refused, Step
from journey.model import Stage as StageRecord
from resources.words import _, _n

KINDS = {
    "2": CardKind.TOUCHPOINT,
    "3": CardKind.FRONTSTAGE_ACTION,
    "4": CardKind.BACKSTAGE_PROCESS,
    "5": CardKind.SYSTEM,
    "6": CardKind.PAIN_POINT,
    "7": CardKind.IDEA,
    "8": CardKind.QUOTE,
    "9": CardKind.QUESTION,
}
"""The kinds that have a key; 1 is a step."""


def carry(stage: Stage, way: str) -> None:
    """Move what is selected by an arrow: cards from cell to cell, headers sideways, lanes up and down."""
    dx, dy = ARROWS[way]
    if chosen_cards(stage):
        _carry_cards(stage, dx, dy)
    elif (step := chosen(stage, Kind.STEP)) is not None and dx:
        _do(stage, lambda: _step_beside(stage, step, dx))
    elif (one := chosen(stage, Kind.STAGE)) is not None and dx:
        place = [each.id for each in stage.map.grid(stage.journey).stages].index(one) + dx
        _do(stage, lambda: edits.move_stage(stage.map, one, max(place, 0)))
    elif (lane := chosen(stage, Kind.LANE)) is not None and dy:
        _do(stage, lambda: _lane_beyond(stage, lane, dy))
    elif dy:
        feel(stage, -dy * 0.5)


def feel(stage: Stage, by: float) -> bool:
    """Raise or lower the feeling at the cursor; False where the cursor is in no feelings lane."""
    cell = stage.cell
    if cell is None or stage.map.of(Lane)[cell.lane].kind is not LaneKind.FEELINGS:
        return False
    persona = stage.persona
    now = feeling_at(stage.map, stage.journey, cell.step, persona)
    score = min(max((now.score if now else 0.0) + by, -2.0), 2.0)
    _do(stage, lambda: edits.set_feeling(stage.map, stage.journey, cell.step, score, persona))
    return True


def become(stage: Stage, key: str) -> bool:
    """Make the selected cards the kind of a key; False for a key that has none."""
    kind = KINDS.get(key)
    if kind is None or not chosen_cards(stage):
        return False
    become_kind(stage, kind)
    return True


def become_kind(stage: Stage, kind: CardKind) -> None:
    """Make the selected cards another kind, as one step; they move to the lane of that kind."""
    cards = chosen_cards(stage)

    def convert() -> Change:
        if len(cards) == 1:
            return edits.convert_card(stage.map, cards[0], kind)
        words = _n("Change the kind of {n} card", "Change the kind of {n} cards", len(cards))
        each = [lambda m, one=card: edits.convert_card(m, one, kind) for card in cards]
        return in_turn(stage.map, words.format(n=len(cards)), each)

    if _do(stage, convert):
        stage.select(cards)


def star(stage: Stage) -> None:
    """Make the selected cards moments of truth, or no longer if all of them are."""
    cards = chosen_cards(stage)
    starred = all(stage.map.of(Card)[one].moment_of_truth for one in cards)
    if cards:
        _do(stage, lambda: edits.edit_cards(stage.map, cards, moment_of_truth=not starred))


def begin_stage(stage: Stage) -> None:
    """Open the title of a stage that begins at the cursor's step."""
    step = step_here(stage)
    if step is not None:
        stage.begin(split_off(stage, step))


def remove(stage: Stage) -> None:
    """Take away what is selected with all that hangs on it, as one step; the cursor stays."""
    cards = chosen_cards(stage)
    if cards:
        _do(stage, lambda: edits.remove_cards(stage.map, cards))
    elif stage.selected:
        record = stage.selected[0]
        _do(stage, lambda: _removal(stage, record))


def duplicate(stage: Stage) -> None:
    """Make a second card below each selected one, and select those."""
    cards = chosen_cards(stage)
    known = {card.id for card in stage.map.of(Card)}
    if cards and _do(stage, lambda: edits.duplicate_cards(stage.map, cards)):
        stage.select([card.id for card in stage.map.of(Card) if card.id not in known])


def _do(stage: Stage, make: Callable[[], Change]) -> bool:
    """Carry an edit out and say what was done, or why it was not."""
    made: list[Change] = []

    def change() -> Change:
        made.append(make())
        return made[0]

    done = stage.attempt(change)
    if done:
        stage.say(made[0].label)
    return done


def _carry_cards(stage: Stage, dx: int, dy: int) -> None:
    cards = chosen_cards(stage)
    first = stage.map.of(Card)[cards[0]]
    siblings = stage.map.of(Card).by("lane", "step")[first.lane, first.step]
    place = [card.id for card in siblings].index(first.id) + dy
    if dy and len(cards) == 1 and 0 <= place < len(siblings):
        _do(stage, lambda: edits.reorder_card(stage.map, first.id, place))
        return
    cell = neighbour(stage.places, Cell(first.lane, first.step), dx, dy, taking=True)
    if cell is not None and _do(
        stage, lambda: edits.move_cards(stage.map, cards, cell.lane, cell.step, convert=True)
    ):
        stage.select(cards, cell)


def _step_beside(stage: Stage, step: str, dx: int) -> Change:
    """The step one place on, into the next stage where it is the last of its own."""
    grid = stage.map.grid(stage.journey)
    old = stage.map.of(Step)[step]
    siblings = [one.id for one in grid.steps_of(old.stage)]
    place = siblings.index(step) + dx
    if 0 <= place < len(siblings):
        return edits.move_step(stage.map, step, old.stage, place)
    stages = [one.id for one in grid.stages]
    beside = stages.index(old.stage) + dx
    if not 0 <= beside < len(stages):
        raise Refused(_("There is no further step here."))
    return edits.move_step(stage.map, step, stages[beside], 0 if dx > 0 else None)


def _lane_beyond(stage: Stage, lane: str, dy: int) -> Change:
    """The lane beyond the next one that is drawn."""
    drawn = [one.id for _top, _bottom, one in stage.places.rows]
    beside = drawn.index(lane) + dy
    if not 0 <= beside < len(drawn):
        raise Refused(_("There is no further lane here."))
    others = [one.id for one in stage.map.grid(stage.journey).lanes if one.id != lane]
    return edits.move_lane(stage.map, lane, others.index(drawn[beside]) + (dy > 0))


def _removal(stage: Stage, record: str) -> Change:
    m = stage.map
    if record in m.of(Step):
        return edits.remove_step(m, record)
    if record in m.of(StageRecord):
        return edits.remove_stage(m, record)
    if record in m.of(Lane):
        return edits.remove_lane(m, record)
    if record in m.of(Link):
        return edits.remove_link(m, record)
    if (one := m.of(Feeling).get(record)) is not None:
        return edits.clear_feeling(m, one.journey, one.step, one.persona)
    raise Refused(_("This cannot be removed by itself."))
