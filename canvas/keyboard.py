"""The keyboard on the map: a cursor that walks over cells, cards and headers, and what keys do there."""

from __future__ import annotations

from canvas.places import Cell, Kind, Places
from canvas.stage import Stage
from journey import edits
from journey.edits import feeling_at
from journey.model import Card, Lane, LaneKind

ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def walk(stage: Stage, way: str) -> None:
    """Move the cursor by an arrow: along headers, through the cards of a cell, from cell to cell."""
    dx, dy = ARROWS[way]
    record = stage.selected[0] if stage.selected else ""
    kind = stage.places.kinds.get(record)
    if kind in (Kind.STAGE, Kind.STEP):
        _walk_headers(stage, record, kind, dx, dy)
    elif dy and (neighbour := _within_cell(stage, record, dy)) is not None:
        stage.select([neighbour], stage.cell)
    else:
        _walk_cells(stage, dx, dy)


def carry(stage: Stage, way: str) -> None:
    """Move the selected cards by an arrow: to the next step, or up and down in their cell and beyond it."""
    dx, dy = ARROWS[way]
    cards = [one for one in stage.selected if stage.places.kinds.get(one) is Kind.CARD]
    if not cards:
        return
    first = stage.map.of(Card)[cards[0]]
    siblings = stage.map.of(Card).by("lane", "step")[first.lane, first.step]
    place = [card.id for card in siblings].index(first.id) + dy
    if dy and len(cards) == 1 and 0 <= place < len(siblings):
        stage.attempt(lambda: edits.reorder_card(stage.map, first.id, place))
        return
    cell = _neighbour(stage.places, Cell(first.lane, first.step), dx, dy, taking=True)
    if cell is not None and stage.attempt(
        lambda: edits.move_cards(stage.map, cards, cell.lane, cell.step, convert=True)
    ):
        stage.select(cards, cell)


def feel(stage: Stage, by: float) -> bool:
    """Raise or lower the feeling at the cursor; False where the cursor is in no feelings lane."""
    cell = stage.cell
    if cell is None or stage.map.of(Lane)[cell.lane].kind is not LaneKind.FEELINGS:
        return False
    persona = stage.persona
    now = feeling_at(stage.map, stage.journey, cell.step, persona)
    score = min(max((now.score if now else 0.0) + by, -2.0), 2.0)
    stage.attempt(lambda: edits.set_feeling(stage.map, stage.journey, cell.step, score, persona))
    return True


def next_cell(stage: Stage, cell: Cell, key: str) -> Cell | None:
    """Where writing goes on: after Enter to the right, after Tab down to the next lane that takes cards."""
    if key == "enter":
        return _neighbour(stage.places, cell, 1, 0)
    return _neighbour(stage.places, cell, 0, 1, taking=True) if key == "tab" else None


def _walk_headers(stage: Stage, record: str, kind: Kind, dx: int, dy: int) -> None:
    grid = stage.map.grid(stage.journey)
    if dx:
        row = [one.id for one in (grid.stages if kind is Kind.STAGE else grid.steps)]
        at = row.index(record) + dx
        if 0 <= at < len(row):
            stage.select([row[at]])
    elif kind is Kind.STEP and dy < 0:
        stage.select([grid.steps[grid.column[record]].stage])
    elif kind is Kind.STAGE and dy > 0:
        stage.select([grid.steps_of(record)[0].id])
    elif kind is Kind.STEP and dy > 0 and stage.places.rows:
        _go(stage, Cell(stage.places.rows[0][2].id, record))


def _within_cell(stage: Stage, record: str, dy: int) -> str | None:
    """The card above or below in the same cell."""
    card = stage.map.of(Card).get(record)
    if card is None:
        return None
    siblings = [one.id for one in stage.map.of(Card).by("lane", "step")[card.lane, card.step]]
    at = siblings.index(record) + dy
    return siblings[at] if 0 <= at < len(siblings) else None


def _walk_cells(stage: Stage, dx: int, dy: int) -> None:
    start = stage.cell or _first(stage.places)
    if start is None:
        return
    if (cell := _neighbour(stage.places, start, dx, dy)) is not None:
        _go(stage, cell, from_below=dy < 0)
    elif dy < 0:
        stage.select([start.step], start)


def _go(stage: Stage, cell: Cell, *, from_below: bool = False) -> None:
    cards = [card.id for card in stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())]
    stage.select([cards[-1] if from_below else cards[0]] if cards else [], cell)


def _first(places: Places) -> Cell | None:
    if not places.rows or not places.columns:
        return None
    return Cell(places.rows[0][2].id, places.columns[0][2].id)


def _neighbour(places: Places, cell: Cell, dx: int, dy: int, *, taking: bool = False) -> Cell | None:
    """The cell beside, above or below; lines are stepped over, with ``taking`` all that takes no cards."""
    rows, columns = [lane for _a, _b, lane in places.rows], [step.id for _a, _b, step in places.columns]
    ids = [lane.id for lane in rows]
    if cell.lane not in ids or cell.step not in columns:
        return _first(places)
    column, row = columns.index(cell.step) + dx, ids.index(cell.lane) + dy
    while dy and 0 <= row < len(rows) and not _can_stand(rows[row], taking):
        row += dy
    if 0 <= row < len(rows) and 0 <= column < len(columns):
        return Cell(ids[row], columns[column])
    return None


def _can_stand(lane: Lane, taking: bool) -> bool:
    return takes_cards(lane) if taking else lane.kind is not LaneKind.LINE


def takes_cards(lane: Lane) -> bool:
    """Whether cards can be written in a lane."""
    bare = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.OWNERS, LaneKind.MEASURES, LaneKind.LINE)
    return lane.kind not in bare
