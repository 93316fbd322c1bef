"""The wall planner's work on a thread of its own: shapes laid out once, proposals anew for each wish."""

from __future__ import annotations

from contextvars import copy_context
from dataclasses import dataclass
from threading import Condition, Thread
from types import EllipsisType

from PySide6.QtCore import QObject, Signal

from app.opening import Opened
from app.printing.planner import Shapes
from export.paper.measuring import Measured, Shape
from export.paper.papers import Paper
from export.paper.planning import Proposal, Wanted, propose
from journey.collecting import uncollected
from journey.drawing import Drawing
from journey.model import Journey

_TELLING = (1, 4)
"""After so many shapes what they allow is told, before all were tried."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What proposals are wanted for."""

    papers: tuple[Paper, ...]
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Answer:
    """Proposals, the best first, and the drawing of each shape; ``complete`` when every shape was tried."""

    asked: Asked
    proposals: tuple[Proposal, ...]
    drawings: dict[Shape, Drawing]
    complete: bool


class Planner(QObject):
    """Proposes ways to print a journey; ``answered`` on the thread of the window, the newest wish last."""

    answered = Signal(object)

    def __init__(self, opened: Opened, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._about = (opened, journey)
        self._news = Condition()
        self._asked: Asked | None = None
        self._planned = ""
        self._renewed = False
        self._over = False
        # The words of the thread are those of the one who began it.
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="planner", daemon=True)
        self._thread.start()

    def ask(self, asked: Asked) -> None:
        """Have proposals made; a wish that was not answered yet is forgotten. Returns at once."""
        with self._news:
            self._asked = asked
            self._news.notify()

    def show(self, opened: Opened, journey: Journey) -> None:
        """Plan another journey, or the same one after an edit, for what was asked last."""
        with self._news:
            self._about, self._renewed = (opened, journey), True
            self._news.notify()

    def close(self) -> None:
        """Make no more proposals, and wait until the thread has ended."""
        with self._news:
            self._over = True
            self._news.notify()
        self._thread.join()

    def is_running(self) -> bool:
        """Whether proposals can still come."""
        return self._thread.is_alive()

    def _run(self) -> None:
        shapes = Shapes()
        while (about := self._next_map()) is not None:
            self._plan(*about, shapes)

    def _next_map(self) -> tuple[Opened, Journey] | None:
        with self._news:
            self._renewed = False
            return None if self._over else self._about

    def _plan(self, opened: Opened, journey: Journey, shapes: Shapes) -> None:
        """Answer when all shapes are there whenever something is asked, the first time while they come in."""
        maps: list[Measured] = []
        answered: Asked | None = None
        for shape in shapes.of(opened, journey):
            maps.append(shape)
            asked = self._wish()
            if self._interrupted:
                return
            anew = journey.id != self._planned
            if asked is not None and anew and (asked != answered or len(maps) in _TELLING):
                answered = asked
                self._answer(asked, maps, complete=False)
        answered = None
        while (asked := self._wish(unlike=answered)) is not None:
            answered, self._planned = asked, journey.id
            self._answer(asked, maps, complete=True)

    @property
    def _interrupted(self) -> bool:
        return self._renewed or self._over

    def _wish(self, unlike: Asked | EllipsisType | None = ...) -> Asked | None:
        """What is asked now; with ``unlike``, once it is something else. None when this map is done with."""
        with self._news:
            while unlike is not ... and not self._interrupted and self._asked in (None, unlike):
                self._news.wait()
            return None if self._interrupted else self._asked

    def _answer(self, asked: Asked, maps: list[Measured], *, complete: bool) -> None:
        with uncollected():
            proposals = tuple(propose(maps, asked.papers, asked.wanted))
        drawings = {one.shape: one.drawing for one in maps}
        if not self._over:
            self.answered.emit(Answer(asked, proposals, drawings, complete))
