"""Something that is done beside the window, once, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, Signal

from resources.errors import Fault

_PATIENCE = 2.0
"""Seconds that one who leaves waits for what is still being done: a disk may never answer."""

_going: set[Errand] = set()
"""What is not over. It is kept, so that a thread never speaks through what is gone."""


class Errand(QObject):
    """Some ``work``. ``done`` comes with what came of it, or ``failed`` with a sentence: that of a Fault, or
    ``broken_off`` for anything unexpected, which is told of as usual too. Neither comes once it was dropped.
    """

    done = Signal(object)
    failed = Signal(str)
    _ended = Signal(object)

    def __init__(self, work: Callable[[], object], name: str, broken_off: str = "") -> None:
        super().__init__()
        self._work, self._broken_off = work, broken_off
        self._dropped = False
        self._ended.connect(self._tell)
        # The words of the thread are those of the one who began it.
        self._thread = Thread(target=copy_context().run, args=(self._run,), name=name, daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        _going.add(self)
        self._thread.start()

    def is_over_within(self, seconds: float) -> bool:
        """Whether it is over, waiting so long for that."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Return when it is over; what came of it is told with the next events."""
        self._thread.join()

    def drop(self) -> None:
        """Hear no more of it; returns at once, and what is being written is written."""
        self._dropped = True

    def leave(self) -> None:
        """Drop it, and give it a moment to end."""
        self.drop()
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        tell: Callable[[], object] = self._break_off
        try:
            tell = partial(self.done.emit, self._work())
        except Fault as fault:
            tell = partial(self.failed.emit, fault.sentence)
        except Exception:
            # What it read may have been closed by one who does not want it any more.
            if not self._dropped:
                raise
        finally:
            self._ended.emit(tell)

    def _break_off(self) -> None:
        if self._broken_off:
            self.failed.emit(self._broken_off)

    def _tell(self, tell: Callable[[], object]) -> None:
        """Back on the thread of the window."""
        _going.discard(self)
        # Who listened to it would be kept as long as it is.
        self.deleteLater()
        if not self._dropped:
            tell()
