"""Names for records."""

from __future__ import annotations

import time

from journey.ids import counted, new_id

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def test_ids_are_never_the_same() -> None:
    assert len({new_id() for _turn in range(10_000)}) == 10_000


def test_an_id_begins_with_the_time_in_digits_that_sort() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    after = time.time_ns() // 1_000_000
    assert len(made) == 26
    assert list(DIGITS) == sorted(DIGITS)
    assert (
        before
        <= sum(DIGITS.index(digit) * 32 ** (9 - place) for place, digit in enumerate(made[:10]))
        <= after
    )


def test_counted_ids_are_the_same_each_time_and_end_with_the_block() -> None:
    with counted("x"):
        assert [new_id(), new_id()] == ["x000001", "x000002"]
        with counted("y"):
            assert new_id() == "y000001"
        assert new_id() == "x000003"
    assert not new_id().startswith("x0000")
