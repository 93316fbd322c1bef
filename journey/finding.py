"""What a finding is: something the map itself says that the room should hear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: members stand gravest first."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the map says: what kind it is (``id``, such as ``unowned-touchpoint``) and a sentence.

    ``records`` are the ids of what it is about, the one to point at first.
    ``message`` is in the language that was spoken when it was found.
    """

    id: str
    severity: Severity
    records: tuple[str, ...]
    message: str
