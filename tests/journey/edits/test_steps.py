"""Steps: the columns, and the wide cards across them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey import edits
from journey.model import Card, Feeling, MapData, Refused, Step, check_all
from tests.builders import a_card, a_map, new_of, titles
from tests.busy_map import a_busy_map


def steps(map_data: MapData) -> list[str]:
    return [step.id.removeprefix("step-") for step in map_data.grid("journey").steps]


def covers(map_data: MapData, card: str = "wide") -> str:
    """The numbers of the steps a card stands under, as one word."""
    found, grid = map_data.of(Card)[card], map_data.grid("journey")
    first = grid.column[found.step]
    return "".join(step.id.removeprefix("step-") for step in grid.steps[first : first + found.span])


def with_wide(first: int, span: int) -> MapData:
    """One stage of six steps, and a card that covers some of them."""
    return a_map(stages=1, steps=6, records=[a_card("wide", "systems", f"step-{first}", span=span)])


@pytest.mark.parametrize(("place", "order"), [(None, "12N34"), (0, "N1234"), (1, "1N234")])
def test_a_new_step_stands_where_it_was_put(place: int | None, order: str) -> None:
    before = a_map()
    change = edits.add_step(before, "stage-1", "Calls", place, minutes=5)
    new = new_of(change, Step)
    assert "".join(steps(before.apply(change))).replace(new.id, "N") == order
    assert (new.title, new.minutes, new.wait_minutes) == ("Calls", 5, None)


def test_a_step_can_be_put_just_before_and_just_after_another() -> None:
    before = a_map()
    after = before.apply(edits.add_step_after(before, "step-1", "b"))
    after = after.apply(edits.add_step_before(after, "step-1", "a"))
    assert titles(after.grid("journey").steps) == ["a", "Step 1", "b", "Step 2", "Step 3", "Step 4"]


def test_a_step_without_a_title_gets_one() -> None:
    for nothing in ("", " \n", "\u202e"):
        assert new_of(edits.add_step(a_map(), "stage-1", nothing), Step).title == "New step"


def test_a_card_grows_with_a_step_that_comes_in_between() -> None:
    before = with_wide(2, 3)
    inside = before.apply(edits.add_step_after(before, "step-2"))
    assert inside.of(Card)["wide"].span == 4
    for beside in (edits.add_step_before(before, "step-2"), edits.add_step_after(before, "step-4")):
        assert covers(before.apply(beside)) == "234"


@pytest.mark.parametrize(("gone", "left"), [(1, "234"), (2, "34"), (3, "24"), (4, "23"), (5, "234")])
def test_a_card_shrinks_without_a_step_that_goes(gone: int, left: str) -> None:
    before = with_wide(2, 3)
    assert covers(before.apply(edits.remove_step(before, f"step-{gone}"))) == left


@pytest.mark.parametrize(
    ("moved", "place", "order", "left"),
    [
        (3, 5, "124563", "24"),
        (2, 5, "134562", "34"),
        (2, 3, "134256", "342"),
        (2, 2, "132456", "324"),
        (4, 0, "412356", "23"),
        (6, 2, "126345", "2634"),
        (1, 5, "234561", "234"),
        (3, 2, "123456", "234"),
    ],
)
def test_a_card_stays_with_its_steps_that_stay(moved: int, place: int, order: str, left: str) -> None:
    before = with_wide(2, 3)
    after = before.apply(edits.move_step(before, f"step-{moved}", "stage-1", place))
    assert "".join(steps(after)) == order
    assert covers(after) == left


@given(st.data())
def test_a_wide_card_never_loses_a_step_that_stays(data: st.DataObject) -> None:
    first = data.draw(st.integers(1, 6))
    before = with_wide(first, data.draw(st.integers(1, 7 - first)))
    moved, place = data.draw(st.integers(1, 6)), data.draw(st.integers(0, 5))
    after = before.apply(edits.move_step(before, f"step-{moved}", "stage-1", place))
    check_all(after)
    if set(covers(before)) == {str(moved)}:
        assert covers(after) == str(moved)
    else:
        assert set(covers(before)) - {str(moved)} <= set(covers(after))


def test_a_step_moves_to_another_stage_with_everything_under_it() -> None:
    before = a_busy_map()
    after = before.apply(edits.move_step(before, "step-1", "stage-2", 1))
    assert steps(after) == ["2", "3", "1", "4"]
    assert after.of(Step)["step-1"].stage == "stage-2"
    assert after.of(Card)["line"] == before.of(Card)["line"]
    assert after.of(Feeling)["scared"].step == "step-1"


def test_a_removed_step_takes_its_cards_and_feelings() -> None:
    before = a_busy_map()
    after = before.apply(edits.remove_step(before, "step-1"))
    assert "line" not in after.of(Card)
    assert "scared" not in after.of(Feeling)
    assert covers(after, "crm") == "234"
    check_all(after)


def test_the_only_step_of_a_stage_neither_goes_nor_leaves() -> None:
    before = a_map(steps=1)
    with pytest.raises(Refused, match="“Stage 1” has only this step; remove the stage"):
        edits.remove_step(before, "step-1")
    with pytest.raises(Refused, match="“Stage 1” has only this step; move or join"):
        edits.move_step(before, "step-1", "stage-2")
    assert not edits.move_step(before, "step-1", "stage-1")


def test_a_step_stays_in_its_journey() -> None:
    with pytest.raises(Refused, match="within its journey"):
        edits.move_step(a_busy_map(), "step-1", "other-stage-1")


def test_a_step_says_how_long_it_takes_and_how_long_until_the_next() -> None:
    before = a_map()
    after = before.apply(edits.edit_step(before, "step-1", minutes=2.5, wait_minutes=60 * 24))
    assert (after.of(Step)["step-1"].minutes, after.of(Step)["step-1"].wait_minutes) == (2.5, 1440)
    with pytest.raises(Refused, match="does not lie between"):
        edits.edit_step(before, "step-1", minutes=-1)


def test_siblings_of_equal_rank_make_room() -> None:
    before = a_map(stages=1, steps=1, records=[Step(id=i, stage="stage-1", title=i) for i in ("x", "y", "z")])
    assert steps(before) == ["1", "x", "y", "z"]
    change = edits.add_step_after(before, "x", "new")
    after = before.apply(change)
    assert titles(after.grid("journey").steps) == ["Step 1", "x", "new", "y", "z"]
    assert new_of(change, Step).title == "new"
    moved = before.apply(edits.move_step(before, "z", "stage-1", 1))
    assert steps(moved) == ["1", "z", "x", "y"]
