"""How a drawing is spread over sheets that hang side by side and under one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import product

from export.paper.culling import Window
from export.paper.known import Known
from export.paper.misfits import no_room
from export.paper.pages import Orientation, Page, Plan, checked_scale, readable
from export.paper.papers import SHORTEST, Paper
from export.paper.seams import Extent, least_overlap, seams
from export.paper.tile_grid import BOTTOM, FOOT, RING, STRIP, Tiles, Tiling, sheet_name
from journey.drawing import Drawing, PartName
from journey.layout.sizes import MARGIN

_EDGE = 2.0  # what is left of the white around a drawing, map mm
READ_FROM = 1.5
"""Metres at which sheets can be read where nothing is said of it: as one stands before a wall."""


def tile(
    drawing: Drawing,
    paper: Paper,
    tiling: Tiling,
    orientation: Orientation = "auto",
    margin: float = 10.0,
    scale: float | None = None,
    read_from: float | None = None,
    known: Known | None = None,
) -> Plan:
    """Spread a drawing over sheets of a paper; with neither size nor distance it is read from ``READ_FROM``.

    All that is printed keeps ``margin`` mm from the sheet's edge, and ``BOTTOM`` more at the bottom. Sheets
    that would be blank are left out. ``known`` is what was found out of the drawing before, if it was.
    Raises Fault for bad sizes and where a sheet has no room.
    """
    known = known or Known(drawing)
    wanted = read_from or (None if scale else READ_FROM)
    used = checked_scale(known.smallest, margin, tiling.overlap, scale, wanted)
    width, height = paper.width, paper.height or paper.width
    sizes = {
        "auto": [(width, height), (height, width)],
        "portrait": [(min(width, height), max(width, height))],
        "landscape": [(max(width, height), min(width, height))],
    }[orientation]
    grids = [(_parted(drawing, size, tiling, margin, used, known), size) for size in dict.fromkeys(sizes)]
    ways = [(known.cut(grid.across, grid.down), grid, size) for grid, size in grids]
    cut, grid, size = min(ways, key=lambda way: (len(way[0]), way[1].rows * way[1].columns))
    grid = replace(grid, blank=_blank(known, grid))
    made = readable(known.smallest, _pages(grid, size, tiling, margin), used, tiles=grid)
    return replace(made, cut=cut, torn=known.torn(grid.across, grid.down))


def room(size: tuple[float, float], tiling: Tiling, margin: float) -> tuple[float, float]:
    """How much of a sheet shows the map: the rest is margin, marks and names."""
    w, h = size
    strip = STRIP if tiling.repeat_lanes else 0.0
    return w - 2 * margin - 2 * RING - strip, h - 2 * margin - BOTTOM - RING - FOOT


def _parted(
    drawing: Drawing,
    size: tuple[float, float],
    tiling: Tiling,
    margin: float,
    scale: float,
    known: Known,
) -> Tiles:
    wide, tall = (edge / scale for edge in room(size, tiling, margin))
    if min(wide, tall) * scale < 2 * SHORTEST:
        raise no_room(*size, margin)
    overlap = least_overlap(min(wide, tall), tiling.overlap / scale)
    left, top, right, bottom = area = _inked(drawing)
    across = seams((left, right), wide, overlap, known.along, moves=tiling.moves)
    down = seams((top, bottom), tall, overlap, known.down, moves=tiling.moves)
    return Tiles(area, across, down, overlap)


def _inked(drawing: Drawing) -> Window:
    """What of a drawing there is to be shown: sheets have margins of their own."""
    edge = MARGIN - _EDGE if drawing.part(PartName.TITLE) else 0.0
    return edge, edge, drawing.w - edge, drawing.h - edge


def _blank(known: Known, grid: Tiles) -> frozenset[tuple[int, int]]:
    """The sheets on which there would be no more than bare ground."""
    columns, rows = (_Row(stretches) for stretches in grid.windows())
    inked: set[tuple[int, int]] = set()
    for placed, (around, *areas) in known.inked:
        x, y = placed.x, placed.y
        across = columns.touched(x + around[0], x + around[2])
        down = rows.touched(y + around[1], y + around[3])
        if len(across) == len(down) == 1:
            inked.add((down[0], across[0]))
        elif not inked.issuperset(product(down, across)):
            for left, top, right, bottom in areas:
                inked.update(product(rows.touched(y + top, y + bottom), columns.touched(x + left, x + right)))
    return frozenset(product(range(grid.rows), range(grid.columns))) - inked


class _Row:
    """Stretches one after another, which may overlap."""

    def __init__(self, stretches: list[Extent]) -> None:
        self._starts = [start for start, _end in stretches]
        self._ends = [end for _start, end in stretches]

    def touched(self, start: float, end: float) -> range:
        """The places of those that share something with another."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))


def _pages(grid: Tiles, size: tuple[float, float], tiling: Tiling, margin: float) -> tuple[Page, ...]:
    columns, rows = grid.windows()
    left = margin + RING + (STRIP if tiling.repeat_lanes else 0.0)
    pages = []
    for row, column in grid.printed():
        (x, right), (y, bottom) = columns[column], rows[row]
        page = Page(*size, x, y, right - x, bottom - y, left, margin + RING)
        pages.append(replace(page, name=sheet_name(row, column)))
    return tuple(pages)
