"""Where on the map a thing in the hand would land, in places and in words."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.places import GUTTER, Cell, Rect
from canvas.stage import Pointer, Stage
from journey.edits.wording import quotable
from journey.model import Card, Lane, Step
from resources.words import _


def cell_under(stage: Stage, pointer: Pointer) -> Cell | None:
    """The cell below a pointer, whatever lies in it."""
    row, column = stage.places.row_at(pointer.y), stage.places.column_at(pointer.x)
    if row is None or column is None:
        return None
    return Cell(stage.places.rows[row][2].id, stage.places.columns[column][2].id)


def place_in(stage: Stage, cell: Cell, y: float, without: Iterable[str] = ()) -> int:
    """Before which of a cell's cards a height is, counted without some."""
    gone = set(without)
    cards = stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())
    rects = [stage.places.rects.get(card.id) for card in cards if card.id not in gone]
    return sum(1 for rect in rects if rect is not None and rect.y + rect.h / 2 < y)


def bar_in(stage: Stage, cell: Cell, place: int | None, without: Iterable[str] = ()) -> Rect | None:
    """A bar where a card at a place of a cell would begin (None: last), counted without some."""
    area, gone = stage.places.cell_rect(cell), set(without)
    if area is None:
        return None
    cards = stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())
    rects = [
        stage.places.rects[card.id] for card in cards if card.id not in gone and card.id in stage.places.rects
    ]
    at = len(rects) if place is None else min(place, len(rects))
    if not rects:
        y = area.y + _ABOVE
    else:
        y = rects[at].y - _ABOVE if at < len(rects) else rects[-1].y + rects[-1].h + _ABOVE
    return Rect(area.x + GUTTER, y - _BAR / 2, area.w - 2 * GUTTER, _BAR)


def where(stage: Stage, cell: Cell) -> str:
    """A cell in words: its lane and its step."""
    lane, step = stage.map.of(Lane)[cell.lane], stage.map.of(Step)[cell.step]
    return _("{lane}, {step}").format(lane=cut(lane.title), step=cut(step.title) or "–")


def short(stage: Stage, record: str) -> str:
    """A card's first words, as they can stand between quotation marks."""
    card = stage.map.of(Card).get(record)
    return cut(quotable(card.text)) if card is not None else ""


def cut(text: str) -> str:
    """The first words of a text, as many as a sentence can hold."""
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


_ABOVE = 1.8
"""From the bar to the card below it, mm."""
_BAR = 1.2
