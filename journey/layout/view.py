"""What of a map is to be drawn, for whom, and what else is said beside it."""

from __future__ import annotations

from dataclasses import dataclass

from journey.drawing import Block
from journey.finding import Finding
from journey.layout.plot import Told
from journey.layout.sizes import COLUMN


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a map on paper: what it says, how much of it is known, and the sheet's own facts.

    ``backed`` of ``cards`` rest on evidence, ``sources`` names it; ``foot`` are lines at the bottom, beside a
    ``stamp`` if there is one.
    ``below``: all of it stands below the map, which suits a map that is wide.
    """

    says: tuple[Finding, ...] = ()
    backed: int = 0
    cards: int = 0
    sources: str = ""
    foot: tuple[str, ...] = ()
    below: bool = False
    stamp: Block | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a map that is a part of a longer journey takes from the rest of it.

    ``felt`` are the feelings of the whole journey by columns from the part's first, so that curves run as
    they do there. ``stages`` and ``steps`` are how high the headers' rows are at least, in map mm.
    """

    felt: tuple[Told, ...]
    stages: float = 0.0
    steps: float = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """One journey in a language (BCP 47); ``findings`` put question marks on cards; ``beside`` is for paper.

    ``codes``: each card shows its short code at its corner, for those who write at the wall. ``column`` is
    how wide a step's column is, in map mm. ``around`` is for a part of a journey.

    Without ``beside`` there is neither title block nor panel nor legend, as on screen.
    """

    journey: str
    language: str = "en"
    findings: tuple[Finding, ...] = ()
    beside: Beside | None = None
    codes: bool = False
    column: float = COLUMN
    around: Around | None = None
