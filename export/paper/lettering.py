"""Words, rules and rulers that stand on the paper and not in the map, as marks in mm of paper."""

from __future__ import annotations

from journey.drawing import Block, Box, Colour, Layer, Line, Mark, Path, Placed, Text
from journey.text import Weight, shape
from resources.words import _

RULER = 100.0
"""The length of the ruler, mm."""
SMALL, LARGE = 2.6, 3.8
"""The em of what is read at the sheet, and of its name, mm."""
_THIN = 0.12
_TICK, _FINE = 2.6, 1.4


def words(
    text: str,
    x: float,
    baseline: float,
    size: float = SMALL,
    weight: Weight = 400,
    colour: Colour = "muted",
    *,
    share: float = 0.0,
) -> Text:
    """One line of text; ``share`` of its width stands left of ``x``: 0 begins there, 1 ends there."""
    line = shape(text, weight)
    return Text(x - share * line.width * size, baseline, size, line, colour, Layer.GRID)


def width(text: str, size: float = SMALL, weight: Weight = 400) -> float:
    """How wide a line of text is, mm."""
    return shape(text, weight).width * size


def rule(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()) -> Line:
    """A thin line to cut along."""
    return Line(x1, y1, x2, y2, "ink", _THIN, dash)


def ruler(x: float, y: float) -> list[Mark]:
    """A line of 100 mm with a tick at each centimetre, from its left end, and what it is for."""
    marks: list[Mark] = [Line(x, y, x + RULER, y, "ink", _THIN)]
    for centimetre in range(11):
        at, tall = x + 10.0 * centimetre, _TICK if centimetre % 5 == 0 else _FINE
        marks.append(Line(at, y - tall, at, y, "ink", _THIN))
    marks.append(words(_("100 mm"), x + RULER + 1.6, y, colour="ink"))
    return marks


def arrow(x: float, y: float, towards: tuple[int, int], size: float = 1.7) -> Path:
    """A small triangle around a place that points to the left (-1, 0), right, up (0, -1) or down."""
    dx, dy = towards
    half = size / 2
    corners = (
        (x + dx * half, y + dy * half),
        (x - dx * half + dy * half, y - dy * half - dx * half),
        (x - dx * half - dy * half, y - dy * half + dx * half),
    )
    (start, *others) = corners
    outline = (("M", *start), *(("L", *corner) for corner in others), ("Z",))
    return Path(outline, fill="muted", layer=Layer.GRID)


def patch(x: float, y: float, w: float, h: float, fill: Colour) -> Box:
    """A filled rectangle."""
    return Box(x, y, w, h, fill, layer=Layer.GRID)


def on_paper(marks: list[Mark], w: float, h: float) -> tuple[Placed, ...]:
    """Marks in mm of paper as what stands over a page."""
    return (Placed(0.0, 0.0, Block(w, h, tuple(marks))),) if marks else ()
