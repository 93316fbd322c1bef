"""Whether a card of a large map takes as long as one of a small map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.table import Row

A_CARD_OF_A_LARGER_MAP = 1.3
"""Not quite one: what is larger than the processor's cache takes longer to reach."""

_CASES = ("layout, everything", "PDF, A0")


def growth_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """For what was measured of several sizes, the time a card takes against that in the next smaller map."""
    for case in _CASES:
        taken = {row.cards: row.measured for row in rows if (row.case, row.unit) == (case, "ms")}
        for smaller, larger in pairwise(sorted(taken)):
            yield Row(
                f"{case}, a card",
                larger,
                taken[larger] / larger * 1000,
                "µs",
                f"of {smaller:,}:",
                taken[smaller] / smaller * 1000,
                A_CARD_OF_A_LARGER_MAP,
            )
