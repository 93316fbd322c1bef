"""How a drawing goes on paper: how large, on how many pages, and where on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from export.paper.known import Known, smallest_text
from export.paper.misfits import TooLarge, no_room, too_large
from export.paper.papers import LONGEST, SHORTEST, Paper
from export.paper.seams import Extent, least_overlap, seams, windows
from export.paper.tile_grid import Tiles
from export.paper.trimming import MOST_BLEED, trim_for, trim_marks
from journey.drawing import Drawing, Placed
from resources.errors import Fault
from resources.words import _

Orientation = Literal["auto", "portrait", "landscape"]

POINTS_A_METRE = 19.5
"""Points that Inter must have to be read at a metre: capitals are then 1/200 of the distance high."""
MILLIMETRES_A_POINT = 25.4 / 72
_SLACK = 1e-6  # what sums of floats may be off, mm


@dataclass(frozen=True, slots=True)
class Lead:
    """A rectangle of paper, mm from its top left corner, that leads to the page of a name when clicked."""

    x: float
    y: float
    w: float
    h: float
    to: str


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of ``w`` x ``h`` mm that shows a window of a drawing.

    ``x`` and ``y`` are the window's corner in the drawing, ``across`` and ``down`` its size there, in map
    mm, both 0 for a page without one; ``left`` and ``top`` are where that corner stands on the paper.
    ``over`` is what stands on the paper and not in the map, in mm of paper. ``trim`` mm are cut off at each
    edge, and of those ``bleed`` mm are printed.
    """

    w: float
    h: float
    x: float
    y: float
    across: float
    down: float
    left: float
    top: float
    name: str = ""
    over: tuple[Placed, ...] = ()
    leads: tuple[Lead, ...] = ()
    trim: float = 0.0
    bleed: float = 0.0

    @property
    def window(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what it shows, in map mm."""
        return self.x, self.y, self.x + self.across, self.y + self.down


@dataclass(frozen=True, slots=True)
class Plan:
    """Pages with a drawing at one scale (paper mm a map mm).

    ``smallest_text_pt`` is its smallest text on paper and ``readable_from_m`` the distance at which that
    can still be read. ``turned`` tells that the map runs along a roll from top to bottom, ``tiles`` how
    it is spread over sheets if it is. ``cut`` are the records of the cards that a seam runs through, ``torn``
    the other lines of which one cuts a word.
    """

    pages: tuple[Page, ...]
    scale: float
    smallest_text_pt: float
    readable_from_m: float
    turned: bool = False
    tiles: Tiles | None = None
    cut: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[Page, ...]:
        """The pages that show something of the drawing."""
        return tuple(page for page in self.pages if page.across)


def plan(
    drawing: Drawing,
    paper: Paper,
    orientation: Orientation = "auto",
    margin: float = 10.0,
    scale: float | None = None,
    read_from: float | None = None,
    panel_overlap: float = 20.0,
    bleed: float = 0.0,
    known: Known | None = None,
) -> Plan:
    """Place a drawing on a paper with a margin (mm) around it.

    ``scale`` is paper mm a map mm, ``read_from`` the metres from which the smallest text can be read; with
    neither the drawing is as large as the paper allows. Of a roll as much is used as it takes, in panels that
    overlap where that is more than 5 m. With ``bleed`` mm there are marks beyond it to trim along: a sheet is
    then printed on a larger paper, and of a roll less is left. ``known`` is what was found out of the
    drawing before, if it was. Raises TooLarge if the drawing does not fit so, Fault for bad sizes.
    """
    wanted, known = None, known or Known(drawing)
    if scale is not None or read_from is not None:
        wanted = checked_scale(known.smallest, margin, panel_overlap, scale, read_from)
    _check(margin, panel_overlap, wanted)
    _check_bleed(bleed)
    trim = trim_for(bleed)
    if paper.height is None:
        left = replace(paper, width=paper.width - 2 * trim)
        roll = _Roll(left, margin, panel_overlap, LONGEST - 2 * trim)
        pages, used, turned = _on_roll(drawing, known, roll, orientation, wanted)
    else:
        pages, used = _on_sheet(drawing, known, _turned(paper, drawing, orientation, margin), margin, wanted)
        turned = False
    bled = tuple(_bled(page, bleed) for page in pages)
    made = replace(readable(known.smallest, bled, used), turned=turned)
    return _with_seams(made, known) if len(pages) > 1 else made


def _with_seams(made: Plan, known: Known) -> Plan:
    """The plan of panels that tells what is cut where they meet."""
    if made.turned:
        across, down = [], [(one.y + one.down + other.y) / 2 for one, other in pairwise(made.pages)]
    else:
        across, down = [(one.x + one.across + other.x) / 2 for one, other in pairwise(made.pages)], []
    return replace(made, cut=known.cut(across, down), torn=known.torn(across, down))


def _bled(page: Page, bleed: float) -> Page:
    """A page with paper around it for the bleed and for marks."""
    if not (trim := trim_for(bleed)):
        return page
    w, h = page.w + 2 * trim, page.h + 2 * trim
    over = trim_marks(w, h, bleed)
    moved = replace(page, w=w, h=h, left=page.left + trim, top=page.top + trim)
    return replace(moved, trim=trim, bleed=bleed, over=over)


def readable(smallest: float, pages: tuple[Page, ...], scale: float, tiles: Tiles | None = None) -> Plan:
    """The plan of pages at a scale, which tells how large the smallest text is (its em in map mm)."""
    points = smallest * scale / MILLIMETRES_A_POINT
    return Plan(pages, scale, points, points / POINTS_A_METRE, tiles=tiles)


def as_it_is(drawing: Drawing, scale: float = 1.0) -> Plan:
    """A plan with one page that is exactly as large as the drawing at a scale."""
    page = Page(drawing.w * scale, drawing.h * scale, 0.0, 0.0, drawing.w, drawing.h, 0.0, 0.0)
    return readable(smallest_text(drawing), (page,), scale)


def checked_scale(
    smallest: float, margin: float, overlap: float, scale: float | None, read_from: float | None
) -> float:
    """Return the scale that is asked for, or at which the smallest text is readable from so many metres.

    Raises Fault if one of them makes no sense.
    """
    wanted = scale or 0.0
    if read_from is not None:
        wanted = needed_em(read_from) / smallest
    _check(margin, overlap, wanted)
    return wanted


def needed_em(metres: float) -> float:
    """How large letters must be to be read from so many metres: their em, mm."""
    return metres * POINTS_A_METRE * MILLIMETRES_A_POINT


def readable_from(em: float) -> float:
    """From how many metres letters can be read whose em is so many mm."""
    return em / MILLIMETRES_A_POINT / POINTS_A_METRE


def _check(margin: float, overlap: float, scale: float | None) -> None:
    # Said so that what is no number at all does not pass either.
    if not (margin >= 0 and overlap >= 0 and (scale is None or 0 < scale < 1000)):
        raise Fault(
            _(
                "Margin and overlap may not be less than 0, and the scale must be more than 0 and less than "
                "1,000. Nothing was written."
            )
        )


def _check_bleed(bleed: float) -> None:
    if not 0 <= bleed <= MOST_BLEED:
        said = _("The bleed is 0 to {most} mm. Nothing was written.")
        raise Fault(said.format(most=f"{MOST_BLEED:g}"))


def _turned(paper: Paper, drawing: Drawing, orientation: Orientation, margin: float) -> tuple[float, float]:
    """Return width and height of a sheet, turned as asked, or so that the drawing can be larger."""
    as_given = (paper.width, paper.height or 0.0)
    upright, flat = (min(as_given), max(as_given)), (max(as_given), min(as_given))
    if orientation == "auto":
        # A sheet of a size of the user's own is turned only if that helps.
        return max((as_given, upright, flat), key=lambda size: _largest(drawing, size[0], size[1], margin))
    return upright if orientation == "portrait" else flat


def _largest(drawing: Drawing, w: float, h: float, margin: float) -> float:
    """Return the largest scale at which the drawing fits inside the margins; not above 0 if none does."""
    return min((w - 2 * margin) / drawing.w, (h - 2 * margin) / drawing.h)


def _on_sheet(
    drawing: Drawing, known: Known, size: tuple[float, float], margin: float, wanted: float | None
) -> tuple[tuple[Page, ...], float]:
    """Return the one page, the drawing in its middle, and the scale."""
    w, h = size
    if min(w, h) - 2 * margin < SHORTEST:
        raise no_room(w, h, margin)
    largest = _largest(drawing, w, h, margin)
    used = largest if wanted is None else wanted
    if used > largest * (1 + _SLACK):
        raise _too_large(drawing, known, used, largest, margin)
    left, top = (w - drawing.w * used) / 2, (h - drawing.h * used) / 2
    return (Page(w, h, 0.0, 0.0, drawing.w, drawing.h, left, top),), used


class _Roll(NamedTuple):
    """A roll, what stays white of it and of each panel, and how long a panel may be."""

    paper: Paper
    margin: float
    overlap: float
    longest: float


def _on_roll(
    drawing: Drawing, known: Known, roll: _Roll, orientation: Orientation, wanted: float | None
) -> tuple[tuple[Page, ...], float, bool]:
    """Return the panels, the scale, and whether the map's width lies across the roll."""
    paper, margin = roll.paper, roll.margin
    room = paper.width - 2 * margin
    if room < SHORTEST:
        raise no_room(paper.width, paper.width, margin)
    turned = drawing.h > drawing.w if orientation == "auto" else orientation == "portrait"
    across, along = (drawing.w, drawing.h) if turned else (drawing.h, drawing.w)
    used = room / across if wanted is None else wanted
    if across * used > room * (1 + _SLACK):
        raise _too_large(drawing, known, used, room / across, margin)
    edge = (paper.width - across * used) / 2
    pages = [
        _panel(drawing, one, turned, paper.width, edge, margin, used)
        for one in _panels(known, turned, along, roll, used)
    ]
    return tuple(pages), used, turned


def _panels(known: Known, turned: bool, along: float, roll: _Roll, scale: float) -> list[Extent]:
    """From where to where each panel shows the drawing; they end where stages or lanes do, if they can."""
    most = (roll.longest - 2 * roll.margin) / scale
    overlap = least_overlap(most, roll.overlap / scale)
    things = known.down if turned else known.along
    return windows((0.0, along), seams((0.0, along), most, overlap, things, edges_first=True), overlap)


def _panel(
    drawing: Drawing, window: Extent, turned: bool, width: float, edge: float, margin: float, scale: float
) -> Page:
    """Return the page of a roll that shows the drawing from here to there along the roll."""
    start, end = window
    length = (end - start) * scale + 2 * margin
    if turned:
        return Page(width, length, 0.0, start, drawing.w, end - start, edge, margin)
    return Page(length, width, start, 0.0, end - start, drawing.h, margin, edge)


def _too_large(drawing: Drawing, known: Known, scale: float, largest: float, margin: float) -> TooLarge:
    """Say what would fit."""
    w, h = drawing.w * scale + 2 * margin, drawing.h * scale + 2 * margin
    return too_large(w, h, scale, largest, readable_from(known.smallest * largest))
