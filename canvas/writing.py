"""A text to be edited in its place: where it stands, how it looks, and what finishing it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from canvas.rect import Rect
from canvas.standing import Cell
from journey.drawing import Colour, PartName
from journey.layout.sizes import Style
from journey.model import Change
from resources.words import _


@dataclass(frozen=True, slots=True)
class Letters:
    """Where letters stand, mm: the left end of the first baseline, and how long a line may be.

    ``home`` is the block they are drawn in; ``centred`` lines stand around the middle of their room.
    """

    x: float
    baseline: float
    room: float
    style: Style
    home: Rect
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """A text to be edited; ``change`` gives the edit that a finished text is, and may raise Refused.

    ``area`` is what the field covers of the drawing's ``part``. A text without a ``record`` is that of
    something to be made: of nothing if nothing is written, unless it is ``wanted``, so that Enter alone makes
    it, or ``stays`` even where one clicks elsewhere: a lane has its name, a card may be empty. ``cell`` is
    where writing goes on from, ``leads_on`` tells that it goes on with steps. A ``fresh`` text is one that
    nobody has written yet: Escape and the down arrow keep what was written. ``bar`` shows where the new
    thing comes, or ``trial`` makes its place meanwhile, and ``anew`` begins it once more on another map.
    ``back`` is what is selected afterwards, if not the new thing. ``hint`` stands there while nothing is
    written; ``ground`` and ``ink`` are tokens of the theme.
    """

    text: str
    area: Rect
    letters: Letters
    change: Callable[[str], Change]
    record: str = ""
    part: PartName = PartName.BODY
    cell: Cell | None = None
    leads_on: bool = False
    wanted: bool = False
    stays: bool = False
    fresh: bool = False
    bar: Rect | None = None
    trial: Change | None = None
    anew: Callable[[], Writing | None] | None = None
    back: str = ""
    hint: str = ""
    ground: Colour = "surface"
    ink: Colour = "ink"


def nowhere() -> str:
    """What is said where typing would write nothing."""
    return _("Nothing can be written here. Choose one cell or one card with the arrows or a click.")
