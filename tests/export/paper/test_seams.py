"""Seams run beside cards and along edges wherever that can be, and windows leave nothing out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.paper.seams import Thing, Things, least_overlap, seams, windows

COLUMNS = tuple((60.0 * place, 60.0 * place + 50.0, 1) for place in range(20))


def crossed(places: tuple[float, ...], things: tuple[Thing, ...]) -> int:
    """How many of the things the places are in."""
    return sum(start < place < end for place in places for start, end, _weight in things)


def test_what_fits_a_page_has_no_seam() -> None:
    assert seams((0.0, 100.0), 100.0, 10.0, Things()) == ()
    assert windows((0.0, 100.0), (), 10.0) == [(0.0, 100.0)]


def test_seams_run_in_the_middle_of_the_gaps_between_cards() -> None:
    found = seams((0.0, 1190.0), 430.0, 10.0, Things(COLUMNS))
    assert len(found) == 2
    assert [seam % 60.0 for seam in found] == [pytest.approx(55.0)] * 2


def test_an_edge_is_taken_before_another_gap_where_that_costs_no_page() -> None:
    things = Things(COLUMNS, edges=(355.0, 775.0))
    assert seams((0.0, 1200.0), 450.0, 0.0, things) == (355.0, 775.0)


def test_a_roll_has_a_panel_more_rather_than_one_that_ends_off_an_edge() -> None:
    things = Things(COLUMNS, edges=(355.0, 595.0))
    assert len(seams((0.0, 1200.0), 650.0, 0.0, things)) == 1
    assert seams((0.0, 1200.0), 610.0, 0.0, things, edges_first=True) == (595.0,)
    assert seams((0.0, 1200.0), 650.0, 0.0, Things(COLUMNS, edges=(355.0, 835.0)), edges_first=True) == (
        355.0,
        835.0,
    )


def test_where_no_gap_goes_right_down_the_fewest_cards_are_cut() -> None:
    over_all, over_the_middle = (0.0, 1170.0, 1), (500.0, 620.0, 1)
    [seam] = seams((0.0, 1170.0), 700.0, 0.0, Things((*COLUMNS, over_all)))
    assert crossed((seam,), COLUMNS) == 0
    [other] = seams((0.0, 1170.0), 700.0, 0.0, Things((*COLUMNS, over_all, over_the_middle)))
    assert crossed((other,), (*COLUMNS, over_the_middle)) == 0


def test_other_things_are_spared_where_that_costs_no_page() -> None:
    things = Things(COLUMNS, others=((520.0, 680.0, 1),))
    [seam] = seams((0.0, 1200.0), 760.0, 0.0, things)
    assert crossed((seam,), (*COLUMNS, *things.others)) == 0


def test_a_seam_runs_between_two_words_in_the_gap_between_cards() -> None:
    words = ((0.0, 353.0, 1), (355.5, 700.0, 1))
    [seam] = seams((0.0, 700.0), 400.0, 0.0, Things(COLUMNS[:12], others=words))
    assert seam == pytest.approx(354.25)


def test_where_every_gap_is_under_a_word_the_lightest_is_cut_between_two_letters() -> None:
    heavy, light = (0.0, 320.0, 8), (320.0, 400.0, 2)
    letters = tuple((320.5 + 8 * place, 328.0 + 8 * place, 4) for place in range(10))
    things = Things(COLUMNS[:12], others=(heavy, light, *letters, (400.0, 700.0, 8)))
    [seam] = seams((0.0, 700.0), 450.0, 0.0, things)
    assert crossed((seam,), (*COLUMNS, heavy, *letters)) == 0
    assert crossed((seam,), (light,)) == 1


def test_no_sheet_more_is_spent_on_words() -> None:
    word = (100.0, 1000.0, 8)
    [seam] = seams((0.0, 1100.0), 600.0, 0.0, Things(COLUMNS, others=(word,)))
    assert crossed((seam,), (word,)) == 1


def test_a_seam_moves_no_farther_than_it_may() -> None:
    wide = ((0.0, 10.0, 1), (20.0, 300.0, 1))
    assert crossed(seams((0.0, 300.0), 200.0, 0.0, Things(wide), moves=0.2), wide) == 1
    assert seams((0.0, 210.0), 200.0, 0.0, Things(((0.0, 10.0, 1), (20.0, 205.0, 1))), moves=0.95) == (15.0,)


_LENGTHS = st.floats(1.0, 20_000.0)
_WINDOWS = st.floats(300.0, 3000.0)
_OVERLAPS = st.floats(0.0, 200.0)


@given(start=st.floats(0.0, 50.0), length=_LENGTHS, most=_WINDOWS, overlap=_OVERLAPS, data=st.data())
def test_windows_cover_everything_and_none_is_too_long(
    start: float, length: float, most: float, overlap: float, data: st.DataObject
) -> None:
    begins = data.draw(st.lists(st.floats(0.0, length), max_size=30))
    size = data.draw(st.floats(0.0, 500.0))
    things = Things(tuple((at, at + size, 1) for at in begins))
    along, shared = (start, start + length), least_overlap(most, overlap)

    found = seams(along, most, overlap, things)
    shown = windows(along, found, shared)

    assert (shown[0][0], shown[-1][1]) == along
    assert all(0 < end - begin <= most + 1e-6 for begin, end in shown)
    assert all(before[1] - after[0] == pytest.approx(shared) for before, after in pairwise(shown))


@given(
    gaps=st.lists(st.floats(4.0, 60.0), min_size=2, max_size=40),
    width=st.floats(20.0, 120.0),
    most=st.floats(400.0, 900.0),
    overlap=st.floats(0.0, 20.0),
)
def test_no_card_is_cut_where_every_half_window_has_a_gap(
    gaps: list[float], width: float, most: float, overlap: float
) -> None:
    cards, at = [], 0.0
    for gap in gaps:
        cards.append((at, at + width, 1))
        at += width + gap

    found = seams((0.0, at), most, overlap, Things(tuple(cards)))

    assert crossed(found, tuple(cards)) == 0
