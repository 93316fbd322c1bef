"""Boxes and marks for those who trim a print, and panels of long maps that end where stages do."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from export.paper.pages import Plan, plan
from export.paper.papers import LONGEST, Paper
from export.paper.pdf import Info, make_pdf
from export.paper.trimming import trim_for
from journey.drawing import Drawing, Line, Target, flat
from resources.errors import Fault
from tests.export.paper.printed import MILLIMETRE, no_pictures, sample_pictures, sample_sheet
from tests.export.paper.test_pages import cards_drawing


def boxes(drawing: Drawing, planned: Plan) -> dict[str, list[float]]:
    """The boxes of the first page in mm: left, bottom, right, top."""
    pictures = sample_pictures if drawing is sample_sheet() else no_pictures
    data, _report = make_pdf([drawing], [planned], info=Info("Trimmed"), pictures=pictures)
    page = pypdfium2.PdfDocument(data)[0]
    found = {"media": page.get_mediabox(), "trim": page.get_trimbox(), "bleed": page.get_bleedbox()}
    return {name: [edge / MILLIMETRE for edge in box] for name, box in found.items()}


def test_without_bleed_a_page_is_the_paper_and_nothing_is_trimmed() -> None:
    planned = plan(sample_sheet(), Paper.parse("A2"))
    found = boxes(sample_sheet(), planned)
    assert found["media"] == pytest.approx([0.0, 0.0, planned.pages[0].w, planned.pages[0].h], abs=0.01)
    assert found["trim"] == pytest.approx(found["media"], abs=0.01)
    assert planned.pages[0].over == ()


@pytest.mark.parametrize("bleed", [3.0, 5.0, 10.0])
def test_a_sheet_with_bleed_is_that_sheet_once_it_is_trimmed(bleed: float) -> None:
    planned = plan(sample_sheet(), Paper.parse("A2"), "landscape", bleed=bleed)
    found = boxes(sample_sheet(), planned)
    left, bottom, right, top = found["trim"]
    assert (right - left, top - bottom) == (pytest.approx(594.0, abs=0.01), pytest.approx(420.0, abs=0.01))
    assert [left - found["bleed"][0], found["bleed"][3] - top] == pytest.approx([bleed, bleed], abs=0.01)
    assert found["media"][2] == pytest.approx(594.0 + 2 * trim_for(bleed), abs=0.01)
    assert planned.scale == plan(sample_sheet(), Paper.parse("A2"), "landscape").scale


def test_a_roll_with_bleed_is_exactly_as_wide_as_the_roll() -> None:
    drawing = cards_drawing(10)
    planned = plan(drawing, Paper.parse("roll:914mm"), bleed=5.0)
    found = boxes(drawing, planned)
    assert found["media"][3] == pytest.approx(914.0, abs=0.01)
    assert found["trim"][3] - found["trim"][1] == pytest.approx(914.0 - 2 * trim_for(5.0), abs=0.01)


def test_marks_to_trim_along_stand_outside_the_bleed_and_at_the_edges_that_are_left() -> None:
    [page] = plan(sample_sheet(), Paper.parse("A3"), "landscape", bleed=4.0).pages
    lines = [mark for _record, mark in flat(page.over) if isinstance(mark, Line)]
    trim, edge = trim_for(4.0), trim_for(4.0) - 4.0
    assert len(lines) == 8
    assert {round(line.x1, 6) for line in lines if line.x1 == line.x2} == {trim, page.w - trim}
    assert {round(line.y1, 6) for line in lines if line.y1 == line.y2} == {trim, page.h - trim}
    for line in lines:
        inside_x = edge < min(line.x1, line.x2) and max(line.x1, line.x2) < page.w - edge
        inside_y = edge < min(line.y1, line.y2) and max(line.y1, line.y2) < page.h - edge
        assert not (inside_x and inside_y)


@pytest.mark.parametrize("bleed", [-1.0, 10.1, float("nan")])
def test_more_bleed_than_anybody_asks_for_is_refused(bleed: float) -> None:
    with pytest.raises(Fault, match="0 to 10 mm"):
        plan(sample_sheet(), Paper.parse("A3"), bleed=bleed)


def staged(columns: int, stages: tuple[int, ...]) -> Drawing:
    """Columns of cards with stages that begin at some of them."""
    drawing = cards_drawing(columns)
    targets = tuple(Target(1, f"Stage {at}", f"s{at}", 60.0 * at, 0.0, 60.0, 100.0) for at in stages)
    return Drawing(drawing.w, drawing.h, drawing.parts, targets, drawing.title, drawing.language)


def test_panels_of_a_long_map_end_where_stages_do() -> None:
    drawing = staged(40, (0, 7, 13, 21, 33))
    planned = plan(drawing, Paper.parse("roll:620mm"))
    seams = [(before.x + before.across + after.x) / 2 for before, after in pairwise(planned.pages)]
    assert max(page.w for page in planned.pages) <= LONGEST
    assert seams
    assert all(any(abs(seam - 60.0 * at) < 2.5 for at in (7, 13, 21, 33)) for seam in seams)


def test_a_stage_longer_than_a_panel_is_parted_between_cards() -> None:
    planned = plan(staged(40, (0, 30)), Paper.parse("roll:620mm"))
    for before, after in pairwise(planned.pages):
        seam = (before.x + before.across + after.x) / 2
        assert (seam % 60.0 or 60.0) > 55.0 or seam % 60.0 < 5.0
