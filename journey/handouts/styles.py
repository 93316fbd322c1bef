"""How the text of handouts is set: sizes in points, as they stand on A4 and A5."""

from __future__ import annotations

from journey.layout.sizes import Style
from journey.text import Weight

LEAST_POINTS = 8.0
"""The smallest text of any handout; what has no room at this size goes on another page."""
POINT = 25.4 / 72
"""Millimetres in a point."""


def style(points: float, weight: Weight = 400, leading: float = 1.34) -> Style:
    """A style by its size in points and its leading in parts of that."""
    return Style(points * POINT, points * leading * POINT, weight)


TITLES = (style(26.0, 700, 1.14), style(20.0, 700, 1.16), style(16.0, 700, 1.2))
"""Titles, the largest first: a longer one is set smaller."""
RUNNING = style(11.0, 700)
"""The title on the pages after the first."""
LEAD = style(11.5)
LEAD_STRONG = style(11.5, 600, 1.24)
HEADING = style(13.5, 700, 1.2)
STRONG = style(10.5, 600)
STEP = style(11.0, 700, 1.26)
BODY = style(10.0)
BODY_STRONG = style(10.0, 600)
SMALL = style(9.0)
SMALL_STRONG = style(9.0, 600)
LABEL = style(8.0, 600, 1.4)
FOOT = style(8.0)
FIGURE = style(20.0, 700, 1.15)
