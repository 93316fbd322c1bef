"""How long a command takes before it does anything: nobody waits for help."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent.parent

Measure = Callable[[str, Callable[[], object], float], None]


def bench_the_first_word(measure: Measure) -> None:
    command = [sys.executable, "-m", "app", "--help"]
    measure(
        "reisekart --help",
        lambda: subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True),
        400,
    )
