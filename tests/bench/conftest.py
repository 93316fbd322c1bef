"""How a measurement is taken and told: the best of several runs, against what it may take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

Measure = Callable[[str, Callable[[], object], float], None]


@pytest.fixture
def measure() -> Measure:
    """Run the work seven times, tell the best time, and fail where even that is above the limit in ms."""

    def run(what: str, work: Callable[[], object], limit: float) -> None:
        best = min(_milliseconds(work) for _ in range(7))
        sys.stdout.write(f"\n{what:60} {best:8.1f} ms of {limit:.0f}")
        assert best <= limit, f"{what} took {best:.1f} ms; it may take {limit:.0f}"

    return run


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
