"""Whole journeys: added, ordered, copied, removed, and looked at by personas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from journey import edits
from journey.model import (
    SHAPES,
    Action,
    Card,
    CardStatus,
    Change,
    Feeling,
    Journey,
    JourneyPersona,
    Knowledge,
    Lane,
    MapData,
    Refused,
    State,
    Workshop,
    check_all,
    replacing,
)
from tests.builders import a_map, new_of, titles
from tests.busy_map import a_busy_map


def sizes(map_data: MapData) -> dict[str, int]:
    return {shape.name: len(map_data.of(shape.record)) for shape in SHAPES}


def test_a_new_journey_stands_where_it_was_put() -> None:
    before = a_busy_map()
    change = edits.add_journey(before, "Claim by phone", place=1)
    assert titles(before.apply(change).journeys()) == ["A journey", "Claim by phone", "Another journey"]
    assert new_of(change, Journey).title == "Claim by phone"


def test_a_workshop_that_nobody_titled_is_called_as_its_first_journey() -> None:
    before = edits.new_workshop("Utan titel", "sv")
    journey = before.journeys()[0].id
    change = edits.edit_journey(before, journey, title="Passport")
    assert change.label == "Rename “Utan titel” to “Passport”"
    after = before.apply(change)
    assert after.workshop.title == "Passport"
    again = after.apply(edits.edit_journey(after, journey, title="A new passport"))
    assert again.workshop.title == "A new passport"
    assert after.apply(change.reversed()).workshop.title == "Utan titel"


def test_a_workshop_with_a_title_of_its_own_keeps_it() -> None:
    before = a_map()
    assert (
        before.apply(edits.edit_journey(before, "journey", title="Passport")).workshop.title == "A workshop"
    )
    fresh = edits.new_workshop("Untitled journey")
    two = fresh.apply(edits.add_journey(fresh, "Afterwards"))
    second = two.journeys()[1].id
    assert two.apply(edits.edit_journey(two, second, title="Later")).workshop.title == "Untitled journey"
    named = two.apply(edits.edit_journey(two, two.journeys()[0].id, purpose="Travel"))
    assert named.workshop.title == "Untitled journey"
    old = two.apply(replacing("rename", [(two.journeys()[0], replace(two.journeys()[0], title="Old"))]))
    assert old.apply(edits.edit_journey(old, old.journeys()[0].id, title="New")).workshop.title == "New"


def test_a_new_journey_speaks_the_workshops_language() -> None:
    nb = a_map().apply(edits.edit_workshop(a_map(), language="nb"))
    with_journey = nb.apply(edits.add_journey(nb, "Reise"))
    assert with_journey.of(Workshop)["workshop"].language == "nb"
    check_all(with_journey)


def test_journeys_change_places() -> None:
    before = a_busy_map()
    after = before.apply(edits.move_journey(before, "other-journey", 0))
    assert titles(after.journeys()) == ["Another journey", "A journey"]
    assert not edits.move_journey(after, "other-journey", 0)


def test_a_journey_takes_everything_in_it_along() -> None:
    before = a_busy_map()
    after = before.apply(edits.remove_journey(before, "journey"))
    assert titles(after.journeys()) == ["Another journey"]
    assert after.of(Journey)["other-journey"].parent_card is None
    assert [card.id for card in after.of(Card)] == ["elsewhere"]
    left = {name for name, number in sizes(after).items() if number}
    assert left == {
        *("workshop", "asset", "persona", "owner", "participant", "evidence"),
        *("journey", "stage", "step", "lane", "card"),
    }


def test_the_last_journey_stays() -> None:
    with pytest.raises(Refused, match="at least one journey"):
        edits.remove_journey(a_map(), "journey")


def test_a_journey_is_not_its_own_intended_form() -> None:
    with pytest.raises(Refused, match="of itself"):
        edits.edit_journey(a_map(), "journey", intended_for="journey")


def test_a_journey_cannot_be_named_nothing() -> None:
    with pytest.raises(Refused, match="name is missing"):
        edits.edit_journey(a_map(), "journey", title=" \n ")


def test_a_duplicate_has_everything_the_journey_has() -> None:
    before = a_busy_map()
    change = edits.duplicate_journey(before, "journey")
    after = before.apply(change)
    check_all(after)
    assert titles(after.journeys()) == ["A journey", "A journey (copy)", "Another journey"]
    twice = sizes(before.apply(edits.remove_journey(before, "other-journey")))
    assert sizes(after.apply(edits.remove_journey(after, "other-journey"))) == {
        name: number
        * (1 if name in {"workshop", "asset", "persona", "owner", "participant", "evidence"} else 2)
        for name, number in twice.items()
    }


def test_a_copy_points_only_at_itself() -> None:
    before = a_busy_map()
    change = edits.duplicate_journey(before, "journey")
    copy = new_of(change, Journey)
    after = before.apply(change)
    alone = after.apply(edits.remove_journey(after, "journey"))
    grid = alone.grid(copy.id)
    assert titles(grid.steps) == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert sorted(card.code for card in alone.of(Card)) == [
        *("D1", "F1", "P1", "S1", "S2", "T1", "T1", "T2", "T3", "X1"),
    ]
    assert len(alone.of(Feeling)) == 3
    check_all(alone)


@pytest.mark.parametrize("edit", [edits.duplicate_journey, edits.make_intended_copy])
def test_a_journey_with_the_longest_title_can_be_copied(edit: Callable[[MapData, str], Change]) -> None:
    before = a_map()
    long = before.apply(edits.edit_journey(before, "journey", title="x" * 2000))
    check_all(long.apply(edit(long, "journey")))


def test_the_intended_journey_begins_as_the_current_one_without_what_was_found() -> None:
    before = a_busy_map()
    line = before.of(Card)["line"]
    before = before.apply(replacing("", [(line, replace(line, status=CardStatus.APPROVED))]))
    change = edits.make_intended_copy(before, "journey")
    intended = new_of(change, Journey)
    after = before.apply(change)
    check_all(after)
    assert (intended.state, intended.intended_for) == (State.INTENDED, "journey")
    assert titles(after.journeys()) == ["A journey", "A journey (intended)", "Another journey"]
    fresh = sizes(after)
    for name, number in sizes(before).items():
        new = fresh[name] - number
        assert (name, new > 0) == (
            name,
            name
            in {
                *("journey", "stage", "step", "lane", "card", "feeling", "link", "ownership"),
                "journey_persona",
            },
        )
    lanes = {lane.id for lane in after.of(Lane) if lane.journey == intended.id}
    cards = [card for card in after.of(Card) if card.lane in lanes]
    assert {card.status for card in cards} == {CardStatus.OPEN}
    assert {card.evidence for card in cards} == {Knowledge.GUESS}
    assert len(after.of(Action)) == 1


def test_the_intended_journey_outlives_the_current_one() -> None:
    before = a_busy_map()
    change = edits.make_intended_copy(before, "journey")
    after = before.apply(change)
    left = after.apply(edits.remove_journey(after, "journey"))
    assert left.of(Journey)[new_of(change, Journey).id].intended_for is None
    check_all(left)


def test_a_persona_looks_at_a_journey_once() -> None:
    before = a_busy_map()
    change = edits.show_to_persona(before, "other-journey", "maja")
    assert new_of(change, JourneyPersona).persona == "maja"
    assert not edits.show_to_persona(before, "journey", "maja")


def test_the_main_persona_can_change() -> None:
    before = a_busy_map()
    after = before.apply(edits.move_persona(before, "journey", "ola", 0))
    looking = after.of(JourneyPersona).by("journey")["journey"]
    assert [one.persona for one in looking] == ["ola", "maja"]


def test_what_a_persona_felt_goes_when_it_no_longer_looks() -> None:
    before = a_busy_map()
    after = before.apply(edits.hide_from_persona(before, "journey", "maja"))
    assert [feeling.id for feeling in after.of(Feeling)] == ["nobody"]
    with pytest.raises(Refused, match="does not look"):
        edits.hide_from_persona(after, "journey", "maja")


@pytest.mark.parametrize("edit", [edits.duplicate_journey, edits.make_intended_copy, edits.remove_journey])
def test_a_journey_that_is_gone_is_refused(edit: Callable[[MapData, str], Change]) -> None:
    with pytest.raises(Refused, match="no longer in the map"):
        edit(a_busy_map(), "gone")


def test_a_journey_details_a_card_of_another_but_not_of_its_own() -> None:
    before = a_busy_map()
    own = before.of(Journey)["other-journey"].parent_card
    assert own is not None
    assert before.of(Lane)[before.of(Card)[own].lane].journey == "journey"
    with pytest.raises(Refused, match="a card of its own"):
        edits.edit_journey(before, "journey", parent_card=own)
    after = before.apply(edits.edit_journey(before, "other-journey", parent_card=None))
    assert after.of(Journey)["other-journey"].parent_card is None
