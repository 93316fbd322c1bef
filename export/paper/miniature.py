"""A drawing in small: its grounds, cards and curves without words, for where it is only looked over."""

from __future__ import annotations

from collections.abc import Iterator

from journey.drawing import (
    Block,
    Box,
    Drawing,
    Layer,
    Mark,
    Part,
    PartName,
    Path,
    Placed,
    Text,
    moved,
    scaled,
)

_WORDS = (PartName.TITLE, PartName.PANEL, PartName.RAIL)


def miniature(drawing: Drawing, scale: float) -> Block:
    """A drawing ``scale`` mm a map mm, as one block."""
    marks = tuple(mark for part in drawing.parts for mark in _small(part))
    return scaled(Block(drawing.w, drawing.h, marks), scale)


def _small(part: Part) -> Iterator[Mark]:
    for placed in part.blocks:
        for mark in _shown(placed, worded=part.name in _WORDS):
            yield moved(mark, placed.x, placed.y)


def _shown(placed: Placed, *, worded: bool) -> Iterator[Mark]:
    """A block's ground, the curve of feelings, and in place of words that stand alone a bar for each line."""
    for place, mark in enumerate(placed.block.marks):
        if _is_shape(mark, first=place == 0):
            yield mark
        elif worded and isinstance(mark, Text):
            tall = 0.7 * mark.size
            yield Box(mark.x, mark.y - tall, mark.width, tall, "hairline", layer=Layer.GRID)


def _is_shape(mark: Mark, *, first: bool) -> bool:
    """Whether a mark is a ground or a curve, which is what one sees from afar."""
    match mark:
        case Box():
            return first or mark.layer is Layer.GRID
        case Path():
            return (first and mark.fill is not None) or (mark.fill is None and mark.layer is Layer.FEELINGS)
    return False
