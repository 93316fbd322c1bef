"""An export on a thread of its own: told as it goes, given up when asked, never half written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from app.opening import Opened
from app.printing.wishes import Wishes
from resources.errors import Fault


class GivenUp(Exception):
    """Somebody asked the export to stop."""


_running: set[Export] = set()


def end_exports() -> None:
    """Have every export given up and wait until nothing of them is left; for the end of the program."""
    for export in tuple(_running):
        export.give_up()
        export.wait()


class Export(QObject):
    """One export, which goes on whatever becomes of the window.

    ``told`` what it does and how much of a hundred is done; then ``finished`` with the lines to be said,
    ``failed`` with a sentence, or ``given_up``; after each of these ``ended``.
    """

    told = Signal(str, int)
    finished = Signal(list)
    failed = Signal(str)
    given_up = Signal()
    ended = Signal()

    def __init__(self, opened: Opened, target: Path, wishes: Wishes) -> None:
        super().__init__()
        self.target = target
        self._opened, self._wishes = opened, wishes
        self._stop = Event()
        # The words of the thread are those of the one who began it.
        self.ended.connect(self._forget)
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="export", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        _running.add(self)
        self._thread.start()

    def give_up(self) -> None:
        """Stop at the next step, leaving everything as it was."""
        self._stop.set()

    def wait(self) -> None:
        """Wait for the thread's end."""
        self._thread.join()

    def _run(self) -> None:
        from app.printing.publishing import publish

        try:
            lines = list(publish(self._opened, self.target, self._wishes, self._doing))
        except GivenUp:
            self.given_up.emit()
        except Fault as fault:
            self.failed.emit(fault.sentence)
        else:
            self.finished.emit(lines)
        finally:
            self.ended.emit()

    def _forget(self) -> None:
        """Back on the thread of the window, where it may be let go."""
        _running.discard(self)

    @contextmanager
    def _doing(self, what: str) -> Iterator[Callable[[int, int], None]]:
        def progress(done: int, of: int) -> None:
            if self._stop.is_set():
                raise GivenUp
            self.told.emit(what, 100 * done // max(of, 1))

        progress(0, 1)
        yield progress
