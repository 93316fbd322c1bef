"""The lanes of a blank wall: those of a preset or of a map, how high each is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from journey.handouts.second_names import second_names
from journey.handouts.styles import style
from journey.handouts.voice import Voice
from journey.layout.typeset import height
from journey.model import CARDS_OF_LANE, LaneKind, MapData
from resources.templates import template

GAP = 6.0
"""Between a note and the next one, mm."""
_LOW = {LaneKind.LINE: 15.0, LaneKind.OWNERS: 40.0, LaneKind.MEASURES: 40.0}
_LOWEST = {LaneKind.LINE: 12.0, LaneKind.OWNERS: 28.0, LaneKind.MEASURES: 28.0}
_NARROW = 2.0
"""Between a note and the next one under it where there is little room, mm."""
NAME, SECOND = style(19.0, 600, 1.2), style(13.0, 400, 1.24)
"""How a lane's name is set, and that in the second language."""
RAIL_ROOM = 66.0
"""The width that names have, mm."""
_CURVE, _LOW_CURVE = 1.6, 0.9
"""How many notes high the lane of the feelings is, and where there is little room."""


@dataclass(frozen=True, slots=True)
class BlankLane:
    """A lane of ``h`` mm, at ``least`` so many, with its name and, where known, that in the second language.

    ``sign`` is the kind of notes in it, or empty where it has none.
    """

    name: str
    second: str
    lane: LaneKind
    sign: str
    h: float
    least: float


def blank_lanes(
    map_data: MapData, journey: str, voice: Voice, note: tuple[float, float], preset: str | None
) -> tuple[BlankLane, ...]:
    """The lanes of a preset, or else of a map without its hidden ones, from the top down.

    Raises KeyError for a preset or a journey that does not exist.
    """
    if preset is not None:
        chosen = [(lane.title, LaneKind(lane.kind)) for lane in template(preset).lanes]
    else:
        chosen = [(lane.title, lane.kind) for lane in map_data.grid(journey).lanes if not lane.hidden]
    other = second_names(voice)
    return tuple(_lane(title, other.get(title, ""), kind, voice, note) for title, kind in chosen)


def _lane(title: str, second: str, kind: LaneKind, voice: Voice, note: tuple[float, float]) -> BlankLane:
    named = height(voice.lines(title, RAIL_ROOM, NAME), NAME)
    named += height(voice.lines(second, RAIL_ROOM, SECOND), SECOND)
    h, least = (max(one, named + 4.0) for one in (_height(kind, note), _least(kind, note)))
    return BlankLane(title, second, kind, _sign(kind), h, least)


def _sign(kind: LaneKind) -> str:
    """What stands in the corner of the lane's cells."""
    if kind is LaneKind.STEPS:
        return "step"
    return str(CARDS_OF_LANE[kind][0]) if CARDS_OF_LANE[kind] else ""


def _height(kind: LaneKind, note: tuple[float, float]) -> float:
    if kind is LaneKind.FEELINGS:
        return _CURVE * note[1] + GAP
    return _LOW.get(kind, note[1] + GAP)


def _least(kind: LaneKind, note: tuple[float, float]) -> float:
    if kind is LaneKind.FEELINGS:
        return _LOW_CURVE * note[1]
    return _LOWEST.get(kind, note[1] + _NARROW)
