"""Order among siblings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.rank import between, is_rank, spread

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ranks = st.text(DIGITS, min_size=1, max_size=8).filter(is_rank)
ends = st.none() | ranks


@given(ends, ends)
def test_there_is_always_room_between_two_ranks(one: str | None, other: str | None) -> None:
    if one is not None and other is not None:
        if one == other:
            return
        one, other = min(one, other), max(one, other)
    middle = between(one, other)
    assert is_rank(middle)
    assert one is None or one < middle
    assert other is None or middle < other


@given(ranks, ranks)
def test_no_rank_is_invented_between_ranks_in_the_wrong_order(one: str, other: str) -> None:
    with pytest.raises(ValueError, match="no rank fits"):
        between(max(one, other), min(one, other))


@given(st.integers(0, 200), ends, ends)
def test_ranks_are_spread_in_order_between_their_neighbours(
    count: int, one: str | None, other: str | None
) -> None:
    if one is not None and other is not None:
        if one == other:
            return
        one, other = min(one, other), max(one, other)
    found = spread(count, one, other)
    assert len(found) == count
    assert all(map(is_rank, found))
    row = [*([one] if one is not None else []), *found, *([other] if other is not None else [])]
    assert row == sorted(set(row))


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_siblings_stand_where_they_were_put(places: list[int]) -> None:
    row: list[str] = []
    for place in places:
        at = place % (len(row) + 1)
        row.insert(at, between(row[at - 1] if at else None, row[at] if at < len(row) else None))
    assert row == sorted(set(row))


def test_a_thousand_appended_or_spread_ranks_stay_short() -> None:
    last = None
    for _turn in range(1000):
        last = between(last, None)
    assert last is not None
    assert len(last) < 40
    assert max(map(len, spread(1000))) <= 6


@pytest.mark.parametrize("text", ["", "0", "V0", "å", "a b", "-", "V\n"])
def test_a_text_that_would_leave_no_room_is_no_rank(text: str) -> None:
    assert not is_rank(text)
