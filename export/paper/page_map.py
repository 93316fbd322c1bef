"""The page before the sheets: the map in small with the sheets over it, and how they are put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from export.paper.lettering import on_paper, patch, rule, ruler, width, words
from export.paper.miniature import miniature
from export.paper.pages import Lead, Page, Plan
from export.paper.seams import windows
from export.paper.tile_grid import BOTTOM, Tiles, sheet_name
from journey.drawing import Box, Drawing, Layer, Mark, Placed, Text
from journey.layout.numbers import number
from journey.text import break_lines
from resources.words import _, _n, speaking, spoken

_TITLE, _TEXT = 9.0, 3.6
_TOP = 24.0
_FOOT = 34.0
_LEADING = 1.45


def page_map(drawing: Drawing, plan: Plan, margin: float) -> Page:
    """The page that shows how the sheets of a plan hang; each leads to its sheet. In the map's language.

    ``margin`` is what the sheets have too.
    """
    first, tiles = plan.pages[0], plan.tiles
    assert tiles is not None, "only sheets have a page map"
    page = Page(first.w, first.h, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    with speaking(drawing.language):
        area = (margin, margin + _TOP, page.w - 2 * margin, page.h - 2 * margin - BOTTOM - _TOP - _FOOT)
        scale = min(area[2] / drawing.w, area[3] / drawing.h)
        small = Placed(area[0], area[1], miniature(drawing, scale))
        over = [*_heading(drawing, plan, margin, area[2]), *_how(page, margin)]
        grid = _Grid(tiles, (area[0], area[1]), scale)
        over += grid.marks()
    return replace(page, over=(small, *on_paper(over, page.w, page.h)), leads=tuple(grid.leads()))


class _Grid:
    """The sheets over the small map, from its corner on the paper."""

    def __init__(self, tiles: Tiles, corner: tuple[float, float], scale: float) -> None:
        self._tiles, self._corner, self._scale = tiles, corner, scale
        left, top, right, bottom = tiles.area
        self._across = windows((left, right), tiles.across, 0.0)
        self._down = windows((top, bottom), tiles.down, 0.0)

    def marks(self) -> Iterator[Mark]:
        """A veil over what is not printed, the seams, and each sheet's name on a white ground."""
        for row, column in sorted(self._tiles.blank):
            yield patch(*self._area(row, column), "hairline")
        for row, column in self._tiles.printed():
            x, y, w, h = self._area(row, column)
            yield Box(x, y, w, h, None, "focus", 0.35, layer=Layer.GRID)
            yield from _label(sheet_name(row, column), x, y, w, h)

    def leads(self) -> Iterator[Lead]:
        """A place to click for each sheet."""
        for row, column in self._tiles.printed():
            yield Lead(*self._area(row, column), to=sheet_name(row, column))

    def _area(self, row: int, column: int) -> tuple[float, float, float, float]:
        (left, right), (top, bottom) = self._across[column], self._down[row]
        x, y = self._corner
        k = self._scale
        return x + left * k, y + top * k, (right - left) * k, (bottom - top) * k


def _label(name: str, x: float, y: float, w: float, h: float) -> list[Mark]:
    """A sheet's name on a white ground in its middle, as large as the sheet allows."""
    size = min(7.0, h * 0.5, w * 0.6 / max(width(name, 1.0, 700), 0.1))
    half, tall = width(name, size, 700) / 2 + size * 0.4, size * 1.5
    ground = Box(
        x + w / 2 - half, y + (h - tall) / 2, 2 * half, tall, "surface", radius=size / 3, layer=Layer.GRID
    )
    return [ground, words(name, x + w / 2, y + h / 2 + size * 0.36, size, 700, "ink", share=0.5)]


def _heading(drawing: Drawing, plan: Plan, margin: float, room: float) -> Iterator[Mark]:
    """The map's title, and how many sheets of which size make it how large."""
    [line, *_others] = break_lines(drawing.title or " ", room / _TITLE, 700, drawing.language)
    yield Text(margin, margin + 7.6, _TITLE, line, "ink", Layer.GRID)
    yield words(_facts(drawing, plan), margin, margin + 15.6, _TEXT)


def _facts(drawing: Drawing, plan: Plan) -> str:
    sheets, page = len(plan.sheets), plan.pages[0]
    metre = 1000.0 / plan.scale
    count = _n("{n} sheet", "{n} sheets", sheets).format(n=sheets)
    each = _("{w} × {h} mm").format(w=f"{page.w:.0f}", h=f"{page.h:.0f}")
    whole = _("{w} × {h} m on the wall").format(w=_short(drawing.w / metre), h=_short(drawing.h / metre))
    distance = _("readable from {metres} m").format(metres=number(plan.readable_from_m, spoken(), 1))
    return " · ".join((count, each, whole, distance))


def _short(metres: float) -> str:
    return number(metres, spoken(), 2)


def _how(page: Page, margin: float) -> Iterator[Mark]:
    """How the sheets are printed, measured and put together, above the bottom margin."""
    steps = (
        _("1  Print at 100 %, never fitted to the page; measure the line on the left: 100 mm."),
        _("2  Cut each sheet along the marks at its left and its upper edge."),
        _("3  Lay it over its neighbour, up to the marks there, row by row from {first}."),
    )
    top = page.h - margin - BOTTOM - _FOOT + 16.0
    yield rule(margin, top - 8.0, page.w - margin, top - 8.0)
    beside = page.w - 2 * margin > 2.6 * 100.0
    x, y = (margin + 128.0, top) if beside else (margin, top + 5.0)
    yield from ruler(margin, top)
    for place, step in enumerate(steps):
        yield words(step.format(first=sheet_name(0, 0)), x, y + place * _TEXT * _LEADING, _TEXT, colour="ink")
