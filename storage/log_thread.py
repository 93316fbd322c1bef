"""The thread that writes a rescue log: nobody who edits waits for it, and it waits for no file."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from storage.rescue_log import RescueLog
from storage.step_json import Item, name_of


class LogThread:
    """Has a log written, in order, on a thread of its own, which begins with the first thing to do.

    ``on_kept`` is told there whenever something was done. The disk of the file may hang meanwhile; and where
    the disk of the log hangs, the file does not.
    """

    def __init__(self, log: RescueLog) -> None:
        self.on_kept: Callable[[], object] = _nothing
        self._log = log
        self._bell = threading.Condition()
        self._jobs: deque[Callable[[], None]] = deque()
        self._begun = 0.0
        self._given: set[str] = set()
        self._ends = False
        self._thread: threading.Thread | None = None

    @property
    def folder(self) -> Path:
        """Where the log lies, once there is something in it."""
        return self._log.folder

    @property
    def is_whole(self) -> bool:
        """Whether everything that it was given is on the disk, at this moment."""
        with self._bell:
            return not self._jobs and self._log.is_whole

    def append(self, items: Iterable[Item]) -> None:
        """Keep edits that it was not given yet, after those it could not keep before; returns at once."""
        with self._bell:
            new = tuple(item for item in items if name_of(item) not in self._given)
            self._given.update(map(name_of, new))
            if new or not self._log.is_whole:
                self._ask(lambda: self._log.append(new))

    def follow(self, path: Path) -> None:
        """Note where the file lies now; returns at once."""
        with self._bell:
            self._ask(lambda: self._log.follow(path))

    def leave(self) -> None:
        """Note that the program may end before the file has every edit; returns at once."""
        with self._bell:
            self._ask(lambda: self._log.end(written=False))

    def settle(self, limit: float) -> bool:
        """Wait until it did what it was asked for; but where that takes the disk longer than ``limit``
        seconds, not any more. Whether all was done, if only in vain.
        """
        with self._bell:
            while self._jobs:
                left = self._begun + limit - time.monotonic()
                if left <= 0:
                    return False
                self._bell.wait(left)
            return True

    def close(self, written: bool) -> None:
        """Note that this run ended, and whether all of its edits were ``written`` to the file. Waits for the
        disk.
        """
        with self._bell:
            self._ends = True
            thread = self._thread
            self._bell.notify_all()
        if thread is not None:
            thread.join()
        self._log.close(written)

    def _ask(self, job: Callable[[], None]) -> None:
        """Have something done, by one who holds the bell."""
        if not self._jobs:
            self._begun = time.monotonic()
        self._jobs.append(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="rescue log", daemon=True)
            self._thread.start()
        self._bell.notify_all()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            # What is not kept now is kept with what comes next, and until then is_whole tells so.
            with suppress(Exception):
                job()
            with self._bell:
                self._jobs.popleft()
                self._bell.notify_all()
            self.on_kept()

    def _next(self) -> Callable[[], None] | None:
        """What is to be done, as soon as there is something; None when the thread is to end."""
        with self._bell:
            self._bell.wait_for(lambda: self._jobs or self._ends)
            self._begun = time.monotonic()
            return self._jobs[0] if self._jobs else None


def _nothing() -> None:
    """Nobody listens."""
