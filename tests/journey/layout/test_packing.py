"""Cards stand under what came before them, and stay where they are when more come."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journey.layout.packing import Spanning, levels

COLUMNS = 8


@st.composite
def _items(draw: Any) -> list[Spanning[int]]:
    starts = draw(st.lists(st.integers(0, COLUMNS - 1), max_size=20))
    return [Spanning(first, draw(st.integers(first, COLUMNS - 1)), at) for at, first in enumerate(starts)]


def test_cards_of_one_cell_stand_under_one_another_in_their_order() -> None:
    packed = levels([Spanning(2, 2, "a"), Spanning(2, 2, "b"), Spanning(3, 3, "c")], COLUMNS)
    assert [[one.thing for one in level] for level in packed] == [["a", "c"], ["b"]]


def test_nothing_slips_in_above_what_came_before_it() -> None:
    packed = levels([Spanning(0, 0, "a"), Spanning(0, 2, "wide"), Spanning(2, 2, "b")], COLUMNS)
    assert [[one.thing for one in level] for level in packed] == [["a"], ["wide"], ["b"]]


@given(_items())
def test_no_two_on_a_level_share_a_column(items: list[Spanning[int]]) -> None:
    for level in levels(items, COLUMNS):
        assert all(one.last < other.first for one, other in combinations(level, 2))


@given(_items())
def test_each_is_packed_once_and_below_something_it_must_clear(
    items: list[Spanning[int]],
) -> None:
    packed = levels(items, COLUMNS)
    assert sorted(one.thing for level in packed for one in level) == list(range(len(items)))
    for above, level in pairwise(packed):
        for one in level:
            assert any(one.first <= it.last and it.first <= one.last and it.thing < one.thing for it in above)


@given(_items(), st.integers(0, COLUMNS - 1))
def test_a_later_card_moves_none_that_is_there(items: list[Spanning[int]], column: int) -> None:
    before = {one.thing: at for at, level in enumerate(levels(items, COLUMNS)) for one in level}
    more = [*items, Spanning(column, column, len(items))]
    after = {one.thing: at for at, level in enumerate(levels(more, COLUMNS)) for one in level}
    assert before.items() <= after.items()
