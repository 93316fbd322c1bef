"""One font in a PDF: a Type 0 font whose codes are glyph ids, with just the glyphs that were drawn."""

from __future__ import annotations

import struct
from hashlib import sha256
from string import Template
from typing import Any

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from journey.text import font_data, postscript_name, shaping_font

_TABLES_NOT_IN_PDF = (
    "BASE DSIG GDEF GPOS GSUB HVAR MVAR OS/2 STAT VDMX avar cmap fvar gasp gvar hdmx kern meta name post prep"
)
_FLAGS = (
    uharfbuzz.SubsetFlags.RETAIN_GIDS
    | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    | uharfbuzz.SubsetFlags.NO_HINTING
    | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    | uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
)
_SYMBOLIC = 4
_BLOCK = 100  # what one bfchar block may hold

_TO_UNICODE = Template("""\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
""")


class GlyphFont:
    """A font of one document: what its glyphs stand for, and its objects in the file.

    ReportLab calls `addObjects` when the document is saved; by then every glyph drawn must have been `used`.
    """

    def __init__(self, font: str, key: str) -> None:
        """Take one of the fonts of `journey.text` under its short name in the file, like "G1"."""
        self.key = key
        self._font = font
        self._shaper = shaping_font(font)
        self._units = float(self._shaper.face.upem)
        self._texts: dict[int, str] = {}
        self._widths: dict[int, int] = {}

    def width(self, glyph: int) -> int:
        """Return how far the file says a glyph moves the pen, in whole 1/1000 em, as readers want it."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._widths[glyph] = self._thousandths(self._shaper.get_glyph_h_advance(glyph))
        return found

    def stands_for(self, glyph: int, text: str) -> bool:
        """Note that a glyph is drawn for a text; tell whether readers will find that text under the glyph.

        A glyph keeps the first text it stood for.
        """
        self.width(glyph)
        return bool(text) and self._texts.setdefault(glyph, text) == text

    def addObjects(self, document: Any) -> None:
        """Put the font into the document, under its key; ReportLab gave it this name."""
        name = f"{self._tag()}+{postscript_name(self._font)}"
        whole = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": PDFName(name),
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([document.Reference(self._descendant(name, document))]),
            "ToUnicode": document.Reference(_stream(self._to_unicode())),
        }
        # Poppler wants a reference here, not the dictionary itself.
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.key] = document.Reference(PDFDictionary(whole), self.key)

    def _descendant(self, name: str, document: Any) -> PDFDictionary:
        """Return the font as it is behind its codes: its kind, its widths, its file."""
        truetype = "glyf" in self._shaper.face.table_tags
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        entries = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2" if truetype else "/CIDFontType0",
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": document.Reference(self._descriptor(name, document, truetype)),
            "DW": 0,
            "W": self._width_array(),
        }
        return PDFDictionary(entries | {"CIDToGIDMap": "/Identity"} if truetype else entries)

    def _thousandths(self, units: float) -> int:
        return round(units * 1000 / self._units)

    def _tag(self) -> str:
        """Return the six letters that tell one subset of a font from another."""
        digest = sha256(repr(sorted(self._widths)).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _descriptor(self, name: str, document: Any, truetype: bool) -> PDFDictionary:
        extents = self._shaper.get_font_extents("ltr")
        capitals = self._shaper.get_metric_position_with_fallback(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
        entries = {
            "Type": "/FontDescriptor",
            "FontName": PDFName(name),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([self._thousandths(edge) for edge in self._bounds()]),
            "ItalicAngle": 0,
            "Ascent": self._thousandths(extents.ascender),
            "Descent": self._thousandths(extents.descender),
            "CapHeight": self._thousandths(capitals),
            "StemV": 80,
            "FontFile2" if truetype else "FontFile3": document.Reference(self._file(truetype)),
        }
        if document.archive == "1b":
            entries["CIDSet"] = document.Reference(_stream(self._glyph_set()))
        return PDFDictionary(entries)

    def _glyph_set(self) -> bytes:
        """A bit for each glyph, set for those in the file, the one for missing characters among them."""
        bits = bytearray(max(self._widths) // 8 + 1)
        for glyph in (0, *self._widths):
            bits[glyph // 8] |= 0x80 >> glyph % 8
        return bytes(bits)

    def _bounds(self) -> tuple[int, ...]:
        """Return the rectangle that holds every glyph, from the font's head table."""
        return struct.unpack_from(">4h", self._shaper.face.reference_table("head").data, 36)

    def _file(self, truetype: bool) -> PDFStream:
        face = uharfbuzz.Face(font_data(self._font))
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = _FLAGS
        wanted.glyph_set.update(self._widths)
        wanted.drop_table_tag_set.update(_number(tag) for tag in _TABLES_NOT_IN_PDF.split())
        small = uharfbuzz.subset(face, wanted)
        if truetype:
            data = bytes(small.blob.data)
            return _stream(data, Length1=len(data))
        return _stream(bytes(small.reference_table("CFF ").data), Subtype="/CIDFontType0C")

    def _width_array(self) -> PDFArray:
        parts: list[Any] = []
        last = -2
        for glyph in sorted(self._widths):
            if glyph != last + 1:
                parts += [glyph, []]
            parts[-1].append(self._widths[glyph])
            last = glyph
        return PDFArray([PDFArray(part) if isinstance(part, list) else part for part in parts])

    def _to_unicode(self) -> bytes:
        lines = [f"<{glyph:04X}> <{utf16(text)}>" for glyph, text in sorted(self._texts.items())]
        blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
        written = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
        return _TO_UNICODE.substitute(blocks="\n".join(written)).encode("ascii")


def utf16(text: str) -> str:
    """Return a text as the hex digits that a PDF writes it with."""
    return text.encode("utf-16-be").hex().upper()


def _stream(data: bytes, **entries: Any) -> PDFStream:
    return PDFStream(PDFDictionary(entries), data, [PDFZCompress])


def _number(tag: str) -> int:
    """Return the number that HarfBuzz knows a table by."""
    return int.from_bytes(tag.ljust(4).encode("ascii"), "big")
