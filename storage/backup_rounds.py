"""Making backups of an open file while somebody works in it, on a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from datetime import UTC, datetime
from pathlib import Path

from resources.words import _
from storage.backups import BackupKind, keep_backup, tidy
from storage.faults import FileFault

EVERY = 600.0
"""Seconds between backups of a file that is being edited."""
_AFTER_OPENING = 3.0
"""Seconds that the first one waits for its proof: a window that opens needs the processor more."""


class BackupRounds:
    """Keeps a backup of what ``image`` gives in a folder: at the beginning, every ten minutes with changes,
    and at the end; of a ``brief`` visit at the end alone, for the history in it tells of the beginning too.

    ``revision`` tells how far the file has come. What fails is told by ``fault`` until a backup succeeds.
    """

    def __init__(
        self,
        image: Callable[[], bytes],
        revision: Callable[[], int],
        folder: Path,
        every: float = EVERY,
        brief: bool = False,
    ) -> None:
        self._image, self._revision, self._folder = image, revision, folder
        self._every, self._brief = every, brief
        self.fault: FileFault | None = None
        self._ending = threading.Event()
        self._kept = -1
        context = copy_context()
        self._thread = threading.Thread(target=lambda: context.run(self._run), name="backups", daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Keep the last backup and end; the file must still give its image."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        if not self._brief:
            self._keep(BackupKind.OPENED, _AFTER_OPENING)
        while not self._ending.wait(self._every):
            self._keep(BackupKind.WORKING)
        self._keep(BackupKind.CLOSED)

    def _keep(self, kind: BackupKind, after: float = 0.0) -> None:
        """Keep a backup of the file as it is at this moment, unless it is as it was.

        At the end it is looked at in any case: a version may have been named since the last edit.
        """
        revision = self._revision()
        if revision == self._kept and kind is not BackupKind.CLOSED:
            return
        try:
            image = self._image()
            self._ending.wait(after)
            keep_backup(image, self._folder, revision, kind, datetime.now(UTC))
            tidy(self._folder, datetime.now().astimezone().date())
        except FileFault as fault:
            self.fault = fault
        except MemoryError:
            self.fault = FileFault(_("The last backup failed."))
        else:
            self.fault, self._kept = None, revision
