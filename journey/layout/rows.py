"""A lane as a row: its things on levels, how high each level is, and how it is drawn at a height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from journey.drawing import Block, Placed
from journey.layout import sizes
from journey.model import Lane


class Seat(NamedTuple):
    """A thing's place on a level: the columns it covers, and its record.

    A plain tuple, because there are many.
    """

    record: str
    first: int
    last: int

    def columns(self) -> range:
        """All columns it covers."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """Things beside one another that share a height; links run between levels, never through seats."""

    seats: tuple[Seat, ...]
    height: float
    blocks: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A lane's levels from the top, ``pad`` mm above the first and below the last.

    Blocks are placed from their level's top and the first column's left.
    """

    lane: Lane
    levels: tuple[Level, ...]
    pad: float = sizes.ROW_PAD


def at_column(first: int, y: float, block: Block) -> Placed:
    """A block in its column, behind half a gutter."""
    return Placed(first * sizes.column() + sizes.GUTTER / 2, y, block)
