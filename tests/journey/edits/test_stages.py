"""Stages: groups of steps that move together."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import Card, MapData, Phase, Refused, Stage
from journey.phases import phases_over
from tests.builders import a_card, a_map, new_of, titles


def stages(map_data: MapData) -> list[str]:
    return titles(map_data.grid("journey").stages)


def steps(map_data: MapData) -> list[str]:
    return titles(map_data.grid("journey").steps)


def covers(map_data: MapData, card: str) -> list[str]:
    """The titles of the steps a card stands under."""
    found, grid = map_data.of(Card)[card], map_data.grid("journey")
    first = grid.column[found.step]
    return titles(grid.steps[first : first + found.span])


@pytest.mark.parametrize(
    ("place", "order"),
    [
        (None, ["Stage 1", "Stage 2", "Repairs"]),
        (0, ["Repairs", "Stage 1", "Stage 2"]),
        (1, ["Stage 1", "Repairs", "Stage 2"]),
        (99, ["Stage 1", "Stage 2", "Repairs"]),
        (-5, ["Repairs", "Stage 1", "Stage 2"]),
    ],
)
def test_a_new_stage_stands_where_it_was_put_with_its_first_step(place: int | None, order: list[str]) -> None:
    before = a_map()
    change = edits.add_stage(before, "journey", " Repairs ", place)
    after = before.apply(change)
    assert stages(after) == order
    assert titles(after.grid("journey").steps_of(new_of(change, Stage).id)) == ["Step 5"]
    assert change.label == "Add stage “Repairs”"


def test_a_new_stage_is_in_the_phase_of_the_one_before_it() -> None:
    before = a_map().apply(edits.edit_stage(a_map(), "stage-1", phase=Phase.BEFORE))
    assert new_of(edits.add_stage(before, "journey", place=1), Stage).phase == Phase.BEFORE
    assert new_of(edits.add_stage(before, "journey"), Stage).phase == Phase.DURING
    assert new_of(edits.add_stage(before, "journey", phase=Phase.AFTER), Stage).phase == Phase.AFTER


def preset() -> tuple[MapData, list[str]]:
    made = edits.new_workshop("Getting a passport")
    return made, [stage.id for stage in made.grid(made.journeys()[0].id).stages]


def said(made: MapData) -> list[Phase | None]:
    return list(phases_over(made.grid(made.journeys()[0].id).stages))


def test_the_stages_of_a_preset_lose_its_phases_with_its_titles() -> None:
    made, (first, second, third) = preset()
    made = made.apply(edits.join_stage(made, second))
    change = edits.edit_stage(made, first, title="Calls for an appointment")
    assert change.label == "Rename “Before” to “Calls for an appointment”"
    made = made.apply(change)
    made = made.apply(edits.edit_stage(made, third, title="At the police station"))
    made = made.apply(edits.add_stage(made, made.journeys()[0].id, "By post"))
    assert said(made) == [None, None, None]
    assert made.of(Stage)[first].phase is Phase.DURING


def test_a_new_stage_beside_one_of_a_preset_is_given_no_phase() -> None:
    made, (_first, _second, third) = preset()
    added = new_of(edits.add_stage(made, made.journeys()[0].id, "By post"), Stage)
    [step] = made.grid(made.journeys()[0].id).steps_of(third)
    longer = made.apply(edits.add_step(made, third, "Waits"))
    split = edits.split_stage(longer, longer.grid(made.journeys()[0].id).steps_of(third)[1].id, "Leaves")
    assert (added.phase, new_of(split, Stage).phase) == (Phase.DURING, Phase.DURING)
    assert step.stage == third


def test_a_stage_of_a_preset_keeps_its_phase_in_another_language() -> None:
    before = a_map().apply(edits.edit_stage(a_map(), "stage-1", title="before", phase=Phase.BEFORE))
    for title in ("Before", "Før"):
        assert (
            before.apply(edits.edit_stage(before, "stage-1", title=title)).of(Stage)["stage-1"].phase
            is Phase.BEFORE
        )


def test_a_phase_that_a_title_says_is_not_taken_away_beside_it() -> None:
    before = a_map().apply(edits.edit_stage(a_map(), "stage-2", title="During"))
    with pytest.raises(Refused, match="title"):
        edits.say_phase(before, "stage-2", None)


def test_a_phase_that_was_given_stays_under_another_title() -> None:
    before = a_map().apply(edits.edit_stage(a_map(), "stage-1", phase=Phase.BEFORE))
    after = before.apply(edits.edit_stage(before, "stage-1", title="Searching"))
    assert after.of(Stage)["stage-1"].phase is Phase.BEFORE
    both = before.apply(edits.edit_stage(before, "stage-1", title="After", phase=Phase.AFTER))
    assert both.of(Stage)["stage-1"].phase is Phase.AFTER


def test_stages_of_two_phases_joined_are_of_neither_and_undo_gives_it_back() -> None:
    before = a_map().apply(edits.edit_stage(a_map(), "stage-1", phase=Phase.BEFORE))
    change = edits.join_stage(before, "stage-2")
    after = before.apply(change)
    assert after.of(Stage)["stage-1"].phase is Phase.DURING
    assert after.apply(change.reversed()).of(Stage)["stage-1"].phase is Phase.BEFORE


def test_a_phase_is_said_and_taken_away_again() -> None:
    before = a_map(stages=3)
    made = before.apply(edits.say_phase(before, "stage-1", Phase.BEFORE))
    made = made.apply(edits.say_phase(made, "stage-3", Phase.AFTER))
    phases = [stage.phase for stage in made.grid("journey").stages]
    assert phases == [Phase.BEFORE, Phase.DURING, Phase.AFTER]
    with pytest.raises(Refused, match="take these from the other stages first"):
        edits.say_phase(made, "stage-2", None)
    made = made.apply(edits.say_phase(made, "stage-3", None))
    with pytest.raises(Refused, match="give these to other stages first"):
        edits.say_phase(made, "stage-2", Phase.DURING)
    assert not edits.say_phase(made, "stage-2", None).touches


def test_a_stage_takes_its_steps_and_their_cards_along() -> None:
    before = a_map(
        records=[a_card("narrow", "touchpoints", "step-3"), a_card("wide", "systems", "step-3", span=2)]
    )
    after = before.apply(edits.move_stage(before, "stage-2", 0))
    assert steps(after) == ["Step 3", "Step 4", "Step 1", "Step 2"]
    assert covers(after, "narrow") == ["Step 3"]
    assert covers(after, "wide") == ["Step 3", "Step 4"]
    assert not edits.move_stage(after, "stage-2", 0)


def test_a_card_across_two_stages_stays_with_the_one_that_does_not_move() -> None:
    before = a_map(stages=3, records=[a_card("wide", "systems", "step-2", span=2)])
    after = before.apply(edits.move_stage(before, "stage-1", 2))
    assert covers(after, "wide") == ["Step 3"]


def test_a_removed_stage_takes_its_cards_but_not_those_that_reach_out_of_it() -> None:
    cards = [
        a_card("under", "touchpoints", "step-1"),
        a_card("inside", "systems", "step-1", span=2),
        a_card("across", "systems", "step-2", span=3),
        a_card("after", "touchpoints", "step-4"),
    ]
    before = a_map(records=cards)
    after = before.apply(edits.remove_stage(before, "stage-1"))
    assert sorted(card.id for card in after.of(Card)) == ["across", "after"]
    assert covers(after, "across") == ["Step 3", "Step 4"]


def test_the_last_stage_stays() -> None:
    with pytest.raises(Refused, match="at least one stage"):
        edits.remove_stage(a_map(stages=1), "stage-1")


def test_a_stage_can_begin_at_a_step_and_end_again() -> None:
    before = a_map(stages=1, steps=4, records=[a_card("wide", "systems", "step-1", span=4)])
    change = edits.split_stage(before, "step-3", "Repairs")
    after = before.apply(change)
    assert stages(after) == ["Stage 1", "Repairs"]
    assert titles(after.grid("journey").steps_of(new_of(change, Stage).id)) == ["Step 3", "Step 4"]
    joined = after.apply(edits.join_stage(after, new_of(change, Stage).id))
    assert stages(joined) == ["Stage 1"]
    assert steps(joined) == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert covers(joined, "wide") == steps(joined)


def test_a_stage_does_not_begin_twice_at_a_step() -> None:
    with pytest.raises(Refused, match="“Stage 2” begins at this step already"):
        edits.split_stage(a_map(), "step-3")


def test_the_first_stage_has_none_to_join() -> None:
    with pytest.raises(Refused, match="no stage before"):
        edits.join_stage(a_map(), "stage-1")


def test_a_stage_is_renamed_but_not_to_nothing() -> None:
    before = a_map()
    change = edits.edit_stage(before, "stage-1", title="Settled\n")
    assert stages(before.apply(change)) == ["Settled", "Stage 2"]
    with pytest.raises(Refused, match="name is missing"):
        edits.edit_stage(before, "stage-1", title=" ")
