"""What was compared can be taken back, one by one or all of it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.comparing import Difference, Fate, compare, take_back, way_to
from journey.comparing.touches import touches_between
from journey.edits import (
    add_link,
    add_owner,
    add_step_after,
    edit_owner,
    move_card,
    remove_cards,
    remove_step,
    set_picture,
    set_votes,
)
from journey.model import Asset, Card, Link, MapData, Owner, Ownership, Refused, Step, Vote, check_all
from tests.busy_map import a_busy_map
from tests.edits_at_random import EDITS
from tests.journey.comparing.then import THEN, after
from tests.journey.merging.two_copies import edited
from tests.storage.maps import picture


@st.composite
def two_states(draw: st.DrawFn) -> tuple[MapData, MapData]:
    """A map, and what it was after up to a dozen edits."""
    start = a_busy_map()
    names = draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=12))
    return start, edited(start, "n", names, draw)


def difference(now: MapData, key: str) -> Difference:
    return next(one for one in compare(THEN, now) if one.key == key)


def back(now: MapData, key: str) -> MapData:
    return now.apply(take_back(now, THEN, [difference(now, key)]))


def test_a_removed_card_comes_back_with_its_place_and_all_that_belonged_to_it() -> None:
    now = after(remove_cards(THEN, ["call"]), remove_step(after(remove_cards(THEN, ["call"])), "step-1"))
    again = back(now, "card/call")
    assert again.of(Card)["call"] == THEN.of(Card)["call"]
    assert again.of(Step)["step-1"] == THEN.of(Step)["step-1"]
    assert len(again.of(Ownership)) == len(THEN.of(Ownership))
    assert "idea" not in again.of(Card)


def test_a_link_comes_back_with_a_card_only_where_its_other_end_is() -> None:
    now = after(remove_cards(THEN, ["call", "letter"]))
    assert "arrow" not in back(now, "card/call").of(Link)
    assert "arrow" in back(back(now, "card/call"), "card/letter").of(Link)
    assert "letter" in back(now, "link/arrow").of(Card)


def test_a_step_comes_back_with_its_cards_but_one_that_was_moved_away_stays_there() -> None:
    moved = move_card(THEN, "idea", "ideas", "step-2")
    now = after(moved, remove_step(after(moved), "step-1"))
    again = back(now, "step/step-1")
    assert again.of(Card)["call"].step == "step-1"
    assert again.of(Card)["idea"].step == "step-2"


def test_a_changed_card_is_as_it_was_and_others_stay_changed() -> None:
    now = after(set_votes(THEN, "idea", "staff", 9), move_card(THEN, "letter", "touchpoints", "step-4"))
    again = back(now, "card/idea")
    assert again.of(Vote)["dots"].dots == 4
    assert again.of(Card)["letter"].step == "step-4"


def test_what_was_added_goes_and_a_picture_that_was_shown_is_shown_again() -> None:
    now = after(set_picture(THEN, "photo", picture(b"another")), add_link(THEN, "idea", "letter"))
    (link,) = (one.key for one in compare(THEN, now) if one.key.startswith("link/"))
    assert back(back(now, "card/photo"), link) == THEN
    assert picture(b"another").id in now.of(Asset)


def test_a_card_over_several_steps_lets_a_step_go_that_was_added_among_them() -> None:
    now = after(add_step_after(THEN, "step-2", "Waits"))
    assert (THEN.of(Card)["letter"].span, now.of(Card)["letter"].span) == (2, 3)
    (added,) = (one for one in compare(THEN, now) if one.fate is Fate.ADDED)
    again = now.apply(take_back(now, THEN, [added]))
    assert again == THEN


def test_what_named_something_that_is_taken_back_names_nothing() -> None:
    named = add_owner(THEN, "Group claims")
    owner = named.touches[0].record.id
    now = after(named, edit_owner(after(named), "claims", parent=owner))
    again = back(now, f"owner/{owner}")
    assert again.of(Owner)["claims"].parent is None


def test_the_label_says_what_is_taken_back() -> None:
    now = after(remove_cards(THEN, ["photo", "letter"]))
    assert take_back(now, THEN, compare(THEN, now)[:1]).label == "Take back “så”"
    assert take_back(now, THEN, compare(THEN, now)).label == "Take back 3 differences"


@settings(max_examples=60)
@given(two_states())
def test_all_that_differs_is_told_once_and_leads_back(states: tuple[MapData, MapData]) -> None:
    then, now = states
    differences = compare(then, now)
    told = [touch for one in differences for touch in one.touches]
    expected = [touch for touch in touches_between(then, now) if not isinstance(touch.record, Asset)]
    assert sorted(map(repr, told)) == sorted(map(repr, expected))
    assert now.apply(way_to(now, then, "Back")) == then
    assert now.apply(take_back(now, then, differences)) == then


@settings(max_examples=60)
@given(two_states(), st.integers(0, 9))
def test_differences_taken_back_one_by_one_in_any_order_lead_back(
    states: tuple[MapData, MapData], seed: int
) -> None:
    (then, now), chance = states, Random(seed)
    for _turn in range(200):
        if not (differences := compare(then, now)):
            break
        one = chance.choice(differences)
        try:
            now = now.apply(take_back(now, then, [one]))
        except Refused:
            now = now.apply(take_back(now, then, differences))
        check_all(now)
    assert now == then


def test_nothing_is_taken_back_of_nothing() -> None:
    assert not take_back(THEN, THEN, ())
    with pytest.raises(StopIteration):
        difference(THEN, "card/call")
