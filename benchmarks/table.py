"""What was measured, as lines of one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Something measured in a unit, against what it is compared with, and the most the ratio may be."""

    case: str
    cards: int
    measured: float
    unit: str
    against: str = ""
    reference: float = 0.0
    aim: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference it takes."""
        return self.measured / self.reference

    @property
    def verdict(self) -> str:
        """Whether the aim is met; nothing where there is none."""
        if self.aim is None:
            return ""
        return "ok" if self.ratio <= self.aim else "OVER"


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
        "" if row.aim is None else f"{row.aim:.2f}",
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
