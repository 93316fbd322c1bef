"""Clicking, dragging and drawing out cards, and drawing links from them, without a window."""

from __future__ import annotations

import pytest

from canvas.places import Cell
from canvas.stage import NOTHING
from canvas.tools import Idle
from journey.model import Card, CardKind, Link, LinkKind
from tests.builders import a_card, a_map, cell
from tests.canvas.tiny_stage import TinyStage, drag, moved


@pytest.fixture
def stage() -> TinyStage:
    cards = [
        a_card("call", "touchpoints", "step-1", rank="b"),
        a_card("letter", "touchpoints", "step-1", rank="d"),
        a_card("visit", "touchpoints", "step-2"),
        a_card("crm", "systems", "step-1", span=2),
    ]
    return TinyStage(a_map(records=cards))


def test_a_click_selects_the_card_and_puts_the_cursor_in_its_cell(stage: TinyStage) -> None:
    place = stage.on("visit")
    state = Idle().press(stage, place)
    assert state is not None
    assert state.release(stage, place) is None
    assert stage.selected == ("visit",)
    assert stage.cell == Cell("touchpoints", "step-2")
    assert stage.undoable == 0


def test_a_tremble_is_a_click(stage: TinyStage) -> None:
    place = stage.on("call")
    drag(stage, Idle().press(stage, place), moved(place, 3, -3))
    assert stage.selected == ("call",)
    assert stage.ghost == NOTHING
    assert stage.undoable == 0


def test_a_click_with_ctrl_adds_a_card_and_takes_it_away_again(stage: TinyStage) -> None:
    for record in ("call", "visit", "call"):
        place = stage.on(record, ctrl=record != "call" or bool(stage.selected))
        drag(stage, Idle().press(stage, place), place)
    assert stage.selected == ("visit",)


def test_a_card_is_dragged_to_another_cell_in_one_step(stage: TinyStage) -> None:
    start = stage.on("call")
    drag(stage, Idle().press(stage, start), moved(start, 8, 0), stage.over("touchpoints", "step-3"))
    assert stage.map.of(Card)["call"].step == "step-3"
    assert stage.selected == ("call",)
    assert stage.ghost == NOTHING
    assert stage.undoable == 1


def test_the_words_tell_what_a_card_becomes_in_a_lane_of_another_kind(stage: TinyStage) -> None:
    start, end = stage.on("call"), stage.over("systems", "step-3")
    state = Idle().press(stage, start)
    assert state is not None
    state = state.move(stage, end)
    assert stage.sentence == "Move to Systems, Step 3; there it becomes: System"
    drag(stage, state, end)
    assert stage.map.of(Card)["call"].kind is CardKind.SYSTEM


def test_while_dragging_the_ghost_the_cell_and_the_words_tell_where_it_lands(stage: TinyStage) -> None:
    start = stage.on("call")
    state = Idle().press(stage, start)
    assert state is not None
    end = stage.over("touchpoints", "step-3")
    assert state.move(stage, end) is not None
    assert stage.ghost.fits
    assert stage.ghost.receiving == stage.places.cell_rect(Cell("touchpoints", "step-3"))
    assert stage.ghost.carried == ("call",)
    assert stage.ghost.by == (pytest.approx(end.x - start.x), pytest.approx(end.y - start.y))
    assert stage.sentence == "Move to Touchpoints, Step 3"
    assert stage.undoable == 0


def test_escape_gives_a_dragged_card_back(stage: TinyStage) -> None:
    before = stage.map
    state = Idle().press(stage, stage.on("call"))
    assert state is not None
    state = state.move(stage, stage.over("touchpoints", "step-3"))
    assert state is not None
    assert state.cancel(stage) is None
    assert stage.map is before
    assert stage.ghost == NOTHING
    assert stage.sentence == ""


def test_a_card_is_dropped_between_two_others(stage: TinyStage) -> None:
    above = stage.places.rects["letter"].y - 1.0
    end = moved(stage.on("letter"), 0, 0)
    end = type(end)(end.x, above, end.px, above * 2.5)
    drag(stage, Idle().press(stage, stage.on("visit")), end)
    assert cell(stage.map, "touchpoints", "step-1") == ["call", "visit", "letter"]


def test_a_bar_in_the_receiving_cell_shows_between_which_cards_it_lands(stage: TinyStage) -> None:
    state = Idle().press(stage, stage.on("visit"))
    assert state is not None
    rects = stage.places.rects
    low = stage.on("letter", down=0.9)
    state.move(stage, low)
    assert stage.ghost.bar is not None
    assert stage.ghost.bar.y > rects["letter"].y + rects["letter"].h - 1
    assert stage.ghost.bar.x == pytest.approx(rects["letter"].x)
    state.move(stage, stage.on("letter", down=0.1))
    assert rects["call"].y + rects["call"].h <= stage.ghost.bar.y + stage.ghost.bar.h
    assert stage.ghost.bar.y < rects["letter"].y


def test_several_selected_cards_go_together(stage: TinyStage) -> None:
    stage.select(["visit", "call"])
    drag(stage, Idle().press(stage, stage.on("call")), stage.over("touchpoints", "step-2"))
    assert {one: stage.map.of(Card)[one].step for one in ("call", "visit")} == {
        "call": "step-2",
        "visit": "step-3",
    }
    assert stage.undoable == 1


def test_a_card_in_a_lane_of_another_kind_becomes_that_kind(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("call")), stage.over("systems", "step-4"))
    card = stage.map.of(Card)["call"]
    assert (card.lane, card.kind, card.text) == ("systems", CardKind.SYSTEM, "call")


def test_with_ctrl_a_copy_lands_and_the_card_stays(stage: TinyStage) -> None:
    start, end = stage.on("call"), stage.over("touchpoints", "step-4", ctrl=True)
    drag(stage, Idle().press(stage, start), end)
    (copy,) = cell(stage.map, "touchpoints", "step-4")
    assert stage.map.of(Card)[copy].text == "call"
    assert stage.map.of(Card)["call"].step == "step-1"
    assert stage.selected == (copy,)
    assert stage.undoable == 1


@pytest.mark.parametrize(
    ("lane", "says"),
    [
        ("feelings", "The lane “Feelings” holds the feeling curve; set a feeling instead."),
        ("steps", "Cards belong in a cell of the map."),
    ],
)
def test_a_lane_that_takes_no_cards_says_why(stage: TinyStage, lane: str, says: str) -> None:
    end = stage.on("step-2") if lane == "steps" else stage.over(lane, "step-2")
    state = Idle().press(stage, stage.on("call"))
    assert state is not None
    state = state.move(stage, end)
    assert not stage.ghost.fits
    assert (stage.sentence, stage.wrong) == (says, True)
    assert state is not None
    state.release(stage, end)
    assert stage.undoable == 0
    assert (stage.sentence, stage.wrong) == (says, True)


def test_the_right_edge_draws_a_card_over_more_steps(stage: TinyStage) -> None:
    state = Idle().press(stage, stage.on("visit", across=0.99))
    assert state is not None
    end = stage.over("touchpoints", "step-4")
    state.move(stage, end)
    assert stage.sentence == "Covers 3 steps"
    state.release(stage, end)
    assert stage.map.of(Card)["visit"].span == 3


@pytest.mark.parametrize(("x", "span"), [(-500.0, 1), (5000.0, 4)])
def test_a_span_stays_between_one_step_and_the_last(stage: TinyStage, x: float, span: int) -> None:
    start = stage.on("crm", across=0.99)
    drag(stage, Idle().press(stage, start), moved(start, x, 0))
    assert stage.map.of(Card)["crm"].span == span


def test_an_edge_drawn_to_the_left_of_its_card_leaves_one_step(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("visit", across=0.99)), stage.over("touchpoints", "step-1"))
    assert stage.map.of(Card)["visit"].span == 1
    assert not stage.wrong


def test_escape_leaves_the_span_as_it_was(stage: TinyStage) -> None:
    state = Idle().press(stage, stage.on("crm", across=0.99))
    assert state is not None
    state = state.move(stage, stage.over("systems", "step-4"))
    assert state is not None
    assert state.cancel(stage) is None
    assert stage.map.of(Card)["crm"].span == 2
    assert stage.undoable == 0


def test_the_handle_of_the_selected_card_draws_a_link_and_asks_for_its_kind(stage: TinyStage) -> None:
    stage.select(["call"])
    state = Idle().press(stage, stage.on("call", down=1.0))
    drag(stage, state, stage.on("crm"))
    (link,) = stage.map.of(Link)
    assert (link.source, link.target, link.kind) == ("call", "crm", LinkKind.SUPPORTS)
    assert stage.asked == [("call", "crm")]
    assert stage.undoable == 1


def test_only_a_selected_card_has_a_handle(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("call", down=0.99)), stage.on("visit"))
    assert len(stage.map.of(Link)) == 0


def test_a_link_to_nothing_is_not_made(stage: TinyStage) -> None:
    stage.select(["call"])
    state = Idle().press(stage, stage.on("call", down=1.0))
    drag(stage, state, stage.over("questions", "step-3"))
    assert len(stage.map.of(Link)) == 0
    assert stage.asked == []


def test_the_same_link_twice_says_why_not(stage: TinyStage) -> None:
    for _round in range(2):
        stage.select(["call"])
        drag(stage, Idle().press(stage, stage.on("call", down=1.0)), stage.on("crm"))
    assert len(stage.map.of(Link)) == 1
    assert (stage.sentence, stage.wrong) == ("These two cards are joined in this way already.", True)


def test_a_double_click_opens_a_card_and_writes_in_an_empty_cell(stage: TinyStage) -> None:
    Idle().double(stage, stage.on("call"))
    Idle().double(stage, stage.over("systems", "step-4"))
    assert stage.opened == ["call"]
    assert stage.written == [Cell("systems", "step-4")]


def test_a_click_on_a_link_selects_it(stage: TinyStage) -> None:
    stage.select(["call"])
    drag(stage, Idle().press(stage, stage.on("call", down=1.0)), stage.on("crm"))
    (link,) = stage.map.of(Link)
    points = stage.places.line_of(link.id)
    (x1, y1), (x2, y2) = points[:2]
    stage.select([])
    place = stage.on("call")
    place = type(place)((x1 + x2) / 2, (y1 + y2) / 2)
    assert Idle().press(stage, place) is None
    assert stage.selected == (link.id,)
