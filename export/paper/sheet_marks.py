"""What stands around the map on each of several sheets: names, neighbours, where to cut, lanes, a ruler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from export.paper.culling import bounds
from export.paper.lettering import LARGE, SMALL, arrow, on_paper, rule, ruler, width, words
from export.paper.pages import Page, Plan
from export.paper.tile_grid import STRIP, Tiles, Tiling, sheet_name
from journey.drawing import Drawing, Mark, PartName, Placed, Text, moved, scaled
from resources.words import _, speaking

_GAP = 0.9
_TICK = 3.4
_DASH = (2.0, 1.6)
_SIDES = ((-1, 0), (1, 0), (0, -1), (0, 1))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in the grid, and the edges of its map and its seams on the paper, mm."""

    page: Page
    row: int
    column: int
    scale: float
    tiles: Tiles

    @property
    def right(self) -> float:
        return self.page.left + self.page.across * self.scale

    @property
    def bottom(self) -> float:
        return self.page.top + self.page.down * self.scale

    def neighbour(self, dx: int, dy: int) -> str:
        """The name of the sheet beside this one; empty where there is none."""
        row, column = self.row + dy, self.column + dx
        there = 0 <= row < self.tiles.rows and 0 <= column < self.tiles.columns
        return sheet_name(row, column) if there and (row, column) not in self.tiles.blank else ""

    def seams(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is left when it is cut at its seams."""
        half = self.tiles.overlap * self.scale / 2
        page, tiles = self.page, self.tiles
        return (
            page.left + (half if self.column else 0.0),
            page.top + (half if self.row else 0.0),
            self.right - (half if self.column + 1 < tiles.columns else 0.0),
            self.bottom - (half if self.row + 1 < tiles.rows else 0.0),
        )


def marked(drawing: Drawing, plan: Plan, tiling: Tiling) -> tuple[Page, ...]:
    """The sheets of a plan with everything that stands on them around the map, in the map's language."""
    if plan.tiles is None:
        return plan.pages
    with speaking(drawing.language):
        cells = zip(plan.pages, plan.tiles.printed(), strict=True)
        sheets = [_Sheet(page, row, column, plan.scale, plan.tiles) for page, (row, column) in cells]
        return tuple(
            _furnished(drawing, sheet, tiling, place, len(sheets)) for place, sheet in enumerate(sheets)
        )


def _furnished(drawing: Drawing, sheet: _Sheet, tiling: Tiling, place: int, count: int) -> Page:
    page = sheet.page
    marks = [
        *_names(sheet),
        *_own_name(drawing, sheet),
        *_foot(sheet, place, count),
        *(_cuts(sheet) if tiling.marks != "none" else ()),
        *(_lines(sheet) if tiling.marks == "line" else ()),
        *(_lanes(drawing, sheet) if tiling.repeat_lanes else ()),
    ]
    return replace(page, over=on_paper(marks, page.w, page.h))


def _own_name(drawing: Drawing, sheet: _Sheet) -> Iterator[Mark]:
    """The sheet's name at the top left, and of which map it is."""
    x, y = sheet.seams()[0] + 1.4, sheet.page.top - 1.3
    yield words(sheet.page.name, x, y, LARGE, 700, "ink")
    after = x + width(sheet.page.name, LARGE, 700) + 2.0
    room = (sheet.right - sheet.page.left) / 2 - 12.0
    if after + width(drawing.title) < sheet.page.left + room:
        yield words(drawing.title, after, y)


def _names(sheet: _Sheet) -> Iterator[Mark]:
    """Each neighbour's name in the middle of the edge it lies at, with an arrow towards it."""
    page = sheet.page
    middle_x, middle_y = (page.left + sheet.right) / 2, (page.top + sheet.bottom) / 2
    for dx, dy in _SIDES:
        if not (name := sheet.neighbour(dx, dy)):
            continue
        if dx:
            x = page.left - 2.4 if dx < 0 else sheet.right + 2.4
            yield arrow(x, middle_y - 2.6, (dx, dy))
            yield words(name, x, middle_y + 1.0, SMALL, 600, share=0.5)
        else:
            y = page.top - 2.4 if dy < 0 else sheet.bottom + 2.4
            yield arrow(middle_x - 1.8, y, (dx, dy))
            yield words(name, middle_x, y + SMALL * 0.36, SMALL, 600)


def _foot(sheet: _Sheet, place: int, count: int) -> Iterator[Mark]:
    """The ruler on the first sheet, then which sheet of how many it is and how it is to be printed."""
    x, y = sheet.page.left, sheet.bottom + 7.6
    if place == 0:
        yield from ruler(x, y)
        x += 100.0 + width(_("100 mm")) + 5.0
    said = _("Sheet {place} of {count} · print at 100 %, never fitted to the page")
    line = said.format(place=place + 1, count=count)
    if place == 0 and x + width(line) > sheet.page.w - 12.0:
        line = _("print at 100 %")
    yield words(line, x, y)


def _cuts(sheet: _Sheet) -> Iterator[Mark]:
    """A tick beside the map at both ends of each line to cut along."""
    page = sheet.page
    left, top, right, bottom = sheet.seams()
    for x in (left, right):
        yield rule(x, page.top - _GAP - _TICK, x, page.top - _GAP)
        yield rule(x, sheet.bottom + _GAP, x, sheet.bottom + _GAP + _TICK)
    for y in (top, bottom):
        yield rule(page.left - _GAP - _TICK, y, page.left - _GAP, y)
        yield rule(sheet.right + _GAP, y, sheet.right + _GAP + _TICK, y)


def _lines(sheet: _Sheet) -> Iterator[Mark]:
    """A line over the map along each seam."""
    page = sheet.page
    left, top, right, bottom = sheet.seams()
    upright = [x for x, side in ((left, -1), (right, 1)) if sheet.neighbour(side, 0)]
    flat = [y for y, side in ((top, -1), (bottom, 1)) if sheet.neighbour(0, side)]
    yield from (rule(x, page.top, x, sheet.bottom, _DASH) for x in upright)
    yield from (rule(page.left, y, sheet.right, y, _DASH) for y in flat)


def _lanes(drawing: Drawing, sheet: _Sheet) -> Iterator[Mark]:
    """The names of the lanes in view, small, left of the map; not where the rail itself is in view."""
    rail, page = drawing.part(PartName.RAIL), sheet.page
    if rail is None or page.x < rail.x + rail.w / 2 or page.x >= _end_of_body(drawing):
        return
    _left, upper, _right, lower = sheet.seams()
    for placed in _named(drawing):
        lane = scaled(placed.block, STRIP / rail.w)
        first = min(bounds(mark)[1] for mark in lane.marks if isinstance(mark, Text))
        last = max(bounds(mark)[3] for mark in lane.marks)
        # A lane of which there is only what the next sheet shows as well is named there.
        top = max(page.top + (placed.y - page.y) * sheet.scale, upper) + 1.2
        bottom = min(page.top + (placed.y + placed.block.h - page.y) * sheet.scale, lower)
        if top + last - first <= bottom:
            x = page.left - STRIP - 1.0
            yield from (moved(mark, x, top - first) for mark in lane.marks)


def _named(drawing: Drawing) -> Iterator[Placed]:
    """The names of the lanes; that of the steps stands beside the headers."""
    parts = (drawing.part(name) for name in (PartName.CORNER, PartName.RAIL))
    blocks = (placed for part in parts if part is not None for placed in part.blocks)
    return (one for one in blocks if one.block.record and any(isinstance(m, Text) for m in one.block.marks))


def _end_of_body(drawing: Drawing) -> float:
    body = drawing.part(PartName.BODY)
    return body.x + body.w if body else 0.0
