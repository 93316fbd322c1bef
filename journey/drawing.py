"""The marks a map is drawn with: what the screen and the paper both paint, in map millimetres.

Down is positive, as on screens. A colour is a token of the theme (``touchpoint.tint``) or #RRGGBB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from journey.text import Line as TextLine

Colour = str
Point = tuple[float, float]
Segments = tuple[tuple[str | float, ...], ...]


class Layer(StrEnum):
    """What a mark belongs to, so that viewers can switch it and zooming out can leave it away."""

    GRID = "grid"
    CARDS = "cards"
    LINKS = "links"
    FEELINGS = "feelings"
    OWNERS = "owners"
    MEASURES = "measures"
    FINDINGS = "findings"
    PAINS = "pains"
    CODES = "codes"


class PartName(StrEnum):
    """A named part of a drawing; the screen freezes the first three, paper may repeat them."""

    CORNER = "corner"
    HEADERS = "headers"
    RAIL = "rail"
    BODY = "body"
    TITLE = "title"
    PANEL = "panel"
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded, its stroke centred on the edge; ``dash`` is on, off, on ... in mm."""

    x: float
    y: float
    w: float
    h: float
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    layer: Layer = Layer.CARDS


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Colour
    stroke_width: float
    dash: tuple[float, ...] = ()
    layer: Layer = Layer.GRID


@dataclass(frozen=True, slots=True)
class Path:
    """A filled and/or stroked outline.

    ``segments``: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",). Strokes have round
    ends and joins; fills are nonzero.
    """

    segments: Segments
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    layer: Layer = Layer.CARDS


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One line of shaped glyphs: x, y is the left end of its baseline, ``size`` the em in mm."""

    x: float
    y: float
    size: float
    line: TextLine
    colour: Colour
    layer: Layer = Layer.CARDS

    @property
    def text(self) -> str:
        """The text the glyphs stand for, as one would copy it."""
        return self.line.text

    @property
    def width(self) -> float:
        """How far the pen moves, mm."""
        return self.line.width * self.size


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, by the id of its asset, fitted into a rectangle without being stretched."""

    x: float
    y: float
    w: float
    h: float
    asset: str
    radius: float = 0.0
    layer: Layer = Layer.CARDS


Mark = Box | Line | Path | Text | Image


@dataclass(slots=True, eq=False)
class Block:
    """The marks of one thing, from its own top left corner; ``record`` is the id it stands for, or empty.

    Blocks are shared from one drawing to the next as long as their content stays: painters may keep
    what they prepare for a block beside it, by identity. ``layer`` is what the whole of it belongs to,
    beyond the layers of its marks. Nobody changes one; to have that watched over would take as long again
    as to make all cards of a map.
    """

    w: float
    h: float
    marks: Sequence[Mark]
    record: str = ""
    layer: Layer | None = None


class Placed(NamedTuple):
    """A block at its place in a drawing, mm.

    A plain tuple, because there are many.
    """

    x: float
    y: float
    block: Block


@dataclass(frozen=True, slots=True)
class Part:
    """A named rectangle of a drawing with the blocks in it, in the order they are painted.

    ``groups`` are stretches of that order, such as a level's cards: one that an edit did not touch is the
    very same in the next drawing.
    """

    name: PartName
    x: float
    y: float
    w: float
    h: float
    groups: tuple[tuple[Placed, ...], ...]

    @property
    def blocks(self) -> Iterator[Placed]:
        """Every block, from back to front."""
        return (placed for group in self.groups for placed in group)


@dataclass(frozen=True, slots=True)
class Target:
    """A place worth jumping to: for outlines of a PDF and for finding things; ``level`` 0 is outermost."""

    level: int
    title: str
    record: str
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Passage:
    """What is told of one record when a drawing is read aloud, by its blocks in a part.

    A ``heading`` stands above all that follows on deeper levels; level 0 is the title. ``alternate`` says in
    words what is only seen.
    """

    level: int
    record: str
    part: PartName = PartName.BODY
    heading: bool = False
    alternate: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole map as marks, ``w`` x ``h`` mm: its parts from back to front, its targets in reading order.

    ``passages`` is the order in which it is read aloud; what they leave out comes after, as it is painted.
    """

    w: float
    h: float
    parts: tuple[Part, ...]
    targets: tuple[Target, ...] = ()
    title: str = ""
    language: str = "en"
    passages: tuple[Passage, ...] = ()

    def part(self, name: PartName) -> Part | None:
        """The part of this name, or None."""
        return next((part for part in self.parts if part.name is name), None)

    def blocks(self) -> Iterator[Placed]:
        """Every block, from back to front."""
        return (placed for part in self.parts for placed in part.blocks)


def has_flat_ends(dash: tuple[float, ...]) -> bool:
    """Tell whether strokes of this dash end flat: round ends would close gaps; dots are all round ends."""
    return bool(dash) and min(dash[::2]) > 1


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark, shifted."""
    match mark:
        case Line():
            return replace(mark, x1=mark.x1 + dx, y1=mark.y1 + dy, x2=mark.x2 + dx, y2=mark.y2 + dy)
        case Path():
            return replace(mark, segments=tuple(_shifted(segment, dx, dy) for segment in mark.segments))
        case _:
            return replace(mark, x=mark.x + dx, y=mark.y + dy)


def scaled(block: Block, factor: float) -> Block:
    """The block with everything in it larger by a factor."""
    marks = tuple(_scaled(mark, factor) for mark in block.marks)
    return replace(block, w=block.w * factor, h=block.h * factor, marks=marks)


def _scaled(mark: Mark, k: float) -> Mark:
    match mark:
        case Text():
            return replace(mark, x=mark.x * k, y=mark.y * k, size=mark.size * k)
        case Line():
            dash, wide = tuple(d * k for d in mark.dash), mark.stroke_width * k
            x1, y1, x2, y2 = mark.x1 * k, mark.y1 * k, mark.x2 * k, mark.y2 * k
            return replace(mark, x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=wide, dash=dash)
        case Path():
            dash, wide = tuple(d * k for d in mark.dash), mark.stroke_width * k
            segments = tuple((s[0], *(float(v) * k for v in s[1:])) for s in mark.segments)
            return replace(mark, segments=segments, stroke_width=wide, dash=dash)
    radius = mark.radius * k
    larger = replace(mark, x=mark.x * k, y=mark.y * k, w=mark.w * k, h=mark.h * k, radius=radius)
    if isinstance(larger, Box):
        dash = tuple(d * k for d in larger.dash)
        return replace(larger, stroke_width=larger.stroke_width * k, dash=dash)
    return larger


def flat(blocks: Iterable[Placed]) -> Iterator[tuple[str, Mark]]:
    """Every mark at its place in the drawing, with the record it stands for."""
    for placed in blocks:
        for mark in placed.block.marks:
            yield placed.block.record, moved(mark, placed.x, placed.y)


def _shifted(segment: tuple[str | float, ...], dx: float, dy: float) -> tuple[str | float, ...]:
    return (segment[0], *(float(v) + (dx, dy)[i % 2] for i, v in enumerate(segment[1:])))
