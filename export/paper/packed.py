"""A PDF whose small objects are packed and deflated together, so that thousands of them weigh little.

Object streams and cross-reference streams are those of ISO 32000-1, 7.5.7 and 7.5.8.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile
from reportlab.pdfbase.pdfdoc import format as formatted

_TOGETHER = 200
"""Objects in one stream: a reader has to inflate all of them to see one."""

_Entry = tuple[int, int, int]
"""Where an object is: 1, its offset, 0; or 2, the number of its stream, its place in it."""


class PackedDocument(PDFDocument):  # type: ignore[misc]
    """A document that is written packed; it must be of PDF 1.5 or later and not encrypted."""

    def format(self) -> bytes:
        """Return the whole file."""
        file = PDFFile(self._pdfVersion)
        catalog, info = self.Reference(self.Catalog), self.Reference(self.info)
        entries = self._written(file)
        about = {"Root": catalog, "Info": info}
        head = b"".join(b"/%s %s" % (key.encode(), formatted(value, self)) for key, value in about.items())
        _write_places(file, entries, head + b"/ID" + formatted(self.ID(), self))
        return bytes(file.format(self))

    def _written(self, file: PDFFile) -> dict[int, _Entry]:
        """Write every object, the small ones last and together; tell where each is."""
        entries: dict[int, _Entry] = {}
        small: list[tuple[int, bytes]] = []
        number = 1
        while number in self.numberToId:  # there may come more while they are written
            thing = self.idToObject[self.numberToId[number]]
            code = formatted(thing, self, toplevel=1)
            if code.rstrip().endswith(b"endstream"):
                entries[number] = (1, file.add(b"%d 0 obj\n%s\nendobj\n" % (number, code.rstrip())), 0)
            else:
                small.append((number, code.strip()))
            number += 1
        for first in range(0, len(small), _TOGETHER):
            entries |= _pack(file, number, small[first : first + _TOGETHER])
            number += 1
        return entries


def _pack(file: PDFFile, number: int, objects: Sequence[tuple[int, bytes]]) -> dict[int, _Entry]:
    """Write objects as one stream of this number; tell where they and it are."""
    places, offset = list[str](), 0
    for one, code in objects:
        places.append(f"{one} {offset}")
        offset += len(code) + 1
    head = " ".join(places).encode() + b"\n"
    body = head + b"\n".join(code for _one, code in objects)
    about = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    at = file.add(_stream(number, about, body))
    packed = {one: (2, number, place) for place, (one, _code) in enumerate(objects)}
    return {number: (1, at, 0), **packed}


def _write_places(file: PDFFile, entries: dict[int, _Entry], about: bytes) -> None:
    """Write the cross-reference stream and the end of the file."""
    number = max(entries) + 1
    entries = {**entries, number: (1, file.offset, 0)}
    rows = [(0, 0, 65535), *(entries[one] for one in range(1, number + 1))]
    table = b"".join(
        sort.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")
        for sort, where, place in rows
    )
    start = file.add(_stream(number, b"/Type/XRef/W[1 4 2]/Size %d%s" % (number + 1, about), table))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(number: int, about: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, about, len(packed))
    return head + packed + b"\nendstream\nendobj\n"
