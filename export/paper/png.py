"""The map as pictures: our own PDF, rendered dot by dot."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2

from export.paper.pages import Page, Plan
from export.paper.pdf import Info, Progress, make_pdf
from export.paper.pictures import Pictures
from export.paper.report import Report
from export.target import write_file
from journey.drawing import Drawing
from resources.errors import Fault
from resources.words import _

MOST_MEGAPIXELS = 400
"""A picture larger than this is more than most programs open."""

_MOST_DPI = 10_000

_RENDERING = pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_REVERSE_BYTE_ORDER


def write_png(
    drawings: Sequence[Drawing],
    plans: Sequence[Plan],
    target: Path,
    *,
    dpi: float,
    pictures: Pictures,
    progress: Progress | None = None,
) -> tuple[tuple[Path, ...], Report]:
    """Write each page as a PNG of so many dots an inch; return the files and what there is to say.

    One page is the target itself; of several each has its number in its name. Raises Fault for pictures
    of more than `MOST_MEGAPIXELS`, and if a file cannot be written; then the old one is as it was.
    """
    sizes = [_pixels(page, dpi) for plan in plans for page in plan.pages]
    data, report = make_pdf(drawings, plans, info=Info(""), pictures=pictures, progress=progress)
    files = tuple(_file(target, place, len(sizes)) for place in range(len(sizes)))
    document = pypdfium2.PdfDocument(data)
    try:
        for place, file in enumerate(files):
            write_file(file, _png(document[place], sizes[place], dpi))
    finally:
        document.close()
    return files, report


def _pixels(page: Page, dpi: float) -> tuple[int, int]:
    """Return a page's size in pixels; raise Fault if they would be none, or too many."""
    if not 0 < dpi < _MOST_DPI:
        raise Fault(
            _("The resolution must be more than 0 and less than {most} dpi. Nothing was written.").format(
                most=_MOST_DPI
            )
        )
    w, h = max(1, round(page.w / 25.4 * dpi)), max(1, round(page.h / 25.4 * dpi))
    if w * h > MOST_MEGAPIXELS * 1_000_000:
        most = dpi * (MOST_MEGAPIXELS * 1_000_000 / (w * h)) ** 0.5
        raise Fault(
            _(
                "A picture of {w} × {h} pixels is more than most programs can open. Nothing was written. "
                "Choose at most {most} dpi, or a PDF, which is sharp at any size."
            ).format(w=w, h=h, most=int(most))
        )
    return w, h


def _png(page: pypdfium2.PdfPage, size: tuple[int, int], dpi: float) -> bytes:
    bitmap = pypdfium2.PdfBitmap.new_native(*size, pypdfium2.raw.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, _RENDERING)
    written = BytesIO()
    bitmap.to_pil().save(written, "PNG", dpi=(dpi, dpi))
    return written.getvalue()


def _file(target: Path, place: int, count: int) -> Path:
    """Return the name of one picture of several: "map-2.png"."""
    return target if count == 1 else target.with_stem(f"{target.stem}-{place + 1}")
