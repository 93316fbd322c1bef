"""A map over sheets, read back: cards whole, letters as large as promised, marks where one can print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pypdfium2
import pytest
from pypdfium2 import raw

from benchmarks.maps import JOURNEY, large_map
from export.paper.known import Known
from export.paper.page_map import page_map
from export.paper.pages import POINTS_A_METRE, Page, Plan
from export.paper.papers import Paper
from export.paper.pdf import Info, make_pdf
from export.paper.pictures import Pictures
from export.paper.sheet_marks import marked
from export.paper.spread import with_marks
from export.paper.tile_grid import BOTTOM, Marks, Tiling, sheet_name
from export.paper.tiles import READ_FROM, tile
from journey.drawing import Block, Box, Drawing, Layer, Line, PartName, Placed, Text, flat
from journey.layout import View, layout
from journey.text import shape
from resources.errors import Fault
from tests.export.paper.printed import (
    MILLIMETRE,
    a_drawing,
    lines_of,
    no_pictures,
    sample_pictures,
    sample_sheet,
)

MARGIN = 10.0


@cache
def spread(paper: str, marks: Marks = "corner", lanes: bool = False, read_from: float = READ_FROM) -> Plan:
    """The sample over sheets of a paper, with all that stands on them."""
    tiling = Tiling(marks=marks, repeat_lanes=lanes)
    planned = tile(sample_sheet(), Paper.parse(paper), tiling, margin=MARGIN, read_from=read_from)
    return with_marks(sample_sheet(), planned, tiling, MARGIN)


@cache
def written(paper: str, marks: Marks = "corner", lanes: bool = False) -> bytes:
    """The sheets as a PDF."""
    return pdf_of(sample_sheet(), spread(paper, marks, lanes), sample_pictures)


def pdf_of(drawing: Drawing, planned: Plan, pictures: Pictures = no_pictures) -> bytes:
    data, _report = make_pdf([drawing], [planned], info=Info("Sheets"), pictures=pictures)
    return data


def on_page(page: Page, scale: float, placed: Placed) -> tuple[float, float, float, float]:
    """Where a block stands on a page, mm of paper: left, top, right, bottom."""
    left, top = page.left + (placed.x - page.x) * scale, page.top + (placed.y - page.y) * scale
    return left, top, left + placed.block.w * scale, top + placed.block.h * scale


def rulers(page: Page) -> list[Line]:
    """The level lines of exactly a hundred millimetres that stand on a page."""
    lines = (mark for _record, mark in flat(page.over) if isinstance(mark, Line))
    return [line for line in lines if line.y1 == line.y2 and abs(line.x2 - line.x1 - 100.0) < 1e-9]


@pytest.mark.parametrize("paper", ["A4", "A3", "A1", "ANSI-B", "500x700mm"])
def test_each_card_is_whole_on_one_sheet_unless_it_is_told_that_it_is_cut(paper: str) -> None:
    planned = spread(paper)
    assert planned.tiles is not None
    cut = set(planned.cut)
    for placed in Known(sample_sheet()).cards:
        boxes = [(page, on_page(page, planned.scale, placed)) for page in planned.sheets]
        whole = [
            page
            for page, (left, top, right, bottom) in boxes
            if left >= page.left - 0.01
            and top >= page.top - 0.01
            and right <= page.left + page.across * planned.scale + 0.01
            and bottom <= page.top + page.down * planned.scale + 0.01
        ]
        assert len(whole) == (placed.block.record not in cut), placed.block.record


@pytest.mark.parametrize(("paper", "cut"), [("A4", 1), ("A3", 1), ("A1", 0)])
def test_only_what_is_longer_than_a_sheet_is_cut(paper: str, cut: int) -> None:
    planned = spread(paper)
    assert planned.tiles is not None
    assert planned.cut == ("card-claims-system",) * cut


def test_no_card_is_read_on_two_sheets_except_where_they_overlap() -> None:
    planned = spread("A3")
    assert planned.tiles is not None
    where = {
        page.name: f" {' '.join(lines_of(written('A3'), place + 1))} "
        for place, page in enumerate(planned.sheets)
    }
    for placed in Known(sample_sheet()).cards:
        lines = [mark.text for mark in placed.block.marks if isinstance(mark, Text) and len(mark.text) > 14]
        for line in lines:
            seen = [name for name, text in where.items() if f" {line.strip()} " in text]
            assert len(seen) == 1 or placed.block.record in planned.cut, (line, seen)


@pytest.mark.parametrize("paper", ["A4", "A3", "A1"])
def test_the_letters_that_a_seam_cuts_are_those_of_cards_and_texts_that_are_told(paper: str) -> None:
    planned, known = spread(paper), Known(sample_sheet())
    assert planned.tiles is not None
    told = [one for one in known.wordings if one.text in planned.torn]
    cards = [one for one in known.cards if one.block.record in planned.cut]
    found = list(_cut_letters(planned, written(paper)))
    assert found or not told
    for x, y in found:
        in_text = any(
            one.down[0] < y < one.down[1] and one.words[0][0] - 1 < x < one.words[-1][1] + 1 for one in told
        )
        on_card = any(
            one.x < x < one.x + one.block.w and one.y < y < one.y + one.block.h + 1 for one in cards
        )
        assert in_text or on_card, (x, y)


def _cut_letters(planned: Plan, data: bytes) -> Iterator[tuple[float, float]]:
    """Where on the map the middles of the letters are that a seam runs through, as pdfium sees them."""
    assert planned.tiles is not None
    document = pypdfium2.PdfDocument(data)
    for place, page in enumerate(planned.sheets):
        text, height = document[place + 1].get_textpage(), document[place + 1].get_height()
        for letter in range(text.count_chars()):
            if chr(raw.FPDFText_GetUnicode(text, letter)).isspace():
                continue
            left, bottom, right, top = (edge / MILLIMETRE for edge in text.get_charbox(letter))
            x1, x2 = (page.x + (at - page.left) / planned.scale for at in (left, right))
            y1, y2 = (page.y + (height / MILLIMETRE - at - page.top) / planned.scale for at in (top, bottom))
            inside = page.x < x1 and x2 < page.x + page.across and page.y < y1 and y2 < page.y + page.down
            across = any(x1 + _HAIR < seam < x2 - _HAIR for seam in planned.tiles.across)
            down = any(y1 + _HAIR < seam < y2 - _HAIR for seam in planned.tiles.down)
            if inside and (across or down):
                yield (x1 + x2) / 2, (y1 + y2) / 2


_HAIR = 0.05  # what pdfium rounds boxes by, map mm


def test_every_letter_on_a_card_is_as_large_as_was_promised() -> None:
    planned = spread("A3")
    least = READ_FROM * POINTS_A_METRE
    document = pypdfium2.PdfDocument(written("A3"))
    for place, page in enumerate(planned.sheets):
        sizes = [size for size, x, y in _sizes(document[place + 1]) if _in_map(page, planned.scale, x, y)]
        assert min(sizes, default=least) >= least * 0.999 * _SMALLEST_BESIDE, page.name
    assert planned.smallest_text_pt == pytest.approx(least)


_SMALLEST_BESIDE = 0.8  # what stands on chips and links is set smaller than what stands on cards


def _sizes(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float]]:
    """The size of each letter of a page in points as it is seen, and where it is, mm from the top left."""
    text, height = page.get_textpage(), page.get_height()
    matrix, x, y = raw.FS_MATRIX(), raw.c_double(), raw.c_double()
    for place in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text, place):
            raw.FPDFText_GetMatrix(text, place, matrix)
            raw.FPDFText_GetCharOrigin(text, place, x, y)
            size = raw.FPDFText_GetFontSize(text, place) * abs(matrix.d)
            yield size, x.value / MILLIMETRE, (height - y.value) / MILLIMETRE


def _in_map(page: Page, scale: float, x: float, y: float) -> bool:
    right, bottom = page.left + page.across * scale, page.top + page.down * scale
    return page.left < x < right and page.top < y < bottom


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_seams_move_off_the_cards_at_the_cost_of_sheets(paper: str) -> None:
    def made(moves: float) -> Plan:
        return tile(sample_sheet(), Paper.parse(paper), Tiling(moves=moves), read_from=READ_FROM)

    moved, stiff = made(0.5), made(0.05)
    assert moved.tiles is not None
    assert stiff.tiles is not None
    assert len(moved.cut) < len(stiff.cut)
    assert len(moved.sheets) > len(stiff.sheets)


@pytest.mark.parametrize("overlap", [0.0, 10.0, 25.0])
def test_sheets_overlap_as_much_as_was_asked_half_of_it_on_either_side_of_the_seam(overlap: float) -> None:
    planned = tile(sample_sheet(), Paper.parse("A3"), Tiling(overlap=overlap), read_from=READ_FROM)
    assert planned.tiles is not None
    pages = {page.name: page for page in planned.sheets}
    shared = (pages["A1"].x + pages["A1"].across - pages["A2"].x) * planned.scale
    assert shared == pytest.approx(overlap)
    assert pages["A2"].x + overlap / planned.scale / 2 == pytest.approx(planned.tiles.across[0])


@pytest.mark.parametrize("lanes", [False, True])
@pytest.mark.parametrize("marks", ["corner", "line", "none"])
def test_everything_that_is_printed_keeps_off_the_edge_that_printers_cannot_reach(
    marks: Marks, lanes: bool
) -> None:
    document = pypdfium2.PdfDocument(written("A4", marks, lanes))
    for page in document:
        bitmap = page.render(scale=0.6, grayscale=True).to_numpy()
        rows, columns = (bitmap < 250).nonzero()
        mm = 25.4 / 72 / 0.6
        assert rows.size
        assert columns.min() * mm >= MARGIN - 0.7
        assert rows.min() * mm >= MARGIN - 0.7
        assert (columns.max() + 1) * mm <= page.get_width() / MILLIMETRE - MARGIN + 0.7
        assert (rows.max() + 1) * mm <= page.get_height() / MILLIMETRE - MARGIN - BOTTOM + 0.7


def test_marks_to_cut_along_come_in_three_styles() -> None:
    def lines(marks: Marks) -> list[Line]:
        page = next(page for page in spread("A3", marks).sheets if page.name == "B2")
        return [mark for _record, mark in flat(page.over) if isinstance(mark, Line)]

    ticks, whole = lines("corner"), [line for line in lines("line") if line.dash]
    assert lines("none") == []
    assert len(ticks) == 8
    assert len(whole) == 4
    page = next(page for page in spread("A3").sheets if page.name == "B2")
    tiles = spread("A3").tiles
    assert tiles is not None
    half = tiles.overlap * spread("A3").scale / 2
    assert min(line.x1 for line in whole if line.x1 == line.x2) == pytest.approx(page.left + half)
    assert {round(line.x1, 3) for line in whole if line.x1 == line.x2} <= {
        round(line.x1, 3) for line in ticks
    }


def test_a_sheet_tells_its_name_and_those_of_its_neighbours() -> None:
    names = [page.name for page in spread("A3").sheets]
    assert names[:2] == ["A1", "A2"]
    assert len(set(names)) == len(names)
    found = set(lines_of(written("A3"), 1 + names.index("B2")))
    words = {word for line in found for word in line.split()}
    assert {"B2", "A2", "C2", "B1", "B3"} <= words
    assert "D2" not in words


def test_names_go_on_after_z() -> None:
    assert [sheet_name(row, 0) for row in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"),
    ]


@pytest.mark.parametrize("paper", ["A4", "A3", "A1"])
def test_the_ruler_measures_a_hundred_millimetres_on_the_first_pages_and_stands_on_no_other(
    paper: str,
) -> None:
    first, *sheets = spread(paper).pages
    assert len(rulers(first)) == len(rulers(sheets[0])) == 1
    assert not any(rulers(page) for page in sheets[1:])
    [line] = rulers(sheets[0])
    document = pypdfium2.PdfDocument(written(paper))
    bounds = [one.get_bounds() for one in document[1].get_objects() if one.type == raw.FPDF_PAGEOBJ_PATH]
    ticks = [(left + right) / 2 / MILLIMETRE for left, _b, right, _t in bounds if right - left < 1.0]
    assert any(abs(at - line.x1) < 0.01 for at in ticks)
    assert any(abs(at - line.x1 - 100.0) < 0.01 for at in ticks)
    assert "100 %" in " ".join(lines_of(written(paper), 1))
    assert line.x1 >= MARGIN


def test_the_page_map_leads_to_every_sheet_and_the_outline_lists_them() -> None:
    document = pypdfium2.PdfDocument(written("A3"))
    names = [page.name for page in spread("A3").sheets]
    leads = _leads(document)
    assert sorted(leads) == list(range(1, len(names) + 1))
    listed = [(one.get_title(), one.get_dest().get_index()) for one in document.get_toc()]
    assert listed[: len(names)] == [(name, place + 1) for place, name in enumerate(names)]
    assert set(names) <= set(" ".join(lines_of(written("A3"))).split())


def _leads(document: pypdfium2.PdfDocument) -> list[int]:
    """The pages that the links of the first page lead to."""
    page, found = document[0], list[int]()
    start, link = raw.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, start, link):
        target = raw.FPDFLink_GetDest(document, link)
        found.append(raw.FPDFDest_GetDestPageIndex(document, target))
    return found


def test_no_larger_page_than_a3_is_spent_on_the_page_map() -> None:
    first = spread("A1").pages[0]
    assert sorted((first.w, first.h)) == [297.0, 420.0]


def test_blank_sheets_are_left_out_and_grey_on_the_page_map() -> None:
    card = Block(
        50.0, 30.0, (Box(0.0, 0.0, 50.0, 30.0, "paper"), Text(2.0, 8.0, 6.0, shape("x"), "ink")), "card"
    )
    ground = Block(900.0, 900.0, (Box(0.0, 0.0, 900.0, 900.0, "band", layer=Layer.GRID),))
    corners = [(5.0, 5.0), (845.0, 5.0), (845.0, 865.0)]
    drawing = a_drawing([Placed(0.0, 0.0, ground), *(Placed(x, y, card) for x, y in corners)], 900.0, 900.0)
    planned = tile(drawing, Paper.parse("A3"), Tiling(), scale=1.0)
    assert planned.tiles is not None

    assert len(planned.sheets) == 3
    assert len(planned.tiles.blank) == planned.tiles.rows * planned.tiles.columns - 3
    shown = page_map(drawing, planned, MARGIN)
    grey = [mark for _r, mark in flat(shown.over) if isinstance(mark, Box) and mark.fill == "hairline"]
    assert len(grey) == len(planned.tiles.blank)
    assert len(shown.leads) == 3


def test_lane_names_are_repeated_beside_the_map_where_the_rail_is_not_in_view() -> None:
    def read(sheet: str, *, lanes: bool) -> str:
        names = [page.name for page in spread("A3", lanes=lanes).sheets]
        return " ".join(lines_of(written("A3", lanes=lanes), 1 + names.index(sheet)))

    for sheet, name in (("B3", "What Maja does"), ("C3", "Touchpoints")):
        assert name in read(sheet, lanes=True)
        assert name not in read(sheet, lanes=False)
    assert read("B1", lanes=True).count("What Maja does") == 1


def test_only_what_touches_a_sheet_is_drawn_on_it() -> None:
    drawing, planned = sample_sheet(), spread("A4")
    texts = [(mark, mark.text.strip()) for _record, mark in flat(drawing.blocks()) if isinstance(mark, Text)]
    for place, page in enumerate(planned.sheets):
        left, top, right, bottom = page.window
        near = {
            text
            for mark, text in texts
            if left - 1 < mark.x + mark.width and mark.x < right + 1 and top - 1 < mark.y + mark.size
            if mark.y - mark.size < bottom + 1
        }
        read = " ".join(lines_of(written("A4"), place + 1))
        far = {text for _mark, text in texts if len(text) > 12} - {drawing.title}
        others = [one for one in far if not any(one in text or text in one for text in near if len(text) > 5)]
        assert not [one for one in others if f" {one} " in f" {read} "], page.name


def test_printers_are_told_not_to_scale() -> None:
    document = pypdfium2.PdfDocument(written("A3"))
    assert not raw.FPDF_VIEWERREF_GetPrintScaling(document)


def test_of_a_large_map_no_card_is_cut_that_fits_a_sheet() -> None:
    drawing = layout(large_map(240), View(JOURNEY))
    planned = tile(drawing, Paper.parse("A3"), Tiling(), read_from=0.7)
    assert planned.tiles is not None
    assert planned.tiles.columns > 2
    assert planned.tiles.rows > 2
    assert planned.cut == ()


def test_sheets_that_are_nearly_all_margin_are_refused() -> None:
    with pytest.raises(Fault, match="leaves too little"):
        tile(sample_sheet(), Paper.parse("45x50mm"), Tiling())
    with pytest.raises(Fault, match="Margin and overlap"):
        tile(sample_sheet(), Paper.parse("A3"), Tiling(overlap=-1.0))


def test_sheets_show_the_whole_map_and_what_stands_around_it() -> None:
    pages = marked(sample_sheet(), tile(sample_sheet(), Paper.parse("A3"), Tiling()), Tiling())
    body = sample_sheet().part(PartName.BODY)
    assert body is not None
    left, top = min(page.x for page in pages), min(page.y for page in pages)
    right, bottom = max(page.x + page.across for page in pages), max(page.y + page.down for page in pages)
    assert left < body.x
    assert top < body.y
    assert right > body.x + body.w
    assert bottom > body.y + body.h
