"""What stands where on a drawing: which lane, step, card or thing is under a place, and where each one is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from time import perf_counter
from types import MappingProxyType
from typing import TypeVar

from canvas.legs import Lines
from canvas.rect import Rect
from canvas.standing import Cell, Kind, Standing
from journey.drawing import Drawing, Part, PartName, Placed, Point
from journey.model import Lane, MapData, Step

T = TypeVar("T")

__all__ = ["GUTTER", "Cell", "Hit", "Kind", "PlaceReader", "Places", "Rect", "places_of"]

GUTTER = 2.4
"""Half of what lies between two columns: columns meet in its middle."""
_REACH = 1.6
"""How near a pointer must be to a link's line, mm."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under a place: its kind and id, its rectangle, and the cell there if it is one."""

    kind: Kind
    record: str
    rect: Rect
    cell: Cell | None = None


class Places:
    """A drawing read as places; ``rows`` and ``columns`` are sorted by where they begin."""

    def __init__(
        self,
        rows: Sequence[tuple[float, float, Lane]],
        columns: Sequence[tuple[float, float, Step]],
        body: Rect,
        heads: Standing,
        groups: Sequence[Standing],
        corner: Mapping[str, Rect] = MappingProxyType({}),
    ) -> None:
        self.rows, self.columns, self.body = tuple(rows), tuple(columns), body
        self._heads, self._groups, self._corner = heads, tuple(groups), corner
        self._unread = list(self._groups)
        self._lanes = {lane.id: Rect(0.0, a, body.x, b - a) for a, b, lane in rows}
        named = {lane: (rect, Kind.LANE) for lane, rect in self._lanes.items()}
        named |= {lane: (rect, Kind.CORNER) for lane, rect in corner.items()}
        self._finder = _Finder(named, (heads, *groups))
        self.rects: Mapping[str, Rect] = _Known(self._finder, itemgetter(0))
        self.kinds: Mapping[str, Kind] = _Known(self._finder, itemgetter(1))

    def read_on(self, seconds: float) -> bool:
        """Read what stands in some more of the groups, for so long or one; tells whether all are read."""
        until = perf_counter() + seconds
        while self._unread:
            self._unread.pop().read()
            if perf_counter() > until:
                break
        return self.is_read

    @property
    def is_read(self) -> bool:
        """Whether nothing is left to be read when somebody asks."""
        return not self._unread

    @property
    def headers(self) -> list[tuple[Rect, str]]:
        """The stages and steps."""
        return [(rect, record) for rect, record, _kind in self._heads.things]

    def find(self, record: str) -> tuple[Rect, Kind] | None:
        """Where a record is and what sort it is; None if it is not drawn, or a link."""
        return self._finder.everything.get(record)

    def line_of(self, link: str) -> tuple[Point, ...]:
        """The corners of a link's line; empty if it is not drawn."""
        return next((line for group in self._groups if (line := group.line_of(link))), ())

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
        row = self._lanes.get(cell.lane)
        column = next(((a, b) for a, b, step in self.columns if step.id == cell.step), None)
        if row is None or column is None:
            return None
        return Rect(column[0], row.y, column[1] - column[0], row.h)

    def hit(self, x: float, y: float) -> Hit:
        """What is under a place: the topmost thing, else the cell, else nothing."""
        for rect, record, kind in reversed(self._heads.things):
            if rect.holds(x, y):
                return Hit(kind, record, rect)
        for record, rect in self._corner.items():
            if rect.holds(x, y):
                return Hit(Kind.CORNER, record, rect)
        row = self.row_at(y)
        if row is None:
            return Hit(Kind.NOTHING, "", Rect(x, y, 0, 0))
        if x < self.body.x:
            lane = self.rows[row][2].id
            return Hit(Kind.LANE, lane, self._lanes[lane])
        return self._in_body(x, y, self._cell(x, row))

    def _in_body(self, x: float, y: float, cell: Cell | None) -> Hit:
        for group in reversed(self._groups):
            if group.top <= y < group.bottom:
                for rect, record, kind in reversed(group.things):
                    if rect.holds(x, y):
                        return Hit(kind, record, rect, cell)
        near = Rect(x, y, 0, 0).grown(_REACH)
        for group in reversed(self._groups):
            if (link := group.link_near(near)) is not None:
                return Hit(Kind.LINK, link, Rect(x, y, 0, 0), cell)
        found = self.cell_rect(cell) if cell is not None else None
        return Hit(Kind.CELL if found else Kind.NOTHING, "", found or Rect(x, y, 0, 0), cell)

    def _cell(self, x: float, row: int) -> Cell | None:
        column = self.column_at(x)
        return None if column is None else Cell(self.rows[row][2].id, self.columns[column][2].id)

    def cards_in(self, area: Rect) -> list[str]:
        """The cards that a rectangle touches, from the top left."""
        found = [
            (rect.y, rect.x, record)
            for group in self._groups
            if group.top < area.y + area.h and group.bottom > area.y
            for rect, record, kind in group.things
            if kind is Kind.CARD and rect.meets(area)
        ]
        return [record for _y, _x, record in sorted(found)]


class PlaceReader:
    """Reads drawings as places; groups of blocks that a drawing shares with the last are not read again.

    ``lines`` are where those who paint the drawings have sorted the links' lines.
    """

    def __init__(self, lines: Lines | None = None) -> None:
        self._known: dict[int, tuple[object, Standing]] = {}
        self._lines = lines or Lines()

    def read(self, drawing: Drawing, map_data: MapData) -> Places:
        """The places of a drawing of this map."""
        body, rail, headers = (_part(drawing, n) for n in (PartName.BODY, PartName.RAIL, PartName.HEADERS))
        lanes, steps = map_data.of(Lane), map_data.of(Step)
        rows = [
            (one.y, one.y + one.block.h, lanes[one.block.record])
            for one in rail.blocks
            if one.block.record in lanes
        ]
        columns = [
            (one.x - GUTTER, one.x + one.block.w + GUTTER, steps[one.block.record])
            for one in headers.blocks
            if one.block.record in steps
        ]
        fresh = {id(group): self._standing(group, map_data) for group in body.groups}
        self._known = fresh
        groups = [standing for _group, standing in fresh.values()]
        area = Rect(body.x, body.y, body.w, body.h)
        corner = {
            one.block.record: Rect(one.x, one.y, one.block.w, one.block.h)
            for one in _part(drawing, PartName.CORNER).blocks
            if one.block.record in lanes
        }
        return Places(rows, columns, area, Standing(tuple(headers.blocks), map_data), groups, corner)

    def _standing(self, group: tuple[Placed, ...], map_data: MapData) -> tuple[object, Standing]:
        # The group is kept beside what was read from it, so that its id stays its own.
        return self._known.get(id(group)) or (group, Standing(group, map_data, self._lines))


def places_of(drawing: Drawing, map_data: MapData) -> Places:
    """Read a drawing's blocks as places. Raises ValueError for one without rail and headers."""
    return PlaceReader().read(drawing, map_data)


class _Finder:
    """Where each record is, put together when first asked: the lanes by their names, all else by groups."""

    def __init__(self, names: Mapping[str, tuple[Rect, Kind]], groups: Sequence[Standing]) -> None:
        self._names, self._groups = names, groups

    @cached_property
    def everything(self) -> Mapping[str, tuple[Rect, Kind]]:
        found: dict[str, tuple[Rect, Kind]] = {}
        for group in reversed(self._groups):
            found.update(group.by_record)
        found.update(self._names)
        return found


class _Known(Mapping[str, T]):
    """One side of what is known of each record: its rectangle or its kind."""

    def __init__(self, finder: _Finder, pick: Callable[[tuple[Rect, Kind]], T]) -> None:
        self._finder, self._pick = finder, pick

    def __getitem__(self, record: str) -> T:
        return self._pick(self._finder.everything[record])

    def __iter__(self) -> Iterator[str]:
        return iter(self._finder.everything)

    def __len__(self) -> int:
        return len(self._finder.everything)


def _part(drawing: Drawing, name: PartName) -> Part:
    found = drawing.part(name)
    if found is None:
        raise ValueError("a drawing without rail and headers has no places")
    return found


def _start(row: tuple[float, float, object]) -> float:
    return row[0]
