"""The storage thread: writes edits in order, keeps those it could not write, and says how it goes."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context, copy_context

from journey.versions import Version
from storage.faults import ChangedOutside, FileFault
from storage.log import Step

Item = Step | Version
"""What is written: an edit, or a name for what the edits before it made."""

RETRY_SECONDS = 2.0
"""How long after a failed write the next attempt is made."""


class Saver:
    """A queue of edits and versions, and the one thread that writes them.

    ``write`` writes one durably or raises a FileFault. ``saved`` is called after each commit, ``trouble``
    with the fault when writing begins to fail in a new way; both on the thread.
    """

    def __init__(
        self,
        write: Callable[[Item], None],
        saved: Callable[[], None],
        trouble: Callable[[FileFault], None],
    ) -> None:
        self._write = write
        self._saved = saved
        self._trouble = trouble
        self._bell = threading.Condition()
        self._queue: deque[tuple[Item, Context]] = deque()
        self._fault: FileFault | None = None
        self._told = ""
        self._not_before = 0.0
        self._working = False
        self._finishing = False
        self._broken: BaseException | None = None
        self._thread: threading.Thread | None = None

    @property
    def unsaved(self) -> tuple[Item, ...]:
        """What is not in the file yet, oldest first."""
        with self._bell:
            return tuple(item for item, _ in self._queue)

    @property
    def fault(self) -> FileFault | None:
        """Why the last attempt failed; None while all is well."""
        return self._fault

    def add(self, item: Item) -> None:
        """Take an edit or a version to be written; returns at once."""
        with self._bell:
            self._expect_running()
            if self._finishing:
                raise ValueError("the file is closed")
            self._queue.append((item, copy_context()))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="storage", daemon=True)
                self._thread.start()
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

    def _expect_running(self) -> None:
        if self._broken is not None:
            raise RuntimeError("the storage thread has ended") from self._broken

    def _settled(self) -> bool:
        resting = not self._working and (not self._queue or self._fault is not None)
        return resting or self._broken is not None

    def _run(self) -> None:
        try:
            while (waiting := self._next()) is not None:
                item, context = waiting
                context.run(self._attempt, item)
                with self._bell:
                    self._working = False
                    self._bell.notify_all()
        except BaseException as error:
            with self._bell:
                self._broken = error
                self._bell.notify_all()
            raise

    def _next(self) -> tuple[Item, Context] | None:
        """The oldest in the queue, as soon as it may be tried; None when the thread is to end."""
        with self._bell:
            while not self._finishing:
                pause = 0.0 if self._fault is None else self._not_before - time.monotonic()
                if self._queue and pause <= 0:
                    self._working = True
                    return self._queue[0]
                self._bell.wait(pause if self._queue and pause < threading.TIMEOUT_MAX else None)
            return None

    def _attempt(self, item: Item) -> None:
        try:
            self._write(item)
        except FileFault as fault:
            self._failed(fault)
        else:
            self._succeeded()

    def _succeeded(self) -> None:
        with self._bell:
            self._queue.popleft()
            self._fault = None
            self._told = ""
        self._saved()

    def _failed(self, fault: FileFault) -> None:
        # What somebody else wrote does not go away by waiting; everything else may.
        pause = float("inf") if isinstance(fault, ChangedOutside) else RETRY_SECONDS
        with self._bell:
            self._fault = fault
            self._not_before = time.monotonic() + pause
            is_new, self._told = fault.kind != self._told, fault.kind
        if is_new:
            self._trouble(fault)
