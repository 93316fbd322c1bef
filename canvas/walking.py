"""The cursor: how it walks over headers, lane names, cells and cards, and where writing goes on."""

from __future__ import annotations

from canvas.places import Cell, Kind, Places
from canvas.stage import Stage
from journey.model import CARDS_OF_LANE, Card, Lane, LaneKind

ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def walk(stage: Stage, way: str) -> None:
    """Move the cursor by an arrow: along headers, through the cards of a cell, from cell to cell."""
    dx, dy = ARROWS[way]
    record = stage.selected[0] if stage.selected else ""
    kind = stage.places.kinds.get(record)
    if kind in (Kind.STAGE, Kind.STEP):
        _walk_headers(stage, record, kind, dx, dy)
    elif kind is Kind.LANE:
        _walk_names(stage, record, dx, dy)
    elif dy and (neighbour := _within_cell(stage, record, dy)) is not None:
        stage.select([neighbour], stage.cell)
    else:
        _walk_cells(stage, dx, dy)


def walk_to_end(stage: Stage, *, last: bool, all_rows: bool = False) -> None:
    """Go to the first or last step of the lane; with ``all_rows``, to the first or last cell of the map."""
    places, cell = stage.places, stage.cell
    if not places.rows or not places.columns:
        return
    place = -1 if last else 0
    record = stage.selected[0] if stage.selected else ""
    if not all_rows and stage.places.kinds.get(record) is Kind.STEP:
        stage.select([places.columns[place][2].id])
        return
    lane = places.rows[place][2].id if all_rows or cell is None else cell.lane
    go(stage, Cell(lane, places.columns[place][2].id))


def walk_down(stage: Stage) -> None:
    """Go to the next lane down that takes cards."""
    start = stage.cell or first_cell(stage.places)
    cell = neighbour(stage.places, start, 0, 1, taking=True) if start else None
    if cell is not None:
        go(stage, cell)


def walk_page(stage: Stage, by: float) -> None:
    """Go up or down by about so many millimetres."""
    start = stage.cell or first_cell(stage.places)
    rect = stage.places.cell_rect(start) if start else None
    if start is None or rect is None:
        return
    rows, goal = stage.places.rows, rect.y + rect.h / 2 + by
    row = stage.places.row_at(goal)
    if row is None:
        row = 0 if goal < rows[0][0] else len(rows) - 1
    go(stage, Cell(rows[row][2].id, start.step))


def walk_under(stage: Stage, step: str) -> None:
    """Go from the steps to the topmost lane: to its first empty cell from a step on, else under that step."""
    rows, columns = stage.places.rows, [one.id for _a, _b, one in stage.places.columns]
    if not rows or step not in columns:
        return
    cells = [Cell(rows[0][2].id, one) for one in columns[columns.index(step) :]]
    cards = stage.map.of(Card).by("lane", "step")
    go(stage, next((cell for cell in cells if not cards.get((cell.lane, cell.step))), cells[0]))


def go(stage: Stage, cell: Cell, *, from_below: bool = False) -> None:
    """Put the cursor at a cell and select its first card, or its last when coming from below."""
    cards = [card.id for card in stage.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())]
    stage.select([cards[-1] if from_below else cards[0]] if cards else [], cell)


def next_cell(stage: Stage, cell: Cell, key: str) -> Cell | None:
    """Where writing goes on: after Enter to the right, after Tab down to the next lane that takes cards."""
    if key == "enter":
        return neighbour(stage.places, cell, 1, 0)
    return neighbour(stage.places, cell, 0, 1, taking=True) if key == "tab" else None


def first_cell(places: Places) -> Cell | None:
    """The cell at the top left."""
    if not places.rows or not places.columns:
        return None
    return Cell(places.rows[0][2].id, places.columns[0][2].id)


def neighbour(places: Places, cell: Cell, dx: int, dy: int, *, taking: bool = False) -> Cell | None:
    """The cell beside, above or below; lines are stepped over, with ``taking`` all that takes no cards."""
    rows, columns = [lane for _a, _b, lane in places.rows], [step.id for _a, _b, step in places.columns]
    ids = [lane.id for lane in rows]
    if cell.lane not in ids or cell.step not in columns:
        return first_cell(places)
    column, row = columns.index(cell.step) + dx, ids.index(cell.lane) + dy
    while dy and 0 <= row < len(rows) and not _can_stand(rows[row], taking):
        row += dy
    if 0 <= row < len(rows) and 0 <= column < len(columns):
        return Cell(ids[row], columns[column])
    return None


def takes_cards(lane: Lane) -> bool:
    """Whether cards can be written in a lane."""
    return bool(CARDS_OF_LANE[lane.kind])


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
        go(stage, Cell(stage.places.rows[0][2].id, record))


def _walk_names(stage: Stage, lane: str, dx: int, dy: int) -> None:
    """Up and down the lane names, and to the right into the lane."""
    ids = [one.id for _a, _b, one in stage.places.rows]
    at = ids.index(lane) + dy
    if dx > 0 and stage.places.columns:
        go(stage, Cell(lane, stage.places.columns[0][2].id))
    elif dy and 0 <= at < len(ids):
        stage.select([ids[at]])


def _within_cell(stage: Stage, record: str, dy: int) -> str | None:
    """The card above or below in the same cell."""
    card = stage.map.of(Card).get(record)
    if card is None:
        return None
    siblings = [one.id for one in stage.map.of(Card).by("lane", "step")[card.lane, card.step]]
    at = siblings.index(record) + dy
    return siblings[at] if 0 <= at < len(siblings) else None


def _walk_cells(stage: Stage, dx: int, dy: int) -> None:
    start = stage.cell
    if start is None:
        if (first := first_cell(stage.places)) is not None:
            go(stage, first)
    elif (cell := neighbour(stage.places, start, dx, dy)) is not None:
        go(stage, cell, from_below=dy < 0)
    elif dy < 0:
        stage.select([start.step], start)
    elif dx < 0:
        stage.select([start.lane], start)


def _can_stand(lane: Lane, taking: bool) -> bool:
    return takes_cards(lane) if taking else lane.kind is not LaneKind.LINE
