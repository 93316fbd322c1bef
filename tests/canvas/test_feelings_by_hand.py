"""Feelings are dragged up and down with the pointer, and set where there were none."""

from __future__ import annotations

import pytest

from canvas.places import Cell
from canvas.stage import NOTHING
from canvas.tools import Idle
from canvas.tools.feelings import snapped
from journey import edits
from journey.layout import score_height
from journey.model import Feeling
from tests.builders import a_map
from tests.canvas.tiny_stage import TinyStage, at, drag, moved


@pytest.fixture
def stage() -> TinyStage:
    feelings = [
        Feeling(id="calm", journey="journey", step="step-1", score=0.0, word="calm"),
        Feeling(id="glad", journey="journey", step="step-2", score=1.0),
    ]
    return TinyStage(a_map(records=feelings))


def at_score(stage: TinyStage, record: str, score: float, **held: bool) -> tuple[float, float]:
    top = next(a for a, _b, lane in stage.places.rows if lane.id == "feelings")
    return stage.on(record).x, top + score_height(score)


def test_a_point_is_dragged_to_the_nearest_half(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("calm")), at(*at_score(stage, "calm", -1.37)))
    assert stage.map.of(Feeling)["calm"].score == -1.5
    assert stage.map.of(Feeling)["calm"].word == "calm"


def test_with_alt_it_goes_to_the_tenth(stage: TinyStage) -> None:
    drag(stage, Idle().press(stage, stage.on("calm")), at(*at_score(stage, "calm", -1.37), alt=True))
    assert stage.map.of(Feeling)["calm"].score == -1.4


def test_a_double_click_writes_a_feeling_as_good_or_bad_as_it_points_at(stage: TinyStage) -> None:
    x = stage.on("glad").x
    stage.document.do(edits.clear_feeling(stage.map, "journey", "step-2"))
    _x, y = at_score(stage, "calm", -1.4)
    Idle().double(stage, at(x, y))
    stage.document.do(stage.begun[-1].change("lost"))
    made = edits.feeling_at(stage.map, "journey", "step-2")
    assert made is not None
    assert (made.score, made.word) == (-1.5, "lost")


@pytest.mark.parametrize(("dy", "score"), [(-900.0, 2.0), (900.0, -2.0)])
def test_it_stays_between_the_ends(stage: TinyStage, dy: float, score: float) -> None:
    start = stage.on("calm")
    drag(stage, Idle().press(stage, start), moved(start, 0, dy))
    assert stage.map.of(Feeling)["calm"].score == score


def test_a_click_selects_the_point(stage: TinyStage) -> None:
    place = stage.on("glad")
    drag(stage, Idle().press(stage, place), moved(place, 1, 2))
    assert stage.selected == ("glad",)
    assert stage.undoable == 0


def test_escape_gives_the_point_back(stage: TinyStage) -> None:
    state = Idle().press(stage, stage.on("calm"))
    assert state is not None
    state = state.move(stage, at(*at_score(stage, "calm", 2.0)))
    assert stage.sentence == "Feeling +2"
    assert state is not None
    assert state.cancel(stage) is None
    assert (stage.ghost, stage.undoable) == (NOTHING, 0)


def test_the_curve_to_the_points_beside_it_follows_a_point(stage: TinyStage) -> None:
    stage.document.do(edits.set_feeling(stage.map, "journey", "step-4", 0.0))
    state = Idle().press(stage, stage.on("glad"))
    assert state is not None
    state.move(stage, at(*at_score(stage, "glad", -1.0)))
    (before, point, after), (thing,) = stage.ghost.line, stage.ghost.things
    assert point == (thing.x + thing.w / 2, thing.y + thing.h / 2)
    assert before[0] < point[0] < after[0]
    assert before[1] == after[1] < point[1]


def test_a_step_without_a_feeling_gets_one_by_dragging_in_its_cell(stage: TinyStage) -> None:
    start = stage.over("feelings", "step-3", down=0.5)
    end = at(start.x, at_score(stage, "calm", 1.5)[1])
    drag(stage, Idle().press(stage, start), end)
    (made,) = (one for one in stage.map.of(Feeling) if one.step == "step-3")
    assert made.score == 1.5
    assert stage.undoable == 1


def test_a_click_there_only_goes_there(stage: TinyStage) -> None:
    place = stage.over("feelings", "step-3", down=0.5)
    drag(stage, Idle().press(stage, place), place)
    assert stage.cell == Cell("feelings", "step-3")
    assert stage.undoable == 0


def test_scores_snap_to_halves_or_tenths() -> None:
    assert [snapped(score, free=False) for score in (0.2, 0.3, -1.8, 9.0)] == [0.0, 0.5, -2.0, 2.0]
    assert [snapped(score, free=True) for score in (0.24, -1.87, -9.0)] == [0.2, -1.9, -2.0]
