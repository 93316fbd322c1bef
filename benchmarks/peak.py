"""How much memory a map takes at its peak, laid out and printed in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.maps import JOURNEY, large_map
from benchmarks.memory import peak_memory
from benchmarks.our_pdf import our_pdf
from benchmarks.table import Row
from export.paper.pages import plan
from export.paper.papers import Paper
from journey.layout import View, layout

MOST_AT_10_000 = 250.0
_AIMED_AT = 10_000
_REPOSITORY = Path(__file__).parent.parent


def peak_rows(cards: int) -> Iterator[Row]:
    """The most memory that a process had that laid a map out and wrote its PDF."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.peak", str(cards), str(Path(folder) / "map.pdf")]
        told = subprocess.run(command, cwd=_REPOSITORY, capture_output=True, check=True, text=True)
    aimed = cards == _AIMED_AT
    limit, aim = (MOST_AT_10_000, 1.0) if aimed else (0.0, None)
    yield Row("memory, layout and PDF", cards, float(told.stdout), "MB", "limit", limit, aim)


def _lay_out_and_print(cards: int, target: Path) -> None:
    drawing = layout(large_map(cards), View(JOURNEY))
    our_pdf(drawing, plan(drawing, Paper.parse("A0")), target)


if __name__ == "__main__":
    _lay_out_and_print(int(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(str(peak_memory()))
