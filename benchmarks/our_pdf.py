"""The map as a PDF as `reisekart export` writes it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.plain_marks import no_picture
from export.paper.pages import Plan
from export.paper.pdf import Info, write_pdf
from journey.drawing import Drawing


def our_pdf(drawing: Drawing, planned: Plan, target: Path) -> None:
    """Write a drawing as it is planned."""
    write_pdf([drawing], [planned], target, info=Info("A large map"), pictures=_no_picture)


def _no_picture(asset: str) -> tuple[bytes, str]:
    return no_picture(asset), ""
