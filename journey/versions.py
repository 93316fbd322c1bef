"""States of a map that somebody may want to go back to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VersionKind(StrEnum):
    """Why a version was kept: somebody named it, or the program did before something that changes much."""

    NAMED = "named"
    OPENED = "opened"
    CLOSED = "closed"
    IMPORT = "import"
    MERGE = "merge"
    DELETION = "deletion"
    RESTORE = "restore"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Version:
    """The map as it was after step ``entry`` of its history, 0 being the beginning.

    ``at`` is ISO 8601 with zone; ``name`` may be empty where the program made the version.
    """

    id: str
    name: str
    entry: int
    at: str
    who: str = ""
    kind: VersionKind = VersionKind.NAMED
    note: str = ""
