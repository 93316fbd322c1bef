"""The map as a PDF by Qt's own writer: what a Qt program would use instead of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path as FilePath

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPageSize, QPainter, QPdfWriter

from benchmarks.plain_marks import no_picture
from canvas.paint import Brush, outline, paint
from export.paper.pages import Page
from journey.drawing import Box, Drawing, Image, Line, Path, Text
from journey.text import font_data
from resources.theme import load_theme


def glyph_runs(drawing: Drawing, page: Page, target: FilePath) -> None:
    """Every mark as the screen paints it; Qt writes each glyph of a glyph run as an outline of its own."""
    _draw(drawing, page, target, paint)


def draw_text(drawing: Drawing, page: Page, target: FilePath) -> None:
    """Every mark as the screen paints it, but lines of text by drawText: Qt shapes and embeds the font."""
    _draw(drawing, page, target, _words)


def _draw(drawing: Drawing, page: Page, target: FilePath, write: Callable[[Text, Brush], None]) -> None:
    with _painter(drawing, page, target) as painter:
        brush = Brush(painter, load_theme(), no_picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in drawing.blocks():
            painter.translate(placed.x, placed.y)
            for mark in placed.block.marks:
                if isinstance(mark, Text):
                    write(mark, brush)
                elif isinstance(mark, Image) or not mark.dash:
                    paint(mark, brush)
                else:
                    _dashed(mark, brush)
            painter.translate(-placed.x, -placed.y)


def _words(mark: Text, brush: Brush) -> None:
    brush.painter.setPen(_colour(mark.colour))
    brush.painter.setFont(_font(mark.size))
    brush.painter.drawText(QPointF(mark.x, mark.y), mark.text)


def _dashed(mark: Box | Line | Path, brush: Brush) -> None:
    """Paint with Qt's own dashes, which are a word in a PDF; the screen's are shapes and would slow it."""
    painter = brush.painter
    painter.setPen(brush.outline(mark.stroke, mark.stroke_width, mark.dash))
    painter.setBrush(brush.filling(None if isinstance(mark, Line) else mark.fill))
    match mark:
        case Box():
            painter.drawRoundedRect(QRectF(mark.x, mark.y, mark.w, mark.h), mark.radius, mark.radius)
        case Line():
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        case Path():
            painter.drawPath(outline(mark.segments))


@contextmanager
def _painter(drawing: Drawing, page: Page, target: FilePath) -> Iterator[QPainter]:
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
