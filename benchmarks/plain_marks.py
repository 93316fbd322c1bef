"""What any script would draw of a map: its boxes and its lines of text, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from journey.drawing import Box, Drawing, Text
from resources.theme import load_theme


def plain_marks(drawing: Drawing) -> Iterator[tuple[float, float, Box | Text]]:
    """Every box and every line of text with its x and y in the drawing, mm."""
    for placed in drawing.blocks():
        for mark in placed.block.marks:
            if isinstance(mark, Box | Text):
                yield placed.x + mark.x, placed.y + mark.y, mark


def shares(colour: str) -> tuple[float, float, float]:
    """A colour's red, green and blue from 0 to 1."""
    red, green, blue = load_theme().rgb(colour)
    return red / 255, green / 255, blue / 255


def no_picture(asset: str) -> bytes:
    """Made-up maps have no pictures."""
    raise KeyError(asset)
