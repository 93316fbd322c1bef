"""What ReportLab's own parts of a PDF leave out: layers, tags, colours, and small objects packed together.

Object streams and cross-reference streams are those of ISO 32000-1, 7.5.7 and 7.5.8.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)
from reportlab.pdfbase.pdfdoc import format as formatted

Archive = Literal["1b", "2b"]
"""A part of the standard for files to be kept (ISO 19005), and its level."""
_TOGETHER = 1000
"""Objects in one stream: a reader has to inflate all of them to see one."""
_END = b"endstream"
_COLUMNS, _UP = 7, 2
"""Bytes of a row that tells where an object is, and the number of the filter."""

_Entry = tuple[int, int, int]
"""Where an object is: 1, its offset, 0; or 2, the number of its stream, its place in it."""


class _Packed:
    """The filter of what is on a page, of which nearly all of a file is: a little harder than usual."""

    pdfname = "FlateDecode"

    def encode(self, operators: bytes) -> bytes:
        return zlib.compress(operators, 7)


class Catalog(PDFCatalog):  # type: ignore[misc]
    """The root of a document, with its layers and the colours it is meant for."""

    __NoDefault__ = (*PDFCatalog.__NoDefault__, "OCProperties", "OutputIntents")
    __Refs__ = __NoDefault__


class Page(PDFPage):  # type: ignore[misc]
    """A page with the tree its content belongs to, and the layers that are on it."""

    __NoDefault__ = (*PDFPage.__NoDefault__, "StructParents", "Tabs")
    layers: Mapping[str, PDFObjectReference] = {}

    def check_format(self, document: PDFDocument) -> None:
        """Put the layers among what the page uses; its operators are bytes, each written as a letter."""
        operators: bytes = self.stream.encode("latin-1")
        self.Contents = PDFStream(PDFDictionary({}), operators, [_Packed()])
        super().check_format(document)
        self.Resources.Properties = dict(self.layers)


class Document(PDFDocument):  # type: ignore[misc]
    """A document that may hold thousands of small objects, which weigh little once they are packed.

    ``archive`` is the standard it is to meet, if any, ``moment`` when it was made. It is not encrypted.
    """

    archive: Archive | None
    moment: datetime

    @property
    def packs(self) -> bool:
        """Whether small objects are packed together, which PDF/A-1 does not know."""
        return self.archive != "1b"

    def extend(self, layers: Mapping[str, PDFObjectReference]) -> None:
        """Let the root and the pages hold what ReportLab does not know, layers being on each page."""
        self.Catalog.__class__ = Catalog
        for page in self.Pages.pages:
            page.__class__ = Page
            page.layers = layers

    def format(self) -> bytes:
        """Return the whole file."""
        file = PDFFile(self._pdfVersion)
        parts = {"Root": self.Reference(self.Catalog), "Info": self.Reference(self.info), "ID": self.ID()}
        entries = self._written(file)
        about = b"".join(b"/%s %s" % (key.encode(), formatted(part, self)) for key, part in parts.items())
        (_write_packed_places if self.packs else _write_places)(file, entries, about)
        return bytes(file.format(self))

    def _written(self, file: PDFFile) -> dict[int, _Entry]:
        """Write every object, small ones last and together; tell where each is."""
        entries: dict[int, _Entry] = {}
        small: list[tuple[int, bytes]] = []
        number = 1
        while number in self.numberToId:  # there may come more while they are written
            code = _code(self.idToObject[self.numberToId[number]], self)
            if self.packs and not code.endswith(_END):
                small.append((number, code))
            else:
                entries[number] = (1, file.add(b"%d 0 obj\n%s\nendobj\n" % (number, code)), 0)
            number += 1
        for first in range(0, len(small), _TOGETHER):
            entries |= _pack(file, number, small[first : first + _TOGETHER])
            number += 1
        return entries


def _code(thing: PDFObject, document: Document) -> bytes:
    """What stands for an object; archives ask for an end of line between a stream's last byte and its end."""
    code = bytes(formatted(thing, document, toplevel=1)).strip()
    return code.removesuffix(_END) + b"\n" + _END if code.endswith(_END) else code


def _pack(file: PDFFile, number: int, objects: Sequence[tuple[int, bytes]]) -> dict[int, _Entry]:
    """Write objects as one stream of this number; tell where they and it are."""
    places, offset = list[str](), 0
    for one, code in objects:
        places.append(f"{one} {offset}")
        offset += len(code) + 1
    head = " ".join(places).encode() + b"\n"
    body = head + b"\n".join(code for _one, code in objects)
    at = file.add(_stream(number, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), body))
    packed = {one: (2, number, place) for place, (one, _code) in enumerate(objects)}
    return {number: (1, at, 0), **packed}


def _write_packed_places(file: PDFFile, entries: dict[int, _Entry], about: bytes) -> None:
    """Write where everything is as a stream, and the end of the file."""
    number = max(entries) + 1
    entries = {**entries, number: (1, file.offset, 0)}
    rows = [(0, 0, 65535), *(entries[one] for one in range(1, number + 1))]
    table = _differences(
        sort.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")
        for sort, where, place in rows
    )
    shape = b"/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>" % _COLUMNS
    start = file.add(_stream(number, b"/Type/XRef%s/Size %d%s" % (shape, number + 1, about), table))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start)


def _differences(rows: Iterable[bytes]) -> bytes:
    """Each row as what it differs by from the one before (PNG's filter “up”): nearly the same all along."""
    written, before = bytearray(), bytes(_COLUMNS)
    for row in rows:
        written.append(_UP)
        written += bytes((new - old) & 0xFF for new, old in zip(row, before, strict=True))
        before = row
    return bytes(written)


def _write_places(file: PDFFile, entries: dict[int, _Entry], about: bytes) -> None:
    """Write where everything is as a table, and the end of the file."""
    size = max(entries) + 1
    rows = [b"%010d 00000 n \n" % entries[one][1] for one in range(1, size)]
    start = file.add(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(rows)))
    file.add(b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, about, start))


def _stream(number: int, about: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, about, len(packed))
    return head + packed + b"\nendstream\nendobj\n"
