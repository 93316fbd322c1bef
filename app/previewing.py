"""Prints drawn up beside the window while somebody chooses what to print: the newest wish, on a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from threading import Lock, Thread

from PySide6.QtCore import QObject, Signal

from app.opening import Opened, journey_called
from app.printing.wishes import Wishes
from journey.drawing import Drawing
from resources.errors import Fault

_running: set[Previewer] = set()


def end_previews() -> None:
    """Wait until nothing is being drawn up; for the end of the program."""
    for one in tuple(_running):
        one.wait()


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a print, or the sentence that says why there are none."""

    pages: tuple[Drawing, ...]
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
            return Preview(
                (on_paper(shown, journey_called(shown.map, wishes.journey), wishes, _quietly).drawing,)
            )
        return Preview(handout(opened, journey_called(opened.map, wishes.journey), wishes))
    except Fault as fault:
        return Preview((), fault.sentence)


@contextmanager
def _quietly(_what: str) -> Iterator[Callable[[int, int], None]]:
    """Tell nobody what is being done."""
    yield lambda _done, _of: None
