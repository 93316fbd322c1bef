"""A PDF can be heard in reading order, its layers switched, and it can be kept for decades."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image as PilImage
from pypdfium2 import raw

from export.paper.pages import plan
from export.paper.papers import Paper
from export.paper.pdf import Info, make_pdf
from export.paper.pdf_parts import Archive
from export.paper.spread import with_marks
from export.paper.tile_grid import Tiling
from export.paper.tiles import tile
from journey.drawing import Image
from journey.model import Card, Feeling, Persona
from tests.export.paper.printed import (
    full_size,
    marks_drawing,
    sample_map,
    sample_pictures,
    sample_sheet,
    unpacked,
)

PREFLIGHT = ("preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io")
ACTIVATION = ("javax.activation", "jaxb-api")
JARS = [Path("/usr/share/java") / f"{name}.jar" for name in (*PREFLIGHT, *ACTIVATION)]


def archived(archive: Archive) -> bytes:
    drawing = sample_sheet()
    info = Info("Blåbær & “Ω”", "A < B", "Why?", language="nb-NO", archive=archive)
    data, _report = make_pdf(
        [drawing], [plan(drawing, Paper.parse("A2"))], info=info, pictures=sample_pictures
    )
    return data


def archived_sheets(archive: Archive) -> bytes:
    """The sample over sheets, with links to each."""
    drawing, tiling = sample_sheet(), Tiling()
    planned = with_marks(drawing, tile(drawing, Paper.parse("A1"), tiling), tiling, 10.0)
    data, _report = make_pdf(
        [drawing], [planned], info=Info("Sheets", archive=archive), pictures=sample_pictures
    )
    return data


def heard(data: bytes) -> list[tuple[str, str]]:
    """What a reader of a page's structure hears: the role and the words of each leaf, in order."""
    page = pypdfium2.PdfDocument(data)[0]
    words = _words_by_mark(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    found: list[tuple[str, str]] = []
    for place in range(raw.FPDF_StructTree_CountChildren(tree)):
        _listen(raw.FPDF_StructTree_GetChildAtIndex(tree, place), words, found)
    return found


def test_a_journey_is_heard_stage_by_stage_and_step_by_step() -> None:
    found, told = sample_map(), heard(full_size(sample_sheet(), sample_pictures))
    grid = found.grid(found.journeys()[0].id)

    assert told[0][0] == "H1"
    assert told[0][1].startswith(_bare(sample_sheet().title))
    headings = [words for role, words in told if role in ("H2", "H3")]
    titles = [row.title for stage in grid.stages for row in (stage, *grid.steps_of(stage.id))]
    assert [_bare(title) in words for title, words in zip(titles, headings, strict=True)] == [True] * len(
        titles
    )


def test_each_card_is_heard_below_its_step() -> None:
    found, told = sample_map(), heard(full_size(sample_sheet(), sample_pictures))
    grid = found.grid(found.journeys()[0].id)
    steps = {_bare(step.title): step.id for step in grid.steps}
    below, step = list[tuple[str, str]](), ""
    for role, words in told:
        if role == "H3":
            step = next(known for title, known in steps.items() if title in words)
        elif role == "P" and step:
            below.append((words, step))
    cards = [card for card in found.of(Card) if card.step in grid.column]
    assert len(cards) > 30
    for card in cards:
        assert any(_bare(card.text) in words and at == card.step for words, at in below), card.text


def test_the_curve_is_told_in_words() -> None:
    found, told = sample_map(), heard(full_size(sample_sheet(), sample_pictures))
    [curve] = [words for role, words in told if role == "Figure"]

    assert curve.startswith(f"What {next(iter(found.of(Persona))).name} feels: ")
    assert curve.count(";") == len(found.of(Feeling).by("journey")[found.journeys()[0].id]) - 1


def test_every_letter_belongs_to_something_that_is_heard_or_is_marked_as_decoration() -> None:
    page = pypdfium2.PdfDocument(full_size(sample_sheet(), sample_pictures))[0]
    loose = [one for one in page.get_objects(max_depth=1) if not raw.FPDFPageObj_CountMarks(one.raw)]
    assert not loose
    assert len(list(page.get_objects(max_depth=1))) > 200


@pytest.mark.parametrize("layer", ["links", "feelings", "owners", "measures", "pains"])
def test_what_belongs_to_a_layer_can_be_switched(layer: str) -> None:
    data = unpacked(full_size(sample_sheet(), sample_pictures))
    [properties] = set(re.findall(rb"/Properties <<(.*?)>>", data, re.DOTALL))

    assert f"/{layer} ".encode() in properties
    assert data.count(b"/OCGs") == 1


@pytest.mark.skipif(not all(jar.exists() for jar in JARS), reason="PDFBox Preflight is not installed")
def test_an_archive_of_the_first_kind_is_found_valid(tmp_path: Path) -> None:
    assert "is a valid PDF/A-1b file" in _preflight(tmp_path, archived("1b"))
    assert "is a valid PDF/A-1b file" in _preflight(tmp_path, archived_sheets("1b"))
    assert "is not a valid PDF/A-1b file" in _preflight(tmp_path, archived("2b"))


def test_nothing_shines_through_in_an_archive_of_the_first_kind() -> None:
    ring, red = BytesIO(), (255, 0, 0, 255)
    picture = PilImage.new("RGBA", (8, 8), (0, 0, 0, 0))
    picture.paste(red, (0, 0, 4, 8))
    picture.save(ring, "PNG")
    drawing = marks_drawing(Image(0.0, 0.0, 20.0, 20.0, "ring"), w=20.0, h=20.0)
    paper = plan(drawing, Paper("as large", 20.0, 20.0), margin=0.0)
    for archive, masked in (("1b", False), ("2b", True)):
        info = Info("x", archive=archive)
        data, _report = make_pdf(
            [drawing], [paper], info=info, pictures=lambda _asset: (ring.getvalue(), "image/png")
        )
        shown = pypdfium2.PdfDocument(data)[0].render(scale=1.0).to_pil().convert("RGB")
        assert (b"/SMask" in unpacked(data)) == masked
        assert shown.getpixel((10, 28)) == (255, 0, 0)
        assert shown.getpixel((46, 28)) == (255, 255, 255)


@pytest.mark.parametrize("archive", ["1b", "2b"])
def test_an_archive_says_in_both_places_what_it_is(archive: Archive) -> None:
    data = archived(archive)
    assert f"<pdfaid:part>{archive[0]}</pdfaid:part>".encode() in data
    assert "Blåbær &amp; “Ω”".encode() in data
    assert b"<xmp:CreateDate>2000-01-01T00:00:00+00:00<" in data
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == "Blåbær & “Ω”"
    assert (b"/OCGs" in unpacked(data)) == (archive == "2b")


def _preflight(folder: Path, data: bytes) -> str:
    file = folder / "map.pdf"
    file.write_bytes(data)
    java = shutil.which("java") or "java"
    command = [java, "-cp", ":".join(map(str, JARS)), "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _bare(text: str) -> str:
    """A text without what lines are broken at."""
    return re.sub(r"[\s\u00ad-]", "", text)


def _words_by_mark(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The text of each marked content of a page, by its number."""
    textpage, words = page.get_textpage(), dict[int, str]()
    for place in range(textpage.count_chars()):
        letter = raw.FPDFText_GetTextObject(textpage, place)
        mark = raw.FPDFPageObj_GetMarkedContentID(letter) if letter else -1
        if mark >= 0:
            words[mark] = words.get(mark, "") + chr(raw.FPDFText_GetUnicode(textpage, place))
    return words


def _listen(element: object, words: dict[int, str], found: list[tuple[str, str]]) -> None:
    marks = [
        raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
        for place in range(raw.FPDF_StructElement_GetMarkedContentIdCount(element))
    ]
    role, alternate = _told(raw.FPDF_StructElement_GetType, element), ""
    if role == "Figure":
        alternate = _told(raw.FPDF_StructElement_GetAltText, element)
    if role not in ("Document", "Sect"):
        found.append((role, alternate or _bare("".join(words.get(mark, "") for mark in marks))))
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            _listen(child, words, found)


def _told(ask, element: object) -> str:  # type: ignore[no-untyped-def]
    size = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
