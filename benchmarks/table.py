"""What was measured, as lines of one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Something measured in a unit, against what it is compared with.

    The most the ratio may be is its aim, the most that is measured its limit; a row has one or none.
    """

    case: str
    cards: int
    measured: float
    unit: str
    against: str = ""
    reference: float = 0.0
    aim: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference it takes."""
        return self.measured / self.reference

    @property
    def verdict(self) -> str:
        """Whether the aim or the limit is met; nothing where there is none."""
        if self.limit is not None:
            return "ok" if self.measured <= self.limit else "OVER"
        if self.aim is None:
            return ""
        return "ok" if self.ratio <= self.aim else "OVER"

    @property
    def most(self) -> str:
        """The aim or the limit in words."""
        if self.limit is not None:
            return _amount(self.limit, self.unit)
        return "" if self.aim is None else f"{self.aim:.2f}"


HEADINGS = ("case", "cards", "measured", "against", "ratio", "aim", "")
_LEFT = (0, 3)


def lines_of(rows: Iterable[Row]) -> list[str]:
    """The table, as Markdown has it."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(HEADINGS))]
    rule = ["-" * width if place in _LEFT else "-" * (width - 1) + ":" for place, width in enumerate(widths)]
    return [_line(line, widths) for line in (cells[0], tuple(rule), *cells[1:])]


def _cells(row: Row) -> tuple[str, ...]:
    compared = bool(row.reference)
    return (
        row.case,
        f"{row.cards:,}" if row.cards else "",
        _amount(row.measured, row.unit),
        f"{row.against} {_amount(row.reference, row.unit)}" if compared else "",
        f"{row.ratio:.2f}" if compared else "",
        row.most,
        row.verdict,
    )


def _amount(measured: float, unit: str) -> str:
    return f"{measured:,.0f} {unit}" if measured >= 10 else f"{measured:.2f} {unit}"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = [
        cell.ljust(width) if place in _LEFT else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"
