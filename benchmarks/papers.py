"""How long a PDF takes and how large it is, against what one would use instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import with_qt, with_reportlab
from benchmarks.maps import JOURNEY
from benchmarks.our_pdf import our_pdf
from benchmarks.rounds import Work, at_once, medians
from benchmarks.table import Row
from export.paper.pages import Page, Plan, plan
from export.paper.papers import Paper
from journey.drawing import Drawing
from journey.layout import View, layout
from journey.model import Card, MapData

PAPERS = {"A0": "A0", "5 m roll": "5000x914mm"}
TIME_OF_QT, BYTES_OF_QT, TIME_OF_REPORTLAB = 0.8, 0.45, 1.5

OURS = "PDF"
QT = "QPdfWriter, drawText"
QT_GLYPHS = "QPdfWriter, glyph runs"
REPORTLAB = "bare ReportLab"
PARAGRAPHS = "ReportLab Paragraph"

_THEIRS: dict[str, Callable[[Drawing, Page, Path], None]] = {
    QT: with_qt.draw_text,
    QT_GLYPHS: with_qt.glyph_runs,
    REPORTLAB: with_reportlab.lines,
    PARAGRAPHS: with_reportlab.paragraphs,
}
_GLYPH_RUNS_UP_TO = 500  # a hundred times slower: for larger maps one would wait for minutes


def paper_rows(map_data: MapData, rounds: int) -> Iterator[Row]:
    """Time and size of a PDF of a map whose layout is done, for each paper."""
    drawing, cards = layout(map_data, View(JOURNEY)), len(map_data.of(Card))
    for name, paper in PAPERS.items():
        planned = plan(drawing, Paper.parse(paper))
        with TemporaryDirectory() as folder:
            works = _works(drawing, planned, Path(folder))
            if cards > _GLYPH_RUNS_UP_TO or name != "A0":
                del works[QT_GLYPHS]
            yield from _rows(f"PDF, {name}", cards, works, rounds)


def _works(drawing: Drawing, planned: Plan, folder: Path) -> dict[str, tuple[Path, Work]]:
    """For each writer the file it writes and how."""
    files = [folder / f"{number}.pdf" for number in range(len(_THEIRS) + 1)]
    works: dict[str, tuple[Path, Work]] = {OURS: (files[0], partial(our_pdf, drawing, planned, files[0]))}
    for file, (writer, write) in zip(files[1:], _THEIRS.items(), strict=True):
        works[writer] = file, partial(write, drawing, planned.pages[0], file)
    return works


def _rows(case: str, cards: int, works: Mapping[str, tuple[Path, Work]], rounds: int) -> Iterator[Row]:
    taken = medians({writer: at_once(work) for writer, (_file, work) in works.items()}, rounds)
    sizes = {writer: file.stat().st_size / 1000 for writer, (file, _work) in works.items()}
    aims = {QT: TIME_OF_QT, REPORTLAB: TIME_OF_REPORTLAB}
    for writer in list(works)[1:]:
        yield Row(case, cards, taken[OURS], "ms", writer, taken[writer], aims.get(writer))
    for writer in list(works)[1:]:
        aim = BYTES_OF_QT if writer == QT else None
        yield Row(case, cards, sizes[OURS], "KB", writer, sizes[writer], aim)
