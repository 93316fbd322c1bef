"""Edits of lanes: the rows of the grid."""

from __future__ import annotations

from dataclasses import replace

from journey.clean import one_line
from journey.edits.places import rank_at, room_at
from journey.edits.records import edited, found, made
from journey.edits.removal import removal
from journey.edits.wording import called
from journey.model import Change, Journey, Lane, LaneKind, MapData, adding, joined, replacing
from resources.templates import lane_title
from resources.words import _, speaking

_ORDER = tuple(LaneKind)


def add_lane(
    map_data: MapData, journey: str, kind: LaneKind, title: str = "", place: int | None = None
) -> Change:
    """A new lane, before the one at ``place``; touches[0].after is it.

    Without a place it goes where its kind belongs from customer down to ideas, a line to the bottom.
    """
    found(map_data, Journey, journey)
    lanes = map_data.grid(journey).lanes
    (rank,), shifted = room_at(lanes, _usual_place(lanes, kind) if place is None else place)
    with speaking(map_data.workshop.language):
        title = one_line(title) or lane_title(kind)
    lane = made(Lane, journey=journey, kind=kind, title=title, rank=rank)
    label = _("Add lane “{title}”").format(title=called(lane))
    return joined(label, [adding(label, [lane]), replacing(label, shifted)])


def rename_lane(map_data: MapData, lane: str, title: str) -> Change:
    """Give a lane another title."""
    return edited(map_data, Lane, lane, {"title": title}, ("title",))


def move_lane(map_data: MapData, lane: str, place: int) -> Change:
    """Put a lane at another place among the lanes of its journey."""
    old = found(map_data, Lane, lane)
    rank, shifted = rank_at(old, map_data.grid(old.journey).lanes, place)
    label = _("Move lane “{title}”").format(title=called(old))
    return replacing(label, [(old, replace(old, rank=rank)), *shifted])


def hide_lane(map_data: MapData, lane: str) -> Change:
    """Leave a lane out of the drawing; its cards stay in the map."""
    old = found(map_data, Lane, lane)
    label = _("Hide lane “{title}”").format(title=called(old))
    return replacing(label, [(old, replace(old, hidden=True))])


def show_lane(map_data: MapData, lane: str) -> Change:
    """Bring a hidden lane back into the drawing."""
    old = found(map_data, Lane, lane)
    label = _("Show lane “{title}”").format(title=called(old))
    return replacing(label, [(old, replace(old, hidden=False))])


def remove_lane(map_data: MapData, lane: str) -> Change:
    """Take a lane away with its cards."""
    old = found(map_data, Lane, lane)
    return removal(map_data, _("Remove lane “{title}”").format(title=called(old)), [old])


def _usual_place(lanes: tuple[Lane, ...], kind: LaneKind) -> int:
    """Before the first lane whose kind comes later; a line above that lane stays above it."""
    if kind == LaneKind.LINE:
        return len(lanes)
    later = (
        place
        for place, lane in enumerate(lanes)
        if lane.kind != LaneKind.LINE and _ORDER.index(lane.kind) > _ORDER.index(kind)
    )
    place = next(later, len(lanes))
    while 0 < place < len(lanes) and lanes[place - 1].kind == LaneKind.LINE:
        place -= 1
    return place
