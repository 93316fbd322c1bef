"""What is in a block, as it matters on paper: words, how large they are, and where there is ink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from export.paper.culling import Window, areas_of
from journey.drawing import Block, Box, Drawing, Layer, Line, Mark, Path, Text


@dataclass(frozen=True, slots=True)
class Content:
    """Whether a block is a card, and its words.

    ``smallest`` and ``largest`` are the sizes (em) of the words on it that belong to cards, 0 where there are
    none, ``lines`` tells how many there are of the largest.
    """

    card: bool
    texts: tuple[Text, ...]
    smallest: float
    largest: float
    lines: int


Contents = Mapping[Block, Content]
"""What is in each block of a drawing."""


def contents_of(drawing: Drawing, before: Contents | None = None) -> dict[Block, Content]:
    """What is in each block; blocks that were known ``before`` need not be looked at again."""
    old = before or {}
    blocks = dict.fromkeys(placed.block for placed in drawing.blocks())
    return {block: old.get(block) or content_of(block) for block in blocks}


def content_of(block: Block) -> Content:
    """What is in a block."""
    texts = tuple(mark for mark in block.marks if isinstance(mark, Text))
    sizes = [mark.size for mark in texts if mark.layer is Layer.CARDS]
    largest = max(sizes, default=0.0)
    return Content(is_card(block), texts, min(sizes, default=0.0), largest, sizes.count(largest))


def is_card(block: Block) -> bool:
    """Whether a block is a card: a ground, then the rest of it."""
    ground = block.marks[0] if block.marks and block.record else None
    return isinstance(ground, Box | Path) and ground.layer is Layer.CARDS


def is_ground(mark: Mark) -> bool:
    """Whether a mark is but the ground that things stand on."""
    return mark.layer is Layer.GRID and (
        isinstance(mark, Box) or (isinstance(mark, Line) and mark.stroke == "hairline")
    )


def ink_of(block: Block) -> tuple[Window, ...]:
    """The rectangles with a block's ink from its corner on, map mm, the first around all others.

    Bare ground is no ink.
    """
    areas = [area for mark in block.marks if not is_ground(mark) for area in areas_of(mark)]
    if not areas:
        return ()
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return ((min(lefts), min(tops), max(rights), max(bottoms)), *areas)
