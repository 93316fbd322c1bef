"""Sheets as they are printed: each with its marks and names, and the page map before them."""

from __future__ import annotations

from dataclasses import replace

from export.paper.page_map import page_map
from export.paper.pages import Page, Plan
from export.paper.sheet_marks import marked
from export.paper.tile_grid import Tiling
from journey.drawing import Block, Drawing, Placed

_FROM_RIGHT, _UNDER_MAP = 6.0, 2.0


def with_marks(
    drawing: Drawing, plan: Plan, tiling: Tiling, margin: float, stamp: Block | None = None
) -> Plan:
    """A plan whose sheets bear what stands around the map, the page map first if it is wanted.

    Below the map each bears the ``stamp``, which is as large as it is on paper.
    """
    sheets = [_stamped(page, plan.scale, stamp) for page in marked(drawing, plan, tiling)]
    first = (page_map(drawing, plan, margin),) if tiling.page_map else ()
    return replace(plan, pages=(*first, *sheets))


def _stamped(page: Page, scale: float, stamp: Block | None) -> Page:
    if stamp is None:
        return page
    right, bottom = page.left + page.across * scale, page.top + page.down * scale
    placed = Placed(right - _FROM_RIGHT - stamp.w, bottom + _UNDER_MAP, stamp)
    return replace(page, over=(*page.over, placed))
