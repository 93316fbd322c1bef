"""A drawing is placed on paper as large as it fits, or as large as it must be to be read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from export.paper.pages import MILLIMETRES_A_POINT, Page, plan
from export.paper.papers import LONGEST, PAPERS, Paper
from export.paper.report import LONG_CARD, long_cards
from journey.drawing import Block, Box, Drawing, Layer, Placed, Text
from journey.text import shape
from resources.errors import Fault
from tests.export.paper.printed import a_drawing


def cards_drawing(columns: int, h: float = 100.0) -> Drawing:
    """A drawing of columns of 60 mm with a card of 50 mm in the middle of each."""
    text = Text(2.0, 8.0, 6.0, shape("card"), "ink")
    small = Text(2.0, 20.0, 4.0, shape("small"), "ink", Layer.LINKS)
    card = Block(50.0, 30.0, (Box(0.0, 0.0, 50.0, 30.0, "paper"), text, small), "card")
    ground = Block(columns * 60.0, h, (Box(0.0, 0.0, columns * 60.0, h, "band", layer=Layer.GRID),))
    cards = [Placed(60.0 * column + 5.0, 10.0, card) for column in range(columns)]
    return a_drawing([Placed(0.0, 0.0, ground), *cards], columns * 60.0, h)


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("a4", (210.0, 297.0)),
        (" ANSI-d ", (558.8, 863.6)),
        ("arch E1", (762.0, 1066.8)),
        ("420x297mm", (420.0, 297.0)),
        ("420x297", (420.0, 297.0)),
        ("99.5X200mm", (99.5, 200.0)),
        ("roll:914mm", (914.0, None)),
        ("ROLL:610", (610.0, None)),
        ("900 × 600 mm", (900.0, 600.0)),
        ("90x60cm", (900.0, 600.0)),
        ("36X24 in", (914.4, 609.6)),
        ("roll:36in", (914.4, None)),
        ("Roll: 91,4cm", (914.0, None)),
    ],
)
def test_papers_are_known_by_name_size_and_width_of_roll(name: str, size: tuple[float, float | None]) -> None:
    paper = Paper.parse(name)

    assert (paper.width, paper.height) == size


@pytest.mark.parametrize("name", ["A7", "", "letter", "roll:", "roll:wide", "42x", "-1x5mm", "1e3x200"])
def test_for_a_paper_nobody_knows_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(Fault) as told:
        Paper.parse(name)

    assert all(known in told.value.sentence for known in PAPERS)
    assert "roll:914mm" in told.value.sentence


def test_a_paper_nobody_knows_is_quoted_as_it_was_typed() -> None:
    with pytest.raises(Fault, match="There is no paper called “US Letter × 2”"):
        Paper.parse("US Letter × 2")


@pytest.mark.parametrize(
    "name", ["5001x200mm", "200x5001mm", "9x200mm", "roll:6000mm", "roll:0mm", "roll:900in"]
)
def test_a_paper_no_file_can_hold_is_refused(name: str) -> None:
    with pytest.raises(Fault, match="cannot be made"):
        Paper.parse(name)


def test_a_drawing_fills_a_sheet_turned_so_that_it_is_largest_and_stands_in_its_middle() -> None:
    planned = plan(cards_drawing(10), Paper.parse("A4"), margin=10.0)

    assert planned.scale == pytest.approx(277.0 / 600.0)
    assert planned.pages == (Page(297.0, 210.0, 0.0, 0.0, 600.0, 100.0, 10.0, planned.pages[0].top),)
    assert planned.pages[0].top == pytest.approx((210.0 - 100.0 * planned.scale) / 2)


def test_a_sheet_is_turned_as_asked() -> None:
    upright = plan(cards_drawing(10), Paper.parse("A4"), "portrait").pages[0]
    flat = plan(cards_drawing(10), Paper.parse("A4"), "landscape").pages[0]

    assert (upright.w, upright.h, flat.w, flat.h) == (210.0, 297.0, 297.0, 210.0)


def test_the_smallest_text_on_cards_tells_how_far_one_can_read() -> None:
    planned = plan(cards_drawing(10), Paper.parse("A4"), margin=10.0)

    assert planned.smallest_text_pt == pytest.approx(6.0 * planned.scale / MILLIMETRES_A_POINT)
    assert planned.readable_from_m == pytest.approx(planned.smallest_text_pt / 19.5)


def test_a_reading_distance_makes_the_smallest_text_as_large_as_it_must_be() -> None:
    planned = plan(cards_drawing(3), Paper.parse("roll:914mm"), read_from=1.5)

    assert planned.smallest_text_pt == pytest.approx(29.25)
    assert planned.pages[0].w == pytest.approx(180.0 * planned.scale + 20.0)
    assert planned.pages[0].h == 914.0


def test_a_scale_is_kept() -> None:
    planned = plan(cards_drawing(3), Paper.parse("A3"), scale=1.5)

    assert planned.scale == 1.5
    assert planned.pages[0].left == pytest.approx((420.0 - 180.0 * 1.5) / 2)


@pytest.mark.parametrize("wishes", [{"scale": 5.0}, {"read_from": 9.0}])
def test_what_does_not_fit_is_refused_saying_what_would(wishes: dict[str, float]) -> None:
    with pytest.raises(Fault, match=r"It fits at scale 0\.46, which can be read from") as told:
        plan(cards_drawing(10), Paper.parse("A4"), **wishes)

    assert "of a roll" in told.value.sentence


def test_where_no_roll_is_wide_enough_a_paper_is_named_that_is() -> None:
    with pytest.raises(Fault, match=r", or on a paper of (.+)\.$") as told:
        plan(cards_drawing(10, h=400.0), Paper.parse("A4"), scale=5.0)

    named = Paper.parse(told.value.sentence.rpartition(" ")[2].removesuffix("."))
    assert plan(cards_drawing(10, h=400.0), named, scale=5.0).scale == 5.0


@pytest.mark.parametrize(
    "wishes",
    [
        {"margin": -1.0},
        {"margin": float("nan")},
        {"panel_overlap": -1.0},
        {"scale": 0.0},
        {"scale": float("nan")},
        {"margin": 105.0},
        {"margin": 100.5},
    ],
)
def test_what_makes_no_sense_on_paper_is_refused(wishes: dict[str, float]) -> None:
    with pytest.raises(Fault, match="Nothing was written"):
        plan(cards_drawing(10), Paper.parse("A4"), **wishes)


def test_of_a_roll_as_much_is_used_as_the_map_is_long() -> None:
    [page] = plan(cards_drawing(10), Paper.parse("roll:620mm"), margin=10.0).pages

    assert (page.w, page.h) == (pytest.approx(3620.0), 620.0)
    assert (page.left, page.top) == (10.0, pytest.approx(10.0))


def test_a_map_that_is_higher_than_wide_runs_down_the_roll() -> None:
    planned = plan(cards_drawing(2, h=600.0), Paper.parse("roll:620mm"))
    [page] = planned.pages

    assert planned.turned
    assert (page.w, page.h) == (620.0, pytest.approx(3020.0))


def test_panels_of_a_long_roll_end_between_cards_and_overlap() -> None:
    drawing = cards_drawing(40)
    planned = plan(drawing, Paper.parse("roll:620mm"), margin=10.0, panel_overlap=20.0)
    first, last = planned.pages[0], planned.pages[-1]

    assert len(planned.pages) == 4  # three would have to cut cards
    assert max(page.w for page in planned.pages) <= LONGEST
    for before, after in pairwise(planned.pages):
        seam = (before.x + before.across + after.x) / 2
        assert 1.0 < (seam + 5.0) % 60.0 < 9.0
        assert (before.x + before.across - after.x) * planned.scale == pytest.approx(20.0)
    assert (first.x, last.x + last.across) == (0.0, pytest.approx(drawing.w))
    assert (planned.cut, planned.torn) == ((), ())


def test_what_is_longer_than_a_panel_is_named_and_what_is_written_there() -> None:
    long = Block(3500.0, 100.0, (Box(0.0, 0.0, 3500.0, 100.0, "paper"),), "long")
    line = Block(3500.0, 20.0, (Text(0.0, 15.0, 12.0, shape("word" * 150), "ink"),))
    drawing = a_drawing([Placed(0.0, 0.0, long), Placed(0.0, 120.0, line)], 3500.0, 160.0)
    planned = plan(drawing, Paper.parse("roll:620mm"))

    assert len(planned.pages) > 1
    assert planned.cut == ("long",)
    assert planned.torn == ("word" * 150,)


def test_cards_with_too_many_lines_are_reported() -> None:
    def card(lines: int) -> Block:
        return Block(
            50.0, 200.0, tuple(Text(0.0, 7.0 * n, 6.0, shape("so"), "ink") for n in range(lines)), "card"
        )

    drawing = a_drawing([Placed(0.0, 0.0, card(LONG_CARD)), Placed(60.0, 0.0, card(LONG_CARD + 1))])

    assert long_cards(drawing) == [" ".join(["so"] * 13)]
