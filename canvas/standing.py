"""What stands in one group of a drawing's blocks: read once, kept as long as the group is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from canvas.legs import Lines, corners, is_line, runs_through
from canvas.rect import Rect
from journey.drawing import Placed, Point
from journey.model import Card, Feeling, Link, MapData, Measure, Owner, Record, Stage, Step


class Kind(StrEnum):
    """What sort of thing can be under the pointer."""

    CARD = "card"
    STEP = "step"
    STAGE = "stage"
    LANE = "lane"
    CORNER = "corner"
    """The name of the steps' lane, which stands in the corner."""
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


_SORTS: dict[Kind, type[Record]] = {
    Kind.CARD: Card,
    Kind.FEELING: Feeling,
    Kind.OWNER: Owner,
    Kind.MEASURE: Measure,
    Kind.LINK: Link,
    Kind.STEP: Step,
    Kind.STAGE: Stage,
}


class Standing:
    """The things of a group, from back to front, where they are and what sort they are.

    ``lines`` is what the lines of the drawing before were sorted into, if this one follows another.
    """

    def __init__(self, group: Sequence[Placed], map_data: MapData, lines: Lines | None = None) -> None:
        self._group = group
        self._sorted_lines = lines or Lines()
        self._map: MapData | None = map_data

    def read(self) -> int:
        """Read the group before somebody points at it or asks for a record; tells how many stand in it."""
        return len(self.by_record)

    @cached_property
    def things(self) -> list[tuple[Rect, str, Kind]]:
        """Everything that stands for a record, but the lines of links."""
        return [
            (Rect(one.x, one.y, one.block.w, one.block.h), one.block.record, kind)
            for one, kind in (() if self._lines else self._kinds)
        ]

    @cached_property
    def by_record(self) -> dict[str, tuple[Rect, Kind]]:
        """The same by record; of several for one record, the first."""
        found: dict[str, tuple[Rect, Kind]] = {}
        for rect, record, kind in self.things:
            if kind is not Kind.LINK:
                found.setdefault(record, (rect, kind))
        return found

    def line_of(self, link: str) -> tuple[Point, ...]:
        """The corners of a link's line; empty if it is not among the group."""
        return next((corners(one) for one in self._lines if one.block.record == link), ())

    @cached_property
    def top(self) -> float:
        """Where the topmost thing begins."""
        return min((rect.y for rect, _record, _kind in self.things), default=0.0)

    @cached_property
    def bottom(self) -> float:
        """Where the lowest thing ends."""
        return max((rect.y + rect.h for rect, _record, _kind in self.things), default=0.0)

    def link_near(self, area: Rect) -> str | None:
        """The topmost link whose line runs through a rectangle."""
        if not self._lines:
            return None
        self._sorted_lines.follow(self._lines)
        found = (one for one in reversed(self._sorted_lines.near(area)) if runs_through(one, area))
        return next((one.block.record for one in found), None)

    @cached_property
    def _lines(self) -> Sequence[Placed]:
        """The group, if it is one of links' lines: only the first is looked at."""
        return self._group if self._group and is_line(self._group[0]) else ()

    @cached_property
    def _kinds(self) -> list[tuple[Placed, Kind]]:
        assert self._map is not None  # needed once
        tables = [(kind, self._map.of(sort)) for kind, sort in _SORTS.items()]
        self._map = None  # so that an old map is not kept alive
        found = []
        for one in self._group:
            record = one.block.record
            kind = next((kind for kind, table in tables if record in table), None) if record else None
            if kind is not None:
                found.append((one, kind))
        return found
