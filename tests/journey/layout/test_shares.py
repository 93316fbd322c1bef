"""Groups that are followed from change to change come out as if made at once, and only those touched anew."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from journey.layout.shares import Shared, changes

Sums = Shared[str, str, int, int]
_NOTHING: Sums = Shared({}, {})
_MEMBERS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("klmn"), st.integers(0, 9)),
    unique_by=lambda member: member[:2],
)


def _sum(_key: str, numbers: Collection[int]) -> int:
    return sum(numbers)


@given(_MEMBERS, _MEMBERS)
def test_groups_followed_are_those_made_at_once(
    before: list[tuple[str, str, int]], after: list[tuple[str, str, int]]
) -> None:
    first, _touched = _NOTHING.after((), before, _sum)
    followed, _touched = first.after(before, after, _sum)
    at_once, _touched = _NOTHING.after((), after, _sum)
    assert followed == at_once
    assert followed.places == {key: sum(members.values()) for key, members in followed.groups.items()}


def test_only_groups_that_a_member_left_or_joined_are_shared_out_anew() -> None:
    asked: list[str] = []

    def share(key: str, numbers: Collection[int]) -> int:
        asked.append(key)
        return sum(numbers)

    first, _touched = _NOTHING.after((), [("a", "k", 1), ("b", "l", 2), ("c", "m", 3)], share)
    asked.clear()
    second, touched = first.after([("a", "k", 1)], [("b", "k", 1)], share)
    assert (touched, asked) == ({"a", "b"}, ["b"])
    assert second.places == {"b": 3, "c": 3}
    assert second.members(touched) == {"k", "l"}
    assert first == Shared({"a": {"k": 1}, "b": {"l": 2}, "c": {"m": 3}}, {"a": 1, "b": 2, "c": 3})


def test_a_thing_that_is_the_very_same_neither_went_nor_came() -> None:
    stays, was, becomes = ["s"], ["w"], ["w"]
    gone, come = changes({"s": stays, "w": was}, {"s": stays, "w": becomes})
    assert len(gone) == len(come) == 1
    assert gone[0] is was
    assert come[0] is becomes
