"""How a part of the map fits on a sheet: how wide its columns are, and what goes on another sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journey.drawing import Drawing, PartName
from journey.handouts.parting import parted
from journey.handouts.styles import POINT
from journey.layout import sizes
from journey.model import Lane, LaneKind

SMALLEST_POINTS = 6.0
"""What stands small on a map, chips and labels, is no smaller on a stage's sheet; cards are at 9 points."""
_LEAST = SMALLEST_POINTS * POINT / sizes.LINK_TEXT.size
_MOST = 1.15
"""Paper mm for a map mm, at most."""
_WIDEST = 3.0 * sizes.COLUMN
"""The widest column, map mm: a longer line of a card is no longer taken in at a glance."""
_TRIES = 4
_AS_LARGE = 0.95
"""A drawing at this share of another's scale counts as being as large."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a map has on a sheet, mm of the page as it is designed, and how much that grows."""

    w: float
    h: float
    grown: float

    def scale(self, drawing: Drawing) -> float:
        """How large a drawing can be."""
        return min(self.w / drawing.w, self._tall(drawing))

    @property
    def least(self) -> float:
        """How small a map may be."""
        return _LEAST / self.grown

    def takes(self, drawing: Drawing) -> bool:
        """Whether a drawing fits without becoming too small to read."""
        return self.scale(drawing) >= self.least - 1e-6

    def filled(self, drawing: Drawing) -> float:
        """How wide a drawing would have to be to fill the room across as large as its height allows."""
        return self.w / max(self._tall(drawing), self.least)

    def _tall(self, drawing: Drawing) -> float:
        return min(self.h / drawing.h, _MOST / self.grown)


def best_drawn(draw: Callable[[float], Drawing], columns: int, room: Room) -> Drawing:
    """A drawing of so many columns, these as wide as lets it be large and fill its room.

    ``draw`` draws it with columns of a width. Wider columns make lower cards, so the drawing grows with them
    until it is as wide as the room.
    """
    wide = sizes.COLUMN
    drawn = [draw(wide)]
    for _again in range(_TRIES - 1):
        more = (room.filled(drawn[-1]) - drawn[-1].w) / columns
        wide, before = min(max(wide + more, sizes.COLUMN), _WIDEST), wide
        if abs(wide - before) < 1.0:
            break
        drawn.append(draw(wide))
    large = max(map(room.scale, drawn))
    as_large = [one for one in drawn if room.scale(one) >= _AS_LARGE * large]
    return max(as_large, key=lambda one: one.w * room.scale(one))


def roomiest(columns: int, around: float, room: Room) -> float:
    """How wide so many columns can be beside so many map mm, where all is as small as it may be."""
    return min(max((room.w / room.least - around) / columns, sizes.COLUMN), _WIDEST)


@dataclass(frozen=True, slots=True)
class Rows:
    """Lanes that stay on one sheet: ``lane`` and those that say nothing without it; together so high."""

    lane: str
    lanes: tuple[str, ...]
    h: float


def rows_of(lanes: Sequence[Lane], drawing: Drawing) -> list[Rows]:
    """A drawing's rows from the top down, a line with what is below it, owners with their touchpoints."""
    heights = _heights(drawing)
    drawn = [lane for lane in lanes if lane.id in heights]
    touchpoints = next((lane.id for lane in drawn if lane.kind is LaneKind.TOUCHPOINTS), "")
    owners = [lane.id for lane in drawn if lane.kind is LaneKind.OWNERS and touchpoints]
    found: list[Rows] = []
    waiting: list[str] = []
    for lane in drawn:
        if lane.id in owners:
            continue
        waiting.append(lane.id)
        if lane.kind is not LaneKind.LINE:
            waiting += owners if lane.id == touchpoints else []
            found.append(Rows(lane.id, tuple(waiting), sum(heights[one] for one in waiting)))
            waiting = []
    return found


def evenly(rows: Sequence[Rows], room: float) -> list[list[Rows]]:
    """Rows in order on as few sheets as have room for them, about as much on each; a high one alone."""
    return [[rows[at] for at in some] for some in parted([one.h for one in rows], room)]


def _heights(drawing: Drawing) -> dict[str, float]:
    """The height of each lane's row."""
    rail = drawing.part(PartName.RAIL)
    blocks = list(rail.blocks) if rail else []
    grounds = {round(one.y, 3): one.block.h for one in blocks if not one.block.record}
    return {one.block.record: grounds[round(one.y, 3)] for one in blocks if one.block.record}
