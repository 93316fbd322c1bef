"""Lines side by side: which track of a channel or gutter each stretch takes so that none lies on another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Stretch(NamedTuple):
    """A part of a link along a channel or gutter, from ``low`` to ``high``; its track is ``room`` wide.

    A plain tuple, because there are many and they sort as they stand.
    """

    low: float
    high: float
    key: str
    room: float


def shared_out(stretches: Iterable[Stretch], apart: float) -> tuple[dict[str, int], list[float]]:
    """A track for each stretch, by key, and the room each track needs.

    Stretches on one track are at least ``apart`` from one another. Greedy from the left, which takes
    as few tracks as any way would (interval graph colouring, Gavril 1972).
    """
    ends: list[float] = []
    rooms: list[float] = []
    track_of: dict[str, int] = {}
    for low, high, key, room in sorted(stretches):
        for track, end in enumerate(ends):  # noqa: B007
            if end + apart <= low:
                break
        else:
            track = len(ends)
            ends.append(high)
            rooms.append(room)
        ends[track] = high
        rooms[track] = max(rooms[track], room)
        track_of[key] = track
    return track_of, rooms


def middles(rooms: list[float]) -> list[float]:
    """The middle of each track, from the first track's near edge."""
    places, y = [], 0.0
    for room in rooms:
        places.append(y + room / 2)
        y += room
    return places
