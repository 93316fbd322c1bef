"""What sheets of stages are made with: a part of the map as large as fits beside what must be told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey.analysis.reading import Reading
from journey.drawing import Drawing, Part, PartName, Placed
from journey.finding import Finding, Severity
from journey.handouts.asked import Asked, Format
from journey.handouts.neighbours import HINT, heads, hinted
from journey.handouts.stage_fit import Room, best_drawn, roomiest
from journey.handouts.stage_rest import marked_block
from journey.handouts.voice import Voice
from journey.layout import Around, View, layout, sizes
from journey.layout.legend import legend
from journey.layout.plot import Told, counted_from
from journey.layout.reading import reader
from journey.model import Card, MapData, Step

LEGEND_GAP = 7.0
REST_GAP = 8.0
"""Between a map and what stands below it, mm."""
_AIR = 1.6
"""Between what is told and the foot of the sheet, mm."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A part of the map drawn for a sheet: what is marked on it, and the room that telling this leaves it."""

    drawing: Drawing
    marked: tuple[Finding, ...]
    room: Room

    @property
    def scale(self) -> float:
        """How large the drawing stands on its sheet."""
        return self.room.scale(self.drawing)

    @property
    def fits(self) -> bool:
        """Whether it can be read there."""
        return self.room.takes(self.drawing)


@dataclass(frozen=True, slots=True)
class Press:
    """What every sheet of a journey is made with; ``felt`` are the feelings of the whole journey."""

    reading: Reading
    voice: Voice
    form: Format
    findings: tuple[Finding, ...]
    asked: Asked
    felt: tuple[Told, ...]

    def best(self, part: MapData, room: Room) -> Laid:
        """A part of the map as large as its sheet lets it be."""
        marked, left = self._beside(part, room)
        drawing = best_drawn(lambda wide: self._drawn(part, marked, wide), len(self._steps(part)), left)
        return Laid(drawing, marked, left)

    def lowest(self, part: MapData, room: Room) -> Laid:
        """A part of the map with columns as wide, and so as low, as it may be where it is smallest."""
        marked, left = self._beside(part, room)
        wide = roomiest(len(self._steps(part)), sizes.RAIL + 2 * HINT, left)
        return Laid(self._drawn(part, marked, wide), marked, left)

    def passed(self, steps: Sequence[Step]) -> bool:
        """Whether a curve runs through these steps, from a point there or beside them to another."""
        first, last = (self.reading.grid.column[one.id] for one in (steps[0], steps[-1]))
        return any(one.points[0][0] <= last and one.points[-1][0] >= first for one in self.felt)

    def _beside(self, part: MapData, room: Room) -> tuple[tuple[Finding, ...], Room]:
        """What is marked on a part of the map, and the room beside what tells it."""
        grid = part.grid(self.reading.journey.id)
        shown = {lane.id for lane in grid.lanes if not lane.hidden}
        cards = {card.id for card in part.of(Card) if card.lane in shown}
        grave = (one for one in self.findings if one.severity is Severity.PROBLEM)
        marked = tuple(one for one in grave if one.records[0] in cards)
        block = marked_block(self.reading, self.voice, self.form.across, marked)
        return marked, replace(room, h=room.h - (block.h + REST_GAP + _AIR)) if block else room

    def _steps(self, part: MapData) -> tuple[Step, ...]:
        return part.grid(self.reading.journey.id).steps

    def _drawn(self, part: MapData, marked: tuple[Finding, ...], wide: float) -> Drawing:
        """A part of the map with columns of a width, its neighbours hinted and its signs explained."""
        column, steps = self.reading.grid.column, self._steps(part)
        first, last = column[steps[0].id], column[steps[-1].id]
        around = Around(counted_from(self.felt, first), *heads(self.reading, self.voice, first, last))
        view = View(self.reading.journey.id, self.voice.language, marked, column=wide, around=around)
        drawing = layout(part, view)
        with sizes.columns_of(wide):
            whole = hinted(drawing, self.reading, self.voice, around, first, last)
        return _with_legend(whole, part, view)


def _with_legend(drawing: Drawing, part: MapData, view: View) -> Drawing:
    entries, tall = legend(reader(part, view), drawing.w)
    top = drawing.h + LEGEND_GAP
    placed = tuple(Placed(one.x, top + one.y, one.block) for one in entries)
    below = Part(PartName.LEGEND, 0.0, top, drawing.w, tall, (placed,))
    return replace(drawing, h=top + tall, parts=(*drawing.parts, below))
