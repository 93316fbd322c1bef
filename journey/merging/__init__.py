"""Merging: two copies of one map that went apart are made one again, and nobody's work is lost."""

from __future__ import annotations

from journey.merging.conflict import Choices, Conflict, Dispute, Note, Remark, Side
from journey.merging.merge import Merge, difference, merge

__all__ = [
    "Choices",
    "Conflict",
    "Dispute",
    "Merge",
    "Note",
    "Remark",
    "Side",
    "difference",
    "merge",
]
