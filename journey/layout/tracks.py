"""Lines side by side: which track of a channel or gutter each stretch takes so that none lies on another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a link along a channel or gutter, from ``low`` to ``high``; its track is ``room`` wide."""

    key: str
    low: float
    high: float
    room: float


def shared_out(stretches: Iterable[Stretch], apart: float) -> tuple[dict[str, int], list[float]]:
    """A track for each stretch, by key, and the room each track needs.

    Stretches on one track are at least ``apart`` from one another. Greedy from the left, which takes
    as few tracks as any way would (interval graph colouring, Gavril 1972).
    """
    ends: list[float] = []
    rooms: list[float] = []
    track_of: dict[str, int] = {}
    for stretch in sorted(stretches, key=lambda s: (s.low, s.high, s.key)):
        track = next((i for i, end in enumerate(ends) if end + apart <= stretch.low), len(ends))
        if track == len(ends):
            ends.append(stretch.high)
            rooms.append(stretch.room)
        ends[track] = stretch.high
        rooms[track] = max(rooms[track], stretch.room)
        track_of[stretch.key] = track
    return track_of, rooms


def middles(rooms: list[float]) -> list[float]:
    """The middle of each track, from the first track's near edge."""
    places, y = [], 0.0
    for room in rooms:
        places.append(y + room / 2)
        y += room
    return places
