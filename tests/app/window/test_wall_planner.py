"""The wall planner: in the place of the map, live while numbers change, and its choice is what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.panels.wall_fields import WallFields
from app.panels.wall_picture import words_below
from app.panels.wall_planner import WallPlanner
from app.settings import Settings, load_settings
from app.window import Window
from app.windows import Windows
from export.paper.planning import Proposal
from journey import edits
from journey.drawing import Drawing
from tests.app.window.conftest import Act
from tests.app.window.conftest import card as card_saying

_PATIENCE = 30_000


@pytest.fixture
def planner(window: Window, act: Act, qtbot: QtBot) -> WallPlanner:
    """The planner, when every shape of the map was tried."""
    act("print")
    found = window.middle.currentWidget()
    assert isinstance(found, WallPlanner)
    found.fields.other.clear()
    wait_for(found, qtbot)
    return found


def wait_for(planner: WallPlanner, qtbot: QtBot) -> None:
    """Wait until what the fields ask for is answered."""

    def answered() -> bool:
        answer = planner.answer
        return answer is not None and answer.complete and answer.asked == planner.fields.asked()

    qtbot.waitUntil(answered, timeout=_PATIENCE)


def proposals(planner: WallPlanner) -> tuple[Proposal, ...]:
    assert planner.answer is not None
    return planner.answer.proposals


def choose(planner: WallPlanner, way: str, paper: str) -> Proposal:
    """Choose the proposal of a way on a paper."""
    rows = [row for row, one in enumerate(proposals(planner)) if (one.way, one.paper.name) == (way, paper)]
    planner.list.setCurrentRow(rows[0])
    assert planner.proposal is not None
    return planner.proposal


def test_a_small_window_stays_as_wide_when_the_planner_is_left(window: Window, act: Act) -> None:
    window.resize(1280, 720)
    act("print")
    QApplication.processEvents()
    planner = window.middle.currentWidget()
    assert isinstance(planner, WallPlanner)
    planner.left.emit()
    QApplication.processEvents()
    assert window.middle.currentWidget() is window.desk.editor
    assert window.width() == 1280


def test_the_best_way_is_chosen_and_hangs_on_the_wall(planner: WallPlanner) -> None:
    best = proposals(planner)[0]
    assert best.keeps
    assert planner.picture.hung is not None
    assert planner.picture.hung.proposal is best
    assert planner.list.count() == len(proposals(planner)) > 3
    assert "1.5 m" in planner.said.text()
    assert "above the floor" in planner.picture.accessibleDescription()


def test_escape_brings_the_map_and_its_panels_back(
    window: Window, planner: WallPlanner, qtbot: QtBot
) -> None:
    assert window.palette_panel.isHidden()
    qtbot.keyClick(planner.fields.wide, Qt.Key.Key_Escape)
    assert window.middle.currentWidget() is window.desk.editor
    assert not window.palette_panel.isHidden()


def test_other_numbers_are_answered_at_once(planner: WallPlanner, qtbot: QtBot) -> None:
    near = proposals(planner)[0]
    planner.fields.cards.setValue(0.7)
    wait_for(planner, qtbot)
    assert (proposals(planner)[0].way, proposals(planner)[0].keeps) == ("roll", True)
    assert near.way != "roll"
    planner.fields.wide.setValue(0.4)
    wait_for(planner, qtbot)
    assert all(one.w <= 400 for one in proposals(planner) if one.way != "page")
    for button in planner.fields.papers.values():
        button.setChecked(False)
    wait_for(planner, qtbot)
    assert proposals(planner) == ()
    assert planner.proposal is None
    planner.fields.other.setText("700x1000mm, nonsense")
    wait_for(planner, qtbot)
    assert {one.paper.name for one in proposals(planner)} == {"700x1000mm"}
    assert "nonsense" in planner.fields.other.toolTip()


def test_what_somebody_chose_stays_chosen_while_numbers_change(planner: WallPlanner, qtbot: QtBot) -> None:
    choose(planner, "sheets", "A3")
    planner.fields.high.setValue(1.6)
    wait_for(planner, qtbot)
    assert planner.proposal is not None
    assert (planner.proposal.way, planner.proposal.paper.name) == ("sheets", "A3")


def test_a_map_that_is_edited_is_planned_anew(window: Window, planner: WallPlanner, qtbot: QtBot) -> None:
    def hung() -> Drawing | None:
        return planner.picture.hung.drawing if planner.picture.hung else None

    before = hung()
    step = window.desk.map.grid(window.desk.journey.id).steps[0].id
    assert window.desk.attempt(lambda: edits.edit_step(window.desk.map, step, title="Renamed at the wall"))
    qtbot.waitUntil(lambda: hung() is not before, timeout=_PATIENCE)


def test_what_is_chosen_is_written(planner: WallPlanner, qtbot: QtBot, tmp_path: Path) -> None:
    chosen = choose(planner, "sheets", "A0")
    planner.fields.page_map.setChecked(False)
    wait_for(planner, qtbot)
    planner.target.setText(str(tmp_path / "wall.pdf"))
    planner.begin()
    qtbot.waitUntil(lambda: "wall.pdf" in planner.run.result.text(), timeout=_PATIENCE)
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF")
    assert f"{len(chosen.pieces)} pages, 1189 × 841 mm" in planner.run.result.text()
    assert "readable from 1.5 m" in planner.run.result.text()


def test_the_cards_that_a_seam_cuts_can_be_shown(window: Window, planner: WallPlanner) -> None:
    choose(planner, "sheets", "A3")
    assert "Claims system" in planner.warned.text()
    planner.show_cards()
    assert window.middle.currentWidget() is window.desk.editor
    assert card_saying(window.desk, "Claims system") in window.desk.selected


def test_leaving_the_file_ends_the_plans(windows: Windows, window: Window, act: Act) -> None:
    act("print")
    found = window.middle.currentWidget()
    assert isinstance(found, WallPlanner)
    plans = found.planner
    assert plans.is_running()
    windows.start()
    assert not plans.is_running()


def test_all_that_was_planned_with_is_there_again(
    windows: Windows, window: Window, act: Act, qtbot: QtBot
) -> None:
    fields = shown_fields(act, window)
    fields.wide.setValue(3.0)
    fields.cards.setValue(0.7)
    fields.papers["A0"].setChecked(False)
    fields.other.setText("roll:42in")
    fields.overlap.setValue(25.0)
    fields.marks.setCurrentIndex(2)
    for box in (fields.lanes, fields.page_map, fields.each):
        box.toggle()
    told = fields.asked()
    assert window.work.wall_planner is not None
    window.work.wall_planner.left.emit()
    assert shown_fields(act, window).asked() == told
    windows.settle(Settings(language="nb"))
    renewed = windows.window
    assert isinstance(renewed, Window)
    renewed.work.show_wall()
    assert renewed.work.wall_planner is not None
    assert renewed.work.wall_planner.fields.asked() == told
    windows.start()
    kept = WallFields()
    qtbot.addWidget(kept)
    kept.recall(load_settings().wall)
    assert kept.asked() == told
    assert kept.each.isChecked()


def test_fields_recall_nothing_that_makes_no_sense(qtbot: QtBot) -> None:
    fields = WallFields()
    qtbot.addWidget(fields)
    usual = fields.asked()
    fields.recall(
        {"wide": "broad", "high": float("nan"), "cards": None, "papers": "A0", "other": 3, "marks": "?"}
    )
    assert fields.asked() == usual


def shown_fields(act: Act, window: Window) -> WallFields:
    """The fields of the planner, which is opened for it."""
    act("print")
    assert window.work.wall_planner is not None
    return window.work.wall_planner.fields


def test_the_picture_stays_as_large_when_a_file_was_written(planner: WallPlanner, qtbot: QtBot) -> None:
    choose(planner, "page", "A3")
    high = planner.picture.height()
    planner.begin()
    qtbot.waitUntil(planner.run.progress.isHidden, timeout=_PATIENCE)
    QApplication.processEvents()
    assert planner.run.result.text()
    assert planner.picture.height() == high


def test_the_edge_of_the_wall_strikes_no_words_through() -> None:
    usual = words_below(100.0, 500.0)
    assert words_below(100.0, 20.0) == usual
    assert words_below(100.0, usual - 4) > usual + 4
