"""The map's fonts for Qt: made from the very bytes that the text was shaped with."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from journey.text import Weight, font_data

EM = 64
"""Pixels an em has in the fonts; painters scale from there, so glyphs are never hinted to a size."""


@cache
def raw_font(font: str) -> QRawFont:
    """The font of a glyph run, ``EM`` pixels high. Raises ValueError if Qt cannot read it."""
    made = QRawFont(QByteArray(font_data(font)), EM, QFont.HintingPreference.PreferNoHinting)
    if not made.isValid():
        raise ValueError(f"Qt cannot read the font {font}")
    return made


@cache
def family(font: str) -> str:
    """The name under which Qt knows one of the map's fonts, for text fields and the interface."""
    known = QFontDatabase.addApplicationFontFromData(QByteArray(font_data(font)))
    return QFontDatabase.applicationFontFamilies(known)[0]


def map_font(weight: Weight, pixels: float) -> QFont:
    """The map's own face at a height in pixels."""
    font = QFont(family(f"Inter-{weight}"))
    font.setPixelSize(max(round(pixels), 1))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
