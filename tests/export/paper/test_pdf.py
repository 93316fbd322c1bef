"""A PDF holds what it shows: text one can find, fonts, exact pages, a way around, the same bytes again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from export.paper.pages import Page, Plan, plan
from export.paper.papers import Paper
from export.paper.pdf import Info, make_pdf, write_pdf
from journey.drawing import Block, Drawing, Image, Line, Placed, Target
from journey.picture_head import picture_head
from journey.text import shape
from tests.export.paper.printed import (
    MILLIMETRE,
    a_drawing,
    full_size,
    letters_of,
    lines_of,
    marks_drawing,
    no_pictures,
    sample_pictures,
    sample_sheet,
    texts_drawing,
    unpacked,
)
from tests.repository import REPOSITORY

TEXTS = [
    "Blåbærsyltetøy – “så fint” – på Ærø",
    "Käyttäjä öppnar ärendet, þórður",
    "Ελληνικά γράμματα",
    "Привет, мир",
    "مرحبا بالعالم",
    "سلام",
    "שלום עולם",
    "नमस्ते दुनिया",
    "สวัสดี ชาว โลก",
    "😀 glad 👩\u200d👧 og 🇳🇴",
    "office, offfice, fjord, 1/2 -> 10:30",
    "e\u0301n \u0251\u0303 x\u0323\u0302",
]


def streams(data: bytes) -> list[bytes]:
    """What the file's compressed streams hold."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    return [zlib.decompress(one) for one in found if one[:1] == b"\x78"]


def page_code(data: bytes) -> str:
    """The operators of the first page."""
    return next(one for one in streams(data) if b" cm\n" in one).decode("latin-1")


@pytest.mark.parametrize("text", TEXTS)
def test_text_of_every_script_is_read_as_it_was_written(text: str) -> None:
    drawing = texts_drawing([text])
    written = next(mark for placed in drawing.blocks() for mark in placed.block.marks)

    assert lines_of(full_size(drawing)) == [written.text]


def test_texts_of_all_scripts_on_one_page_do_not_spoil_each_other() -> None:
    drawing = texts_drawing(TEXTS * 2)
    written = [mark.text for placed in drawing.blocks() for mark in placed.block.marks]

    assert lines_of(full_size(drawing)) == written


def test_glyphs_whose_numbers_hold_what_ends_a_string_or_a_line_are_read_as_any_others() -> None:
    letters = "Jŉȁ ®Ąņȧ ďƭ ŕƉƽ Ŧȱ Ƣȯ"
    numbers = {glyph & 0xFF for run in shape(letters).runs for glyph in run.glyphs}

    assert numbers >= {ord(sign) for sign in "\n\r[\\)("}
    assert lines_of(full_size(texts_drawing([letters, letters]))) == [letters, letters]


def test_chinese_japanese_and_korean_are_printed_where_their_fonts_are_installed() -> None:
    pytest.importorskip("manimgx_fonts_cjk")
    texts = ["日本語の旅 ok", "顧客體驗 地图", "한국어 고객"]
    data = full_size(texts_drawing(texts))

    assert lines_of(data) == texts
    assert b"/CIDFontType0C" in unpacked(data)


def test_points_of_hebrew_are_read_after_their_letters() -> None:
    text = "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"
    [line] = lines_of(full_size(texts_drawing([text])))

    assert line.replace(" ", "") == text


def test_letters_are_kerned_and_joined_as_they_were_shaped() -> None:
    code = page_code(full_size(texts_drawing(["AVATAR", "a -> b"])))
    arrow = [
        letter for letter in letters_of(full_size(texts_drawing(["a -> b"]))) if letter.character in "->"
    ]

    assert re.search(r"\)\d\d+\(", code)  # A and V moved together by more than rounding
    assert arrow[0].x == arrow[1].x  # one glyph


def test_a_character_that_no_font_has_is_a_box_that_is_read_as_it_and_reported() -> None:
    drawing = texts_drawing(["a\uaa00b\uaa01"])
    data, report = make_pdf(
        [drawing], [plan(drawing, Paper.parse("A4"))], info=Info("x"), pictures=no_pictures
    )

    assert report.missing == ("\uaa00", "\uaa01")
    assert lines_of(data) == ["a\uaa00b\uaa01"]


def test_no_font_is_used_that_is_not_in_the_file() -> None:
    data = unpacked(full_size(sample_sheet(), sample_pictures))

    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") >= 3
    assert data.count(b"/Type0") == data.count(b"/ToUnicode")
    assert b"Helvetica" not in data


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        ("A0", "landscape", (1189.0, 841.0)),
        ("A4", "portrait", (210.0, 297.0)),
        ("ARCH-E1", "auto", (1066.8, 762.0)),
        ("420x297mm", "auto", (420.0, 297.0)),
        ("123.4x99", "auto", (123.4, 99.0)),
    ],
)
def test_a_page_is_exactly_its_paper(paper: str, orientation: str, size: tuple[float, float]) -> None:
    drawing = marks_drawing(Line(0.0, 0.0, 200.0, 100.0, "ink", 1.0))
    planned = plan(drawing, Paper.parse(paper), orientation)
    data, report = make_pdf([drawing], [planned], info=Info("x"), pictures=no_pictures)
    page = pypdfium2.PdfDocument(data)[0]

    for box in (page.get_mediabox(), page.get_trimbox()):
        assert box == pytest.approx((0, 0, size[0] * MILLIMETRE, size[1] * MILLIMETRE), abs=0.001)
    assert report.pages == (size,)


def test_the_outline_leads_to_the_targets() -> None:
    targets = [
        Target(0, "Reisen – hjem", "journey", 0.0, 0.0, 200.0, 100.0),
        Target(1, "Stage", "stage", 20.0, 0.0, 80.0, 100.0),
        Target(2, "Moment", "step", 40.0, 10.0, 20.0, 30.0),
        Target(1, "Next stage", "stage-2", 100.0, 0.0, 80.0, 100.0),
    ]
    drawing = a_drawing([Placed(0.0, 0.0, Block(1.0, 1.0, ()))], targets=targets)
    contents = list(pypdfium2.PdfDocument(full_size(drawing)).get_toc())
    [view, place] = contents[2].get_dest().get_view()

    assert [(one.level, one.get_title()) for one in contents] == [
        (0, "Reisen – hjem"),
        (1, "Stage"),
        (2, "Moment"),
        (1, "Next stage"),
    ]
    assert view == pypdfium2.raw.PDFDEST_VIEW_FITR
    assert [edge / MILLIMETRE for edge in place] == pytest.approx([40.0, 60.0, 60.0, 90.0], abs=0.01)


def test_an_outline_that_begins_too_deep_is_lifted() -> None:
    drawing = a_drawing([Placed(0.0, 0.0, Block(1.0, 1.0, ()))], targets=[Target(2, "M", "m", 0, 0, 9, 9)])

    assert [one.level for one in pypdfium2.PdfDocument(full_size(drawing)).get_toc()] == [0]


def test_the_file_says_what_it_is_in_which_language_and_from_when() -> None:
    drawing = texts_drawing(["x"])
    info = Info("Ærlig – reise", "Åse", "Why", "a, b", "nb-NO", datetime(2026, 5, 17, 9, 30, tzinfo=UTC))
    data, _report = make_pdf([drawing], [plan(drawing, Paper.parse("A4"))], info=info, pictures=no_pictures)
    said = pypdfium2.PdfDocument(data).get_metadata_dict()

    assert (said["Title"], said["Author"], said["Subject"]) == ("Ærlig – reise", "Åse", "Why")
    assert (said["Keywords"], said["Creator"]) == ("a, b", "Reisekart")
    assert said["CreationDate"] == said["ModDate"] == "D:20260517093000+00'00'"
    assert b"/Lang (nb-NO)" in unpacked(data)
    assert b"/DisplayDocTitle true" in unpacked(data)
    assert b"/PrintScaling /None" in unpacked(data)


def test_a_picture_is_in_the_file_once_and_one_that_cannot_be_read_is_reported() -> None:
    marks = [Image(10.0 * place, 0.0, 9.0, 9.0, "portrait", 2.0) for place in range(3)]
    marks += [Image(0.0, 20.0, 9.0, 9.0, "broken"), Image(0.0, 30.0, 9.0, 9.0, "huge")]
    portrait, _media_type = sample_pictures(_a_picture())
    huge = portrait[:16] + b"\0\1\0\0" * 2 + portrait[24:]  # what it says of its width and height
    huge = huge[:29] + zlib.crc32(huge[12:29]).to_bytes(4, "big") + huge[33:]
    pictures = {"portrait": portrait, "broken": b"no picture", "huge": huge}
    drawing = marks_drawing(*marks)
    data, report = make_pdf(
        [drawing],
        [plan(drawing, Paper.parse("A4"))],
        info=Info("x"),
        pictures=lambda asset: (pictures[asset], "image/png"),
    )
    images = list(pypdfium2.PdfDocument(data)[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))

    assert len(images) == 3
    assert len(re.findall(rb"/Subtype /Image", data)) <= 2  # the picture and its transparency
    assert report.unreadable == ("broken", "huge")


def test_a_picture_that_is_printed_coarse_is_told_with_its_dots_an_inch() -> None:
    portrait, _media_type = sample_pictures(_a_picture())
    head = picture_head(portrait)
    assert head is not None
    side = head.width * 25.4 / 50  # at full size fifty dots an inch
    drawing = marks_drawing(Image(0.0, 0.0, side, side, "portrait"), w=2 * side, h=2 * side)
    reports = [
        make_pdf([drawing], [Plan((page,), scale, 1.0, 1.0)], info=Info("x"), pictures=_portrait)[1]
        for scale, page in ((scale, _page(drawing, scale)) for scale in (1.0, 0.25))
    ]

    assert reports[0].coarse == pytest.approx((50.0,))
    assert reports[1].coarse == ()


def _portrait(_asset: str) -> tuple[bytes, str]:
    return sample_pictures(_a_picture())


def _page(drawing: Drawing, scale: float) -> Page:
    return Page(drawing.w * scale, drawing.h * scale, 0.0, 0.0, drawing.w, drawing.h, 0.0, 0.0)


def _a_picture() -> str:
    return next(
        mark.asset
        for placed in sample_sheet().blocks()
        for mark in placed.block.marks
        if isinstance(mark, Image)
    )


def test_a_map_longer_than_a_page_may_be_is_parted_with_what_is_on_each_panel() -> None:
    drawing = texts_drawing(["left"])
    far = Placed(900.0, 0.0, next(drawing.blocks()).block)
    drawing = a_drawing([*drawing.blocks(), far], w=1000.0)
    planned = plan(drawing, Paper.parse("roll:914mm"), margin=7.0)
    data, report = make_pdf([drawing], [planned], info=Info("x"), pictures=no_pictures)

    assert len(report.pages) > 1
    assert all(w <= 5000.0 and h == 914.0 for w, h in report.pages)
    assert lines_of(data, 0) == lines_of(data, len(report.pages) - 1) == ["left"]
    assert page_code(data).count("TJ") == 1


def test_progress_counts_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    drawing = texts_drawing(["x"] * 450)
    write_pdf(
        [drawing],
        [plan(drawing, Paper.parse("A4"))],
        tmp_path / "a.pdf",
        info=Info("x"),
        pictures=no_pictures,
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(200, 450), (400, 450), (450, 450)]


_PRINT = """
import sys
from tests.export.paper.printed import full_size, sample_pictures, sample_sheet
sys.stdout.buffer.write(full_size(sample_sheet(), sample_pictures))
"""


def test_the_same_map_gives_the_same_bytes_whatever_the_seed() -> None:
    first, second = (_printed_elsewhere(seed) for seed in ("1", "2"))

    assert first.startswith(b"%PDF-1.7")
    assert first == second


def _printed_elsewhere(seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)}
    run = subprocess.run([sys.executable, "-c", _PRINT], env=environment, capture_output=True, check=True)
    return run.stdout


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "map.pdf"
    file.write_bytes(full_size(sample_sheet(), sample_pictures))
    run = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
