"""How long a command takes before it does anything, and that it loads nothing large for it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.rounds import at_once, medians
from benchmarks.table import Row

LARGE = ("networkx", "numpy", "PySide6", "reportlab", "sqlite_utils", "uharfbuzz")
_REPOSITORY = Path(__file__).parent.parent


def start_rows(rounds: int) -> Iterator[Row]:
    """The help against Python alone, then against Python with what the help must not load."""
    asked = {
        "help": ["-m", "app", "--help"],
        "Python alone": ["-c", "pass"],
        "import of all that is large": ["-c", f"import {', '.join(LARGE)}"],
    }
    works = {name: at_once(partial(_run, arguments)) for name, arguments in asked.items()}
    taken = medians(works, rounds, time.perf_counter)
    for against in list(asked)[1:]:
        yield Row("reisekart --help", 0, taken["help"], "ms", against, taken[against])
    loaded = _run(["-X", "importtime", "-m", "app", "--help"]).stderr
    found = [name for name in LARGE if f"| {name}\n" in loaded]
    yield Row("reisekart --help, large packages loaded", 0, len(found), "", "of", len(LARGE), 0.0)


def _run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=_REPOSITORY, capture_output=True, check=True, text=True)
