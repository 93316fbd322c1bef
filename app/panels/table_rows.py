"""How high the rows of the table are: as high as the highest of all their cells, those out of view too."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class RowHeights:
    """The heights that cells need, each measured once, until it is told that the cell is another.

    ``measure`` tells that of the cell at a row and a column, in pixels.
    """

    def __init__(self, measure: Callable[[int, int], int]) -> None:
        self._measure = measure
        self._rows: list[list[int]] = []

    def anew(self, rows: int, columns: int) -> None:
        """Measure all cells of a table of so many rows and columns."""
        self._rows = [[self._measure(row, column) for column in range(columns)] for row in range(rows)]

    def again(self, row: int, columns: Iterable[int]) -> None:
        """Measure these cells of a row, which are others now."""
        for column in columns:
            self._rows[row][column] = self._measure(row, column)

    def of(self, row: int) -> int:
        """The height that the highest cell of a row needs, in pixels."""
        return max(self._rows[row], default=0)
