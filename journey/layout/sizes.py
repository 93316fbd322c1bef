"""How large things are on the map, in map millimetres: the one place where sizes stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from journey.text import Weight

COLUMN = 60.0
"""A step's column as wide as it usually is, gutter included."""
GUTTER = 4.8
"""Between the cards of neighbouring columns: links run here."""
CARD = COLUMN - GUTTER
_column: ContextVar[float] = ContextVar("column", default=COLUMN)


def column() -> float:
    """The width of a step's column in the layout being made: `COLUMN`, unless its view wants another."""
    return _column.get()


def card() -> float:
    """The width of a card over one step in the layout being made."""
    return _column.get() - GUTTER


@contextmanager
def columns_of(width: float) -> Iterator[None]:
    """Make the layout within with columns of a width."""
    token = _column.set(width)
    try:
        yield
    finally:
        _column.reset(token)


RAIL = 58.0
"""The lane names at the left."""
ROW_PAD = 3.6
"""Above the first and below the last card of a lane."""
LEVEL_GAP = 3.6
"""Between cards that stand under one another."""

ACCENT = 2.0
RADIUS = 2.6
PAD_LEFT, PAD_RIGHT, PAD_TOP, PAD_BOTTOM = 3.4, 2.8, 2.7, 2.5
CARD_MIN = 23.0
STEP_MIN = 22.0
FOOT_GAP = 1.6
FOOT_ROW = 6.2
GLYPH = 3.5
BADGE = 3.5
"""Radius of a star or question mark at a card's corner."""
CHIP_HEIGHT = 5.8
CHIP_PAD = 1.9
EDGE = 0.32
"""The line around a card."""

STAGE_MIN = 15.0
STAGE_POINT = 5.0
STAGE_GAP = 1.6
STAGE_PAD = 4.4
HEADER_PAD = 3.0
PHASE_ROW = 8.0

FEELING_ROW = 50.0
FEELING_EDGE = 7.0
"""From the row's edge to where the curve may reach."""
POINT = 2.5
MARKER = 1.0
"""The line around a point of the curve."""
CURVE = 1.3
OWNER_PILL = 10.4
LINE_ROW = 11.0
EMPTY_ROW = 22.0

LINK = 0.62
ARROW = 2.5
TRACK = 0.95
"""Between links that run beside one another."""
TRUNK = 1.5
"""Of links that have to run on one another."""


class Style:
    """How a text is set: em in mm, leading in mm, weight."""

    __slots__ = ("leading", "size", "weight")

    def __init__(self, size: float, leading: float, weight: Weight) -> None:
        self.size, self.leading, self.weight = size, leading, weight


CARD_TEXT = Style(5.8, 7.4, 400)
STEP_TEXT = Style(5.8, 7.4, 600)
FOOT_TEXT = Style(4.2, 5.4, 400)
FOOT_STRONG = Style(4.2, 5.4, 600)
CHIP_TEXT = Style(3.8, 5.0, 700)
CODE_TEXT = Style(2.5, 3.0, 500)
LANE_TEXT = Style(5.6, 7.0, 600)
LINE_TEXT = Style(4.6, 5.8, 600)
STAGE_TEXT = Style(6.8, 8.4, 700)
PHASE_TEXT = Style(4.6, 5.8, 600)
WORD_TEXT = Style(5.0, 6.2, 500)
OWNER_TEXT = Style(5.0, 6.2, 500)
LINK_TEXT = Style(3.8, 4.8, 500)
TRUNK_TEXT = Style(3.0, 3.6, 700)
MEASURE_STRONG = Style(5.0, 6.6, 600)

MARGIN = 14.0
"""Around everything on paper."""
PANEL = 172.0
PANEL_GAP = 12.0
BELOW_GAP = 16.0
"""Between a map and a panel below it."""
NARROW = 330.0
"""The width of map under which the title runs on over the panel."""
MOST_GROWN = 1.6
"""How much the panel and the title may grow beside a large map."""
PANEL_SHARE = 0.36
"""How wide the panel may grow, as a share of the map beside it."""
TITLE_MAP = 640.0
"""The width of a map that the title's size is meant for."""
TITLE_TEXT = Style(21.0, 25.0, 700)
PURPOSE_TEXT = Style(8.4, 11.4, 400)
PURPOSE_STRONG = Style(8.4, 11.4, 700)
PANEL_HEAD = Style(5.4, 7.0, 600)
PANEL_TEXT = Style(6.8, 9.2, 400)
PANEL_STRONG = Style(6.8, 9.2, 700)
PANEL_SMALL = Style(5.4, 7.4, 400)
LEGEND_TEXT = Style(5.0, 6.4, 400)
PORTRAIT = 38.0
