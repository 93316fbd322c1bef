"""Text: what is written on the map as glyphs of known fonts at known places, broken into lines.

All measures are in em of the text's size. Painters draw the runs as they are and measure nothing themselves.
"""

from __future__ import annotations

from journey.text.breaking import break_lines, line_count
from journey.text.fonts import (
    CAP_HEIGHT,
    WEIGHTS,
    Weight,
    font_data,
    font_units,
    postscript_name,
    shaping_font,
)
from journey.text.shaping import GlyphRun, Line, shape, unsupported

__all__ = [
    "CAP_HEIGHT",
    "WEIGHTS",
    "GlyphRun",
    "Line",
    "Weight",
    "break_lines",
    "font_data",
    "font_units",
    "line_count",
    "postscript_name",
    "shape",
    "shaping_font",
    "unsupported",
]
