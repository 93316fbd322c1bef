"""Where a print is trimmed: marks outside of what is printed beyond the edge."""

from __future__ import annotations

from export.paper.lettering import on_paper, rule
from journey.drawing import Mark, Placed

MOST_BLEED = 10.0
_GAP, _TICK = 1.0, 5.0


def trim_for(bleed: float) -> float:
    """How much of a page is trimmed off at each edge: the bleed, and outside of it the marks."""
    return bleed + _GAP + _TICK if bleed else 0.0


def trim_marks(w: float, h: float, bleed: float) -> tuple[Placed, ...]:
    """Two ticks at each corner of a page of w x h mm, outside the bleed, along which it is trimmed."""
    if not bleed:
        return ()
    trim = trim_for(bleed)
    marks: list[Mark] = []
    for x, outwards in ((trim, -1), (w - trim, 1)):
        for y, up in ((trim, -1), (h - trim, 1)):
            near, far = bleed + _GAP, bleed + _GAP + _TICK
            marks.append(rule(x + outwards * near, y, x + outwards * far, y))
            marks.append(rule(x, y + up * near, x, y + up * far))
    return on_paper(marks, w, h)
