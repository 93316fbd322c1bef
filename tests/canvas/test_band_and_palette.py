"""What a band over the ground selects, and what is dragged from the palette, without a window."""

from __future__ import annotations

import pytest

from canvas.places import Cell
from canvas.stage import NOTHING
from canvas.tools import Idle, Placing, PlacingOwner, PlacingStage, PlacingStep
from journey.edits import accountable
from journey.model import Card, CardKind, LaneKind, Owner, Ownership, OwnershipRole, Stage, Step
from tests.builders import a_card, a_map, cell, titles
from tests.canvas.tiny_stage import TinyStage, at, drag

LANES = (LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS, LaneKind.OWNERS)


@pytest.fixture
def stage() -> TinyStage:
    records = [
        a_card("call", "touchpoints", "step-1"),
        a_card("visit", "touchpoints", "step-2"),
        a_card("crm", "systems", "step-1"),
        Owner(id="claims", name="Claims"),
    ]
    return TinyStage(a_map(lanes=LANES, records=records))


def answers(stage: TinyStage, card: str) -> str | None:
    """The owner who answers for a card."""
    found = accountable(stage.map, card)
    return None if found is None else found.owner


def test_a_click_on_the_ground_selects_nothing_and_goes_to_the_cell(stage: TinyStage) -> None:
    stage.select(["call"])
    place = stage.over("systems", "step-3")
    drag(stage, Idle().press(stage, place), place)
    assert (stage.selected, stage.cell) == ((), Cell("systems", "step-3"))


def test_a_band_selects_what_it_touches_while_it_is_drawn(stage: TinyStage) -> None:
    start, end = stage.over("touchpoints", "step-3", down=0.2), stage.on("visit")
    state = Idle().press(stage, start)
    assert state is not None
    state = state.move(stage, end)
    assert stage.selected == ("visit",)
    assert stage.ghost.band is not None
    drag(stage, state, stage.on("crm"))
    assert stage.selected == ("call", "visit", "crm")
    assert stage.ghost == NOTHING


def test_with_shift_a_band_adds_to_what_is_selected(stage: TinyStage) -> None:
    stage.select(["crm"])
    start = stage.over("touchpoints", "step-3", down=0.2, shift=True)
    drag(stage, Idle().press(stage, start), stage.on("visit", shift=True))
    assert stage.selected == ("crm", "visit")


def test_escape_takes_the_band_away(stage: TinyStage) -> None:
    state = Idle().press(stage, stage.over("touchpoints", "step-3", down=0.2))
    assert state is not None
    state = state.move(stage, stage.on("crm"))
    assert state is not None
    state.cancel(stage)
    assert (stage.selected, stage.ghost) == ((), NOTHING)


def test_a_kind_from_the_palette_becomes_a_card_ready_to_be_written(stage: TinyStage) -> None:
    drag(stage, Placing(CardKind.SYSTEM), stage.over("systems", "step-2"))
    assert (stage.undoable, stage.ghost) == (0, NOTHING)
    stage.finish("Portal")
    (made,) = cell(stage.map, "systems", "step-2")
    card = stage.map.of(Card)[made]
    assert (card.kind, card.text, stage.undoable) == (CardKind.SYSTEM, "Portal", 1)


@pytest.mark.parametrize(("down", "order"), [(0.1, ["new", "call"]), (0.95, ["call", "new"])])
def test_a_kind_lands_above_or_below_the_card_that_is_there(
    stage: TinyStage, down: float, order: list[str]
) -> None:
    drag(stage, Placing(CardKind.TOUCHPOINT), stage.over("touchpoints", "step-1", down=down))
    stage.finish("new")
    cards = stage.map.of(Card)
    assert [cards[one].text for one in cell(stage.map, "touchpoints", "step-1")] == order


def test_a_kind_in_a_lane_of_another_kind_says_what_it_takes(stage: TinyStage) -> None:
    state = Placing(CardKind.IDEA).move(stage, stage.over("systems", "step-2"))
    assert state is not None
    assert (stage.ghost.fits, stage.wrong) == (False, True)
    assert stage.sentence == "The lane “Systems” takes cards of the kind system, not idea."
    state.release(stage, stage.over("systems", "step-2"))
    assert stage.undoable == 0


def test_an_owner_dropped_on_a_card_answers_for_it(stage: TinyStage) -> None:
    drag(stage, PlacingOwner("claims"), stage.on("visit"))
    assert answers(stage, "visit") == "claims"


def test_with_ctrl_the_owner_is_involved(stage: TinyStage) -> None:
    drag(stage, PlacingOwner("claims"), stage.on("visit", ctrl=True))
    (made,) = stage.map.of(Ownership)
    assert (made.card, made.role) == ("visit", OwnershipRole.CONSULTED)


def test_an_owner_in_the_owners_lane_answers_for_the_touchpoints_of_the_step(stage: TinyStage) -> None:
    drag(stage, PlacingOwner("claims"), stage.over("owners", "step-1"))
    assert answers(stage, "call") == "claims"
    assert answers(stage, "crm") is None


def test_an_owner_elsewhere_says_where_it_belongs(stage: TinyStage) -> None:
    drag(stage, PlacingOwner("claims"), stage.over("systems", "step-3"))
    assert (stage.wrong, stage.undoable) == (True, 0)
    assert stage.sentence == "Drop an owner on a card, or on a step of the owners lane."


def test_an_owner_is_dragged_from_the_owners_lane_to_a_card(stage: TinyStage) -> None:
    drag(stage, PlacingOwner("claims"), stage.on("call"))
    state = Idle().press(stage, stage.over("owners", "step-1", down=0.5))
    drag(stage, state, stage.on("visit"))
    assert answers(stage, "visit") == "claims"


@pytest.mark.parametrize(("across", "place"), [(0.2, 1), (0.8, 2)])
def test_a_step_from_the_palette_lands_between_columns(stage: TinyStage, across: float, place: int) -> None:
    drag(stage, PlacingStep(), stage.over("touchpoints", "step-2", across=across))
    assert stage.undoable == 0
    stage.finish("Signs")
    steps = stage.map.grid("journey").steps
    assert len(steps) == 5
    assert steps[place].title == "Signs"
    assert stage.undoable == 1


def test_a_stage_from_the_palette_lands_between_stages(stage: TinyStage) -> None:
    drag(stage, PlacingStage(), stage.on("stage-2", across=0.2))
    assert stage.undoable == 0
    stage.finish("")
    assert titles(stage.map.grid("journey").stages) == ["Stage 1", "New stage", "Stage 2"]
    assert len(stage.map.of(Stage)) == 3
    assert len(stage.map.of(Step)) == 5


@pytest.mark.parametrize(
    "state", [Placing(CardKind.SYSTEM), PlacingOwner("claims"), PlacingStep(), PlacingStage()]
)
def test_escape_makes_nothing(
    stage: TinyStage, state: Placing | PlacingOwner | PlacingStep | PlacingStage
) -> None:
    state.move(stage, stage.over("systems", "step-2"))
    assert stage.ghost != NOTHING
    assert state.cancel(stage) is None
    assert (stage.ghost, stage.undoable) == (NOTHING, 0)


def test_outside_the_map_a_card_says_where_it_belongs(stage: TinyStage) -> None:
    drag(stage, Placing(CardKind.SYSTEM), at(5000.0, 5000.0))
    assert (stage.undoable, stage.sentence) == (0, "Cards belong in a cell of the map.")
