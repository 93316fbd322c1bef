"""The newest backup of a map that can still be proved: by the map's id, or by the records it shares."""

from __future__ import annotations

from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from journey.model import MapData
from storage.backups import backups_of, write_new
from storage.faults import FileFault, fault_of, nothing_created
from storage.rescue import rescued_at
from storage.salvage.whole import whole_content

_SHARED = 3
"""Records that a backup shares at least with a file for which nothing else speaks."""


@dataclass(frozen=True, slots=True)
class LastBackup:
    """A whole file of earlier, the map in it, the number of its last step, and when it was made.

    ``by_likeness``: the damaged file does not tell any more that this is its backup.
    """

    path: Path
    map: MapData
    revision: int
    at: datetime
    by_likeness: bool = False

    def put(self, target: Path) -> None:
        """Make a file of its own of it. Raises a FileFault; then there is none."""
        try:
            image = self.path.read_bytes()
        except OSError as error:
            raise fault_of(error, target, nothing_created()) from error
        write_new(image, target)


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


def likely_backup(ids: Set[str], path: Path, data_folder: Path | None) -> LastBackup | None:
    """The last backup of the document that shares most records with a file which has lost its own id.

    ``ids`` are those of the file's records. It has to share half of them; and some, unless the file lay
    at this ``path`` when the document was last edited.
    """
    if data_folder is None or not ids:
        return None
    here = {one.document_id for one in rescued_at(data_folder, path)}
    found: list[tuple[bool, int, LastBackup]] = []
    for document in _documents(data_folder):
        if (backup := last_backup(document, data_folder)) is not None:
            shared = len(ids & {record.id for record in backup.map.records()})
            if 2 * shared >= len(ids) and (shared >= _SHARED or document in here):
                found.append((document in here, shared, backup))
    likeliest = max(found, key=lambda one: (*one[:2], one[2].at), default=None)
    return likeliest and replace(likeliest[2], by_likeness=True)


def _documents(data_folder: Path) -> list[str]:
    """The documents of which there are backups."""
    try:
        return sorted(folder.name for folder in (data_folder / "backups").iterdir())
    except OSError:
        return []
