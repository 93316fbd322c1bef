"""The best ways to print a map so that it fits a wall and is read from where people stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

from export.paper.measuring import Measured, Reading, Shape
from export.paper.pages import MILLIMETRES_A_POINT, Orientation, Plan, plan, readable_from
from export.paper.papers import LONGEST, Paper
from export.paper.tile_grid import RING, STRIP, Tiles, Tiling, sheet_name
from export.paper.tiles import tile
from resources.errors import Fault

Way = Literal["page", "roll", "strips", "sheets"]
"""One sheet, a length of a roll, lengths under one another, or sheets side by side and under one another."""

_TRIED = 3  # shapes that are parted into sheets, which takes longer than looking at their sizes
_ROOM_TO_SPARE = 0.998  # of the largest scale: the lines about a print may come out a little longer


@dataclass(frozen=True, slots=True)
class Wall:
    """Where a map shall hang, mm."""

    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Piece:
    """One sheet or panel on the wall, mm from the top left corner of the whole; its name if it has one."""

    x: float
    y: float
    w: float
    h: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way to print a map: ``w`` x ``h`` mm on the wall at a scale, in pieces cut from sheets or a roll.

    ``sheet`` is the size of the paper of one piece; ``reads`` tells from how many metres things can be read,
    ``keeps`` that this is as far as was asked. ``too_small`` are the cards that cannot be, ``too_long`` those
    with too many lines; ``limit`` is the card that makes the map as high as it is; ``cut`` are the cards that
    seams run through, ``torn`` the other texts of which one cuts a word; ``blank`` is how many sheets are not
    printed.
    """

    way: Way
    paper: Paper
    shape: Shape
    scale: float
    w: float
    h: float
    sheet: tuple[float, float]
    pieces: tuple[Piece, ...]
    points: float
    reads: Reading
    keeps: bool
    too_small: tuple[str, ...] = ()
    too_long: tuple[str, ...] = ()
    limit: str = ""
    cut: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    blank: int = 0

    @property
    def area(self) -> float:
        """How much paper it takes, mm²."""
        return len(self.pieces) * self.sheet[0] * self.sheet[1]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a print: the wall, the distances, how sheets are made, and what stays white, mm."""

    wall: Wall
    reading: Reading
    tiling: Tiling = field(default_factory=Tiling)
    margin: float = 10.0


def propose(maps: Sequence[Measured], papers: Iterable[Paper], wanted: Wanted) -> list[Proposal]:
    """The best ways to print a map on each of the papers, the best of all first.

    ``maps`` is the map in several shapes, of which each way takes the one that suits it best.
    """
    found = [proposal for paper in papers for proposal in _ways(maps, paper, wanted)]
    return sorted(found, key=_worth)


def _worth(proposal: Proposal) -> tuple[float, ...]:
    """What keeps its promise first, in few pieces and on little paper; then what is read from farthest."""
    if proposal.keeps:
        return 0, len(proposal.pieces), proposal.area
    return 1, -proposal.reads.cards, len(proposal.pieces)


def _ways(maps: Sequence[Measured], paper: Paper, wanted: Wanted) -> Iterator[Proposal]:
    whole = _best(maps, lambda one: _whole(one, paper, wanted))
    if whole is not None:
        yield whole
    if whole is None or not whole.keeps:
        likely = _likeliest(maps, wanted)
        parted = _best(likely, lambda one: _parted(one, paper, wanted), _parted_worth)
        if parted is not None and len(parted.pieces) > 1:
            yield parted


def _best(
    maps: Sequence[Measured],
    way: Callable[[Measured], Proposal | None],
    worth: Callable[[Proposal], tuple[float, ...]] = _worth,
) -> Proposal | None:
    """The best that a way makes of the shapes."""
    return min((made for one in maps if (made := way(one)) is not None), key=worth, default=None)


def _likeliest(maps: Sequence[Measured], wanted: Wanted) -> list[Measured]:
    """The shapes that can be largest, up to what they must be, and that then take the least paper."""

    def paper(one: Measured) -> tuple[float, float]:
        scale = _parted_scale(one, wanted)
        return -scale, one.drawing.w * one.drawing.h * scale * scale

    return sorted(maps, key=paper)[:_TRIED]


def _parted_worth(proposal: Proposal) -> tuple[float, ...]:
    """Few cards cut is worth more than few sheets."""
    kept, *rest = _worth(proposal)
    return kept, len(proposal.cut), *rest


def _parted_scale(one: Measured, wanted: Wanted) -> float:
    """The scale of a map over sheets: no larger than it must be, or than the wall allows."""
    edges, wall = 2 * (wanted.margin + RING), wanted.wall
    most = min((wall.w - edges) / one.drawing.w, (wall.h - edges) / one.drawing.h)
    return min(one.scale_for(wanted.reading), most * _ROOM_TO_SPARE)


def _whole(one: Measured, paper: Paper, wanted: Wanted) -> Proposal | None:
    """A map on one sheet, or on as much of a roll as it takes, as large as paper and wall allow."""
    white, wall, drawing = 2 * wanted.margin, wanted.wall, one.drawing
    sizes = [(min(size[0], wall.w), min(size[1], wall.h)) for size in _turned(paper)]
    scale = max(min((w - white) / drawing.w, (h - white) / drawing.h) for w, h in sizes) * _ROOM_TO_SPARE
    if scale <= 0:
        return None
    try:
        turned: Orientation = "auto" if paper.height else "landscape"
        made = plan(drawing, paper, turned, wanted.margin, scale=scale, known=one.known)
    except Fault:
        return None
    sheet = (max(page.w for page in made.pages), made.pages[0].h)
    return _proposal("page" if paper.height else "roll", paper, one, made, sheet, _panels(made), wanted)


def _panels(made: Plan) -> tuple[Piece, ...]:
    """What is seen of each panel: it lies over the one before, up to the seam."""
    first = made.pages[0]
    starts = [page.left + (page.x - first.x) * made.scale - first.left for page in made.pages]
    ends = [*starts[1:], starts[-1] + made.pages[-1].w]
    return tuple(Piece(start, 0.0, end - start, first.h) for start, end in zip(starts, ends, strict=True))


def _turned(paper: Paper) -> list[tuple[float, float]]:
    """The sizes a map can have of a paper: a sheet lies or stands, a roll is as long as need be."""
    if paper.height is None:
        return [(float("inf"), paper.width)]
    return [(paper.width, paper.height), (paper.height, paper.width)]


def _parted(one: Measured, paper: Paper, wanted: Wanted) -> Proposal | None:
    """A map over sheets, or lengths of a roll, no larger than it must be or the wall allows."""
    scale = _parted_scale(one, wanted)
    if scale <= 0:
        return None
    edges = 2 * (wanted.margin + RING) + (STRIP if wanted.tiling.repeat_lanes else 0.0)
    cut = paper if paper.height else _strip(paper, one.drawing.w * scale + edges)
    turned = "auto" if paper.height else _as_it_lies(cut)
    try:
        made = tile(one.drawing, cut, wanted.tiling, turned, wanted.margin, scale, known=one.known)
    except Fault:
        return None
    assert made.tiles is not None
    pieces = tuple(_on_wall(made.tiles, scale, wanted.margin + RING))
    sheet = (made.pages[0].w, made.pages[0].h)
    return _proposal("sheets" if paper.height else "strips", cut, one, made, sheet, pieces, wanted)


def _as_it_lies(strip: Paper) -> Orientation:
    """How a length of a roll must be turned to hang with the roll's width upright."""
    return "landscape" if strip.width >= (strip.height or 0.0) else "portrait"


def _strip(roll: Paper, length: float) -> Paper:
    """A length of a roll as a sheet of its own."""
    long = float(min(ceil(length), LONGEST))
    return Paper(f"{long:g}x{roll.width:g}mm", long, roll.width)


def _on_wall(tiles: Tiles, scale: float, edge: float) -> Iterator[Piece]:
    """What is seen of each sheet when they hang together; the outermost have a white edge."""
    left, top, right, bottom = tiles.area
    across = [left * scale - edge, *(seam * scale for seam in tiles.across), right * scale + edge]
    down = [top * scale - edge, *(seam * scale for seam in tiles.down), bottom * scale + edge]
    for row, column in tiles.printed():
        x, y = across[column], down[row]
        name = sheet_name(row, column)
        yield Piece(x - across[0], y - down[0], across[column + 1] - x, down[row + 1] - y, name)


def _proposal(
    way: Way,
    paper: Paper,
    one: Measured,
    made: Plan,
    sheet: tuple[float, float],
    pieces: tuple[Piece, ...],
    wanted: Wanted,
) -> Proposal:
    scale, needed = made.scale, one.scale_for(wanted.reading)
    return Proposal(
        way,
        paper,
        one.shape,
        scale,
        max(piece.x + piece.w for piece in pieces),
        max(piece.y + piece.h for piece in pieces),
        sheet,
        pieces,
        one.cards * scale / MILLIMETRES_A_POINT,
        Reading(*(readable_from(em * scale) for em in (one.cards, one.steps, one.title))),
        keeps=scale >= needed * (1 - 1e-6),
        too_small=one.too_small(scale, wanted.reading.cards),
        too_long=one.long,
        limit=one.highest,
        cut=made.cut,
        torn=made.torn,
        blank=len(made.tiles.blank) if made.tiles else 0,
    )
