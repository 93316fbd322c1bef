"""One sheet for each stage of the map, with what comes before and after it hinted at its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from journey.analysis import find
from journey.analysis.reading import read
from journey.drawing import Block, Drawing, PartName, Placed, scaled
from journey.finding import Finding
from journey.handouts.asked import Asked, format_of
from journey.handouts.neighbours import HINT
from journey.handouts.page import About, page
from journey.handouts.stage_fit import Room, Rows, evenly, rows_of
from journey.handouts.stage_map import with_cards, with_lanes, with_steps, without_empty_lanes
from journey.handouts.stage_press import LEGEND_GAP, REST_GAP, Laid, Press
from journey.handouts.stage_rest import marked_block, stage_rest
from journey.handouts.styles import LEAD, TITLES
from journey.handouts.telling import dotted, persona_names, sheet_facts
from journey.handouts.voice import Voice
from journey.layout import sizes
from journey.layout.plot import told_of
from journey.layout.typeset import column, height
from journey.model import Card, LaneKind, MapData, Stage
from journey.phases import PHASES
from journey.quoting import short
from resources.words import _, in_quotes

_GAP = 5.0
_LETTERS = (2000, 900, 700, 500, 350, 250, 150, 80)
"""Letters that cards keep on a sheet of their own, tried in turn; what is cut ends in an ellipsis."""


def stage_sheets(map_data: MapData, journey: str, asked: Asked) -> tuple[Drawing, ...]:
    """The sheets of every stage, in the language being spoken; a stage with much on it has several.

    They lie or stand as fewer are needed, or else as the map is larger on them, unless that was asked for.
    Raises KeyError if there is no such journey, Fault for a paper that is too small.
    """
    reading = read(map_data, journey)
    voice = Voice(map_data.workshop.language, asked.second)
    findings = find(map_data, journey)
    felt = told_of(map_data, reading.grid)
    ways: list[list[_Sheet]] = []
    for lying in (True, False) if asked.orientation == "auto" else (True,):
        press = Press(reading, voice, format_of(asked, lying=lying), findings, asked, felt)
        ways.append([one for stage in reading.grid.stages for one in _of_stage(press, stage)])
    return tuple(one.page for one in min(ways, key=_worth))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page, how large the map is on it, and how much of its width that takes."""

    page: Drawing
    scale: float
    across: float


def _worth(sheets: Sequence[_Sheet]) -> tuple[int, float, float]:
    """What is least for the best way to lay sheets."""
    scales = round(sum(one.scale for one in sheets), 2)
    return len(sheets), -scales, -sum(one.across for one in sheets)


def _of_stage(press: Press, stage: Stage) -> Iterator[_Sheet]:
    form = press.form
    head = _head(press, stage)
    top = form.margin + head.h + _GAP
    room = Room(form.across, form.h - top - form.margin - form.foot, form.scale)
    laid = list(_parts(press, stage, room))
    about = About(_title(stage), sheet_facts(press.reading, press.asked.day), stage.id, press.asked.stamp)
    for place, one in enumerate(laid):
        placed = [Placed(form.margin, form.margin, head), *_map(one, form.margin, top)]
        end = top + one.drawing.h * one.scale
        told = [each.marked for each in laid] if place + 1 == len(laid) else None
        placed += _below(press, stage, one, told, end + REST_GAP)
        made = page(form, press.voice, about, placed, (place + 1, len(laid)))
        yield _Sheet(made, one.scale, one.drawing.w * one.scale / room.w)


def _map(laid: Laid, left: float, top: float) -> Iterator[Placed]:
    """The part of the map at its place on the sheet."""
    k = laid.scale
    for one in laid.drawing.blocks():
        yield Placed(left + one.x * k, top + one.y * k, scaled(one.block, k))


def _below(
    press: Press, stage: Stage, laid: Laid, told: Sequence[tuple[Finding, ...]] | None, top: float
) -> Iterator[Placed]:
    """What is marked on the map; below the last of a stage all else that there is room for.

    ``told`` is what all sheets of the stage tell because it is marked there, None on others than the last.
    """
    form = press.form
    if told is None:
        block = marked_block(press.reading, press.voice, form.across, laid.marked)
    else:
        others = [one for one in press.findings if not any(one in marked for marked in told)]
        room = form.across, form.h - form.margin - form.foot - top
        block = stage_rest(press.reading, press.voice, stage, (laid.marked, others), room)
    if block is not None:
        yield Placed(form.margin, top, block)


def _title(stage: Stage) -> str:
    return stage.title or PHASES[stage.phase]()


def _head(press: Press, stage: Stage) -> Block:
    """The stage's title, which of how many it is, and whose journey."""
    reading, voice, width = press.reading, press.voice, press.form.across
    stages = reading.grid.stages
    style = next((one for one in TITLES if len(voice.lines(_title(stage), width, one)) == 1), TITLES[-1])
    lines = voice.at_most(_title(stage), width, style, 3)
    place = _("Stage {number} of {count}").format(number=stages.index(stage) + 1, count=len(stages))
    journey = reading.journey
    purpose = in_quotes(journey.purpose) if journey.purpose else ""
    below = voice.at_most(dotted((place, journey.title, persona_names(reading), purpose)), width, LEAD, 2)
    top = height(lines, style) + 0.8
    marks = (
        *column(lines, 0.0, 0.0, width, style, "ink"),
        *column(below, 0.0, top, width, LEAD, "muted"),
    )
    return Block(width, top + height(below, LEAD), marks, stage.id)


def _parts(press: Press, stage: Stage, room: Room) -> Iterator[Laid]:
    """The stage on one sheet, or by columns on several, where it is too wide to be read."""
    reading = press.reading
    steps = reading.grid.steps_of(stage.id)
    most = max(1, int((room.w / room.least - sizes.RAIL - 2 * HINT) // sizes.COLUMN))
    count = ceil(len(steps) / most)
    for place in range(count):
        some = steps[place * len(steps) // count : (place + 1) * len(steps) // count]
        part = with_steps(reading.map, reading.journey.id, some)
        shown = without_empty_lanes(part, reading.journey.id, felt=press.passed(some))
        yield from _fitted(press, shown, room)


def _fitted(press: Press, part: MapData, room: Room) -> Iterator[Laid]:
    """Some steps on one sheet, or by lanes on several, where they are too high to be read."""
    laid = press.best(part, room)
    if laid.fits:
        yield laid
        return
    low = press.lowest(part, room).drawing
    corner, foot = low.part(PartName.CORNER), low.part(PartName.LEGEND)
    around = (corner.h if corner else 0.0) + (foot.h if foot else 0.0) + LEGEND_GAP
    rows = rows_of(part.grid(press.reading.journey.id).lanes, low)
    for group in evenly(rows, laid.room.h / room.least - around):
        yield from _with_rows(press, part, group, room)


def _with_rows(press: Press, part: MapData, rows: list[Rows], room: Room) -> Iterator[Laid]:
    """Some lanes on one sheet; if that is too much after all, half of them on each of two."""
    journey = press.reading.journey.id
    titles = [lane.id for lane in part.grid(journey).lanes if lane.kind is LaneKind.STEPS and not lane.hidden]
    some = with_lanes(part, journey, [*titles, *(lane for one in rows for lane in one.lanes)])
    laid = press.best(some, room)
    if laid.fits:
        yield laid
    elif len(rows) > 1:
        middle = len(rows) // 2
        yield from _with_rows(press, part, rows[:middle], room)
        yield from _with_rows(press, part, rows[middle:], room)
    else:
        yield from _by_cards(press, some, rows[0].lane, room)


def _by_cards(press: Press, part: MapData, lane: str, room: Room) -> Iterator[Laid]:
    """A lane that is too high for a sheet: so many cards of each cell on one, the next on another."""
    cells = [cards for cell, cards in part.of(Card).by("lane", "step").items() if cell[0] == lane]
    most = max(map(len, cells), default=1)
    start, many = 0, most
    while start < most:
        group = [card for cards in cells for card in cards[start : start + many]]
        laid = press.lowest(with_cards(part, lane, group), room)
        if many > 1 and not laid.fits:
            # Fewer in the measure in which they are too high, but always fewer.
            many = max(1, min(many - 1, int(many * laid.scale / room.least)))
            continue
        yield laid if laid.fits else _shortened(press, part, lane, group, room)
        start += many


def _shortened(press: Press, part: MapData, lane: str, cards: Sequence[Card], room: Room) -> Laid:
    """Cards of a lane, one a cell, with as much of their texts as a sheet has room for."""
    for most in _LETTERS:
        ended = [replace(card, text=short(card.text, most)) if card.text else card for card in cards]
        laid = press.lowest(with_cards(part, lane, ended), room)
        if laid.fits:
            break
    return laid
