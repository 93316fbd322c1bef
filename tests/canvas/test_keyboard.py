"""Each key as the tools hear it, without a window."""

from __future__ import annotations

import pytest

from canvas import keyboard
from canvas.places import Cell
from canvas.tools import Aiming
from canvas.tools.aiming import nearest
from canvas.walking import next_cell, walk_page
from journey.model import Card, CardKind, Feeling, LaneKind, Link, Stage
from tests.builders import a_card, a_map, cell, titles
from tests.canvas.tiny_stage import TinyStage

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.LINE, LaneKind.SYSTEMS)


@pytest.fixture
def stage() -> TinyStage:
    cards = [
        a_card("call", "touchpoints", "step-1", rank="b"),
        a_card("letter", "touchpoints", "step-1", rank="d"),
        a_card("visit", "touchpoints", "step-2"),
        a_card("crm", "systems", "step-1"),
    ]
    return TinyStage(a_map(lanes=LANES, records=cards))


def press(stage: TinyStage, *keys: str) -> None:
    """Press keys that all must mean something."""
    for key in keys:
        assert keyboard.pressed(stage, key), key


def test_an_arrow_without_a_cursor_goes_to_the_first_cell(stage: TinyStage) -> None:
    press(stage, "right")
    assert stage.cell == Cell("feelings", "step-1")


def test_arrows_walk_through_the_cards_of_a_cell_and_over_the_line(stage: TinyStage) -> None:
    stage.select(["call"], Cell("touchpoints", "step-1"))
    walked = []
    for key in ("down", "down", "up", "right", "down"):
        press(stage, key)
        walked.append(stage.selected)
    assert walked == [("letter",), ("crm",), ("letter",), ("visit",), ()]
    assert stage.cell == Cell("systems", "step-2")


def test_arrows_reach_steps_stages_and_lane_names(stage: TinyStage) -> None:
    stage.select([], Cell("feelings", "step-3"))
    walked = []
    for key in ("up", "right", "left", "up", "left", "down", "down", "left", "down", "right"):
        press(stage, key)
        walked.append(stage.selected or stage.cell)
    assert walked[:6] == [("step-3",), ("step-4",), ("step-3",), ("stage-2",), ("stage-1",), ("step-1",)]
    assert walked[6:] == [
        Cell("feelings", "step-1"),
        ("feelings",),
        ("touchpoints",),
        ("call",),
    ]


def test_home_and_end_go_along_the_lane_and_with_ctrl_to_the_corners(stage: TinyStage) -> None:
    stage.select(["visit"], Cell("touchpoints", "step-2"))
    reached = []
    for key in ("end", "home", "ctrl+end", "ctrl+home"):
        press(stage, key)
        reached.append(stage.cell)
    assert reached == [
        Cell("touchpoints", "step-4"),
        Cell("touchpoints", "step-1"),
        Cell("systems", "step-4"),
        Cell("feelings", "step-1"),
    ]


def test_a_page_goes_by_rows_and_stops_at_the_last(stage: TinyStage) -> None:
    stage.select([], Cell("feelings", "step-2"))
    walk_page(stage, 5000.0)
    assert stage.cell == Cell("systems", "step-2")
    walk_page(stage, -5000.0)
    assert stage.cell == Cell("feelings", "step-2")


def test_tab_goes_down_to_the_next_lane_that_takes_cards(stage: TinyStage) -> None:
    stage.select([], Cell("feelings", "step-1"))
    press(stage, "tab")
    assert stage.selected == ("call",)
    press(stage, "tab")
    assert stage.selected == ("crm",)


def test_writing_goes_on_to_the_right_and_down(stage: TinyStage) -> None:
    here = Cell("touchpoints", "step-3")
    assert next_cell(stage, here, "enter") == Cell("touchpoints", "step-4")
    assert next_cell(stage, here, "tab") == Cell("systems", "step-3")
    assert next_cell(stage, Cell("touchpoints", "step-4"), "enter") is None
    assert next_cell(stage, here, "") is None


def test_shift_and_arrows_carry_a_card_along_and_within_its_cell(stage: TinyStage) -> None:
    stage.select(["call"], Cell("touchpoints", "step-1"))
    press(stage, "shift+down")
    assert cell(stage.map, "touchpoints", "step-1") == ["letter", "call"]
    press(stage, "shift+right")
    assert stage.map.of(Card)["call"].step == "step-2"
    press(stage, "shift+down")
    card = stage.map.of(Card)["call"]
    assert (card.lane, card.kind) == ("systems", CardKind.SYSTEM)
    assert stage.cell == Cell("systems", "step-2")
    assert stage.undoable == 3


def test_shift_and_arrows_carry_steps_stages_and_lanes(stage: TinyStage) -> None:
    stage.select(["step-1"])
    press(stage, "shift+right", "shift+right")
    assert [one.id for one in stage.map.grid("journey").steps] == ["step-2", "step-1", "step-3", "step-4"]
    assert [one.id for one in stage.map.grid("journey").steps_of("stage-2")] == ["step-1", "step-3", "step-4"]
    stage.select(["stage-2"])
    press(stage, "shift+left")
    assert titles(stage.map.grid("journey").stages) == ["Stage 2", "Stage 1"]
    stage.select(["touchpoints"])
    press(stage, "shift+up")
    assert [one.id for one in stage.map.grid("journey").lanes][:3] == ["steps", "touchpoints", "feelings"]


def test_the_last_lane_can_be_carried_no_further(stage: TinyStage) -> None:
    stage.select(["systems"])
    press(stage, "shift+down")
    assert (stage.undoable, stage.wrong, stage.sentence) == (0, True, "There is no further lane here.")


def test_plus_and_minus_raise_and_lower_the_feeling_at_the_cursor(stage: TinyStage) -> None:
    stage.select([], Cell("feelings", "step-2"))
    press(stage, "+", "+", "-", "shift+up", "shift+up", "shift+up", "shift+up")
    (feeling,) = stage.map.of(Feeling)
    assert (feeling.step, feeling.score) == ("step-2", 2.0)
    stage.select([], Cell("systems", "step-2"))
    assert not keyboard.pressed(stage, "+")


@pytest.mark.parametrize(("key", "kind"), [("5", CardKind.SYSTEM), ("2", CardKind.TOUCHPOINT)])
def test_a_digit_makes_the_selected_cards_another_kind(stage: TinyStage, key: str, kind: CardKind) -> None:
    stage.select(["call", "crm"])
    press(stage, key)
    assert {stage.map.of(Card)[one].kind for one in ("call", "crm")} == {kind}
    assert stage.map.of(Card)["call"].step == "step-1"
    assert stage.undoable == 1


def test_a_kind_that_no_lane_takes_says_so(stage: TinyStage) -> None:
    stage.select(["call"])
    press(stage, "7")
    assert (stage.undoable, stage.wrong) == (0, True)
    assert "No lane here takes cards of the kind idea" in stage.sentence


def test_m_makes_moments_of_truth_and_takes_them_back(stage: TinyStage) -> None:
    stage.select(["call", "visit"])
    press(stage, "m")
    assert [stage.map.of(Card)[one].moment_of_truth for one in ("call", "visit", "crm")] == [
        True,
        True,
        False,
    ]
    press(stage, "m")
    assert not any(card.moment_of_truth for card in stage.map.of(Card))


def test_s_begins_a_stage_at_the_step_and_opens_its_title(stage: TinyStage) -> None:
    stage.select(["visit"])
    press(stage, "s")
    assert stage.undoable == 0
    stage.finish("Visits")
    grid = stage.map.grid("journey")
    assert (len(stage.map.of(Stage)), stage.undoable) == (3, 1)
    assert [step.id for step in grid.steps_of(grid.stages[1].id)] == ["step-2"]
    assert grid.stages[1].title == "Visits"


def test_one_begins_a_step_after_that_of_the_card(stage: TinyStage) -> None:
    stage.select(["visit"])
    press(stage, "1")
    stage.finish("Signs")
    assert [step.title for step in stage.map.grid("journey").steps][1:3] == ["Step 2", "Signs"]


def test_letters_and_digits_mean_nothing_without_a_card(stage: TinyStage) -> None:
    stage.select([], Cell("systems", "step-3"))
    assert not any(keyboard.pressed(stage, key) for key in "msl129")
    assert keyboard.begins_text("m")
    keyboard.begin_text(stage)
    assert stage.written == [Cell("systems", "step-3")]


def test_typing_on_a_card_begins_one_below_it_and_on_several_says_why_not(stage: TinyStage) -> None:
    stage.select(["call"])
    keyboard.begin_text(stage)
    assert (stage.written, stage.opened) == ([Cell("touchpoints", "step-1")], [])
    assert "“call”" in stage.sentence
    stage.select(["call", "crm"])
    keyboard.begin_text(stage)
    assert (len(stage.written), stage.wrong) == (1, True)


def test_delete_takes_cards_links_steps_stages_lanes_and_feelings_away(stage: TinyStage) -> None:
    stage.select([], Cell("feelings", "step-1"))
    press(stage, "+")
    (feeling,) = stage.map.of(Feeling)
    for record in ("call", feeling.id, "step-4", "stage-1", "systems"):
        stage.select([record])
        press(stage, "delete")
        assert not any(one.id == record for one in stage.map.records())


def test_ctrl_a_takes_the_lane_then_the_step_then_everything(stage: TinyStage) -> None:
    stage.select(["letter"], Cell("touchpoints", "step-1"))
    press(stage, "ctrl+a")
    assert stage.selected == ("call", "letter", "visit")
    press(stage, "ctrl+a")
    assert stage.selected == ("call", "letter", "crm")
    press(stage, "ctrl+a")
    assert stage.selected == ("call", "letter", "visit", "crm")
    press(stage, "ctrl+a")
    assert stage.selected == ("call", "letter", "visit", "crm")


def test_ctrl_a_passes_over_what_has_no_cards_and_what_is_selected_already(stage: TinyStage) -> None:
    stage.select(["step-2"])
    press(stage, "ctrl+a")
    assert stage.selected == ("visit",)
    press(stage, "ctrl+a")
    assert stage.selected == ("call", "letter", "visit", "crm")
    stage.select(["crm"], Cell("systems", "step-1"))
    press(stage, "ctrl+a")
    assert stage.selected == ("call", "letter", "crm")


def test_ctrl_and_arrows_select_more_cards_and_fewer_again(stage: TinyStage) -> None:
    stage.select(["call"])
    press(stage, "ctrl+down")
    assert stage.selected == ("letter", "call")
    press(stage, "ctrl+right")
    assert stage.selected == ("visit", "letter", "call")
    press(stage, "ctrl+left")
    assert stage.selected == ("letter", "call")
    press(stage, "ctrl+up")
    assert stage.selected == ("call",)
    press(stage, "ctrl+up")
    assert stage.selected == ("call",)


def test_cards_chosen_by_keyboard_are_carried_together(stage: TinyStage) -> None:
    stage.select(["call"])
    press(stage, "ctrl+down")
    press(stage, "shift+right")
    assert {stage.map.of(Card)[one].step for one in ("call", "letter")} == {"step-2"}
    assert stage.undoable == 1


def test_what_a_key_did_is_said(stage: TinyStage) -> None:
    stage.select(["visit"])
    for key, said in (
        ("shift+right", "Move 1 card"),
        ("ctrl+d", "Duplicate 1 card"),
        ("delete", "Remove “visit”"),
    ):
        press(stage, key)
        assert (stage.sentence, stage.wrong) == (said, False)


def test_shift_space_takes_the_column(stage: TinyStage) -> None:
    stage.select([], Cell("systems", "step-1"))
    press(stage, "shift+space")
    assert stage.selected == ("call", "letter", "crm")


def test_ctrl_d_doubles_what_is_selected_and_selects_the_copies(stage: TinyStage) -> None:
    stage.select(["call", "crm"])
    press(stage, "ctrl+d")
    assert len(stage.map.of(Card)) == 6
    assert {stage.map.of(Card)[one].text for one in stage.selected} == {"call", "crm"}
    assert not {"call", "crm"} & set(stage.selected)


def test_enter_opens_what_is_selected_or_writes_in_the_cell(stage: TinyStage) -> None:
    stage.select(["call"])
    keyboard.opened(stage)
    stage.select([], Cell("systems", "step-3"))
    keyboard.opened(stage)
    assert (stage.opened, stage.written) == (["call"], [Cell("systems", "step-3")])


def test_a_link_is_aimed_with_the_arrows_and_joined(stage: TinyStage) -> None:
    stage.select(["call"])
    state = Aiming("call").aim(stage, "right")
    assert (state, stage.sentence) == (Aiming("call", "visit"), "Link to “visit”")
    assert isinstance(state, Aiming)
    state.join(stage)
    (link,) = stage.map.of(Link)
    assert (link.source, link.target, stage.asked) == ("call", "visit", [("call", "visit")])


def test_an_aimed_link_is_given_back(stage: TinyStage) -> None:
    state = Aiming("call").aim(stage, "down")
    assert stage.ghost.line
    state.cancel(stage)
    assert not stage.ghost.line
    assert Aiming("call").join(stage) is None
    assert stage.undoable == 0


def test_the_nearest_card_lies_in_the_direction(stage: TinyStage) -> None:
    found = [nearest(stage, "letter", way) for way in ("up", "down", "right", "left")]
    assert found == ["call", "crm", "visit", None]
