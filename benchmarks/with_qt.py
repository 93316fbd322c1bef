"""The map as a PDF by Qt's own writer: what a Qt program would use instead of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPageSize, QPainter, QPdfWriter

from benchmarks.plain_marks import no_picture
from canvas.paint import Brush, paint, paint_drawing
from export.paper.pages import Page
from journey.drawing import Drawing, Text
from journey.text import font_data
from resources.theme import load_theme


def glyph_runs(drawing: Drawing, page: Page, target: Path) -> None:
    """Every mark as the screen paints it; Qt writes each glyph of a glyph run as an outline of its own."""
    with _painter(drawing, page, target) as painter:
        paint_drawing(drawing, painter, load_theme(), no_picture)


def draw_text(drawing: Drawing, page: Page, target: Path) -> None:
    """Every mark as the screen paints it, but lines of text by drawText: Qt shapes and embeds the font."""
    with _painter(drawing, page, target) as painter:
        brush = Brush(painter, load_theme(), no_picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in drawing.blocks():
            painter.translate(placed.x, placed.y)
            for mark in placed.block.marks:
                if isinstance(mark, Text):
                    painter.setPen(_colour(mark.colour))
                    painter.setFont(_font(mark.size))
                    painter.drawText(QPointF(mark.x, mark.y), mark.text)
                else:
                    paint(mark, brush)
            painter.translate(-placed.x, -placed.y)


@contextmanager
def _painter(drawing: Drawing, page: Page, target: Path) -> Iterator[QPainter]:
    """A painter on one page, its unit the map millimetre."""
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QSizeF(page.w, page.h), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.scale(writer.width() / page.w, writer.height() / page.h)
    painter.translate(page.left, page.top)
    scale = (page.w - 2 * page.left) / drawing.w
    painter.scale(scale, scale)
    yield painter
    painter.end()


@cache
def _colour(token: str) -> QColor:
    return QColor(*load_theme().rgb(token))


@cache
def _font(size: float) -> QFont:
    """Inter at a size in mm, in units of a painter that is scaled to mm."""
    added = QFontDatabase.addApplicationFontFromData(QByteArray(font_data("Inter-400")))
    font = QFont(QFontDatabase.applicationFontFamilies(added)[0])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(round(size))  # whole units only: as wide as the real lines, give or take
    return font
