"""Outlines that several things on the map share: signs, card edges, arrows, chips."""

from __future__ import annotations

from functools import lru_cache
from math import acos, cos, sin, tan

from journey.drawing import Box, Colour, Layer, Mark, Path, Point
from journey.layout import sizes
from journey.layout.typeset import centred
from journey.text import Line
from resources.glyphs import GLYPHS, disc

Segments = tuple[tuple[str | float, ...], ...]


@lru_cache(maxsize=4096)
def glyph(name: str, x: float, y: float, size: float, colour: Colour, layer: Layer = Layer.CARDS) -> Path:
    """A sign of ours in a square of ``size`` mm from its top left corner."""
    segments = tuple(
        (segment[0], *(float(v) * size + (x, y)[i % 2] for i, v in enumerate(segment[1:])))
        for outline in GLYPHS[name]
        for segment in outline
    )
    return Path(segments, fill=colour, layer=layer)


@lru_cache(maxsize=4096)
def circle(x: float, y: float, radius: float) -> Segments:
    """A circle around a point."""
    return disc(x, y, radius)


@lru_cache(maxsize=4096)
def accent(height: float) -> Segments:
    """The strip at a card's left edge, inside its rounded corners."""
    r, w = sizes.RADIUS, sizes.ACCENT
    turn = acos((r - w) / r)
    reach = r * 4 / 3 * tan(turn / 4)
    along_x, along_y = reach * sin(turn), reach * cos(turn)
    top = r - r * sin(turn)
    return (
        ("M", w, top),
        ("C", w - along_x, top + along_y, 0.0, r - reach, 0.0, r),
        ("L", 0.0, height - r),
        ("C", 0.0, height - r + reach, w - along_x, height - top - along_y, w, height - top),
        ("Z",),
    )


def arrow_head(tip: Point, direction: Point) -> Segments:
    """A filled head whose tip touches a point, for a line that comes along a unit direction."""
    (x, y), (dx, dy) = tip, direction
    back, side = sizes.ARROW, sizes.ARROW * 0.42
    return (
        ("M", x, y),
        ("L", x - dx * back - dy * side, y - dy * back + dx * side),
        ("L", x - dx * back + dy * side, y - dy * back - dx * side),
        ("Z",),
    )


def chip(
    initials: Line, x: float, y: float, width: float, fill: Colour, ink: Colour, *, filled: bool
) -> list[Mark]:
    """An owner's pill with initials: filled for who answers, outlined for who is involved."""
    h = sizes.CHIP_HEIGHT
    box = Box(
        x, y, width, h, fill if filled else "surface", None if filled else fill, 0.4, h / 2, (), Layer.OWNERS
    )
    style = sizes.CHIP_TEXT
    top = y + (h - style.leading) / 2
    return [box, *centred([initials], x + width / 2, top, style, ink if filled else "ink", Layer.OWNERS)]
