"""Drawings for tests of what is printed, and PDFs as pdfium reads them."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pypdfium2
from pypdfium2 import raw

from export.paper.pages import plan
from export.paper.papers import Paper
from export.paper.pdf import Info, make_pdf
from export.paper.pictures import Pictures
from journey.drawing import Block, Drawing, Mark, Part, PartName, Placed, Target, Text
from journey.layout import Beside, View, layout
from journey.model import Asset, MapData, map_of
from journey.plain import from_plain
from journey.text import shape
from resources.samples import sample_bytes

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """One character of a page and where its glyph begins, mm from the top left corner."""

    character: str
    x: float
    y: float


def sample_map(name: str = "water-damage") -> MapData:
    """One of the maps that come with the program."""
    records = json.loads(sample_bytes(name))["records"]
    return map_of(from_plain(sort, plain) for sort, plains in records.items() for plain in plains)


@cache
def sample_sheet() -> Drawing:
    """A whole sample laid out for paper."""
    found = sample_map()
    return layout(found, View(found.journeys()[0].id, found.workshop.language, beside=Beside(foot=("Foot",))))


def sample_pictures(asset: str) -> tuple[bytes, str]:
    """The pictures of the sample."""
    found = sample_map().of(Asset)[asset]
    return found.data, found.media_type


def no_pictures(asset: str) -> tuple[bytes, str]:
    """For drawings without pictures."""
    raise AssertionError(f"asked for the picture {asset}")


def a_drawing(
    blocks: Sequence[Placed], w: float = 200.0, h: float = 100.0, targets: Sequence[Target] = ()
) -> Drawing:
    """A drawing with nothing but these blocks."""
    body = Part(PartName.BODY, 0.0, 0.0, w, h, (tuple(blocks),))
    return Drawing(w, h, (body,), tuple(targets), "A drawing", "en")


def marks_drawing(*marks: Mark, w: float = 200.0, h: float = 100.0) -> Drawing:
    """A drawing of these marks."""
    return a_drawing([Placed(0.0, 0.0, Block(w, h, marks, "record"))], w, h)


def texts_drawing(texts: Sequence[str]) -> Drawing:
    """A drawing of lines of text, 10 mm apart, 20 mm from the left."""
    blocks = [
        Placed(
            20.0,
            10.0 * place,
            Block(100.0, 10.0, (Text(0.0, 8.0, 6.0, shape(text), "ink"),), f"card-{place}"),
        )
        for place, text in enumerate(texts)
    ]
    return a_drawing(blocks, h=10.0 * len(texts) + 10.0)


def full_size(drawing: Drawing, pictures: Pictures = no_pictures) -> bytes:
    """A PDF whose one page is exactly the drawing, a millimetre for a millimetre."""
    paper = Paper("as large as the map", drawing.w, drawing.h)
    data, _report = make_pdf(
        [drawing], [plan(drawing, paper, margin=0.0)], info=Info(drawing.title), pictures=pictures
    )
    return data


def unpacked(data: bytes) -> bytes:
    """A PDF with the objects that are packed in it, legible, at its end."""
    packed = re.findall(rb"/Type/ObjStm.*?stream\n(.*?)\nendstream", data, re.DOTALL)
    return b"\n".join([data, *map(zlib.decompress, packed)])


def lines_of(data: bytes, page: int = 0) -> list[str]:
    """The lines of a page as pdfium reads them."""
    document = pypdfium2.PdfDocument(data)
    return str(document[page].get_textpage().get_text_range()).split("\r\n")


def letters_of(data: bytes, page: int = 0) -> list[Letter]:
    """The characters of a page, without what pdfium adds between them."""
    document = pypdfium2.PdfDocument(data)
    text = document[page].get_textpage()
    height = document[page].get_height()
    x, y = raw.c_double(), raw.c_double()
    letters: list[Letter] = []
    for place in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text, place):
            raw.FPDFText_GetCharOrigin(text, place, x, y)
            character = chr(raw.FPDFText_GetUnicode(text, place))
            letters.append(Letter(character, x.value / MILLIMETRE, (height - y.value) / MILLIMETRE))
    return letters
