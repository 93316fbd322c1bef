"""The page before the sheets: the map in small with the sheets over it, and how they are put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from export.paper.lettering import on_paper, patch, ruler, width, words
from export.paper.miniature import miniature
from export.paper.pages import Lead, Page, Plan
from export.paper.papers import PAPERS
from export.paper.seams import windows
from export.paper.tile_grid import BOTTOM, Tiles, sheet_name
from journey.drawing import Box, Drawing, Layer, Mark, Placed, Text
from journey.layout.numbers import number
from journey.text import break_lines
from resources.words import _, _n, speaking, spoken

_TITLE, _TEXT = 9.0, 3.6
_TOP = 24.0
_FOOT = 42.0
_SIDE, _APART = 118.0, 12.0
_LEADING = 1.45


def page_map(drawing: Drawing, plan: Plan, margin: float) -> Page:
    """The page that shows how the sheets of a plan hang; each leads to its sheet. In the map's language.

    It is a sheet like them, but no larger than A3; ``margin`` is what they have too.
    """
    first, tiles = plan.pages[0], plan.tiles
    assert tiles is not None, "only sheets have a page map"
    page = Page(*_small(first.w, first.h), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    with speaking(drawing.language):
        form = _form(page, drawing, margin)
        small = Placed(form.x, form.y, miniature(drawing, form.scale))
        grid = _Grid(tiles, (form.x, form.y), form.scale)
        over = [*_heading(drawing, plan, margin, page.w - 2 * margin), *_how(form), *grid.marks()]
    return replace(page, over=(small, *on_paper(over, page.w, page.h)), leads=tuple(grid.leads()))


@dataclass(frozen=True, slots=True)
class _Form:
    """Where the small map stands, how large, and where it is told how sheets are put together."""

    x: float
    y: float
    scale: float
    how: tuple[float, float, float]


def _form(page: Page, drawing: Drawing, margin: float) -> _Form:
    """What leaves the map larger: to tell how it is done below the map, or beside it."""
    x, y = margin, margin + _TOP
    w, h = page.w - 2 * margin, page.h - 2 * margin - BOTTOM - _TOP
    below = min(w / drawing.w, (h - _FOOT) / drawing.h)
    beside = min((w - _SIDE - _APART) / drawing.w, h / drawing.h)
    if beside > below:
        return _Form(x, y, beside, (page.w - margin - _SIDE, y + 8.0, _SIDE))
    return _Form(x, y, below, (x, y + below * drawing.h + 14.0, w))


def _small(w: float, h: float) -> tuple[float, float]:
    """A sheet's size, or A3 lying or standing like it if it is larger: nobody wants this on a wall."""
    short, long = PAPERS["A3"]
    if min(w, h) <= short and max(w, h) <= long:
        return w, h
    return (long, short) if w > h else (short, long)


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
    size = min(5.6, h * 0.42, w * 0.5 / max(width(name, 1.0, 700), 0.1))
    half, tall = width(name, size, 700) / 2 + size * 0.4, size * 1.5
    ground = Box(
        x + w / 2 - half, y + (h - tall) / 2, 2 * half, tall, "surface", radius=size / 3, layer=Layer.GRID
    )
    return [ground, words(name, x + w / 2, y + h / 2 + size * 0.36, size, 700, "ink", share=0.5)]


def _heading(drawing: Drawing, plan: Plan, margin: float, room: float) -> Iterator[Mark]:
    """The map's title, and how many sheets of which size make it how large."""
    [line, *_others] = break_lines(drawing.title or " ", room / _TITLE, 700, drawing.language)
    yield Text(margin, margin + 7.6, _TITLE, line, "ink", Layer.GRID)
    yield words(_facts(plan, margin), margin, margin + 15.6, _TEXT)


def _facts(plan: Plan, margin: float) -> str:
    sheets, page = len(plan.sheets), plan.pages[0]
    assert plan.tiles is not None
    w, h = plan.tiles.on_wall(plan.scale, margin)
    count = _n("{n} sheet", "{n} sheets", sheets).format(n=sheets)
    each = _("{w} × {h} mm").format(w=f"{page.w:.0f}", h=f"{page.h:.0f}")
    whole = _("{w} × {h} m on the wall").format(w=_short(w / 1000), h=_short(h / 1000))
    distance = _("readable from {metres} m").format(metres=number(plan.readable_from_m, spoken(), 1))
    return " · ".join((count, each, whole, distance))


def _short(metres: float) -> str:
    return number(metres, spoken(), 2)


def _how(form: _Form) -> Iterator[Mark]:
    """How the sheets are printed, measured and put together."""
    steps = (
        _("1  Print at 100 %, never fitted to the page, and measure this line: 100 mm."),
        _("2  Cut each sheet along the marks at its left and its upper edge."),
        _("3  Lay it over its neighbour, up to the marks there, row by row from {first}."),
    )
    x, y, room = form.how
    yield from ruler(x, y)
    top, language = y + 2.4 * _TEXT, spoken()
    for step in steps:
        for line in break_lines(step.format(first=sheet_name(0, 0)), room / _TEXT, 400, language):
            yield Text(x, top, _TEXT, line, "ink", Layer.GRID)
            top += _TEXT * _LEADING
