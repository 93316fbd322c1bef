"""Which text of a record is edited in place, and where on the drawing its letters stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from canvas.choosing import is_unnamed
from canvas.panes import pane_of
from canvas.places import Cell, Rect
from canvas.stage import Stage
from canvas.writing import Letters, Writing
from journey import edits
from journey.drawing import Drawing, PartName, Placed, Text, moved
from journey.layout import sizes
from journey.layout.cards import right_of_text
from journey.layout.rail import NAME_ROOM
from journey.layout.sizes import Style
from journey.layout.typeset import baseline
from journey.layout.words import WORD_ROOM
from journey.model import Card, Feeling, Lane, LaneKind, Link, Step
from journey.model import Stage as StageRecord

Read = Callable[[Stage, str, Rect], Writing]

_LABEL_ROOM = 44.0
_ASIDE = 2.0
"""Of the field beside the letters of a card, mm: as far as its badges leave free."""
_AROUND = 1.0
"""Of the field around a word of the curve or a link's label, mm."""


def writing_of(stage: Stage, drawing: Drawing, record: str) -> Writing | None:
    """The text of a record that can be edited in place; None where it has none or is not drawn.

    Its letters stand where the drawing has them, so that nothing moves when they are opened.
    """
    read = next((read for sort, read in _READERS.items() if record in stage.map.of(sort)), None)
    place = _place(stage, record)
    if read is None or place is None:
        return None
    writing = read(stage, record, place)
    writing = replace(writing, record=record, part=pane_of(stage.places.kinds.get(record)))
    drawn = _own_block(drawing, writing)
    return _as_drawn(writing, drawn) if drawn else writing


def word_at(rect: Rect) -> tuple[Rect, Letters]:
    """Where a word stands that belongs under a point of the curve, or at a link: its field and letters."""
    return _centred(rect.x + rect.w / 2, rect.y + rect.h + 1.0, WORD_ROOM, sizes.WORD_TEXT)


def on_card(rect: Rect, style: Style, right: float = sizes.PAD_RIGHT) -> tuple[Rect, Letters]:
    """The same for a card or a step: beside its accent, ``right`` mm being free at the other edge."""
    left = sizes.ACCENT + sizes.PAD_LEFT
    room = rect.w - left - right
    area = Rect(rect.x + left - _ASIDE, rect.y + 0.4, _ASIDE + room + min(right, _ASIDE), rect.h - 0.8)
    return area, Letters(rect.x + left, rect.y + sizes.PAD_TOP + baseline(style), room, style, rect)


def on_chevron(rect: Rect) -> tuple[Rect, Letters]:
    """The same for a stage."""
    style, left = sizes.STAGE_TEXT, sizes.STAGE_POINT + sizes.STAGE_PAD
    area = Rect(rect.x + left - 3.4, rect.y + 0.5, rect.w - left - 2.6, rect.h - 1.0)
    top = rect.y + (rect.h - style.leading) / 2 + baseline(style)
    return area, Letters(rect.x + left, top, rect.w - left - sizes.STAGE_POINT, style, rect)


def _place(stage: Stage, record: str) -> Rect | None:
    """Where a record stands; of a link, the middle of its line."""
    if (points := stage.places.line_of(record)) and record in stage.map.of(Link):
        return Rect(*points[len(points) // 2], 0.0, 0.0)
    found = stage.places.find(record)
    return found[0] if found else None


def _card(stage: Stage, record: str, rect: Rect) -> Writing:
    card = stage.map.of(Card)[record]
    area, letters = on_card(rect, sizes.CARD_TEXT, right_of_text(card))
    above_sign = Rect(area.x, area.y, area.w, area.h - sizes.PAD_BOTTOM - sizes.FOOT_ROW)
    return Writing(
        *(card.text, above_sign, letters, lambda text: edits.set_text(stage.map, record, text)),
        cell=Cell(card.lane, card.step),
        fresh=not card.text,
        ground=f"{card.kind}.tint",
    )


def _step(stage: Stage, record: str, rect: Rect) -> Writing:
    title = stage.map.of(Step)[record].title
    return Writing(
        *(title, *on_card(rect, sizes.STEP_TEXT)),
        lambda text: edits.edit_step(stage.map, record, title=text),
        leads_on=True,
        fresh=is_unnamed(stage, record),
        ground="step.tint",
    )


def _stage(stage: Stage, record: str, rect: Rect) -> Writing:
    return Writing(
        *(stage.map.of(StageRecord)[record].title, *on_chevron(rect)),
        lambda text: edits.edit_stage(stage.map, record, title=text),
        ground="petrol",
        ink="on_petrol",
    )


def _lane(stage: Stage, record: str, rect: Rect) -> Writing:
    lane = stage.map.of(Lane)[record]
    style = sizes.LINE_TEXT if lane.kind is LaneKind.LINE else sizes.LANE_TEXT
    letters = Letters(5.0, rect.y + 3.0 + baseline(style), NAME_ROOM, style, rect)
    area = Rect(3.0, rect.y + 1.0, sizes.RAIL - 5.0, 16.0)
    return Writing(lane.title, area, letters, lambda text: edits.rename_lane(stage.map, record, text))


def _feeling(stage: Stage, record: str, rect: Rect) -> Writing:
    one = stage.map.of(Feeling)[record]
    lanes = (lane.id for _a, _b, lane in stage.places.rows if lane.kind is LaneKind.FEELINGS)
    cells = [Cell(lane, one.step) for lane in lanes]
    return Writing(
        *(one.word, *word_at(rect)),
        lambda text: edits.set_feeling(stage.map, one.journey, one.step, one.score, one.persona, word=text),
        cell=next(iter(cells), None),
        fresh=not one.word,
    )


def _link(stage: Stage, record: str, at: Rect) -> Writing:
    style = sizes.LINK_TEXT
    return Writing(
        stage.map.of(Link)[record].label,
        *_centred(at.x, at.y - style.leading / 2, _LABEL_ROOM, style),
        lambda text: edits.edit_link(stage.map, record, label=text),
    )


_READERS: dict[type, Read] = {
    Card: _card,
    Step: _step,
    StageRecord: _stage,
    Lane: _lane,
    Feeling: _feeling,
    Link: _link,
}


def _centred(middle: float, top: float, room: float, style: Style) -> tuple[Rect, Letters]:
    home = Rect(middle - room / 2, top, room, style.leading)
    return home.grown(_AROUND), Letters(home.x, top + baseline(style), room, style, home, centred=True)


def _own_block(drawing: Drawing, writing: Writing) -> Placed | None:
    """The block in which a record's own text is drawn; None where none is."""
    part, size = drawing.part(writing.part), writing.letters.style.size
    for placed in part.blocks if part else ():
        if placed.block.record == writing.record and any(one.size == size for one in _texts(placed)):
            return placed
    return None


def _texts(placed: Placed) -> list[Text]:
    """The texts of a block, at their places in the drawing."""
    texts = (moved(mark, placed.x, placed.y) for mark in placed.block.marks)
    return [one for one in texts if isinstance(one, Text)]


def _as_drawn(writing: Writing, placed: Placed) -> Writing:
    """The writing with its letters where they are drawn, in the colour they have."""
    old, texts = writing.letters, _texts(placed)
    line = next(one for one in texts if one.size == old.style.size)
    x = line.x + (line.width - old.room) / 2 if old.centred else line.x
    room = old.room if old.centred else old.x + old.room - line.x
    home = Rect(placed.x, placed.y, placed.block.w, placed.block.h)
    area = writing.area.shifted(x - old.x, line.y - old.baseline)
    if writing.part in (PartName.BODY, PartName.HEADERS) and not old.centred:
        area = Rect(area.x, writing.area.y, area.w - x + old.x, _above_foot(writing, texts))
    letters = Letters(x, line.y, room, old.style, home, old.centred)
    shown = "" if writing.text else line.text
    return replace(writing, area=area, letters=letters, hint=shown, ink=line.colour)


def _above_foot(writing: Writing, lines: Sequence[Text]) -> float:
    """How high the field is that leaves what stands at the foot in view."""
    size, area = writing.letters.style.size, writing.area
    foot = [one.y - 1.3 * one.size for one in lines if one.size != size]
    return min([area.h, *(top - area.y for top in foot)])
