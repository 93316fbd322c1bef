"""Ways to print a map for a wall: they fit it, they keep what they promise, and the best comes first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.paper.measuring import Measured, Reading, Shape, measured
from export.paper.page_map import page_map
from export.paper.pages import MILLIMETRES_A_POINT, POINTS_A_METRE
from export.paper.papers import Paper
from export.paper.planning import Proposal, Wall, Wanted, propose
from export.paper.tile_grid import Tiling
from export.paper.tiles import tile
from journey.drawing import Text, flat
from journey.layout import Beside, View, layout
from journey.layout.numbers import number
from journey.model import MapData
from tests.export.paper.printed import sample_map
from tests.journey.layout.small_maps import nordic

_PAPERS = ("roll:914mm", "A0", "A3")


@cache
def shapes(columns: Sequence[float] = (60.0, 106.0, 122.0)) -> tuple[Measured, ...]:
    """The sample in several shapes."""
    return tuple(shaped(sample_map(), column, below) for column in columns for below in (False, True))


def shaped(found: MapData, column: float, below: bool) -> Measured:
    view = View(found.journeys()[0].id, beside=Beside(below=below), column=column)
    return measured(Shape(column, below), layout(found, view))


def planned(
    wall: tuple[float, float] = (3200.0, 1400.0),
    reading: Reading = Reading(1.5),  # noqa: B008  # frozen
    papers: Sequence[str] = _PAPERS,
) -> list[Proposal]:
    return propose(shapes(), [Paper.parse(name) for name in papers], Wanted(Wall(*wall), reading))


def test_what_keeps_its_promise_comes_first_and_the_others_by_how_far_they_can_be_read() -> None:
    found = planned()
    kept = [one for one in found if one.keeps]
    assert kept
    assert found[: len(kept)] == kept
    others = [one.reads.cards for one in found[len(kept) :]]
    assert others == sorted(others, reverse=True)
    assert [len(one.pieces) for one in kept] == sorted(len(one.pieces) for one in kept)


@settings(max_examples=25, deadline=None)
@given(
    w=st.floats(500.0, 8000.0),
    h=st.floats(500.0, 3000.0),
    cards=st.floats(0.4, 4.0),
    title=st.floats(0.0, 20.0),
)
def test_every_proposal_fits_the_wall_and_says_truly_what_can_be_read(
    w: float, h: float, cards: float, title: float
) -> None:
    for one in planned((w, h), Reading(cards, 0.0, title)):
        if one.way in ("sheets", "strips"):
            assert one.w <= w + 0.01
            assert one.h <= h + 0.01
        assert one.points == pytest.approx(one.reads.cards * POINTS_A_METRE)
        assert one.keeps == (one.reads.cards >= cards * 0.999999 and one.reads.title >= title * 0.999999)
        assert bool(one.too_small) == (one.reads.cards < cards * 0.999999)
        assert max(piece.x + piece.w for piece in one.pieces) == pytest.approx(one.w)
        assert sum(piece.w * piece.h for piece in one.pieces) <= one.w * one.h + 1.0


def test_columns_are_widened_to_keep_the_promise_and_no_more_than_that() -> None:
    near = next(one for one in planned(reading=Reading(0.7)) if one.way == "roll")
    far = next(one for one in planned((6000.0, 1400.0), Reading(0.95)) if one.way == "roll")
    assert near.keeps
    assert far.keeps
    assert near.shape.column == 60.0
    assert far.shape.column > 60.0


def test_a_roll_is_used_in_its_whole_width_and_in_lengths_where_one_is_too_low() -> None:
    one = next(one for one in planned(reading=Reading(0.7)) if one.way == "roll")
    assert one.sheet[1] == 914.0
    assert len(one.pieces) == 1
    strips = next(one for one in planned() if one.way == "strips")
    assert strips.keeps
    assert strips.sheet[1] == 914.0
    assert len(strips.pieces) == 2
    assert [piece.name for piece in strips.pieces] == ["A1", "B1"]


def test_lengths_of_a_roll_hang_with_its_width_upright_however_short_they_are() -> None:
    wanted = Wanted(Wall(700.0, 1600.0), Reading(3.0))
    strips = next(
        one for one in propose(shapes(), [Paper.parse("roll:914mm")], wanted) if one.way == "strips"
    )
    assert strips.sheet[0] < strips.sheet[1] == 914.0


def test_more_than_five_metres_of_a_roll_come_in_panels() -> None:
    wide = shapes((340.0,))
    [one] = propose(wide[:1], [Paper.parse("roll:1067mm")], Wanted(Wall(9000.0, 1100.0), Reading(0.3)))
    assert len(one.pieces) > 1
    assert one.w > 5000.0
    assert max(piece.w for piece in one.pieces) <= 5000.0
    assert one.sheet[0] <= 5000.0


def test_steps_and_title_have_distances_of_their_own() -> None:
    [one] = [one for one in planned(reading=Reading(0.1, 0.0, 0.0), papers=["A3"]) if one.way == "page"]
    found = next(measured_ for measured_ in shapes() if measured_.shape == one.shape)
    assert one.reads.steps == pytest.approx(found.steps * one.scale / MILLIMETRES_A_POINT / POINTS_A_METRE)
    assert one.reads.title > one.reads.steps > one.reads.cards
    assert one.keeps
    assert not planned(reading=Reading(0.1, 9.0, 0.0), papers=["A3"])[-1].keeps


def test_the_card_that_makes_the_map_high_is_named() -> None:
    found = shaped(nordic(), 60.0, False)
    lines = {one.block.record: len(one.block.marks) for one in found.drawing.blocks() if one.block.record}
    assert found.highest in lines
    texts = {card.id: card.text for card in sample_map().records() if hasattr(card, "code")}
    [sample] = [one for one in shapes() if one.shape == Shape(60.0, False)]
    assert len(texts[sample.highest]) > 40


def test_cards_with_too_many_lines_are_named_in_narrow_columns_only() -> None:
    narrow, wide = shaped(sample_map(), 34.0, False), shaped(sample_map(), 120.0, False)
    assert narrow.long
    assert wide.long == ()


def test_without_paper_or_room_nothing_is_proposed() -> None:
    assert planned(papers=()) == []
    assert planned((10.0, 10.0)) == []


def test_the_first_page_of_the_sheets_says_the_size_that_was_planned() -> None:
    found = next(one for one in planned() if one.way == "sheets")
    drawing = next(one.drawing for one in shapes() if one.shape == found.shape)
    made = tile(drawing, found.paper, Tiling(), "auto", 10.0, found.scale)
    said = [mark.text for _record, mark in flat(page_map(drawing, made, 10.0).over) if isinstance(mark, Text)]
    whole = f"{number(found.w / 1000, 'en', 2)} × {number(found.h / 1000, 'en', 2)} m on the wall"
    assert whole in " ".join(said)
