"""Which text of a record is edited in place, where it stands, and the change that a new text is."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Cell, Rect
from canvas.stage import Stage
from journey import edits
from journey.model import Card, Change, Feeling, Lane, Link, Step
from journey.model import Stage as StageRecord
from journey.text import Weight


@dataclass(frozen=True, slots=True)
class Writing:
    """A text to be edited: whose it is (empty: a new card's in ``cell``), its place and its look."""

    record: str
    text: str
    area: Rect
    size: float
    weight: Weight = 400
    cell: Cell | None = None


def writing_of(stage: Stage, record: str) -> Writing | None:
    """The text of a record that can be edited in place; None where it has none or is not drawn."""
    rect = stage.places.rects.get(record)
    m = stage.map
    if (card := m.of(Card).get(record)) is not None and rect is not None:
        return Writing(record, card.text, _inside(rect, 3.0), 5.8, cell=Cell(card.lane, card.step))
    if (step := m.of(Step).get(record)) is not None and rect is not None:
        return Writing(record, step.title, _inside(rect, 3.0), 5.8, 600)
    if (one := m.of(StageRecord).get(record)) is not None and rect is not None:
        return Writing(record, one.title, Rect(rect.x + 7, rect.y + 1, rect.w - 14, rect.h - 2), 6.8, 700)
    if (lane := m.of(Lane).get(record)) is not None:
        return _lane(stage, lane)
    if (feeling := m.of(Feeling).get(record)) is not None and rect is not None:
        return Writing(record, feeling.word, Rect(rect.x - 20, rect.y + rect.h, rect.w + 40, 9), 5.0, 500)
    if (link := m.of(Link).get(record)) is not None:
        points = next((points for name, points in stage.places.links if name == record), ())
        if points:
            x, y = points[len(points) // 2]
            return Writing(record, link.label, Rect(x - 22, y - 4, 44, 8), 3.8, 500)
    return None


def new_card(stage: Stage, cell: Cell) -> Writing | None:
    """A card to be written in a cell, below those that stand there."""
    rect = stage.places.cell_rect(cell)
    if rect is None:
        return None
    cards = stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())
    bottoms = [
        stage.places.rects[c.id].y + stage.places.rects[c.id].h for c in cards if c.id in stage.places.rects
    ]
    top = max([rect.y + 3.6, *bottoms])
    return Writing("", "", Rect(rect.x + 3.0, top, rect.w - 6.0, 20.0), 5.8, cell=cell)


def change_of(stage: Stage, writing: Writing, text: str) -> Change:
    """What a finished text changes; nothing where it is as it was. Raises Refused."""
    m, record = stage.map, writing.record
    if not record:
        if not text.strip() or writing.cell is None:
            return Change("", ())
        return edits.add_card(m, writing.cell.lane, writing.cell.step, text)
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


def _lane(stage: Stage, lane: Lane) -> Writing | None:
    row = next(((top, bottom) for top, bottom, one in stage.places.rows if one.id == lane.id), None)
    if row is None:
        return None
    return Writing(lane.id, lane.title, Rect(3.0, row[0] + 3.0, stage.places.body.x - 6.0, 16.0), 5.6, 600)


def _inside(rect: Rect, left: float) -> Rect:
    return Rect(rect.x + left, rect.y, rect.w - left, rect.h)
