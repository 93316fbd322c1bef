"""What somebody asked an export to be like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Lengths of paper in mm, ``read_from`` in metres; ``every`` for all journeys of the file.

    Without ``read_from`` and ``scale`` a map is as large as its paper allows.
    """

    paper: str = "A0"
    orientation: Literal["auto", "portrait", "landscape"] = "auto"
    margin: float = 10.0
    scale: float | None = None
    read_from: float | None = None
    dpi: int = 150
    journey: str | None = None
    every: bool = False
