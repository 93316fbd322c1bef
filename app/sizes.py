"""Lengths of the interface, in pixels at its usual size, and what they are at the present one."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

TEXT = 13
"""Pixels of the interface's text at its usual size, which all lengths of the panels go by."""

SMALL_TEXT = 11
PALETTE_WIDTH, PALETTE_NARROW = 204, 150
INSPECTOR_WIDTH, INSPECTOR_NARROW = 320, 276
STRIP_WIDTH = 40
LABEL_WIDTH = 78
MARGIN = 18
GAP = 7
TILE_HEIGHT = 38
OWNER_HEIGHT = 29
ICON = 14
SMALL_ICON = 12
RADIUS = 5
ACCENT = 4
CHIP_HEIGHT = 18
BAR = 6
SWATCH = 18
PORTRAIT = 72
STATUS_HEIGHT = 28
ZOOM_WIDTH = 110
TABLE_COLUMN = 170
TABLE_RAIL = 132
CELL_MARGIN = 7
OFFERS_WIDTH = 220

DRAWER_WIDTH, DRAWER_NARROW = 356, 306
NARROW = 1100
"""A window's width below which what stands beside the map gives way to it."""
KEY_WIDTH = 112
TITLE_WIDTH = 180
THUMBNAIL = (232, 132)
WINDOW = (1440, 900)


def beside(window: int, usual: int, narrow: int) -> int:
    """How wide something beside the map is in a window so many pixels wide: narrow where that is small."""
    return px(narrow if window < px(NARROW) else usual)


def px(length: float) -> int:
    """A length in pixels at the interface's present size."""
    return round(length * QApplication.font().pixelSize() / TEXT)
