"""Sheets side by side and under one another: their names, their seams, and which of them stay blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from export.paper.seams import MOVES, Extent, windows

Marks = Literal["corner", "line", "none"]

RING = 5.0
"""Around the map on a sheet, for marks and the names of neighbours, mm."""
FOOT = 9.0
"""Below the map on a sheet, for these and a line about the sheet, mm."""
BOTTOM = 5.0
"""How much wider the margin is at the bottom, which many printers cannot reach."""
STRIP = 26.0
"""At the left of a sheet, for the names of lanes where they are repeated, mm."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """How sheets are wanted: ``overlap`` in mm of paper, ``moves`` as `seams` has it.

    ``repeat_lanes`` puts the names of lanes on each sheet, ``page_map`` a page before them that shows how
    they hang.
    """

    overlap: float = 10.0
    marks: Marks = "corner"
    repeat_lanes: bool = False
    page_map: bool = True
    moves: float = MOVES


@dataclass(frozen=True, slots=True)
class Tiles:
    """A drawing parted into rows and columns of sheets; lengths and places are map mm.

    ``area`` is what they show, its left, top, right and bottom; ``across`` are the seams between columns,
    ``down`` those between rows, ``blank`` the sheets (row, column) with nothing on them.
    """

    area: tuple[float, float, float, float]
    across: tuple[float, ...]
    down: tuple[float, ...]
    overlap: float
    blank: frozenset[tuple[int, int]] = frozenset()

    def on_wall(self, scale: float, margin: float) -> tuple[float, float]:
        """How wide and high the sheets hang together, mm; the outermost keep their white edges."""
        left, top, right, bottom = self.area
        edges = 2 * (margin + RING)
        return (right - left) * scale + edges, (bottom - top) * scale + edges

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.down) + 1

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.across) + 1

    def windows(self) -> tuple[list[Extent], list[Extent]]:
        """From where to where each column shows the drawing, and each row."""
        left, top, right, bottom = self.area
        return (
            windows((left, right), self.across, self.overlap),
            windows((top, bottom), self.down, self.overlap),
        )

    def printed(self) -> list[tuple[int, int]]:
        """The row and column of each sheet that is printed, row by row."""
        cells = [(row, column) for row in range(self.rows) for column in range(self.columns)]
        return [cell for cell in cells if cell not in self.blank]


def sheet_name(row: int, column: int) -> str:
    """What a sheet is called: a letter for its row and a number for its column; after Z comes AA."""
    letters = ""
    left = row + 1
    while left:
        left, place = divmod(left - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{column + 1}"
