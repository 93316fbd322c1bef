"""What the map offers where the pointer rests: a plus between columns and at the ends of rows."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.beginning import new_end, new_step
from canvas.places import Rect
from canvas.stage import Pointer, Stage
from journey.model import CARDS_OF_LANE, Step
from resources.words import _

RADIUS = 3.4
"""Of the plus, mm."""
_REACH = 6.0
"""How near a boundary between two columns the pointer must be, mm."""
BEYOND = 7.0
"""From the last column to a plus at a row's end, mm."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A plus at a place: a new step beside another, and with a lane a card in it there.

    ``header``: it stands among the headers, which stay in view.
    """

    x: float
    y: float
    beside: str
    after: bool
    lane: str = ""
    header: bool = True

    @property
    def words(self) -> str:
        """What a click does."""
        return _("Add a step and a card in it") if self.lane else _("Add a step here")

    @property
    def rect(self) -> Rect:
        """Where it is painted."""
        return Rect(self.x - RADIUS, self.y - RADIUS, 2 * RADIUS, 2 * RADIUS)

    def holds(self, pointer: Pointer) -> bool:
        """Whether a pointer is on it."""
        return abs(pointer.x - self.x) <= RADIUS and abs(pointer.y - self.y) <= RADIUS


def offer_at(stage: Stage, pointer: Pointer) -> Offer | None:
    """The plus to be shown for a pointer, if any."""
    places = stage.places
    if not places.columns:
        return None
    band = _steps_band(stage)
    if band is not None and band[0] <= pointer.y < band[1]:
        return _between(stage, pointer, (band[0] + band[1]) / 2)
    row, end = places.row_at(pointer.y), places.columns[-1][1]
    if row is None or not end < pointer.x < end + 3 * BEYOND:
        return None
    top, bottom, lane = places.rows[row]
    if not CARDS_OF_LANE[lane.kind]:
        return None
    return Offer(end + BEYOND, (top + bottom) / 2, places.columns[-1][2].id, True, lane.id, header=False)


def accept(stage: Stage, offer: Offer) -> None:
    """Do what a plus offers once its text is written."""
    if offer.lane:
        stage.begin(new_end(stage, offer.lane, offer.beside))
    else:
        stage.begin(new_step(stage, offer.beside, after=offer.after, wanted=True))


def _between(stage: Stage, pointer: Pointer, y: float) -> Offer | None:
    columns = stage.places.columns
    if abs(pointer.x - columns[0][0]) < _REACH:
        return Offer(columns[0][0], y, columns[0][2].id, after=False)
    for left, right, step in columns:
        if left < pointer.x and abs(pointer.x - right) < _REACH:
            return Offer(right, y, step.id, after=True)
    return None


def _steps_band(stage: Stage) -> tuple[float, float] | None:
    """The height of the step headers."""
    steps = stage.map.of(Step)
    rect = next((rect for rect, record in stage.places.headers if record in steps), None)
    return None if rect is None else (rect.y, rect.y + rect.h)
