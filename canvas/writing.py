"""Which text of a record is edited in place, where it stands, and the change that a new text is."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import GUTTER, Cell, Rect
from canvas.stage import Stage
from journey import edits
from journey.model import CARDS_OF_LANE, Card, Change, Feeling, Lane, LaneKind, Link, Step
from journey.model import Stage as StageRecord
from journey.text import Weight


@dataclass(frozen=True, slots=True)
class Writing:
    """A text to be edited: whose it is, its place and its look.

    Without a record it is that of a new step after ``after``, else that of a new card in ``cell``, or of
    a feeling where its lane is that of the feelings. ``ground`` and ``ink`` are tokens of the theme.
    """

    record: str
    text: str
    area: Rect
    size: float
    weight: Weight = 400
    cell: Cell | None = None
    after: str = ""
    ground: str = "surface"
    ink: str = "ink"


def writing_of(stage: Stage, record: str) -> Writing | None:
    """The text of a record that can be edited in place; None where it has none or is not drawn."""
    rect = stage.places.rects.get(record)
    m = stage.map
    if (card := m.of(Card).get(record)) is not None and rect is not None:
        here = Cell(card.lane, card.step)
        return Writing(record, card.text, _inside(rect), 5.8, 400, here, ground=f"{card.kind}.tint")
    if (step := m.of(Step).get(record)) is not None and rect is not None:
        return Writing(record, step.title, _inside(rect), 5.8, 600, ground="step.tint")
    if (one := m.of(StageRecord).get(record)) is not None and rect is not None:
        area = Rect(rect.x + 6, rect.y + 0.5, rect.w - 12, rect.h - 1)
        return Writing(record, one.title, area, 6.8, 700, ground="petrol", ink="on_petrol")
    if (lane := m.of(Lane).get(record)) is not None:
        return _lane(stage, lane)
    if (feeling := m.of(Feeling).get(record)) is not None and rect is not None:
        cell = _feelings_cell(stage, feeling)
        return Writing(
            record, feeling.word, Rect(rect.x - 20, rect.y + rect.h, rect.w + 40, 9), 5.0, 500, cell
        )
    if (link := m.of(Link).get(record)) is not None and (points := stage.places.line_of(record)):
        x, y = points[len(points) // 2]
        return Writing(record, link.label, Rect(x - 22, y - 4, 44, 8), 3.8, 500)
    return None


def new_text(stage: Stage, cell: Cell) -> Writing | None:
    """What writing in a cell begins: a card below those that stand there, or the word of the feeling.

    None where nothing can be written.
    """
    rect, lane = stage.places.cell_rect(cell), stage.map.of(Lane).get(cell.lane)
    if rect is None or lane is None:
        return None
    if lane.kind is LaneKind.FEELINGS:
        known = edits.feeling_at(stage.map, stage.journey, cell.step, stage.persona)
        if known is not None:
            return writing_of(stage, known.id)
        return Writing("", "", Rect(rect.x + 6, rect.y + rect.h / 2 - 4, rect.w - 12, 9), 5.0, 500, cell)
    if not CARDS_OF_LANE[lane.kind]:
        return None
    cards = stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())
    found = [stage.places.rects.get(card.id) for card in cards]
    top = max([rect.y + 3.6, *(one.y + one.h + 1.0 for one in found if one is not None)])
    area = _inside(Rect(rect.x + GUTTER, top, rect.w - 2 * GUTTER, 23.0))
    return Writing("", "", area, 5.8, 400, cell, ground=f"{CARDS_OF_LANE[lane.kind][0]}.tint")


def new_step(stage: Stage, after: str) -> Writing | None:
    """A step to be written after another."""
    rect = stage.places.rects.get(after)
    if rect is None:
        return None
    area = _inside(rect.shifted(rect.w + 2 * GUTTER, 0.0))
    return Writing("", "", area, 5.8, 600, after=after, ground="step.tint")


def change_of(stage: Stage, writing: Writing, text: str) -> Change:
    """What a finished text changes; nothing where it is as it was. Raises Refused."""
    m, record = stage.map, writing.record
    if not record:
        return _new(stage, writing, text) if text.strip() else Change("", ())
    if record in m.of(Card):
        return edits.set_text(m, record, text)
    if record in m.of(Step):
        return edits.edit_step(m, record, title=text)
    if record in m.of(StageRecord):
        return edits.edit_stage(m, record, title=text)
    if record in m.of(Lane):
        return edits.rename_lane(m, record, text)
    if record in m.of(Link):
        return edits.edit_link(m, record, label=text)
    one = m.of(Feeling)[record]
    return edits.set_feeling(m, one.journey, one.step, one.score, one.persona, word=text)


def _new(stage: Stage, writing: Writing, text: str) -> Change:
    """What a text makes that belongs to nothing yet."""
    if writing.after:
        return edits.add_step_after(stage.map, writing.after, text)
    cell = writing.cell
    assert cell is not None  # a new text is a step's, a card's or a feeling's
    if stage.map.of(Lane)[cell.lane].kind is LaneKind.FEELINGS:
        return edits.set_feeling(stage.map, stage.journey, cell.step, 0.0, stage.persona, word=text)
    return edits.add_card(stage.map, cell.lane, cell.step, text)


def _lane(stage: Stage, lane: Lane) -> Writing | None:
    found = stage.places.find(lane.id)
    if found is None:
        return None
    area = Rect(3.0, found[0].y + 3.0, stage.places.body.x - 6.0, 16.0)
    return Writing(lane.id, lane.title, area, 5.6, 600)


def _inside(rect: Rect) -> Rect:
    """A card without its accent and its edge."""
    return Rect(rect.x + 2.0, rect.y + 0.4, rect.w - 2.4, rect.h - 0.8)


def _feelings_cell(stage: Stage, feeling: Feeling) -> Cell | None:
    lanes = (lane.id for _a, _b, lane in stage.places.rows if lane.kind is LaneKind.FEELINGS)
    lane = next(lanes, None)
    return Cell(lane, feeling.step) if lane else None
