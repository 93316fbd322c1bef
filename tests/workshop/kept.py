"""What the program has kept of a map: read from its file while it is open there, never written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from journey.model import Change, MapData
from resources.errors import Fault
from storage import JourneyFile
from tests.workshop.waiting import wait_for


def kept(path: Path) -> MapData:
    """The map as it is on the disk."""
    with JourneyFile.open(path, read_only=True) as file:
        return file.map


def kept_steps(path: Path) -> list[str]:
    """The labels of all steps of the history."""
    with JourneyFile.open(path, read_only=True) as file:
        return [entry.label for entry in file.history]


def changes_after(path: Path, number: int) -> list[Change]:
    """What the steps of the history after one of them changed."""
    with JourneyFile.open(path, read_only=True) as file:
        return [file.recall(entry.number) for entry in file.history if entry.number > number]


def until_steps(path: Path, count: int) -> None:
    """Wait until the history has so many steps; fail if it has more."""
    found: list[str] = []

    def look() -> bool:
        # While the program writes, the file is not to be read for a moment.
        with suppress(Fault):
            found[:] = kept_steps(path)
        return len(found) >= count

    wait_for(look, lambda: f"{count} steps; the last of {len(found)} are {found[-3:]}")
    assert len(found) == count, found[-4:]
