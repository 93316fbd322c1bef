"""ReportLab's canvas as we use it: what it keeps to itself, and no font that we did not ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfgen.canvas import Canvas

from export.paper.archive import make_lasting
from export.paper.glyph_font import GlyphFont
from export.paper.layers import declare
from export.paper.pdf_parts import Archive, Document
from export.paper.pictures import read_picture
from export.paper.structure import Structure
from journey.drawing import Drawing, Layer, Placed

POINTS = 72 / 25.4
"""Points in a millimetre."""
_PRINTED = 4
"""The flag of what is on a page that is there on paper too: archives want it of links as well."""


class PdfCanvas(Canvas):  # type: ignore[misc]
    """A document being written, page by page; the same calls give the same bytes."""

    def __init__(self, language: str, archive: Archive | None = None) -> None:
        """Start a document in a language (BCP 47), one of these days or one to be archived."""
        rl_config.useA85 = 0  # a fifth smaller; it is asked for each time a stream is written
        version = (1, 4) if archive == "1b" else (1, 7)
        super().__init__("", pageCompression=1, invariant=1, pdfVersion=version, lang=language)
        self._doc.__class__ = Document
        self._doc.archive = archive
        self._structure = Structure()
        self.layers: set[Layer] | None = None if archive == "1b" else set()
        """Those that were met and can be switched; archives of the first kind know none."""
        self.date(datetime.fromtimestamp(TimeStamp(invariant=1).t, UTC))

    def _make_preamble(self) -> None:
        """Begin a page with nothing: ReportLab would set Helvetica, which would then be in the file."""
        self._preamble = ""

    def begin_page(self, w: float, h: float, trim: float = 0.0, bleed: float = 0.0) -> None:
        """Begin a page of this size in mm; ``trim`` of each edge is cut off, ``bleed`` of that printed."""
        self._structure.begin_page()
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
        """Let a rectangle of this page, in mm from its lower left corner, lead to the page of a name.

        A name that ends in .pdf is that of another file, seen from where this one lies.
        """
        if name.endswith(".pdf"):
            self.linkURL(quote(name), tuple(edge * POINTS for edge in rect), F=_PRINTED)
            return
        place = [edge * POINTS for edge in rect]
        self.linkRect(name, f"sheet {name}", place, Border="[0 0 0]", F=_PRINTED)

    def write(self, code: str) -> None:
        """Write operators to the page as they are."""
        self._code.append(code)

    def begin_drawing(self, drawing: Drawing) -> None:
        """From now on pages show another drawing."""
        self._structure.begin_drawing(drawing)

    def opening(self, part: str, placed: Placed) -> str:
        """The operator that opens what a block of a part of the drawing shows, to be closed by EMC."""
        return self._structure.opening(part, placed)

    def add_font(self, font: GlyphFont) -> None:
        """Have a font put into the file when the document is saved."""
        self._doc.delayedFonts.append(font)

    def add_picture(self, name: str, data: bytes) -> tuple[str, int, int]:
        """Put a picture into the file once; give its name there and its size in pixels.

        Raises OSError for bytes that are no picture.
        """
        key: str = self._doc.getXObjectName(name)
        picture = PDFImageXObject(name, read_picture(data, self._doc.archive == "1b"), mask="auto")
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
        self._doc.moment = moment
        written = moment.strftime("D:%Y%m%d%H%M%S%z")
        zoned = f"{written[:-2]}'{written[-2:]}'" if moment.tzinfo else written
        self.setDateFormatter(_always(zoned))

    def finished(self, drawings: Sequence[Drawing]) -> bytes:
        """Return the finished file, which shows these drawings."""
        language = drawings[0].language if drawings else "en"
        self._doc.extend(declare(self._doc, self.layers, language) if self.layers else {})
        self._structure.finish(self._doc, drawings)
        if self._doc.archive is not None:
            make_lasting(self._doc, self._doc.archive)
        return bytes(self.getpdfdata())


def _inside(w: float, h: float, by: float) -> tuple[float, float, float, float]:
    """The box, in points, that is left of a page in mm when so much goes at each edge."""
    return by * POINTS, by * POINTS, (w - by) * POINTS, (h - by) * POINTS


def _always(written: str) -> Callable[..., str]:
    def formatter(*_date: Any) -> str:
        return written

    return formatter
