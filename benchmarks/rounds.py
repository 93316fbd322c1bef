"""How long things take beside one another: in turn, several times over, and of each the middle time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

Work = Callable[[], object]
Prepare = Callable[[], Work]
"""Gives the work to be timed; what it does itself is not timed."""


def at_once(work: Work) -> Prepare:
    """Work that needs no preparation."""
    return lambda: work


def medians(
    works: Mapping[str, Prepare], rounds: int, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """Milliseconds each of the works takes, once a round in turn; the first round only warms up.

    ``process_time`` leaves out what other programs take of the machine; for what waits for a disk or for
    another process, take ``perf_counter``.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds + 1):
        for name, prepare in works.items():
            taken[name].append(_milliseconds(prepare(), clock))
    return {name: median(times[1:]) for name, times in taken.items()}


def _milliseconds(work: Work, clock: Callable[[], float]) -> float:
    gc.collect()
    start = clock()
    work()
    return (clock() - start) * 1000
