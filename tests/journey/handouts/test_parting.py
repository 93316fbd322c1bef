"""Things parted among sheets: none too many, about as much on each, kept with what follows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journey.handouts.parting import parted


def lengths(ranges: list[range]) -> list[int]:
    return [len(one) for one in ranges]


def test_about_as_much_stands_on_each_sheet() -> None:
    assert lengths(parted([10.0] * 12, 30.0)) == [3, 3, 3, 3]
    assert sorted(lengths(parted([10.0] * 13, 30.0))) == [2, 2, 3, 3, 3]
    assert lengths(parted([40.0, *[10.0] * 6], 60.0)) == [2, 5]


def test_one_that_is_too_long_stands_alone() -> None:
    assert lengths(parted([10.0, 10.0, 90.0, 10.0], 60.0)) == [2, 1, 1]


def test_what_is_kept_with_the_next_never_stands_last() -> None:
    assert lengths(parted([10.0] * 6, 30.0)) == [3, 3]
    assert lengths(parted([10.0] * 6, 30.0, {2})) == [2, 2, 2]
    assert lengths(parted([10.0, 10.0], 30.0, {1})) == [2]


@given(st.lists(st.floats(1.0, 40.0), max_size=30), st.floats(40.0, 100.0))
def test_every_thing_stands_once_and_has_room(things: list[float], room: float) -> None:
    found = parted(things, room)
    assert [at for one in found for at in one] == list(range(len(things)))
    assert all(sum(things[at] for at in one) <= room + 0.001 for one in found)
    least = sum(things) / room
    assert len(found) <= 2 * least + 1
