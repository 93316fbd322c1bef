"""Texts of what is not there yet: a card, step or stage made in one go when its text is finished."""

from __future__ import annotations

from collections.abc import Callable

from canvas.bars import column_bar, row_top, stage_bar
from canvas.places import GUTTER, Cell, Rect
from canvas.stage import Stage
from canvas.texts import on_card, on_chevron, word_at
from canvas.writing import Letters, Writing
from journey import edits
from journey.drawing import PartName
from journey.layout import kind_word, score_height, sizes
from journey.layout.rail import NAME_ROOM
from journey.layout.typeset import baseline
from journey.model import CARDS_OF_LANE, Card, CardKind, Change, Feeling, Lane, LaneKind, joined
from journey.model import Stage as StageRecord
from resources.words import _

_NAME_PAD = 2.0
"""Above and below a lane's name while it is written, mm."""
_NAME_TOP = 4.8
"""From the top of a row to its lane's name, mm."""


def feeling_in(stage: Stage, cell: Cell) -> Feeling | None:
    """The feeling of a cell of the feelings lane."""
    lane = stage.map.of(Lane).get(cell.lane)
    if lane is None or lane.kind is not LaneKind.FEELINGS:
        return None
    return edits.feeling_at(stage.map, stage.journey, cell.step, stage.persona)


def new_text(stage: Stage, cell: Cell, kind: CardKind | None = None) -> Writing | None:
    """What writing in a cell begins: a card below those that stand there, or the word of a feeling.

    None where nothing can be written. Writing goes on in the next cell.
    """
    lane = stage.map.of(Lane).get(cell.lane)
    rect = stage.places.cell_rect(cell)
    if lane is None or rect is None:
        return None
    if lane.kind is LaneKind.FEELINGS:
        return new_feeling(stage, cell, rect)
    if not CARDS_OF_LANE[lane.kind]:
        return None
    return _new_card(stage, cell, rect, None, kind)


def new_card(stage: Stage, cell: Cell, place: int | None, kind: CardKind) -> Writing | None:
    """A card of a kind that was put into a cell, before the one at a place there (None: last)."""
    rect = stage.places.cell_rect(cell)
    return None if rect is None else _new_card(stage, cell, rect, place, kind, wanted=True)


def new_step(stage: Stage, beside: str, *, after: bool = True, wanted: bool = False) -> Writing | None:
    """A step to be written after another, or before it."""
    rect = stage.places.rects.get(beside)
    if rect is None:
        return None
    make = edits.add_step_after if after else edits.add_step_before
    column = stage.map.grid(stage.journey).column[beside] + after
    last = column == len(stage.places.columns)
    aside = rect.w + 2 * GUTTER
    place = rect.shifted(0.0 if column == 0 else (aside if last else aside / 2) * (1 if after else -1), 0.0)
    return Writing(
        *("", place, on_card(place, sizes.STEP_TEXT)[1], lambda text: make(stage.map, beside, text)),
        part=PartName.HEADERS,
        leads_on=True,
        wanted=wanted,
        fresh=not wanted,
        bar=None if last else column_bar(stage, column),
        hint=_("New step"),
        ground="step.tint",
    )


def new_end(stage: Stage, lane: str, last: str) -> Writing | None:
    """A card at the end of a row, in a new step of its own after the last."""
    rect = stage.places.cell_rect(Cell(lane, last))
    if rect is None:
        return None

    def make(text: str) -> Change:
        step = edits.add_step_after(stage.map, last)
        card = edits.add_card(stage.map.apply(step), lane, step.touches[0].record.id, text)
        return joined(card.label, [card, step])

    kind = CARDS_OF_LANE[stage.map.of(Lane)[lane].kind][0]
    place = Rect(rect.x + rect.w + GUTTER, _top(stage, rect, lane), sizes.CARD, sizes.CARD_MIN)
    _area, letters = on_card(place, sizes.CARD_TEXT)
    return Writing("", place, letters, make, wanted=True, hint=kind_word(kind), ground=f"{kind}.tint")


def new_stage(stage: Stage, place: int) -> Writing | None:
    """A stage with its first step, before the stage at a place."""
    bar, journey = stage_bar(stage, place), stage.journey
    return _stage(stage, bar, lambda text: edits.add_stage(stage.map, journey, text, place))


def split_off(stage: Stage, step: str) -> Writing | None:
    """A stage that begins at a step and takes it and those after it from their stage.

    The keyboard stays where it was: from there one goes on to the next stage.
    """
    back = next(iter(stage.selected), step)
    bar = column_bar(stage, stage.map.grid(stage.journey).column[step])
    return _stage(stage, bar, lambda text: edits.split_stage(stage.map, step, text), back=back)


def new_lane(stage: Stage, kind: LaneKind) -> Writing | None:
    """A lane where its kind belongs, named as usual unless something is written; it has its row meanwhile."""
    journey = stage.journey
    trial = edits.add_lane(stage.map, journey, kind)
    top = row_top(stage, trial) + _NAME_TOP
    style = sizes.LINE_TEXT if kind is LaneKind.LINE else sizes.LANE_TEXT
    height = style.leading + 2 * _NAME_PAD
    place = Rect(3.0, top - _NAME_PAD, sizes.RAIL - 5.0, height)
    letters = Letters(5.0, top + baseline(style), NAME_ROOM, style, place)
    lane = trial.touches[0].record
    return Writing(
        *("", place, letters, lambda text: edits.add_lane(stage.map, journey, kind, text)),
        part=PartName.RAIL,
        wanted=True,
        stays=True,
        trial=trial,
        anew=lambda: new_lane(stage, kind),
        hint=lane.title if isinstance(lane, Lane) else "",
    )


def _stage(stage: Stage, bar: Rect, change: Callable[[str], Change], back: str = "") -> Writing | None:
    stages = stage.map.of(StageRecord)
    row = next((rect for rect, record in stage.places.headers if record in stages), None)
    if row is None:
        return None
    place = Rect(bar.x + bar.w / 2, row.y, sizes.COLUMN - sizes.STAGE_GAP, row.h)
    return Writing(
        *("", place, on_chevron(place)[1], change),
        part=PartName.HEADERS,
        wanted=True,
        bar=bar,
        back=back,
        hint=_("New stage"),
        ground="petrol",
        ink="on_petrol",
    )


def _new_card(
    stage: Stage, cell: Cell, rect: Rect, place: int | None, kind: CardKind | None, *, wanted: bool = False
) -> Writing:
    kind = kind or CARDS_OF_LANE[stage.map.of(Lane)[cell.lane].kind][0]
    cards = stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())
    found = [one for card in cards if (one := stage.places.rects.get(card.id)) is not None]
    if place is not None and place < len(found):
        top = found[place].y
    else:
        top = max([_top(stage, rect, cell.lane), *(one.y + one.h + sizes.LEVEL_GAP for one in found)])
    place_there = Rect(rect.x + GUTTER, top, sizes.CARD, sizes.CARD_MIN)
    return Writing(
        *("", place_there, on_card(place_there, sizes.CARD_TEXT)[1]),
        lambda text: edits.add_card(stage.map, cell.lane, cell.step, text, place, kind),
        cell=None if wanted else cell,
        wanted=wanted,
        stays=wanted,
        fresh=not wanted,
        hint=kind_word(kind),
        ground=f"{kind}.tint",
    )


def new_feeling(stage: Stage, cell: Cell, rect: Rect, score: float = 0.0) -> Writing:
    """The word of a feeling that a step has not yet, with its score; ``rect`` is the cell."""
    point = Rect(rect.x + rect.w / 2, rect.y + score_height(score), 0.0, sizes.POINT)
    journey, persona = stage.journey, stage.persona
    return Writing(
        *("", *word_at(point)),
        lambda text: edits.set_feeling(stage.map, journey, cell.step, score, persona, word=text),
        cell=cell,
        fresh=True,
    )


def _top(stage: Stage, rect: Rect, lane: str) -> float:
    """Where the cards of a lane begin: links may have made room above them."""
    cards = stage.map.of(Card).by("lane").get(lane, ())
    tops = [one.y for card in cards if (one := stage.places.rects.get(card.id)) is not None]
    return min(tops, default=rect.y + sizes.ROW_PAD)
