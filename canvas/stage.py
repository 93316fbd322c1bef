"""What tools work on: a pointer, the stage with the map on it, and what they show before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from canvas.places import Cell, Places, Rect
from canvas.writing import Writing
from journey.drawing import Point
from journey.model import Change, MapData


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, mm on the drawing and pixels in the window, and which keys are held."""

    x: float
    y: float
    px: float = 0.0
    py: float = 0.0
    shift: bool = False
    ctrl: bool = False
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Ghost:
    """What would happen, shown over the map, mm.

    ``carried`` records follow the pointer as they look, shifted by ``by``; ``things`` are what is not on
    the map yet, in the look of a kind; ``receiving`` is the place that takes them, ``bar`` where in it they
    land, ``line`` a link to be. ``fits``: a drop here would be done; otherwise it looks forbidden.
    """

    carried: tuple[str, ...] = ()
    by: Point = (0.0, 0.0)
    things: tuple[Rect, ...] = ()
    look: str = ""
    receiving: Rect | None = None
    bar: Rect | None = None
    line: tuple[Point, ...] = ()
    band: Rect | None = None
    fits: bool = True


NOTHING = Ghost()


class Stage(Protocol):
    """The map being edited, as tools see it."""

    journey: str

    @property
    def places(self) -> Places:
        """What stands where."""

    @property
    def map(self) -> MapData:
        """The map as it is now."""

    @property
    def selected(self) -> tuple[str, ...]:
        """The records selected, in the order they were."""

    @property
    def cell(self) -> Cell | None:
        """The cell the keyboard is at."""

    @property
    def persona(self) -> str | None:
        """Whose feelings are set."""

    def attempt(self, make: Callable[[], Change]) -> bool:
        """Carry an edit out; if it is refused, say why and return False."""

    def do(self, change: Change) -> bool:
        """Carry a change out; if it is refused, say why and return False."""

    def select(self, records: Iterable[str], cell: Cell | None = None) -> None:
        """Select these records and no others, and put the keyboard at that cell."""

    def show_ghost(self, ghost: Ghost) -> None:
        """Show what would happen."""

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say in the status line what would happen or why it cannot."""

    def edit(self, record: str) -> None:
        """Begin editing a record's text in place."""

    def write(self, cell: Cell) -> None:
        """Begin a new card in a cell, with its text open."""

    def begin(self, writing: Writing | None) -> None:
        """Open a text, as of something that is made when it is finished; say why if it may not be made."""

    def in_window(self, x: float, y: float) -> Point:
        """Where a place of the body is in the window, pixels."""

    def ask_link(self, source: str, target: str, at: Point) -> None:
        """Let the kind of a link be chosen where it was dropped: whoever is told makes it, as one step."""


class State(Protocol):
    """What the hand is doing; each event leads to the next state, None being rest."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on: with one of them gone there is nothing left to do."""

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """The pointer moved with the button down."""

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """The button came up."""

    def cancel(self, stage: Stage) -> State | None:
        """Escape: everything is given back."""


TREMBLE = 4.0
"""Pixels a hand may tremble before a press becomes a drag."""


def trembles(start: Pointer, now: Pointer) -> bool:
    """Whether the pointer is still where it was pressed, but for a tremble."""
    return abs(now.px - start.px) < TREMBLE and abs(now.py - start.py) < TREMBLE
