"""How a drawing is spread over sheets that hang side by side and under one another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from export.paper.culling import Shelves, Window
from export.paper.misfits import no_room
from export.paper.pages import Orientation, Page, Plan, checked_scale, readable
from export.paper.papers import SHORTEST, Paper
from export.paper.seams import Things, least_overlap, seams
from export.paper.things import cards_of, things_along
from export.paper.tile_grid import BOTTOM, FOOT, RING, STRIP, Tiles, Tiling, sheet_name
from journey.drawing import Box, Drawing, Layer, Line, Mark, PartName
from journey.layout.sizes import MARGIN

_EDGE = 2.0  # what is left of the white around a drawing, map mm
READ_FROM = 1.5
"""Metres at which sheets can be read where nothing is said of it: as one stands before a wall."""


@dataclass(frozen=True, slots=True)
class Known:
    """What it takes time to find out of a drawing: what seams had better not cross, and what is where."""

    along: Things
    down: Things
    shelves: Shelves


def known_of(drawing: Drawing) -> Known:
    """What there is to know of a drawing that is to be spread over sheets."""
    return Known(things_along(drawing), things_along(drawing, down=True), Shelves(drawing))


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
    used = checked_scale(drawing, margin, tiling.overlap, scale, read_from or (None if scale else READ_FROM))
    width, height = paper.width, paper.height or paper.width
    sizes = {
        "auto": [(width, height), (height, width)],
        "portrait": [(min(width, height), max(width, height))],
        "landscape": [(max(width, height), min(width, height))],
    }[orientation]
    known = known or known_of(drawing)
    things = (known.along, known.down)
    grids = [(_parted(drawing, size, tiling, margin, used, things), size) for size in dict.fromkeys(sizes)]
    grid, size = min(grids, key=lambda one: (len(one[0].cut), one[0].rows * one[0].columns))
    grid = replace(grid, blank=_blank(known.shelves, grid))
    return readable(drawing, _pages(grid, size, tiling, margin), used, tiles=grid)


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
    things: tuple[Things, Things],
) -> Tiles:
    wide, tall = (edge / scale for edge in room(size, tiling, margin))
    if min(wide, tall) * scale < 2 * SHORTEST:
        raise no_room(*size, margin)
    overlap = least_overlap(min(wide, tall), tiling.overlap / scale)
    left, top, right, bottom = area = _inked(drawing)
    across = seams((left, right), wide, overlap, things[0], moves=tiling.moves)
    down = seams((top, bottom), tall, overlap, things[1], moves=tiling.moves)
    return Tiles(area, across, down, overlap, cut=_cut(drawing, across, down))


def _inked(drawing: Drawing) -> Window:
    """What of a drawing there is to be shown: sheets have margins of their own."""
    edge = MARGIN - _EDGE if drawing.part(PartName.TITLE) else 0.0
    return edge, edge, drawing.w - edge, drawing.h - edge


def _cut(drawing: Drawing, across: tuple[float, ...], down: tuple[float, ...]) -> tuple[str, ...]:
    """The records of the cards that a seam runs through."""
    return tuple(
        dict.fromkeys(
            one.block.record
            for one in cards_of(drawing)
            if any(one.x < seam < one.x + one.block.w for seam in across)
            or any(one.y < seam < one.y + one.block.h for seam in down)
        )
    )


def _blank(shelves: Shelves, grid: Tiles) -> frozenset[tuple[int, int]]:
    """The sheets on which there would be no more than bare ground."""
    columns, rows = grid.windows()
    return frozenset(
        (row, column)
        for row, (top, bottom) in enumerate(rows)
        for column, (left, right) in enumerate(columns)
        if _is_blank(shelves, (left, top, right, bottom))
    )


def _is_blank(shelves: Shelves, window: Window) -> bool:
    return all(is_ground(mark) for _part, placed in shelves.each(window) for mark in placed.block.marks)


def is_ground(mark: Mark) -> bool:
    """Whether a mark is but the ground that things stand on."""
    return mark.layer is Layer.GRID and (
        isinstance(mark, Box) or (isinstance(mark, Line) and mark.stroke == "hairline")
    )


def _pages(grid: Tiles, size: tuple[float, float], tiling: Tiling, margin: float) -> tuple[Page, ...]:
    columns, rows = grid.windows()
    left = margin + RING + (STRIP if tiling.repeat_lanes else 0.0)
    pages = []
    for row, column in grid.printed():
        (x, right), (y, bottom) = columns[column], rows[row]
        page = Page(*size, x, y, right - x, bottom - y, left, margin + RING)
        pages.append(replace(page, name=sheet_name(row, column)))
    return tuple(pages)
