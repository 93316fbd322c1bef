"""How a map was after an earlier step of its history."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from journey.document import Document, Entry, Keeper
from journey.model import Change, MapData, joined


class Turn(StrEnum):
    """Which way a step of the history went."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


def way_back(keeper: Keeper, document: Document, number: int, label: str) -> Change:
    """One change, so labelled, from the map as it is to the map as it was after step ``number``.

    0 is the map before the first step. Raises what the keeper raises where it no longer knows a step.
    """
    later = range(document.revision, number, -1)
    return joined(label, [keeper.recall(step).reversed() for step in later])


def map_after(keeper: Keeper, document: Document, number: int) -> MapData:
    """The map as it was after step ``number``."""
    return document.map.apply(way_back(keeper, document, number, ""))


def turns(history: Iterable[Entry]) -> dict[int, Turn]:
    """What each step of a whole history did, by its number: work of its own, an undo, or a redo."""
    depth: dict[int, int] = {}
    for entry in history:
        depth[entry.number] = 0 if entry.undoes is None else depth[entry.undoes] + 1
    return {number: Turn.EDIT if not d else Turn.UNDO if d % 2 else Turn.REDO for number, d in depth.items()}
