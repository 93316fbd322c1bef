"""What it takes to spread a map over a hundred sheets, and how fast a printer's own program draws each."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from functools import partial
from math import sqrt
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from benchmarks.clipped_form import clipped_form
from benchmarks.maps import JOURNEY
from benchmarks.our_pdf import our_pdf
from benchmarks.rounds import at_once, medians
from benchmarks.table import Row
from export.paper.pages import Plan, plan
from export.paper.papers import Paper
from export.paper.spread import with_marks
from export.paper.tile_grid import Tiling
from export.paper.tiles import tile
from journey.drawing import Drawing
from journey.layout import View, layout
from journey.model import Card, MapData

SHEETS = 114
OF_ONE_PAGE, OF_A_FORM = 2.5, 0.2
"""What is aimed at for the map of ``_AIMED_AT`` cards."""
_AIMED_AT = 10_000
PAPER, MARGIN = "A4", 10.0
_SHOWN = 5
"""Of so many sheets the drawing is timed."""
_STEPS = 12


def sheet_rows(map_data: MapData, rounds: int) -> Iterator[Row]:
    """Time of a PDF of many sheets against one page, and of drawing the sheets."""
    drawing, cards = layout(map_data, View(JOURNEY)), len(map_data.of(Card))
    planned = spread(drawing, scale_for(drawing))
    case = f"PDF, {len(planned.sheets)} sheets {PAPER}"
    with TemporaryDirectory() as folder:
        one, many, form = (Path(folder) / f"{name}.pdf" for name in ("one", "many", "form"))
        yield from _written(case, cards, drawing, (one, many), planned.scale, rounds)
        clipped_form(drawing, planned, form)
        yield from _drawn(cards, many, form, planned, rounds)


def _written(
    case: str, cards: int, drawing: Drawing, files: tuple[Path, Path], scale: float, rounds: int
) -> Iterator[Row]:
    one, many = files
    page = plan(drawing, Paper.parse("A0"))
    works = {
        "sheets": at_once(lambda: our_pdf(drawing, spread(drawing, scale), many)),
        "page": at_once(partial(our_pdf, drawing, page, one)),
    }
    taken = medians(works, rounds)
    yield Row(
        case,
        cards,
        taken["sheets"],
        "ms",
        "one page A0",
        taken["page"],
        OF_ONE_PAGE if cards == _AIMED_AT else None,
    )
    sizes = [file.stat().st_size / 1000 for file in (many, one)]
    yield Row(case, cards, sizes[0], "KB", "one page A0", sizes[1])


def _drawn(cards: int, ours: Path, form: Path, planned: Plan, rounds: int) -> Iterator[Row]:
    """How long poppler takes for a sheet, from either file; nothing where there is no poppler."""
    program = which("pdftoppm")
    if program is None:
        return
    count = len(planned.sheets)
    chosen = sorted({1 + place * (count - 1) // max(_SHOWN - 1, 1) for place in range(_SHOWN)})
    # Before our first sheet there is the page map.
    works = {
        "ours": at_once(partial(_draw, program, ours, [sheet + 1 for sheet in chosen])),
        "form": at_once(partial(_draw, program, form, chosen)),
    }
    taken = medians(works, rounds, time.perf_counter)
    aim = OF_A_FORM if cards == _AIMED_AT else None
    each = {name: total / len(chosen) for name, total in taken.items()}
    yield Row("a sheet, drawn by poppler", cards, each["ours"], "ms", "clipped form", each["form"], aim)


def _draw(program: str, file: Path, pages: list[int]) -> None:
    for page in pages:
        command = [program, "-r", "72", "-f", str(page), "-l", str(page), "-png", str(file)]
        subprocess.run([*command, str(file.with_suffix(""))], check=True, capture_output=True)


def spread(drawing: Drawing, scale: float) -> Plan:
    """A drawing over sheets at a scale, with all that stands on them."""
    return with_marks(drawing, tile(drawing, Paper.parse(PAPER), Tiling(), scale=scale), Tiling(), MARGIN)


def scale_for(drawing: Drawing) -> float:
    """The scale at which a drawing takes about so many sheets."""
    low, high = 0.01, 20.0
    scale = low
    for _step in range(_STEPS):
        scale = sqrt(low * high)
        found = len(tile(drawing, Paper.parse(PAPER), Tiling(), scale=scale).sheets)
        if found == SHEETS:
            break
        low, high = (scale, high) if found < SHEETS else (low, scale)
    return scale
