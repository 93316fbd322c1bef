"""Merging: two copies of one map that went apart are made one again, and nobody's work is lost."""

from __future__ import annotations

from journey.merging.conflict import Choices, Conflict, Dispute, Note, Remark, Side
from journey.merging.incoming import counts, incoming
from journey.merging.keeping import keeps_other
from journey.merging.merge import Merge, merge
from journey.merging.words import Told, remark_words, shown_as, told

__all__ = [
    "Choices",
    "Conflict",
    "Dispute",
    "Merge",
    "Note",
    "Remark",
    "Side",
    "Told",
    "counts",
    "incoming",
    "keeps_other",
    "merge",
    "remark_words",
    "shown_as",
    "told",
]
