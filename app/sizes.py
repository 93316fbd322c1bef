"""Lengths of the interface, in pixels at its usual size, and what they are at the present one."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

TEXT = 13
"""Pixels of the interface's text at its usual size, which all lengths of the panels go by."""

SMALL_TEXT = 11
PALETTE_WIDTH = 204
INSPECTOR_WIDTH = 320
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

DRAWER_WIDTH = 356
KEY_WIDTH = 112
TITLE_WIDTH = 180
THUMBNAIL = (232, 132)
WINDOW = (1440, 900)


def px(length: float) -> int:
    """A length in pixels at the interface's present size."""
    return round(length * QApplication.font().pixelSize() / TEXT)
