"""Sheets as they are printed: each with its marks and names, and the page map before them."""

from __future__ import annotations

from dataclasses import replace

from export.paper.page_map import page_map
from export.paper.pages import Plan
from export.paper.sheet_marks import marked
from export.paper.tile_grid import Tiling
from journey.drawing import Drawing


def with_marks(drawing: Drawing, plan: Plan, tiling: Tiling, margin: float) -> Plan:
    """A plan whose sheets bear what stands around the map, the page map first if it is wanted."""
    sheets = marked(drawing, plan, tiling)
    first = (page_map(drawing, plan, margin),) if tiling.page_map else ()
    return replace(plan, pages=(*first, *sheets))
