"""What an open file is at one moment: to be read on any thread while its editing goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journey.document import Entry
from journey.model import Change, MapData
from journey.versions import Version


@dataclass(frozen=True, slots=True)
class Moment:
    """The map, the history that led to it and the versions, all of the same moment.

    ``newer`` tells that the file holds more, which only a newer program knows. ``recall`` is what an edit of
    the history did; it raises a FileFault if the file no longer tells.
    """

    path: Path
    document_id: str
    map: MapData
    history: tuple[Entry, ...]
    versions: tuple[Version, ...]
    newer: bool
    recall: Callable[[int], Change]

    @property
    def revision(self) -> int:
        """The number of the last edit."""
        return len(self.history)
