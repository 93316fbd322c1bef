"""What somebody asked an export to be like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.printing.audience import Audience
from export.paper.tile_grid import Marks
from journey.layout.sizes import COLUMN

if TYPE_CHECKING:
    # With it comes ReportLab, which the window does not wait for.
    from export.paper.pdf_parts import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Lengths of paper in mm, ``read_from`` in metres; ``every`` for all journeys of the file.

    Without ``read_from`` and ``scale`` a map is as large as its paper allows. ``sheets`` is the paper that a
    map is spread over, as `Tiling` says, in one PDF or each in its own; else it goes on one ``paper``.
    ``archive`` is the standard that a PDF to be kept for long shall meet. ``bleed`` is what is printed
    beyond where a sheet is trimmed. ``column`` is how wide columns are, map mm.
    """

    paper: str = "A0"
    orientation: Literal["auto", "portrait", "landscape"] = "auto"
    margin: float = 10.0
    scale: float | None = None
    read_from: float | None = None
    dpi: int = 150
    journey: str | None = None
    every: bool = False
    bleed: float = 0.0
    column: float = COLUMN
    panel: Literal["auto", "beside", "below"] = "auto"
    sheets: str | None = None
    overlap: float = 10.0
    marks: Marks = "corner"
    repeat_lanes: bool = False
    page_map: bool = True
    each_its_file: bool = False
    archive: Archive | None = None
    audience: Audience = field(default_factory=Audience)
    whole_set: bool = False
