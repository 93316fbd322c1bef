"""One sheet for each stage of the map, with what comes before and after it hinted at its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from journey.analysis import find
from journey.analysis.reading import Reading, read
from journey.analysis.wording import short
from journey.drawing import Block, Drawing, Part, PartName, Placed, scaled
from journey.finding import Finding, Severity
from journey.handouts.asked import Asked, Format, format_of
from journey.handouts.neighbours import HINT, hinted
from journey.handouts.page import About, page
from journey.handouts.stage_fit import Room, Rows, best_drawn, evenly, roomiest, rows_of
from journey.handouts.stage_map import with_cards, with_lanes, with_steps, without_empty_lanes
from journey.handouts.stage_rest import stage_rest
from journey.handouts.styles import LEAD, TITLES
from journey.handouts.telling import dotted, persona_names, sheet_facts
from journey.handouts.voice import Voice
from journey.layout import Around, View, layout, sizes
from journey.layout.legend import legend
from journey.layout.plot import Told, counted_from, told_of
from journey.layout.reading import reader
from journey.layout.steps import PHASES
from journey.layout.typeset import column, height
from journey.model import Card, LaneKind, MapData, Stage, Step
from resources.words import _, in_quotes

_GAP, _REST_GAP = 5.0, 8.0
_LEGEND_GAP = 7.0
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
        press = _Press(reading, voice, format_of(asked, lying=lying), findings, asked, felt)
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


@dataclass(frozen=True, slots=True)
class _Press:
    """What every sheet of a journey is made with."""

    reading: Reading
    voice: Voice
    form: Format
    findings: tuple[Finding, ...]
    asked: Asked
    felt: tuple[Told, ...]

    def steps(self, part: MapData) -> tuple[Step, ...]:
        """The steps of a part of the map."""
        return part.grid(self.reading.journey.id).steps

    def drawn(self, part: MapData, wide: float) -> Drawing:
        """A part of the map with columns of a width, its neighbours hinted and its signs explained."""
        column, steps = self.reading.grid.column, self.steps(part)
        first, last = column[steps[0].id], column[steps[-1].id]
        around = Around(counted_from(self.felt, first))
        view = self._view(part, wide, around)
        drawing = layout(part, view)
        with sizes.columns_of(wide):
            whole = hinted(drawing, self.reading, self.voice, around, first, last)
        return self._with_legend(whole, part, view)

    def best(self, part: MapData, room: Room) -> Drawing:
        """A part of the map as large as its sheet lets it be."""
        return best_drawn(lambda wide: self.drawn(part, wide), len(self.steps(part)), room)

    def lowest(self, part: MapData, room: Room) -> Drawing:
        """A part of the map with columns as wide, and so as low, as it may be where it is smallest."""
        count = len(self.steps(part))
        return self.drawn(part, roomiest(count, sizes.RAIL + 2 * HINT, room))

    def passed(self, steps: Sequence[Step]) -> bool:
        """Whether a curve runs through these steps, from a point there or beside them to another."""
        first, last = (self.reading.grid.column[one.id] for one in (steps[0], steps[-1]))
        return any(one.points[0][0] <= last and one.points[-1][0] >= first for one in self.felt)

    def _view(self, part: MapData, wide: float, around: Around) -> View:
        """How a part of the map is seen: with marks at what is found a problem on it."""
        cards = part.of(Card)
        grave = (one for one in self.findings if one.severity is Severity.PROBLEM)
        shown = tuple(one for one in grave if one.records[0] in cards)
        return View(self.reading.journey.id, self.voice.language, shown, column=wide, around=around)

    def _with_legend(self, drawing: Drawing, part: MapData, view: View) -> Drawing:
        entries, tall = legend(reader(part, view), drawing.w)
        top = drawing.h + _LEGEND_GAP
        placed = tuple(Placed(one.x, top + one.y, one.block) for one in entries)
        below = Part(PartName.LEGEND, 0.0, top, drawing.w, tall, (placed,))
        return replace(drawing, h=top + tall, parts=(*drawing.parts, below))


def _of_stage(press: _Press, stage: Stage) -> Iterator[_Sheet]:
    form = press.form
    head = _head(press, stage)
    room = Room(form.across, form.h - 2 * form.margin - form.foot - head.h - _GAP, form.scale)
    drawings = list(_parts(press, stage, room))
    title = _title(stage)
    about = About(title, sheet_facts(press.reading, press.asked.day), stage.id, press.asked.stamp)
    for place, drawing in enumerate(drawings):
        scale = room.scale(drawing)
        top = form.margin + head.h + _GAP
        blocks = [
            Placed(form.margin + one.x * scale, top + one.y * scale, scaled(one.block, scale))
            for one in drawing.blocks()
        ]
        placed = [Placed(form.margin, form.margin, head), *blocks]
        if place + 1 == len(drawings):
            placed += _rest(press, stage, top + drawing.h * scale)
        made = page(form, press.voice, about, placed, (place + 1, len(drawings)))
        yield _Sheet(made, scale, drawing.w * scale / room.w)


def _rest(press: _Press, stage: Stage, end: float) -> Iterator[Placed]:
    """What stands below the map that ends there, where there is room for something."""
    form = press.form
    top = end + _REST_GAP
    room = form.across, form.h - form.margin - form.foot - top
    block = stage_rest(press.reading, press.voice, stage, press.findings, room)
    if block is not None:
        yield Placed(form.margin, top, block)


def _title(stage: Stage) -> str:
    return stage.title or PHASES[stage.phase]()


def _head(press: _Press, stage: Stage) -> Block:
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


def _parts(press: _Press, stage: Stage, room: Room) -> Iterator[Drawing]:
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


def _fitted(press: _Press, part: MapData, room: Room) -> Iterator[Drawing]:
    """Some steps on one sheet, or by lanes on several, where they are too high to be read."""
    drawing = press.best(part, room)
    if room.takes(drawing):
        yield drawing
        return
    low = press.lowest(part, room)
    corner, foot = low.part(PartName.CORNER), low.part(PartName.LEGEND)
    around = (corner.h if corner else 0.0) + (foot.h if foot else 0.0) + _LEGEND_GAP
    rows = rows_of(part.grid(press.reading.journey.id).lanes, low)
    for group in evenly(rows, room.h / room.least - around):
        yield from _with_rows(press, part, group, room)


def _with_rows(press: _Press, part: MapData, rows: list[Rows], room: Room) -> Iterator[Drawing]:
    """Some lanes on one sheet; if that is too much after all, half of them on each of two."""
    journey = press.reading.journey.id
    titles = [lane.id for lane in part.grid(journey).lanes if lane.kind is LaneKind.STEPS and not lane.hidden]
    some = with_lanes(part, journey, [*titles, *(lane for one in rows for lane in one.lanes)])
    drawing = press.best(some, room)
    if room.takes(drawing):
        yield drawing
    elif len(rows) > 1:
        middle = len(rows) // 2
        yield from _with_rows(press, part, rows[:middle], room)
        yield from _with_rows(press, part, rows[middle:], room)
    else:
        yield from _by_cards(press, some, rows[0].lane, room)


def _by_cards(press: _Press, part: MapData, lane: str, room: Room) -> Iterator[Drawing]:
    """A lane that is too high for a sheet: so many cards of each cell on one, the next on another."""
    cells = [cards for cell, cards in part.of(Card).by("lane", "step").items() if cell[0] == lane]
    most = max(map(len, cells), default=1)
    start, many = 0, most
    while start < most:
        group = [card for cards in cells for card in cards[start : start + many]]
        drawing = press.lowest(with_cards(part, lane, group), room)
        if many > 1 and not room.takes(drawing):
            # Fewer in the measure in which they are too high, but always fewer.
            many = max(1, min(many - 1, int(many * room.scale(drawing) / room.least)))
            continue
        yield drawing if room.takes(drawing) else _shortened(press, part, lane, group, room)
        start += many


def _shortened(press: _Press, part: MapData, lane: str, cards: Sequence[Card], room: Room) -> Drawing:
    """Cards of a lane, one a cell, with as much of their texts as a sheet has room for."""
    for most in _LETTERS:
        ended = [replace(card, text=short(card.text, most)) if card.text else card for card in cards]
        drawing = press.lowest(with_cards(part, lane, ended), room)
        if room.takes(drawing):
            break
    return drawing
