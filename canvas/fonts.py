"""The map's fonts for Qt: made from the very bytes that the text was shaped with."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QRawFont

from journey.text import font_data

EM = 64
"""Pixels an em has in the fonts; painters scale from there, so glyphs are never hinted to a size."""


@cache
def raw_font(font: str) -> QRawFont:
    """The font of a glyph run, ``EM`` pixels high. Raises ValueError if Qt cannot read it."""
    made = QRawFont(QByteArray(font_data(font)), EM, QFont.HintingPreference.PreferNoHinting)
    if not made.isValid():
        raise ValueError(f"Qt cannot read the font {font}")
    return made
