"""The map as a PDF by ReportLab as its manual has it: boxes, and text that nobody shapes."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from benchmarks.plain_marks import plain_marks, shares
from export.paper.pages import Page
from journey.drawing import Box, Drawing, Placed, Text
from journey.layout.sizes import CARD_TEXT
from journey.text import font_data

_POINTS = 72 / 25.4
_FONT = "Inter-400"


def lines(drawing: Drawing, page: Page, target: Path) -> None:
    """Boxes, and the lines of text as they are broken; no kerning, no links, signs or badges."""
    canvas = _canvas(drawing, page, target)
    for x, y, mark in plain_marks(drawing):
        if isinstance(mark, Box):
            _box(canvas, x, drawing.h - y - mark.h, mark)
        else:
            canvas.setFont(_FONT, mark.size)
            canvas.setFillColorRGB(*shares(mark.colour))
            canvas.drawString(x, drawing.h - y, mark.text)
    canvas.save()


def paragraphs(drawing: Drawing, page: Page, target: Path) -> None:
    """Boxes, and all text of a card as one Paragraph, which ReportLab breaks into lines."""
    canvas = _canvas(drawing, page, target)
    style = ParagraphStyle("card", fontName=_FONT, fontSize=CARD_TEXT.size, leading=CARD_TEXT.leading)
    for placed in drawing.blocks():
        for mark in placed.block.marks:
            if isinstance(mark, Box):
                _box(canvas, placed.x + mark.x, drawing.h - placed.y - mark.y - mark.h, mark)
        _paragraph(canvas, placed, style, drawing.h)
    canvas.save()


def _paragraph(canvas: Canvas, placed: Placed, style: ParagraphStyle, bottom: float) -> None:
    texts = [mark for mark in placed.block.marks if isinstance(mark, Text)]
    if texts:
        paragraph = Paragraph(escape(" ".join(text.text for text in texts)), style)
        x = placed.x + texts[0].x
        _wide, tall = paragraph.wrap(max(placed.block.w - texts[0].x, 50.0), placed.block.h)
        paragraph.drawOn(canvas, x, bottom - placed.y - tall)


def _canvas(drawing: Drawing, page: Page, target: Path) -> Canvas:
    """A canvas of one page, its unit the map millimetre, counted upwards from the drawing's bottom."""
    _register()
    canvas = Canvas(str(target), pagesize=(page.w * _POINTS, page.h * _POINTS), pageCompression=1)
    scale = (page.w - 2 * page.left) / drawing.w * _POINTS
    canvas.translate(page.left * _POINTS, (page.h - page.top) * _POINTS - drawing.h * scale)
    canvas.scale(scale, scale)
    return canvas


def _box(canvas: Canvas, x: float, y: float, box: Box) -> None:
    if box.fill:
        canvas.setFillColorRGB(*shares(box.fill))
    if box.stroke:
        canvas.setStrokeColorRGB(*shares(box.stroke))
        canvas.setLineWidth(box.stroke_width)
    painted = {"fill": int(box.fill is not None), "stroke": int(box.stroke is not None)}
    if box.radius:
        canvas.roundRect(x, y, box.w, box.h, box.radius, **painted)
    else:
        canvas.rect(x, y, box.w, box.h, **painted)


@cache
def _register() -> None:
    pdfmetrics.registerFont(TTFont(_FONT, BytesIO(font_data(_FONT))))
