"""Setting text: lines of a style at a place, as marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from journey.drawing import Colour, Layer, Text
from journey.layout.sizes import Style
from journey.text import CAP_HEIGHT, Line, break_lines, line_count, shape


@lru_cache(maxsize=4096)
def broken(text: str, width: float, style: Style, language: str) -> tuple[Line, ...]:
    """The text's lines in a width of mm; kept, because headers are set anew at every layout."""
    return break_lines(text, width / style.size, style.weight, language)


def broken_height(text: str, width: float, style: Style, language: str) -> float:
    """How high ``broken`` lines will stand, mm, without breaking them: of most cards nobody sees the text."""
    return line_count(text, width / style.size, style.weight, language) * style.leading


def single(text: str, style: Style, language: str) -> Line:
    """The text as one line."""
    return shape(text, style.weight, language)


def baseline(style: Style) -> float:
    """From the top of a line to its baseline, mm: capitals stand in the middle of the leading."""
    return (style.leading + CAP_HEIGHT * style.size) / 2


def text_at(
    line: Line, x: float, top: float, style: Style, colour: Colour, layer: Layer = Layer.CARDS
) -> Text:
    """One line from its left end and the top of its leading."""
    return Text(x, top + baseline(style), style.size, line, colour, layer)


def column(
    lines: Sequence[Line],
    x: float,
    top: float,
    width: float,
    style: Style,
    colour: Colour,
    layer: Layer = Layer.CARDS,
) -> list[Text]:
    """Lines under one another, flush left (flush right where they run from right to left).

    A line of one sign that is wider than the width, which nothing can break, is set smaller.
    """
    texts = []
    for place, line in enumerate(lines):
        size = style.size if line.width * style.size < width + 0.01 else width / line.width
        left = x + (width - line.width * size if line.rtl else 0.0)
        texts.append(Text(left, top + place * style.leading + baseline(style), size, line, colour, layer))
    return texts


def centred(
    lines: Sequence[Line], middle: float, top: float, style: Style, colour: Colour, layer: Layer = Layer.CARDS
) -> list[Text]:
    """Lines under one another around a vertical middle line."""
    return [
        text_at(line, middle - line.width * style.size / 2, top + i * style.leading, style, colour, layer)
        for i, line in enumerate(lines)
    ]


def widest(lines: Sequence[Line], style: Style) -> float:
    """The width of the longest line, mm."""
    return max((line.width for line in lines), default=0.0) * style.size


def height(lines: Sequence[Line], style: Style) -> float:
    """How high the lines stand, mm."""
    return len(lines) * style.leading
