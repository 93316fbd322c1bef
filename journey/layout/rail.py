"""The lane names at the left."""

from __future__ import annotations

from journey.drawing import Block, Colour, Layer, Line, Mark
from journey.layout import sizes
from journey.layout.typeset import broken, column, height
from journey.model import CARDS_OF_LANE, Lane, LaneKind

_PAD = 5.0
NAME_ROOM = sizes.RAIL - _PAD - 2.5
"""How long a line of a lane's name may be, mm."""
_COLOURS: dict[LaneKind, Colour] = {
    LaneKind.STEPS: "step.accent",
    LaneKind.FEELINGS: "ink",
    LaneKind.OWNERS: "ink",
    LaneKind.MEASURES: "measure.accent",
    LaneKind.LINE: "ink",
}


def lane_name(lane: Lane, tall: float, top: float, language: str) -> Block:
    """A lane's name on its rail, ``top`` mm below the row's edge; a named line's around a dash there."""
    style = sizes.LINE_TEXT if lane.kind is LaneKind.LINE else sizes.LANE_TEXT
    lines = broken(lane.title, NAME_ROOM, style, language)
    marks: list[Mark] = []
    if lane.kind is LaneKind.LINE:
        marks.append(Line(0.0, top, _PAD - 1.6, top, "ink", 0.8, (), Layer.GRID))
        top -= height(lines, style) / 2
    colour = lane_colour(lane.kind)
    marks += column(lines, _PAD, top, NAME_ROOM, style, colour, Layer.GRID)
    return Block(sizes.RAIL, tall, tuple(marks), lane.id)


def lane_colour(kind: LaneKind) -> Colour:
    """The colour of a lane's name: that of the cards it takes."""
    return _COLOURS.get(kind) or f"{CARDS_OF_LANE[kind][0]}.accent"


def name_height(lane: Lane, language: str) -> float:
    """How high a lane must be at least so that its name fits."""
    style = sizes.LINE_TEXT if lane.kind is LaneKind.LINE else sizes.LANE_TEXT
    return height(broken(lane.title, NAME_ROOM, style, language), style) + 2.0
