"""The most memory that this process has had."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def peak_memory() -> float:
    """The most memory this process has had, MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # What Linux tells by getrusage includes what the parent had when it started this process.
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        return int(found[1]) / 1000 if found else 0.0
    from resource import RUSAGE_SELF, getrusage

    return getrusage(RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
