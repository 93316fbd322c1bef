"""The rows under one another: where each level begins, and the channels for links between levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journey.layout import sizes
from journey.layout.rows import Level, Row


@dataclass(frozen=True, slots=True)
class Standing:
    """A row at its height: ``top`` to ``bottom``, and the top of each of its levels."""

    row: Row
    top: float
    bottom: float
    level_tops: tuple[float, ...]

    @property
    def height(self) -> float:
        """How high the row is, rounded: the same wherever the row stands."""
        return round(self.bottom - self.top, 4)


@dataclass(frozen=True, slots=True)
class Stack:
    """All rows from the top; channel i lies above level i, counted over all rows, the last below all."""

    rows: tuple[Standing, ...]
    channels: tuple[tuple[float, float], ...]
    height: float


def levels_of(rows: Sequence[Row]) -> tuple[Level, ...]:
    """The levels of all rows from the top."""
    return tuple(level for row in rows for level in row.levels)


def stacked(rows: Sequence[Row], least: Sequence[float], needs: Mapping[int, float]) -> Stack:
    """Put rows under one another from 0 down.

    ``least`` is how far each row must reach below the top of its first level, for its name; ``needs`` how
    high a channel must be for its links.
    """
    standing: list[Standing] = []
    bounds: list[float] = []
    y, channel = 0.0, 0
    for row, floor in zip(rows, least, strict=True):
        top, tops = y, []
        y += max(row.pad, needs.get(channel, 0.0) * (0.5 if standing else 1.0))
        for place, level in enumerate(row.levels):
            if place:
                y += max(sizes.LEVEL_GAP, needs.get(channel, 0.0))
            tops.append(y)
            bounds += [y, y + level.height]
            y += level.height
            channel += 1
        y += max(row.pad, needs.get(channel, 0.0) * (1.0 if row is rows[-1] else 0.5))
        y = max(y, tops[0] + floor)
        standing.append(Standing(row, top, y, tuple(tops)))
    edges = [0.0, *bounds, y]
    channels = tuple(zip(edges[::2], edges[1::2], strict=True))
    return Stack(tuple(standing), channels, y)
