"""The bars that show between which columns something lands."""

from __future__ import annotations

from canvas.rect import Rect
from canvas.stage import Stage
from journey.model import Change

BAR = 1.6
"""How thick a bar is, mm."""


def column_bar(stage: Stage, before: int) -> Rect:
    """A bar before a column, or after the last, as high as the map."""
    columns, body = stage.places.columns, stage.places.body
    x = columns[before][0] if before < len(columns) else columns[-1][1]
    return Rect(x - BAR / 2, 0.0, BAR, body.y + body.h)


def stage_bar(stage: Stage, place: int, without: str = "") -> Rect:
    """A bar before a stage, or after the last, counted without one."""
    grid = stage.map.grid(stage.journey)
    others = [one for one in grid.stages if one.id != without]
    if place < len(others):
        return column_bar(stage, grid.column[grid.steps_of(others[place].id)[0].id])
    return (
        column_bar(stage, grid.column[grid.steps_of(others[-1].id)[-1].id] + 1)
        if others
        else column_bar(stage, 0)
    )


def row_top(stage: Stage, adding: Change) -> float:
    """Where the row of a new lane will begin: above the one it will stand before, or below the last, mm."""
    lanes = [lane.id for lane in stage.map.apply(adding).grid(stage.journey).lanes]
    below = lanes[lanes.index(adding.touches[0].record.id) :]
    body = stage.places.body
    return next((top for top, _bottom, lane in stage.places.rows if lane.id in below), body.y + body.h)
