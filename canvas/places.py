"""What stands where on a drawing: which lane, step, card or thing is under a place, and where each one is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from journey.drawing import Drawing, Part, PartName, Path, Placed, Point
from journey.model import Card, Feeling, Lane, Link, MapData, Measure, Owner, Record, Stage, Step


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle of the drawing, mm."""

    x: float
    y: float
    w: float
    h: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies in it."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: Rect) -> bool:
        """Whether two rectangles have a place in common."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )


class Kind(StrEnum):
    """What sort of thing can be under the pointer."""

    CARD = "card"
    STEP = "step"
    STAGE = "stage"
    LANE = "lane"
    FEELING = "feeling"
    LINK = "link"
    OWNER = "owner"
    MEASURE = "measure"
    CELL = "cell"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the grid: a lane's and a step's id."""

    lane: str
    step: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under a place: its kind and id, its rectangle, and the cell there if it is one."""

    kind: Kind
    record: str
    rect: Rect
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """A drawing read as places. ``rows`` and ``columns`` are sorted, so that finding is two bisections."""

    rows: tuple[tuple[float, float, Lane], ...]
    columns: tuple[tuple[float, float, Step], ...]
    rects: dict[str, Rect]
    kinds: dict[str, Kind]
    by_row: tuple[tuple[tuple[Rect, str], ...], ...]
    headers: tuple[tuple[Rect, str], ...]
    links: tuple[tuple[str, tuple[Point, ...]], ...]
    body: Rect

    def row_at(self, y: float) -> int | None:
        """The index of the row at a height, None outside."""
        index = bisect_right(self.rows, y, key=_start) - 1
        return index if index >= 0 and y < self.rows[index][1] else None

    def column_at(self, x: float) -> int | None:
        """The index of the column at a place, None outside."""
        index = bisect_right(self.columns, x, key=_start) - 1
        return index if index >= 0 and x < self.columns[index][1] else None

    def cell_rect(self, cell: Cell) -> Rect | None:
        """Where a cell is, None if its lane or step is not drawn."""
        row = next(((a, b) for a, b, lane in self.rows if lane.id == cell.lane), None)
        column = next(((a, b) for a, b, step in self.columns if step.id == cell.step), None)
        if row is None or column is None:
            return None
        return Rect(column[0], row[0], column[1] - column[0], row[1] - row[0])

    def hit(self, x: float, y: float) -> Hit:
        """What is under a place: the topmost thing, else the cell, else nothing."""
        for rect, record in reversed(self.headers):
            if rect.holds(x, y):
                return Hit(self.kinds[record], record, rect)
        row = self.row_at(y)
        if row is None:
            return Hit(Kind.NOTHING, "", Rect(x, y, 0, 0))
        if x < self.body.x:
            top, bottom, lane = self.rows[row]
            return Hit(Kind.LANE, lane.id, Rect(0.0, top, self.body.x, bottom - top))
        cell = self._cell(x, row)
        for rect, record in reversed(self.by_row[row]):
            if rect.holds(x, y):
                return Hit(self.kinds[record], record, rect, cell)
        if (link := self._link_near(x, y)) is not None:
            return Hit(Kind.LINK, link, Rect(x, y, 0, 0), cell)
        if cell is None:
            return Hit(Kind.NOTHING, "", Rect(x, y, 0, 0))
        found = self.cell_rect(cell)
        return Hit(Kind.CELL, "", found or Rect(x, y, 0, 0), cell)

    def _link_near(self, x: float, y: float) -> str | None:
        """The link whose line runs within reach of a place."""
        for link, points in self.links:
            for (x1, y1), (x2, y2) in pairwise(points):
                if (
                    min(x1, x2) - _REACH < x < max(x1, x2) + _REACH
                    and min(y1, y2) - _REACH < y < max(y1, y2) + _REACH
                ):
                    return link
        return None

    def _cell(self, x: float, row: int) -> Cell | None:
        column = self.column_at(x)
        return None if column is None else Cell(self.rows[row][2].id, self.columns[column][2].id)

    def cards_in(self, area: Rect) -> list[str]:
        """The cards that a rectangle touches, from the top left."""
        found = [
            (rect.y, rect.x, record)
            for top, bottom, things in ((*row[:2], self.by_row[i]) for i, row in enumerate(self.rows))
            if top < area.y + area.h and bottom > area.y
            for rect, record in things
            if self.kinds[record] is Kind.CARD and rect.meets(area)
        ]
        return [record for _y, _x, record in sorted(found)]


def places_of(drawing: Drawing, map_data: MapData) -> Places:
    """Read a drawing's blocks as places."""
    body, rail, headers = (drawing.part(name) for name in (PartName.BODY, PartName.RAIL, PartName.HEADERS))
    if body is None or rail is None or headers is None:
        raise ValueError("a drawing without rail and headers has no places")
    lanes, steps = map_data.of(Lane), map_data.of(Step)
    rows = tuple(
        (one.y, one.y + one.block.h, lanes[one.block.record])
        for one in rail.blocks
        if one.block.record in lanes
    )
    columns = tuple(
        (one.x - _GUTTER, one.x + one.block.w + _GUTTER, steps[one.block.record])
        for one in headers.blocks
        if one.block.record in steps
    )
    kinds: dict[str, Kind] = {}
    rects: dict[str, Rect] = {}
    in_rows: list[list[tuple[Rect, str]]] = [[] for _row in rows]
    starts = [row[0] for row in rows]
    links: list[tuple[str, tuple[Point, ...]]] = []
    sorts = [(kind, map_data.of(sort)) for kind, sort in _SORTS.items()]
    for one in body.blocks:
        record = one.block.record
        kind = next((kind for kind, table in sorts if record in table), None) if record else None
        if kind is Kind.LINK:
            links.append((record, _line(one)))
        elif kind is not None:
            rect = Rect(one.x, one.y, one.block.w, one.block.h)
            kinds[record], rects[record] = kind, rect
            in_rows[max(bisect_right(starts, one.y) - 1, 0)].append((rect, record))
    heads = _heads(headers, map_data, kinds, rects)
    kinds.update({lane.id: Kind.LANE for _top, _bottom, lane in rows})
    area = Rect(body.x, body.y, body.w, body.h)
    by_row = tuple(tuple(row) for row in in_rows)
    return Places(rows, columns, rects, kinds, by_row, heads, tuple(links), area)


def _heads(
    headers: Part, map_data: MapData, kinds: dict[str, Kind], rects: dict[str, Rect]
) -> tuple[tuple[Rect, str], ...]:
    """The stages and steps in the headers, entered among the kinds and rectangles too."""
    found: list[tuple[Rect, str]] = []
    for one in headers.blocks:
        record = one.block.record
        if record in map_data.of(Stage) or record in map_data.of(Step):
            kinds[record] = Kind.STAGE if record in map_data.of(Stage) else Kind.STEP
            rects[record] = Rect(one.x, one.y, one.block.w, one.block.h)
            found.append((rects[record], record))
    return tuple(found)


def _line(one: Placed) -> tuple[Point, ...]:
    """The corners of a link's line: where its path's segments end."""
    shaft = one.block.marks[0]
    if not isinstance(shaft, Path):
        return ()
    ends = (segment[-2:] for segment in shaft.segments if len(segment) > 2)
    return tuple((one.x + float(x), one.y + float(y)) for x, y in ends)


def _start(row: tuple[float, float, object]) -> float:
    return row[0]


_GUTTER = 2.4
"""Half of what lies between two columns: columns meet in its middle."""
_REACH = 1.6
"""How near a pointer must be to a link's line, mm."""
_SORTS: dict[Kind, type[Record]] = {
    Kind.CARD: Card,
    Kind.FEELING: Feeling,
    Kind.OWNER: Owner,
    Kind.MEASURE: Measure,
    Kind.LINK: Link,
}
