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
from journey.handouts.stage_map import with_cards, with_lanes, with_steps, without_empty_lanes
from journey.handouts.styles import LEAD, POINT, TITLES
from journey.handouts.telling import dotted, persona_names, sheet_facts
from journey.handouts.voice import Voice
from journey.layout import View, layout, sizes
from journey.layout.legend import legend
from journey.layout.reading import reader
from journey.layout.steps import PHASES
from journey.layout.typeset import column, height
from journey.model import Card, LaneKind, MapData, Stage
from resources.words import _, in_quotes

SMALLEST_POINTS = 6.0
"""What stands small on a map, chips and labels, is no smaller on a stage's sheet; cards are at 9 points."""
_LEAST = SMALLEST_POINTS * POINT / sizes.LINK_TEXT.size
_MOST = 1.15
"""Paper mm for a map mm, at most."""
_GAP = 5.0
_LEGEND_GAP = 7.0
_LETTERS = (2000, 900, 700, 500, 350, 250, 150, 80)
"""Letters that cards keep on a sheet of their own, tried in turn; what is cut ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class _Room:
    """The room that a map has on a sheet, mm of the page as it is designed, and how much that grows."""

    w: float
    h: float
    grown: float

    def scale(self, drawing: Drawing) -> float:
        """How large a drawing can be."""
        return min(self.w / drawing.w, self.h / drawing.h, _MOST / self.grown)

    @property
    def least(self) -> float:
        """How small a map may be."""
        return _LEAST / self.grown

    def takes(self, drawing: Drawing) -> bool:
        """Whether a drawing fits without becoming too small to read."""
        return self.scale(drawing) >= self.least - 1e-6


def stage_sheets(map_data: MapData, journey: str, asked: Asked) -> tuple[Drawing, ...]:
    """The sheets of every stage, in the language being spoken; a stage with much on it has several.

    They lie or stand as fewer are needed, unless that was asked for.
    Raises KeyError if there is no such journey, Fault for a paper that is too small.
    """
    reading = read(map_data, journey)
    voice = Voice(map_data.workshop.language, asked.second)
    problems = tuple(one for one in find(map_data, journey) if one.severity is Severity.PROBLEM)
    ways: list[tuple[Drawing, ...]] = []
    for lying in (True, False) if asked.orientation == "auto" else (True,):
        press = _Press(reading, voice, format_of(asked, lying=lying), problems, asked)
        ways.append(tuple(one for stage in reading.grid.stages for one in _of_stage(press, stage)))
    return min(ways, key=len)


@dataclass(frozen=True, slots=True)
class _Press:
    """What every sheet of a journey is made with."""

    reading: Reading
    voice: Voice
    form: Format
    problems: tuple[Finding, ...]
    asked: Asked

    def view(self, part: MapData) -> View:
        """How a part of the map is seen: with marks at what is found a problem on it."""
        cards = part.of(Card)
        shown = tuple(one for one in self.problems if one.records[0] in cards)
        return View(self.reading.journey.id, self.voice.language, shown)

    def drawn(self, part: MapData) -> Drawing:
        """A part of the map with its neighbours hinted and its signs explained."""
        column, steps = self.reading.grid.column, part.grid(self.reading.journey.id).steps
        drawing = layout(part, self.view(part))
        whole = hinted(drawing, self.reading, self.voice, column[steps[0].id], column[steps[-1].id])
        return self._with_legend(whole, part)

    def _with_legend(self, drawing: Drawing, part: MapData) -> Drawing:
        entries, tall = legend(reader(part, self.view(part)), drawing.w)
        top = drawing.h + _LEGEND_GAP
        placed = tuple(Placed(one.x, top + one.y, one.block) for one in entries)
        below = Part(PartName.LEGEND, 0.0, top, drawing.w, tall, (placed,))
        return replace(drawing, h=top + tall, parts=(*drawing.parts, below))


def _of_stage(press: _Press, stage: Stage) -> Iterator[Drawing]:
    form = press.form
    head = _head(press, stage)
    room = _Room(form.across, form.h - 2 * form.margin - form.foot - head.h - _GAP, form.scale)
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
        yield page(form, press.voice, about, placed, (place + 1, len(drawings)))


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


def _parts(press: _Press, stage: Stage, room: _Room) -> Iterator[Drawing]:
    """The stage on one sheet, or by columns on several, where it is too wide to be read."""
    reading = press.reading
    steps = reading.grid.steps_of(stage.id)
    most = max(1, int((room.w / room.least - sizes.RAIL - 2 * HINT) // sizes.COLUMN))
    count = ceil(len(steps) / most)
    for place in range(count):
        some = steps[place * len(steps) // count : (place + 1) * len(steps) // count]
        part = with_steps(reading.map, reading.journey.id, some)
        yield from _fitted(press, without_empty_lanes(part, reading.journey.id), room)


def _fitted(press: _Press, part: MapData, room: _Room) -> Iterator[Drawing]:
    """Some steps on one sheet, or by lanes on several, where they are too high to be read."""
    drawing = press.drawn(part)
    if room.takes(drawing):
        yield drawing
        return
    journey = press.reading.journey.id
    titles = [lane.id for lane in part.grid(journey).lanes if lane.kind is LaneKind.STEPS and not lane.hidden]
    corner, foot = drawing.part(PartName.CORNER), drawing.part(PartName.LEGEND)
    around = (corner.h if corner else 0.0) + (foot.h if foot else 0.0) + _LEGEND_GAP
    for lanes in _grouped(_lane_heights(drawing), room.h / room.least - around):
        some = with_lanes(part, journey, [*lanes, *titles])
        one = press.drawn(some)
        if room.takes(one):
            yield one
        else:
            yield from _by_cards(press, some, lanes[-1], room)


def _lane_heights(drawing: Drawing) -> list[tuple[str, float]]:
    """Each row's lane and height, from the top down."""
    rail = drawing.part(PartName.RAIL)
    blocks = list(rail.blocks) if rail else []
    grounds = {round(one.y, 3): one.block.h for one in blocks if not one.block.record}
    named = [one for one in blocks if one.block.record]
    return [(one.block.record, grounds[round(one.y, 3)]) for one in named]


def _grouped(lanes: Sequence[tuple[str, float]], room: float) -> Iterator[list[str]]:
    """Lanes in order, as many together as have room; a lane that has none alone."""
    group: list[str] = []
    used = 0.0
    for lane, tall in lanes:
        if group and used + tall > room:
            yield group
            group, used = [], 0.0
        group.append(lane)
        used += tall
    if group:
        yield group


def _by_cards(press: _Press, part: MapData, lane: str, room: _Room) -> Iterator[Drawing]:
    """A lane that is too high for a sheet: so many cards of each cell on one, the next on another."""
    cells = [cards for cell, cards in part.of(Card).by("lane", "step").items() if cell[0] == lane]
    most = max(map(len, cells), default=1)
    start, many = 0, most
    while start < most:
        group = [card for cards in cells for card in cards[start : start + many]]
        drawing = press.drawn(with_cards(part, lane, group))
        if many > 1 and not room.takes(drawing):
            # Fewer in the measure in which they are too high, but always fewer.
            many = max(1, min(many - 1, int(many * room.scale(drawing) / room.least)))
            continue
        yield drawing if room.takes(drawing) else _shortened(press, part, lane, group, room)
        start += many


def _shortened(press: _Press, part: MapData, lane: str, cards: Sequence[Card], room: _Room) -> Drawing:
    """Cards of a lane, one a cell, with as much of their texts as a sheet has room for."""
    for most in _LETTERS:
        ended = [replace(card, text=short(card.text, most)) if card.text else card for card in cards]
        drawing = press.drawn(with_cards(part, lane, ended))
        if room.takes(drawing):
            break
    return drawing
