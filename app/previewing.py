"""Prints drawn up beside the window while somebody chooses what to print: the newest wish, on a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from threading import Lock, Thread
from typing import overload

from PySide6.QtCore import QObject, Signal

from app.opening import Opened, journey_called
from app.printing.wishes import Wishes
from export.paper.culling import Shelves
from export.paper.pages import Page, Plan
from journey.drawing import Drawing, Placed
from resources.errors import Fault

_running: set[Previewer] = set()


def end_previews() -> None:
    """Wait until nothing is being drawn up; for the end of the program."""
    for one in tuple(_running):
        one.wait()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it comes out of the printer, ``w`` x ``h`` mm.

    In the rectangle ``inside`` (left, top, width, height) it shows ``blocks`` of a drawing at a scale, its
    place ``corner`` at the upper left; ``over`` is what stands on the paper besides, in mm.
    """

    w: float
    h: float
    inside: tuple[float, float, float, float]
    corner: tuple[float, float]
    scale: float
    blocks: tuple[Placed, ...]
    over: tuple[Placed, ...] = ()
    name: str = ""


class Leaves(Sequence[Leaf]):
    """The pages of a map; what is on each is looked for when somebody first turns to it."""

    def __init__(self, drawing: Drawing, plan: Plan) -> None:
        self._plan, self._shelves = plan, Shelves(drawing)
        self._made: dict[int, Leaf] = {}

    def __len__(self) -> int:
        return len(self._plan.pages)

    @overload
    def __getitem__(self, place: int) -> Leaf: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Leaf]: ...

    def __getitem__(self, place: int | slice) -> Leaf | Sequence[Leaf]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if place not in self._made:
            self._made[place] = self._leaf(self._plan.pages[place])
        return self._made[place]

    def _leaf(self, page: Page) -> Leaf:
        scale = self._plan.scale
        inside = (page.left, page.top, page.across * scale, page.down * scale)
        shown = self._shelves.on(page.window) if page.across else []
        blocks = tuple(placed for _part, placed in shown)
        return Leaf(page.w, page.h, inside, (page.x, page.y), scale, blocks, page.over, page.name)


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a print, or the sentence that says why there are none."""

    pages: Sequence[Leaf]
    sentence: str = ""


class Previewer(QObject):
    """Draws prints up, one at a time; ``drawn`` on the thread of the window, of the newest wish last."""

    drawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._asked: tuple[Opened, Wishes] | None = None
        self._thread: Thread | None = None

    def ask(self, opened: Opened, wishes: Wishes) -> None:
        """Have a print drawn up; a wish that nobody began with is forgotten. Returns at once."""
        with self._lock:
            self._asked = (opened, wishes)
            if self._thread is None:
                _running.add(self)
                # The words of the thread are those of the one who asked.
                self._thread = Thread(target=copy_context().run, args=(self._run,), name="preview")
                self._thread.start()

    def wait(self) -> None:
        """Forget what is asked, and wait for what was begun."""
        with self._lock:
            self._asked, thread = None, self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            self.drawn.emit(_drawn(*asked))

    def _next(self) -> tuple[Opened, Wishes] | None:
        with self._lock:
            asked, self._asked = self._asked, None
            if asked is None:
                self._thread = None
                _running.discard(self)
            return asked


def _drawn(opened: Opened, wishes: Wishes) -> Preview:
    from app.printing.handouts import for_audience, handout
    from app.printing.prints import on_paper

    try:
        if wishes.audience.what == "map":
            shown = for_audience(opened, wishes.audience)
            sheet = on_paper(shown, journey_called(shown.map, wishes.journey), wishes, _quietly)
            return Preview(Leaves(sheet.drawing, sheet.plan))
        drawings = handout(opened, journey_called(opened.map, wishes.journey), wishes)
        return Preview([_whole(drawing) for drawing in drawings])
    except Fault as fault:
        return Preview((), fault.sentence)


def _whole(drawing: Drawing) -> Leaf:
    """A drawing that is a page."""
    w, h = drawing.w, drawing.h
    return Leaf(w, h, (0.0, 0.0, w, h), (0.0, 0.0), 1.0, tuple(drawing.blocks()))


@contextmanager
def _quietly(_what: str) -> Iterator[Callable[[int, int], None]]:
    """Tell nobody what is being done."""
    yield lambda _done, _of: None
