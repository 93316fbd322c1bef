"""Stages, steps and lanes are selected, dragged and opened by their names."""

from __future__ import annotations

import pytest

from canvas.stage import NOTHING
from canvas.tools import Idle
from journey.model import Card, Stage
from tests.builders import a_card, a_map, titles
from tests.canvas.tiny_stage import TinyStage, at, drag


@pytest.fixture
def stage() -> TinyStage:
    return TinyStage(a_map(records=[a_card("call", "touchpoints", "step-1")]))


def steps(stage: TinyStage) -> list[str]:
    return [step.id for step in stage.map.grid("journey").steps]


def test_a_click_on_a_header_selects_it(stage: TinyStage) -> None:
    for record in ("step-2", "stage-1"):
        place = stage.on(record)
        drag(stage, Idle().press(stage, place), place)
        assert stage.selected == (record,)
    assert stage.undoable == 0


def test_a_step_is_dragged_sideways_with_everything_under_it(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("step-1")), stage.on("step-2", across=0.9))
    assert steps(stage) == ["step-2", "step-1", "step-3", "step-4"]
    assert stage.map.of(Card)["call"].step == "step-1"
    assert stage.undoable == 1


def test_a_step_is_dragged_into_another_stage(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("step-1")), stage.on("step-4", across=0.2))
    assert [one.id for one in stage.map.grid("journey").steps_of("stage-2")] == ["step-3", "step-1", "step-4"]


def test_a_step_dropped_on_itself_stays(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("step-2")), stage.on("step-2", across=0.8))
    assert stage.undoable == 0


def test_a_step_dropped_far_to_the_left_is_the_first(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("step-2")), at(-80.0, stage.on("step-2").y))
    assert steps(stage) == ["step-2", "step-1", "step-3", "step-4"]


def test_the_only_step_of_a_stage_says_why_it_cannot_leave() -> None:
    stage = TinyStage(a_map(stages=2, steps=1))
    end = stage.on("step-2", across=0.9)
    state = Idle().press(stage, stage.on("step-1"))
    assert state is not None
    state = state.move(stage, end)
    assert stage.wrong
    assert not stage.ghost.fits
    drag(stage, state, end)
    assert steps(stage) == ["step-1", "step-2"]
    assert "has only this step" in stage.sentence


def test_a_stage_is_dragged_with_its_steps(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("stage-1")), stage.on("stage-2", across=0.9))
    assert titles(stage.map.grid("journey").stages) == ["Stage 2", "Stage 1"]
    assert steps(stage) == ["step-3", "step-4", "step-1", "step-2"]
    assert len(stage.map.of(Stage)) == 2


def test_the_ghost_of_a_header_only_goes_sideways_and_takes_its_steps_along(stage: TinyStage) -> None:
    state = Idle().press(stage, stage.on("stage-1"))
    assert state is not None
    end = stage.on("stage-2", down=3.0)
    state.move(stage, end)
    assert stage.ghost.carried == ("stage-1", "step-1", "step-2")
    assert stage.ghost.by[1] == 0.0
    assert stage.sentence == "Move the stage with everything under it"
    assert state.cancel(stage) is None
    assert stage.ghost == NOTHING


def test_a_lane_is_dragged_up_and_down_by_its_name(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.named("touchpoints")), stage.named("questions", down=0.9))
    lanes = [lane.id for lane in stage.map.grid("journey").lanes]
    assert lanes == ["steps", "feelings", "systems", "questions", "touchpoints"]
    drag(stage, Idle().press(stage, stage.named("systems")), stage.named("feelings", down=0.1))
    lanes = [lane.id for lane in stage.map.grid("journey").lanes]
    assert lanes == ["steps", "systems", "feelings", "questions", "touchpoints"]


def test_a_lane_dropped_above_all_others_stays_below_the_steps(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.named("systems")), at(10.0, 1.0))
    assert [lane.id for lane in stage.map.grid("journey").lanes][:2] == ["steps", "systems"]


def test_a_double_click_opens_headers_and_lane_names(stage: TinyStage) -> None:
    for pointer in (stage.on("stage-1"), stage.on("step-1"), stage.named("systems")):
        Idle().double(stage, pointer)
    assert stage.opened == ["stage-1", "step-1", "systems"]
