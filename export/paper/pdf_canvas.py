"""ReportLab's canvas as we use it: what it keeps to itself, and no font that we did not ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfgen.canvas import Canvas

from export.paper.glyph_font import GlyphFont
from export.paper.pictures import read_picture

POINTS = 72 / 25.4
"""Points in a millimetre."""


class PdfCanvas(Canvas):  # type: ignore[misc]
    """A document being written, page by page; the same calls give the same bytes."""

    def __init__(self, language: str) -> None:
        """Start a document in a language (BCP 47)."""
        rl_config.useA85 = 0  # a fifth smaller; it is asked for each time a stream is written
        super().__init__("", pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=language)

    def _make_preamble(self) -> None:
        """Begin a page with nothing: ReportLab would set Helvetica, which would then be in the file."""
        self._preamble = ""

    def begin_page(self, w: float, h: float, trim: float = 0.0, bleed: float = 0.0) -> None:
        """Begin a page of this size in mm; ``trim`` of each edge is cut off, ``bleed`` of that printed."""
        self.setPageSize((w * POINTS, h * POINTS))
        self.setTrimBox(_inside(w, h, trim))
        if trim:
            self.setBleedBox(_inside(w, h, trim - bleed))

    @contextmanager
    def measured(self, unit: float, x: float, y: float) -> Iterator[None]:
        """Write in units of so many points that count downwards from a place of the page, in points."""
        self.write(f"q {unit:.8g} 0 0 {-unit:.8g} {x:.8g} {y:.8g} cm")
        yield
        self.write("Q")

    def name_page(self, name: str) -> None:
        """Let the outline list this page, and links lead to it."""
        key = f"sheet {name}"
        self.bookmarkPage(key, fit="Fit")
        self.addOutlineEntry(name, key, 0)
        self.showOutline()

    def lead(self, name: str, rect: tuple[float, float, float, float]) -> None:
        """Let a rectangle of this page, in mm from its lower left corner, lead to the page of a name."""
        self.linkRect("", f"sheet {name}", [edge * POINTS for edge in rect], Border="[0 0 0]")

    def write(self, code: str) -> None:
        """Write operators to the page as they are."""
        self._code.append(code)

    def add_font(self, font: GlyphFont) -> None:
        """Have a font put into the file when the document is saved."""
        self._doc.delayedFonts.append(font)

    def add_picture(self, name: str, data: bytes) -> tuple[str, int, int]:
        """Put a picture into the file once; give its name there and its size in pixels.

        Raises OSError for bytes that are no picture.
        """
        key: str = self._doc.getXObjectName(name)
        picture = PDFImageXObject(name, read_picture(data), mask="auto")
        picture.name = name
        self._doc.Reference(picture, key)
        self._doc.addForm(name, picture)
        mask = picture.__dict__.pop("_smask", None)
        if mask:
            picture.smask = self._doc.Reference(mask, self._doc.getXObjectName(mask.name))
        return key, picture.width, picture.height

    def show_picture(self, name: str) -> None:
        """List a picture among what the page uses."""
        self._currentPageHasImages = 1
        if name not in self._formsinuse:
            self._formsinuse.append(name)

    def date(self, moment: datetime) -> None:
        """Say when the document was made and changed."""
        written = moment.strftime("D:%Y%m%d%H%M%S%z")
        zoned = f"{written[:-2]}'{written[-2:]}'" if moment.tzinfo else written
        self.setDateFormatter(_always(zoned))

    def finished(self) -> bytes:
        """Return the finished file."""
        return bytes(self.getpdfdata())


def _inside(w: float, h: float, by: float) -> tuple[float, float, float, float]:
    """The box, in points, that is left of a page in mm when so much goes at each edge."""
    return by * POINTS, by * POINTS, (w - by) * POINTS, (h - by) * POINTS


def _always(written: str) -> Callable[..., str]:
    def formatter(*_date: Any) -> str:
        return written

    return formatter
