"""Where the keyboard belongs when an edit was undone or redone: at what that touched on the map."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.map_stage import MapStage
from canvas.places import Cell
from journey.model import Card, Change, Feeling, Lane, LaneKind, Link, Record, Step
from journey.model import Stage as StageRecord

_SORTS: tuple[type[Record], ...] = (StageRecord, Lane, Step, Card, Feeling, Link)
"""What is drawn, the sorts first that take others along."""


def go_to_touched(stage: MapStage, change: Change) -> None:
    """Select what a change touched and bring it into view; where it is gone, go to the cell where it stood.

    What is selected stays so if it is among that, or if nothing of it is on the map in view. Where a column
    or a row has gone with the keyboard in it, the keyboard is nowhere: no key may write into another cell.
    """
    if touched := _still_there(stage, change):
        same = bool(stage.selected) and set(stage.selected) <= set(touched)
        stage.go_to(*(stage.selected if same else touched))
    elif (cell := _left(stage, change)) is not None:
        stage.select([], cell)
    elif not stage.selected and _takes_heads(change):
        stage.be_nowhere()


def _still_there(stage: MapStage, change: Change) -> list[str]:
    """The records of one sort that are on the map: of a step with its cards the step."""
    found: dict[type[Record], dict[str, None]] = {}
    for touch in change.touches:
        sort, record = _drawn(touch.record)
        if sort in _SORTS and (stage.places.find(record) or stage.places.line_of(record)):
            found.setdefault(sort, {})[record] = None
    return next((list(found[sort]) for sort in _SORTS if sort in found), [])


def _drawn(record: Record) -> tuple[type[Record], str]:
    """Where a record shows: an owner's part, a measure or a vote on its card."""
    card = getattr(record, "card", None)
    return (Card, card) if card is not None else (type(record), record.id)


def _left(stage: MapStage, change: Change) -> Cell | None:
    """The first cell in view that lost something."""
    cells = (cell for touch in change.touches if touch.after is None for cell in _cells(stage, touch.record))
    return next((cell for cell in cells if stage.places.cell_rect(cell) is not None), None)


def _cells(stage: MapStage, record: Record) -> Iterator[Cell]:
    """Where a record stood."""
    if isinstance(record, Card):
        yield Cell(record.lane, record.step)
    elif isinstance(record, Feeling):
        for lane in stage.map.grid(stage.journey).lanes:
            if lane.kind is LaneKind.FEELINGS:
                yield Cell(lane.id, record.step)


def _takes_heads(change: Change) -> bool:
    heads = (StageRecord, Lane, Step)
    return any(isinstance(touch.before, heads) and touch.after is None for touch in change.touches)
