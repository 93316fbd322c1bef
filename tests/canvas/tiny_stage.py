"""A stage without a window: a real document, really laid out, that notes what tools say and show."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from canvas.places import Cell, Places, places_of
from canvas.stage import NOTHING, Ghost, Pointer, State
from canvas.writing import Writing
from journey import edits
from journey.document import Document
from journey.drawing import Point
from journey.layout import Memory, View, layout
from journey.model import Change, MapData, Refused

SCALE = 2.5
"""Pixels a millimetre has in these tests: 100 %."""


class TinyStage:
    """What tools work on, with what they said, showed, opened and asked for."""

    def __init__(self, map_data: MapData, journey: str = "journey") -> None:
        self.document, self.journey = Document(map_data), journey
        self.selected: tuple[str, ...] = ()
        self.cell: Cell | None = None
        self.persona: str | None = None
        self.ghost: Ghost = NOTHING
        self.sentence, self.wrong = "", False
        self.opened: list[str] = []
        self.written: list[Cell] = []
        self.begun: list[Writing] = []
        self.asked: list[tuple[str, str]] = []
        self._memory = Memory()

    @property
    def map(self) -> MapData:
        return self.document.map

    @property
    def places(self) -> Places:
        return places_of(layout(self.map, View(self.journey), self._memory), self.map)

    def attempt(self, make: Callable[[], Change]) -> bool:
        try:
            self.document.do(make())
        except Refused as refused:
            self.say(refused.sentence, wrong=True)
            return False
        return True

    def do(self, change: Change) -> bool:
        return self.attempt(lambda: change)

    def select(self, records: Iterable[str], cell: Cell | None = None) -> None:
        self.selected, self.cell = tuple(records), cell or self.cell

    def show_ghost(self, ghost: Ghost) -> None:
        self.ghost = ghost

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        self.sentence, self.wrong = sentence, wrong

    def edit(self, record: str) -> None:
        self.opened.append(record)

    def write(self, cell: Cell) -> None:
        self.written.append(cell)

    def begin(self, writing: Writing | None) -> None:
        assert writing is not None
        self.begun.append(writing)

    def in_window(self, x: float, y: float) -> Point:
        return x * SCALE, y * SCALE

    def ask_link(self, source: str, target: str, at: Point) -> None:
        self.asked.append((source, target))
        self.do(edits.add_link(self.map, source, target))

    def finish(self, text: str) -> None:
        """Finish the text that was begun last."""
        self.attempt(lambda: self.begun[-1].change(text))

    # Where to point

    def on(self, record: str, across: float = 0.5, down: float = 0.5, **held: bool) -> Pointer:
        """A pointer on a record: by default in its middle."""
        rect = self.places.rects[record]
        return at(rect.x + rect.w * across, rect.y + rect.h * down, **held)

    def over(self, lane: str, step: str, across: float = 0.5, down: float = 0.9, **held: bool) -> Pointer:
        """A pointer over a cell: by default near its foot."""
        rect = self.places.cell_rect(Cell(lane, step))
        assert rect is not None
        return at(rect.x + rect.w * across, rect.y + rect.h * down, **held)

    def named(self, lane: str, down: float = 0.5) -> Pointer:
        """A pointer on a lane's name."""
        top, bottom = next((a, b) for a, b, one in self.places.rows if one.id == lane)
        return at(10.0, top + (bottom - top) * down)

    @property
    def undoable(self) -> int:
        """How many steps were done."""
        return self.document.revision


def at(x: float, y: float, **held: bool) -> Pointer:
    """A pointer at a place of the drawing, mm."""
    return Pointer(x, y, x * SCALE, y * SCALE, **held)


def moved(pointer: Pointer, dx: float, dy: float) -> Pointer:
    """The pointer some pixels further."""
    return Pointer(
        pointer.x + dx / SCALE,
        pointer.y + dy / SCALE,
        pointer.px + dx,
        pointer.py + dy,
        pointer.shift,
        pointer.ctrl,
        pointer.alt,
    )


def drag(stage: TinyStage, state: State | None, *way: Pointer) -> State | None:
    """Move along a way and let go at its end."""
    for pointer in way:
        assert state is not None
        state = state.move(stage, pointer)
    assert state is not None
    return state.release(stage, way[-1])
