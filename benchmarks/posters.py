"""A map over sheets against laying it out on one page and having `pdfposter` cut that."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from benchmarks.maps import JOURNEY, large_map
from benchmarks.our_pdf import our_pdf
from benchmarks.rounds import at_once, medians
from benchmarks.sheets import PAPER, scale_for, spread
from benchmarks.table import Row
from export.paper.pages import plan
from export.paper.papers import Paper
from journey.layout import View, layout

CARDS = 50
"""It reads the whole page anew for each sheet: of ten times as many cards it takes minutes."""


def poster_rows(rounds: int) -> Iterator[Row]:
    """Time of either way by the clock; that it fails, where it does; nothing where it is not installed."""
    if (program := which("pdfposter")) is None:
        return
    drawing = layout(large_map(CARDS), View(JOURNEY))
    page, scale = plan(drawing, Paper.parse("A0")), scale_for(drawing)
    with TemporaryDirectory() as folder:
        one, many, posters = (Path(folder) / f"{name}.pdf" for name in ("one", "many", "posters"))
        larger = f"{scale / page.scale:.4f}"
        command = [program, "--media-size", PAPER.lower(), "--scale", larger, str(one), str(posters)]

        def cut() -> None:
            our_pdf(drawing, page, one)
            subprocess.run(command, check=True, capture_output=True, text=True)

        ours = at_once(lambda: our_pdf(drawing, spread(drawing, scale), many))
        case = f"PDF, {len(spread(drawing, scale).sheets)} sheets {PAPER}"
        try:
            taken = medians({"ours": ours, "cut": at_once(cut)}, rounds, time.perf_counter)
        except subprocess.CalledProcessError as error:
            alone = medians({"ours": ours}, rounds, time.perf_counter)
            why = error.stderr.strip().splitlines()[-1].split(":")[0] if error.stderr else error.returncode
            yield Row(f"{case}; pdfposter fails: {why}", CARDS, alone["ours"], "ms")
            return
        yield Row(case, CARDS, taken["ours"], "ms", "one page cut by pdfposter", taken["cut"])
