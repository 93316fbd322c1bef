"""How a map was after an earlier step of its history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

from journey.document import Entry
from journey.model import Change, MapData, joined

REST = timedelta(hours=3)
"""After so long without a step, the next one begins another sitting."""


class Turn(StrEnum):
    """Which way a step of the history went."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class Present(Protocol):
    """A map as it is, and how many steps led to it; a document is one."""

    @property
    def map(self) -> MapData:
        """The map."""

    @property
    def revision(self) -> int:
        """The number of the last step."""


class Memory(Protocol):
    """What knows what each step did; a keeper does."""

    def recall(self, number: int, /) -> Change:
        """The change that a step of this number made."""


def way_back(memory: Memory, present: Present, number: int, label: str) -> Change:
    """One change, so labelled, from the map of the present to the map as it was after step ``number``.

    0 is the map before the first step. Raises what the memory raises where it no longer knows a step.
    """
    later = range(present.revision, number, -1)
    return joined(label, [memory.recall(step).reversed() for step in later])


def map_after(memory: Memory, present: Present, number: int) -> MapData:
    """The map as it was after step ``number``."""
    return present.map.apply(way_back(memory, present, number, ""))


def turns(history: Iterable[Entry]) -> dict[int, Turn]:
    """What each step of a whole history did, by its number: work of its own, an undo, or a redo."""
    depth: dict[int, int] = {}
    for entry in history:
        depth[entry.number] = 0 if entry.undoes is None else depth[entry.undoes] + 1
    return {number: Turn.EDIT if not d else Turn.UNDO if d % 2 else Turn.REDO for number, d in depth.items()}


def sittings(history: Iterable[Entry]) -> list[Entry]:
    """The first step of each sitting but the first, by the clocks of those who worked."""
    told = [entry for entry in history if entry.at]
    moments = {entry.number: datetime.fromisoformat(entry.at).astimezone() for entry in told}
    return [
        after for before, after in pairwise(told) if moments[after.number] - moments[before.number] >= REST
    ]
