"""Stretches that share a track never meet, and no more tracks are taken than must be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.layout.tracks import Stretch, middles, shared_out

APART = 1.5
_NUMBERS = st.integers(0, 60)
_STRETCHES = st.lists(st.tuples(_NUMBERS, _NUMBERS, st.sampled_from([0.95, 5.2])), max_size=15).map(
    lambda them: [Stretch(min(a, b), max(a, b), f"k{at}", room) for at, (a, b, room) in enumerate(them)]
)


@given(_STRETCHES)
def test_stretches_of_one_track_are_apart(stretches: list[Stretch]) -> None:
    track_of, _rooms = shared_out(stretches, APART)
    assert track_of.keys() == {one.key for one in stretches}
    for one, other in combinations(stretches, 2):
        if track_of[one.key] == track_of[other.key]:
            assert one.high + APART <= other.low or other.high + APART <= one.low


@given(_STRETCHES)
def test_there_are_as_many_tracks_as_stretches_meet_at_one_place(stretches: list[Stretch]) -> None:
    _track_of, rooms = shared_out(stretches, APART)
    meeting = [sum(one.low <= at.low < one.high + APART for one in stretches) for at in stretches]
    assert len(rooms) == max(meeting, default=0)


@given(_STRETCHES)
def test_a_track_has_room_for_the_widest_of_its_stretches(stretches: list[Stretch]) -> None:
    track_of, rooms = shared_out(stretches, APART)
    for track, room in enumerate(rooms):
        assert room == max(one.room for one in stretches if track_of[one.key] == track)


@given(_STRETCHES, st.randoms(use_true_random=False))
def test_the_order_they_come_in_does_not_matter(stretches: list[Stretch], chance: object) -> None:
    mixed = stretches.copy()
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert shared_out(mixed, APART) == shared_out(stretches, APART)


def test_tracks_lie_beside_one_another() -> None:
    assert middles([2.0, 4.0, 1.0]) == pytest.approx([1.0, 4.0, 6.5])
