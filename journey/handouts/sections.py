"""Sections of a print: a heading over them, and what they tell at the right of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journey.drawing import Block
from journey.handouts.flow import Piece
from journey.handouts.styles import HEADING
from journey.handouts.voice import Say, Voice

FIRST_GAP, STEP_GAP = 2.0, 6.5
"""Above the first step of a section, and above the others, mm."""
_SIDE = 0.24
"""The left column as a share of the width."""
_BETWEEN = 5.0


def section(voice: Voice, say: Say, width: float) -> Piece:
    """A heading over a section, which never stands alone at the foot of a page."""
    block = voice.block(voice.says(say), width, HEADING)
    return Piece(Block(width, block.h + 2.0, block.marks), gap=8.0, keep=True)


def columns(width: float) -> tuple[float, float, float]:
    """How wide the left column is, where the right one begins, and how wide that is, mm."""
    side = width * _SIDE
    return side, side + _BETWEEN, width - side - _BETWEEN


def halves(width: float) -> tuple[float, float]:
    """How wide each of two equal columns is, and where the right one begins, mm."""
    half = (width - _BETWEEN) / 2
    return half, half + _BETWEEN


def beside(
    pieces: Iterable[Piece], x: float, block: Block, gap: float | None = None, again: Block | None = None
) -> Iterator[Piece]:
    """Pieces in the right column with a block at the left of the first, which stands ``gap`` below the last.

    ``again`` stands at the left where a page begins with another of them.
    """
    for place, piece in enumerate(pieces):
        first = place == 0
        above = gap if first and gap is not None else piece.gap
        yield replace(piece, gap=above, x=x, beside=block if first else None, again=again)
