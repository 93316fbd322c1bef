"""Text with separators as rows of cells: which separator it uses, and on which line each row begins."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from export.notices import Notice
from export.sheets.columns import column_named
from journey.model import CardKind
from resources.words import _

SEPARATORS = (";", ",", "\t")
ROW_LIMIT = 200_000
"""Rows of a sheet that are read."""
SAMPLE_LENGTH, SAMPLE_ROWS = 200_000, 25
PLACES: frozenset[str | CardKind] = frozenset({"stage", "step", "phase", CardKind.TOUCHPOINT})
"""Headings of which a sheet needs one, so that its rows have a place in a journey."""
CELL_LIMIT = 64_000_000

csv.field_size_limit(CELL_LIMIT)  # the default refuses cells that our files may well have


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, trimmed, and the line it begins on, from 1; ``apart``: below an empty row."""

    line: int
    cells: tuple[str, ...]
    apart: bool = False


def rows_of(text: str) -> tuple[list[Row], list[Notice]]:
    """Give the rows that are not empty, turned upright if their headings stand in the first column."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    told, body, skipped = _told_separator(unified)
    rows = _rows(body, told or _separator(body), skipped)
    kept = list(islice(rows, ROW_LIMIT))
    notices = []
    if next(rows, None) is not None:
        sentence = _("The sheet is longer than {limit} rows; the rows after them were not read.")
        notices.append(Notice(kept[-1].line, sentence.format(limit=ROW_LIMIT)))
    if _lies_on_its_side(kept):
        notices.append(Notice(0, _("The headings stand in the first column; each column was read as a row.")))
        kept = _upright(kept)
    return kept, notices


def known(cells: tuple[str, ...]) -> set[str | CardKind]:
    """Give what the cells mean as headings."""
    return {meaning for cell in cells if (meaning := column_named(cell)) is not None}


def heading_row(rows: list[Row]) -> int:
    """Give the index of the row with most headings that are known, the first of them; -1 without rows."""
    counts = [len(known(row.cells)) for row in rows[:SAMPLE_ROWS]]
    return counts.index(max(counts)) if counts else -1


def _told_separator(text: str) -> tuple[str, str, int]:
    """Take off the line “sep=;” that some spreadsheets begin a file with."""
    first, _break, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip('"')) <= 5 and first[4:5] in SEPARATORS:
        return first[4:5], rest, 1
    return "", text, 0


def _rows(text: str, separator: str, skipped: int = 0) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    line, apart = skipped + 1, False
    for cells in reader:
        trimmed = tuple(cell.strip() for cell in cells)
        if any(trimmed):
            yield Row(line, trimmed, apart)
        apart = not any(trimmed)
        line = skipped + reader.line_num + 1


def _separator(text: str) -> str:
    """Give the separator that shows most known headings, then the most rows of the same width above one."""

    def fitness(separator: str) -> tuple[int, int, int]:
        rows = list(islice(_rows(text[:SAMPLE_LENGTH], separator), SAMPLE_ROWS))
        widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
        headings = max((len(known(row.cells)) for row in rows), default=0)
        aside = len(known(tuple(row.cells[0] for row in rows)))
        return max(headings, aside), max(widths.values(), default=0), max(widths, default=0)

    return max(SEPARATORS, key=fitness)


def _lies_on_its_side(rows: list[Row]) -> bool:
    """Tell whether the first column, and no row, is the headings."""
    aside = known(tuple(row.cells[0] for row in rows[: 2 * SAMPLE_ROWS]))
    across = known(rows[heading_row(rows)].cells) if rows else set()
    return len(aside) > 1 and bool(aside & PLACES) and len(across) <= 1


def _upright(rows: list[Row]) -> list[Row]:
    columns = zip_longest(*(row.cells for row in rows), fillvalue="")
    return [Row(place, cells) for place, cells in enumerate(columns, start=1) if any(cells)]
