"""The map that others are compared with, and what it is after some edits."""

from __future__ import annotations

from journey.model import Change, MapData
from tests.storage.maps import everything

THEN = everything()


def after(*changes: Change) -> MapData:
    """The map after edits, one after another."""
    map_data = THEN
    for change in changes:
        map_data = map_data.apply(change)
    return map_data
