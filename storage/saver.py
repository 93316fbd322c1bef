"""The storage thread: writes edits in order, keeps those it could not write, and says how it goes."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import Context, copy_context
from typing import Protocol

from storage.faults import ChangedOutside, FileFault
from storage.step_json import Item

RETRY_SECONDS = 2.0
"""How long after a failed write the next attempt is made."""
LATE_SECONDS = 2.5
"""How long a disk may take for one thing: a little longer than others may hold the file."""
LOOK_SECONDS = 5.0
"""How often it is looked, while nobody edits, whether the file is still there."""


class Pen(Protocol):
    """What does the work, on the storage thread. A FileFault means that nothing was written."""

    def write(self, item: Item) -> None:
        """Write an edit or a version durably. Raises FileFault."""

    def take(self, item: Item) -> None:
        """Keep an edit or a version safe elsewhere too, on any thread; returns at once."""

    def put_aside(self, items: Sequence[Item]) -> None:
        """See to it that all that the file does not take at the moment is safe there, the oldest first."""

    def look(self) -> None:
        """Raise a FileFault where the file could not be written if somebody edited now."""

    def saved(self) -> None:
        """Hear that all is well: after each commit, and where a trouble went by itself."""

    def trouble(self, fault: FileFault, waiting: bool) -> None:
        """Hear that writing begins to fail in a new way, and whether anything waits to be written."""


class Saver:
    """A queue of edits and versions, and the one thread on which a ``pen`` writes them.

    What cannot be written stays queued, and is tried again by itself; but what somebody else wrote does not
    go away by waiting, and then it is tried again only when asked for. One that ``watches`` looks after the
    file while there is nothing to write.
    """

    def __init__(self, pen: Pen, watches: bool = False) -> None:
        self._pen = pen
        self._watches = watches
        self._bell = threading.Condition()
        self._queue: deque[tuple[Item, Context]] = deque()
        self._fault: FileFault | None = None
        self._told = ""
        self._not_before = 0.0
        self._waits_since = 0.0
        self._working = False
        self._finishing = False
        self._broken: BaseException | None = None
        self._thread: threading.Thread | None = None
        self._context = copy_context()
        self._look_at = time.monotonic() + LOOK_SECONDS

    @property
    def unsaved(self) -> tuple[Item, ...]:
        """What is not in the file yet, oldest first."""
        with self._bell:
            return tuple(item for item, _ in self._queue)

    @property
    def fault(self) -> FileFault | None:
        """Why the last attempt failed; None while all is well."""
        return self._fault

    @property
    def is_late(self) -> bool:
        """Whether the disk has neither taken anything for a while nor reported why."""
        with self._bell:
            waited = time.monotonic() - self._waits_since
            return bool(self._queue) and self._fault is None and waited > LATE_SECONDS

    def add(self, item: Item) -> None:
        """Take an edit or a version to be written; returns at once."""
        with self._bell:
            self._expect_running()
            if self._finishing:
                raise ValueError("the file is closed")
            if not self._queue:
                self._waits_since = time.monotonic()
            self._pen.take(item)
            self._queue.append((item, copy_context()))
            self._start()
            self._bell.notify_all()

    def watch(self) -> None:
        """Look after the file from now on, if that is wanted."""
        with self._bell:
            if self._watches and not self._finishing:
                self._start()

    def retry(self) -> None:
        """Try at once; returns at once."""
        with self._bell:
            self._not_before = self._look_at = 0.0
            self._bell.notify_all()

    def flush(self, timeout: float | None = None) -> bool:
        """Try at once and wait until everything is written or the attempt failed; whether all is written.

        Never call it on the storage thread, as from ``saved`` or ``trouble``.
        """
        with self._bell:
            self._fault = None
            self._bell.notify_all()
            self._bell.wait_for(self._settled, timeout)
            self._expect_running()
            return not self._queue

    def finish(self) -> bool:
        """Write what can be written and end the thread; whether everything was written."""
        try:
            return self.flush(0 if self._finishing else None)
        finally:
            with self._bell:
                self._finishing = True
                self._bell.notify_all()
            if self._thread is not None:
                self._thread.join()

    def _start(self) -> None:
        if self._thread is None:
            self._context = copy_context()
            self._thread = threading.Thread(target=self._run, name="storage", daemon=True)
            self._thread.start()

    def _expect_running(self) -> None:
        if self._broken is not None:
            raise RuntimeError("the storage thread has ended") from self._broken

    def _settled(self) -> bool:
        resting = not self._working and (not self._queue or self._fault is not None)
        return resting or self._broken is not None

    def _run(self) -> None:
        try:
            while (work := self._next()) is not None:
                work()
                with self._bell:
                    self._working = False
                    self._bell.notify_all()
        except BaseException as error:
            with self._bell:
                self._broken = error
                self._bell.notify_all()
            raise

    def _next(self) -> Callable[[], None] | None:
        """What is to be done, as soon as it may be; None when the thread is to end."""
        with self._bell:
            while not self._finishing:
                pause = 0.0 if self._fault is None else self._not_before - time.monotonic()
                if (work := self._due(pause)) is not None:
                    self._working = True
                    return work
                self._rest(pause)
            return None

    def _due(self, pause: float) -> Callable[[], None] | None:
        if self._queue and pause <= 0:
            item, context = self._queue[0]
            return lambda: context.run(self._attempt, item)
        if self._watches and not self._queue and time.monotonic() >= self._look_at and pause <= 0:
            return lambda: self._context.run(self._look)
        return None

    def _rest(self, pause: float) -> None:
        """Wait until something is to be done, or somebody rings."""
        if not self._queue:
            pause = max(pause, self._look_at - time.monotonic()) if self._watches else float("inf")
        self._bell.wait(pause if pause < threading.TIMEOUT_MAX else None)

    def _attempt(self, item: Item) -> None:
        try:
            self._pen.write(item)
        except FileFault as fault:
            self._failed(fault)
        else:
            self._succeeded()

    def _look(self) -> None:
        try:
            self._pen.look()
        except FileFault as fault:
            self._failed(fault)
        else:
            was_well = not self._told
            self._settle()
            if not was_well:
                self._pen.saved()

    def _succeeded(self) -> None:
        with self._bell:
            self._queue.popleft()
            self._waits_since = time.monotonic()
        self._settle()
        self._pen.saved()

    def _settle(self) -> None:
        with self._bell:
            self._fault = None
            self._told = ""
            self._look_at = time.monotonic() + LOOK_SECONDS

    def _failed(self, fault: FileFault) -> None:
        self._pen.put_aside(self.unsaved)
        pause = float("inf") if isinstance(fault, ChangedOutside) else RETRY_SECONDS
        with self._bell:
            self._fault = fault
            self._not_before = time.monotonic() + pause
            waiting = bool(self._queue)
            tells = f"{fault.kind} {waiting}"
            is_new, self._told = tells != self._told, tells
        if is_new:
            self._pen.trouble(fault, waiting)
