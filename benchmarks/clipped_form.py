"""The other way to spread a map over sheets: all of it as one form, seen through a window on each."""

from __future__ import annotations

from pathlib import Path

from benchmarks.plain_marks import no_picture
from export.paper.glyph_code import Typesetter
from export.paper.outline_code import number
from export.paper.pages import Plan
from export.paper.paint import PAGE_START, block_code
from export.paper.pdf_canvas import POINTS, PdfCanvas
from journey.drawing import Drawing
from resources.theme import load_theme

_FORM = "map"


def clipped_form(drawing: Drawing, planned: Plan, target: Path) -> None:
    """Write a drawing over the sheets of a plan, the whole map behind each."""
    canvas = PdfCanvas("en")
    canvas.begin_drawing(drawing)
    _form(canvas, drawing)
    for page in planned.sheets:
        canvas.begin_page(page.w, page.h)
        x = (page.left - page.x * planned.scale) * POINTS
        y = (page.h - page.top + page.y * planned.scale) * POINTS
        with canvas.measured(planned.scale * POINTS, x, y):
            window = (page.x, page.y, page.across, page.down)
            canvas.write(f"{' '.join(map(number, window))} re W n")
            canvas.doForm(_FORM)
        canvas.showPage()
    target.write_bytes(canvas.finished([drawing]))


def _form(canvas: PdfCanvas, drawing: Drawing) -> None:
    """The whole map, in its own millimetres that count downwards."""
    theme, typesetter = load_theme("light"), Typesetter(canvas.add_font)
    canvas.beginForm(_FORM, 0.0, 0.0, drawing.w, drawing.h)
    canvas.write(PAGE_START)
    canvas.endForm()
    written = [PAGE_START]
    for placed in drawing.blocks():
        code = block_code(placed.block, theme, typesetter, _no_picture, None)
        written.append(f"q 1 0 0 1 {number(placed.x)} {number(placed.y)} cm\n{code}\nQ")
    # ReportLab would take the bytes of glyphs for letters.
    form = canvas._doc.idToObject[canvas._doc.getXObjectName(_FORM)]
    form.stream = "\n".join(written).encode("latin-1")


def _no_picture(asset: str) -> None:
    no_picture(asset)
