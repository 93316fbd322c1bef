"""The newest backup of a map that can still be proved."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journey.model import MapData
from storage.backups import backups_of, write_proved
from storage.faults import FileFault, fault_of, nothing_created
from storage.salvage.whole import whole_content


@dataclass(frozen=True, slots=True)
class LastBackup:
    """A whole file of earlier, the map in it, the number of its last step, and when it was made."""

    path: Path
    map: MapData
    revision: int
    at: datetime

    def put(self, target: Path) -> None:
        """Make a file of its own of it. Raises a FileFault; then there is none."""
        try:
            if target.exists():
                raise FileExistsError(errno.EEXIST, "there is such a file")
            write_proved(self.path.read_bytes(), target)
        except OSError as error:
            raise fault_of(error, target, nothing_created()) from error


def last_backup(document: str, data_folder: Path | None) -> LastBackup | None:
    """The backup of a document that has come furthest; None where there is none that can be read."""
    if data_folder is None or not document:
        return None
    furthest = sorted(backups_of(document, data_folder), key=lambda one: (-one.revision, -one.at.timestamp()))
    for backup in furthest:
        with suppress(FileFault):
            content = whole_content(backup.path)
            return LastBackup(backup.path, content.map, content.seen.revision, backup.at)
    return None
