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


class _FormCanvas(PdfCanvas):
    """A document with forms whose operators are bytes, which ReportLab would take for letters."""

    def add_form(self, name: str, size: tuple[float, float], code: str) -> None:
        """Keep operators to be carried out on pages, in a rectangle of a size."""
        self.beginForm(name, 0.0, 0.0, *size)
        self.write(PAGE_START)
        self.endForm()
        self._doc.idToObject[self._doc.getXObjectName(name)].stream = code.encode("latin-1")


def clipped_form(drawing: Drawing, planned: Plan, target: Path) -> None:
    """Write a drawing over the sheets of a plan, the whole map behind each."""
    canvas = _FormCanvas("en")
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


def _form(canvas: _FormCanvas, drawing: Drawing) -> None:
    """The whole map, in its own millimetres that count downwards."""
    theme, typesetter = load_theme("light"), Typesetter(canvas.add_font)
    written = [PAGE_START]
    for placed in drawing.blocks():
        code = block_code(placed.block, theme, typesetter, _no_picture, None)
        written.append(f"q 1 0 0 1 {number(placed.x)} {number(placed.y)} cm\n{code}\nQ")
    canvas.add_form(_FORM, (drawing.w, drawing.h), "\n".join(written))


def _no_picture(asset: str) -> None:
    no_picture(asset)
