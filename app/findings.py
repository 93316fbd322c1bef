"""What the open map says, worked out on a thread of its own, so that nobody's typing waits for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextvars import copy_context
from threading import Lock, Thread, current_thread

from PySide6.QtCore import QObject, QTimer, Signal

from journey.finding import Finding
from journey.model import MapData

_SETTLE = 400
"""Milliseconds without an edit before the findings are worked out again."""
_TURN = 0.001
"""Seconds after which the thread lets the window go on, where that has something to do."""

Asked = tuple[MapData, str]
"""A map, and the journey of it that is looked at."""


class Findings(QObject):
    """The findings of the journey in view: looked for at once when asked, or once edits came to rest.

    ``changed`` when they have been worked out; ``found`` are the last that were, None before the first. Of
    several maps asked about in the meantime only the last counts, and what is out of date is dropped.
    """

    changed = Signal()
    _worked_out = Signal(object, object)

    def __init__(self, in_view: Callable[[], Asked], parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[Finding, ...] | None = None
        self._found_in: Asked | None = None
        self._in_view = in_view
        self._left = False
        self._asked: Asked | None = None
        self._thread: Thread | None = None
        self._lock = Lock()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.look)
        self._worked_out.connect(self._take)

    @property
    def true_still(self) -> tuple[Finding, ...]:
        """What was found, if it is the same map that is in view; else nothing is known."""
        map_data, journey = self._in_view()
        known = self._found_in
        same = known is not None and known[0] is map_data and known[1] == journey
        return (self.found or ()) if same else ()

    def look(self) -> None:
        """Look at the map as it is now; nothing happens where it has been left."""
        self._settle.stop()
        if self._left:
            return
        with self._lock:
            self._asked = self._in_view()
            if self._thread is None:
                # The findings are said in the language of the one who asks.
                self._thread = Thread(target=copy_context().run, args=(self._work,), name="findings")
                self._thread.start()

    def wait(self) -> None:
        """Wait until everything asked for is worked out; the signal comes with the next events."""
        if (thread := self._thread) is not None:
            thread.join()

    def leave(self) -> None:
        """Look no more, and wait for the thread's end."""
        self._left = True
        self._settle.stop()
        with self._lock:
            self._asked = None
        self.wait()

    def forget(self) -> None:
        """Drop what was found, and look at nothing before asked again."""
        self._settle.stop()
        self.found = None
        with self._lock:
            self._asked = None

    def look_at_rest(self) -> None:
        """Look once nothing has been edited for a moment; each call begins that moment anew."""
        self._settle.start()

    def _work(self) -> None:
        """On the thread: one map after another until nobody asks; the analysis is imported only now."""
        turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            from journey.analysis import find

            while (asked := self._next()) is not None:
                self._worked_out.emit(asked, find(*asked))
        finally:
            sys.setswitchinterval(turn)
            with self._lock:
                self._thread = None if self._thread is current_thread() else self._thread

    def _next(self) -> Asked | None:
        with self._lock:
            asked, self._asked = self._asked, None
            if asked is None:
                self._thread = None
            return asked

    def _take(self, asked: Asked, found: tuple[Finding, ...]) -> None:
        """Back on the thread of the window."""
        map_data, journey = self._in_view()
        if asked[0] is map_data and asked[1] == journey:
            self.found, self._found_in = found, asked
            self.changed.emit()
