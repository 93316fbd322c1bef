"""Every deed in the window's table does what it says, has its place and its keys, and is in the manual."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.edit import named_step
from app.days import earlier_day
from app.menus import plain
from app.window import Window
from canvas.inline import InlineEditor
from canvas.places import Cell
from journey import edits
from journey.document import Entry
from journey.model import Card, CardKind, Journey, Lane, LaneKind, Link, Stage, State, Step
from tests.app.window.conftest import Act, card, write


def texts(window: Window) -> Counter[str]:
    return Counter(one.text for one in window.desk.map.of(Card))


def select(window: Window, *cards: str) -> None:
    window.desk.select([card(window.desk, text) for text in cards])


def titles(window: Window) -> list[str]:
    return [step.title for step in window.desk.map.grid(window.desk.journey.id).steps]


def stages(window: Window) -> list[str]:
    return [stage.title for stage in window.desk.map.grid(window.desk.journey.id).stages]


def test_undo_and_redo_go_back_and_forth(window: Window, act: Act) -> None:
    select(window, "Search result, “damage” page")
    before = texts(window)
    act("remove")
    gone = texts(window)
    act("undo")
    assert texts(window) == before
    act("redo")
    assert texts(window) == gone != before


def test_undo_is_called_after_what_it_takes_back(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    act("star")
    label = window.desk.document.next_undo
    assert label is not None
    assert label.label in plain(window.menus.actions["undo"])


def test_a_step_of_an_earlier_day_is_undone_with_its_date() -> None:
    entry = Entry(1, "Move it", at="2026-05-04T12:00:00+00:00")
    assert named_step("Undo {step}", "Undo", entry) == "Undo Move it (4 May 2026)"


def test_a_step_of_today_has_no_date() -> None:
    now = datetime(2026, 5, 4, 12, tzinfo=UTC)
    assert earlier_day("2026-05-04T11:59:00+00:00", now, UTC) == ""


def test_remove_takes_the_selected_cards(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit", "Settlement letter")
    before = texts(window)
    act("remove")
    assert before - texts(window) == Counter(["Assessor’s visit", "Settlement letter"])


def test_duplicate_makes_a_second_card(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    before = texts(window)
    act("duplicate")
    assert texts(window) - before == Counter(["Assessor’s visit"])


def test_copy_and_paste_bring_the_card_again(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    before = texts(window)
    act("copy")
    act("paste")
    assert texts(window) - before == Counter(["Assessor’s visit"])


def test_cut_takes_the_card_along(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    before = texts(window)
    act("cut")
    assert before - texts(window) == Counter(["Assessor’s visit"])
    assert "Assessor’s visit" in QApplication.clipboard().text()


def test_star_marks_a_moment_of_truth_and_takes_it_back(window: Window, act: Act) -> None:
    select(window, "List of approved plumbers")
    act("star")
    assert window.desk.map.of(Card)[window.desk.selected[0]].moment_of_truth
    act("star")
    assert not window.desk.map.of(Card)[window.desk.selected[0]].moment_of_truth


def test_cards_become_another_kind_as_one_step(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit", "Settlement letter")
    cards, steps = window.desk.selected, window.desk.document.revision
    act("become_pain_point")
    assert {window.desk.map.of(Card)[one].kind for one in cards} == {CardKind.PAIN_POINT}
    assert window.desk.document.revision == steps + 1


def test_all_selects_the_lane_the_step_and_then_the_journey(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    visit = window.desk.map.of(Card)[window.desk.selected[0]]
    window.desk.editor.select([visit.id], Cell(visit.lane, visit.step))
    act("all")
    assert {window.desk.map.of(Card)[one].lane for one in window.desk.selected} == {visit.lane}
    act("all")
    assert {window.desk.map.of(Card)[one].step for one in window.desk.selected} == {visit.step}
    act("all")
    assert len({window.desk.map.of(Card)[one].step for one in window.desk.selected}) > 1


def test_reverse_turns_a_link_round(window: Window, act: Act) -> None:
    link = next(iter(window.desk.map.of(Link)))
    window.desk.select([link.id])
    act("reverse")
    turned = window.desk.map.of(Link)[link.id]
    assert (turned.source, turned.target) == (link.target, link.source)


def test_find_goes_from_one_thing_with_the_words_to_the_next(window: Window, act: Act, qtbot: QtBot) -> None:
    act("find")
    qtbot.keyClicks(window.find_bar.field, "PLUMBER")
    assert window.desk.map.of(Step)[window.desk.selected[0]].title == "Chooses a plumber"
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Return)
    assert "plumber" in window.desk.map.of(Card)[window.desk.selected[0]].text
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.desk.map.of(Step)[window.desk.selected[0]].title == "Chooses a plumber"


def test_a_step_is_added_after_the_one_where_one_is(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    here = titles(window).index("Shows the kitchen")
    before = len(titles(window))
    act("step_after")
    write(window, "Ends")
    assert len(titles(window)) == before + 1
    assert titles(window)[here] == "Shows the kitchen"


def test_a_step_is_added_before_the_one_where_one_is(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    here = titles(window).index("Shows the kitchen")
    act("step_before")
    write(window, "Ends")
    assert titles(window)[here + 1] == "Shows the kitchen"


def test_a_stage_is_added_after_the_one_where_one_is(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    before = stages(window)
    act("stage")
    write(window, "Ends")
    after = stages(window)
    assert (
        after[: before.index("Wait for the assessor") + 1]
        == before[: before.index("Wait for the assessor") + 1]
    )
    assert len(after) == len(before) + 1


def test_a_stage_begins_at_the_step_and_is_joined_again(window: Window, act: Act) -> None:
    before = stages(window)
    select(window, "Assessor’s visit")
    act("split")
    write(window, "Ends")
    assert len(stages(window)) == len(before) + 1
    assert window.desk.selected == (card(window.desk, "Assessor’s visit"),)
    step = window.desk.map.of(Card)[window.desk.selected[0]].step
    window.desk.select([window.desk.map.of(Step)[step].stage])
    act("join")
    assert stages(window) == before
    (joined,) = window.desk.selected
    assert window.desk.map.of(Stage)[joined].title in before


def test_what_is_being_written_is_finished_when_another_journey_is_shown(window: Window, act: Act) -> None:
    desk = window.desk
    step = desk.map.grid(desk.journey.id).steps[0].id
    desk.select([step])
    desk.editor.edit(step)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Hears water")
    act("next_journey")
    assert desk.map.of(Step)[step].title == "Hears water"
    assert not desk.editor.editing


def test_undo_leaves_a_new_lane_in_view_that_is_being_named(window: Window, act: Act) -> None:
    desk, editor = window.desk, window.desk.editor
    window.resize(900, 500)
    gone = next(one for one in desk.map.of(Card) if one.step == desk.map.grid(desk.journey.id).steps[-1].id)
    desk.select([gone.id])
    act("remove")
    act("lane_questions")
    QTest.keyClicks(editor.findChildren(InlineEditor)[-1], "What we ask")
    act("undo")
    assert gone.id in desk.map.of(Card)
    field = next(one for one in editor.findChildren(InlineEditor) if one.isVisible())
    (row,) = (one for one in editor.places.rows if one[2].title == "Questions")
    assert editor.in_window(0.0, row[0])[1] <= field.y() < editor.in_window(0.0, row[1])[1]
    editor.finish_writing()
    assert "What we ask" in [lane.title for lane in desk.map.grid(desk.journey.id).lanes]


def test_a_lane_of_each_kind_can_be_added(window: Window, act: Act) -> None:
    for kind in set(LaneKind) - {LaneKind.STEPS}:
        before = len(window.desk.map.grid(window.desk.journey.id).lanes)
        act(f"lane_{kind.name.lower()}")
        window.desk.editor.finish_writing()
        assert len(window.desk.map.grid(window.desk.journey.id).lanes) == before + 1, kind


def test_a_journey_has_one_lane_of_its_steps(window: Window) -> None:
    adding = window.menus.actions["lane_steps"]
    window.menus.refresh()
    assert not adding.isEnabled()
    lanes = window.desk.map.grid(window.desk.journey.id).lanes
    (steps,) = (one for one in lanes if one.kind is LaneKind.STEPS)
    window.desk.document.do(edits.remove_lane(window.desk.map, steps.id))
    window.menus.refresh()
    assert adding.isEnabled()
    adding.trigger()
    window.desk.editor.finish_writing()
    lanes = window.desk.map.grid(window.desk.journey.id).lanes
    assert [one.kind for one in lanes].count(LaneKind.STEPS) == 1


def test_a_lane_is_named_in_its_place_and_is_one_step(window: Window, act: Act) -> None:
    steps, lanes = window.desk.document.revision, len(window.desk.map.of(Lane))
    act("lane_policies")
    assert window.desk.document.revision == steps
    assert window.desk.editor.editing
    field = window.desk.editor.findChild(InlineEditor)
    assert field is not None
    QTest.keyClicks(field, "What the law says")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (lane,) = (one for one in window.desk.map.of(Lane) if one.title == "What the law says")
    cell = window.desk.editor.cell
    assert cell is not None
    assert (lane.kind, cell.lane) == (LaneKind.POLICIES, lane.id)
    assert window.desk.document.revision == steps + 1
    act("lane_policies")
    other = window.desk.editor.findChild(InlineEditor)
    assert other is not None
    QTest.keyClick(other, Qt.Key.Key_Escape)
    assert len(window.desk.map.of(Lane)) == lanes + 1


def test_a_card_is_detailed_in_a_journey_of_its_own(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    visit = window.desk.selected[0]
    act("detail")
    drawn = window.desk.journey
    assert (drawn.title, drawn.parent_card) == ("Assessor’s visit", visit)
    act("undo")
    assert drawn.id not in window.desk.map.of(Journey)


def test_a_lane_is_hidden_and_all_are_shown_again(window: Window, act: Act) -> None:
    select(window, "Assessor’s visit")
    lane = window.desk.map.of(Card)[window.desk.selected[0]].lane
    act("hide_lane")
    assert window.desk.map.of(Lane)[lane].hidden
    act("show_lanes")
    assert not any(one.hidden for one in window.desk.map.of(Lane).by("journey")[window.desk.journey.id])


@pytest.mark.parametrize(("name", "grows"), [("larger", True), ("smaller", False)])
def test_zoom_is_nearer_or_farther(window: Window, act: Act, name: str, grows: bool) -> None:
    before = window.desk.editor.camera.scale
    act(name)
    assert (window.desk.editor.camera.scale > before) is grows


def test_the_whole_map_and_its_actual_size_can_be_seen(window: Window, act: Act) -> None:
    plain = window.desk.editor.camera.scale
    act("whole")
    assert window.desk.editor.camera.scale < plain
    act("plain")
    assert window.desk.editor.camera.scale == pytest.approx(plain)


def test_the_whole_map_is_as_large_as_the_window_allows_at_once(window: Window, act: Act) -> None:
    act("plain")
    act("whole")
    once = window.desk.editor.camera
    act("whole")
    assert window.desk.editor.camera == once


def test_the_overview_comes_and_goes(window: Window, act: Act) -> None:
    act("overview")
    assert window.desk.editor.overview_shown
    act("overview")
    assert not window.desk.editor.overview_shown


def test_an_intended_journey_begins_and_is_shown(window: Window, act: Act) -> None:
    act("intended")
    assert window.desk.journey.state is State.INTENDED


def test_a_journey_is_duplicated_moved_and_removed(window: Window, act: Act) -> None:
    count = len(window.desk.map.of(Journey))
    act("copy_journey")
    copy = window.desk.journey.id
    act("earlier")
    assert [one.id for one in window.desk.map.journeys()].index(copy) == 0
    act("later")
    assert [one.id for one in window.desk.map.journeys()].index(copy) == 1
    act("remove_journey")
    assert len(window.desk.map.of(Journey)) == count
    assert copy != window.desk.journey.id


def test_a_journey_of_each_preset_is_added_and_shown(window: Window, act: Act) -> None:
    for name in ("journey_map", "service_blueprint", "full_map", "b2b_journey", "lifecycle"):
        before = window.desk.journey.id
        act(f"new_{name}")
        assert window.desk.journey.id != before


@pytest.mark.parametrize("name", ["undo", "remove_journey"])
def test_a_journey_goes_while_something_in_it_is_selected(window: Window, act: Act, name: str) -> None:
    count, shown = len(window.desk.map.of(Journey)), window.desk.journey.id
    act("copy_journey")
    window.desk.select([window.desk.map.grid(window.desk.journey.id).steps[0].id])
    act(name)
    assert len(window.desk.map.of(Journey)) == count
    assert window.desk.journey.id == shown
    assert window.desk.selected == ()


def test_page_keys_turn_the_journeys(window: Window, act: Act) -> None:
    journeys = [one.id for one in window.desk.map.journeys()]
    act("next_journey")
    assert window.desk.journey.id == journeys[1]
    act("previous_journey")
    assert window.desk.journey.id == journeys[0]


def test_a_maximised_window_is_maximised_again_after_it_filled_the_screen(window: Window, act: Act) -> None:
    window.showMaximized()
    act("full_screen")
    assert window.isFullScreen()
    act("full_screen")
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_the_window_fills_the_screen_and_stops(window: Window, act: Act) -> None:
    act("full_screen")
    assert window.isFullScreen()
    act("full_screen")
    assert not window.isFullScreen()


def test_the_map_stands_alone_and_has_its_panels_again(window: Window, act: Act) -> None:
    act("bare")
    assert window.palette_panel.isHidden()
    assert window.side.isHidden()
    act("bare")
    assert not window.palette_panel.isHidden()
    assert not window.side.isHidden()


@pytest.mark.parametrize("name", ["export", "history", "settings", "keys"])
def test_a_panel_opens_beside_the_map_and_escape_puts_it_away(window: Window, act: Act, name: str) -> None:
    act(name)
    assert window.drawer.panel is not None
    window.drawer.put_away()
    assert window.drawer.panel is None


def test_no_two_deeds_share_a_key(window: Window) -> None:
    keys = Counter(QKeySequence(key).toString() for deed in window.menus.deeds.values() for key in deed.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows(window: Window) -> None:
    bad = [
        deed.name
        for deed in window.menus.deeds.values()
        for key in deed.keys
        if not QKeySequence(key).toString()
    ]
    assert bad == []


def test_every_deed_stands_in_a_menu_with_words_of_its_own(window: Window) -> None:
    deeds = window.menus.deeds.values()
    places = Counter((deed.menu, deed.words) for deed in deeds)
    assert [place for place, count in places.items() if count > 1] == []
    assert all(deed.words.strip() and deed.menu for deed in deeds)


def test_every_key_of_the_table_is_on_its_action(window: Window) -> None:
    for name, deed in window.menus.deeds.items():
        keys = [key.toString() for key in window.menus.actions[name].shortcuts()]
        assert keys == [QKeySequence(key).toString() for key in deed.keys], name


@pytest.mark.parametrize(
    ("key", "held", "deed"),
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "undo"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, "star"),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, "find"),
    ],
)
def test_a_key_pressed_on_the_map_does_its_deed(
    window: Window, act: Act, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, deed: str
) -> None:
    select(window, "Assessor’s visit")
    act("star")
    select(window, "Assessor’s visit")
    window.activateWindow()
    window.desk.editor.setFocus()
    before = window.desk.document.revision
    qtbot.keyClick(window.desk.editor, key, held)
    if deed == "find":
        assert not window.find_bar.isHidden()
    else:
        assert window.desk.document.revision == before + 1


def test_a_key_of_the_map_is_left_to_a_field_that_is_being_written_in(window: Window, qtbot: QtBot) -> None:
    select(window, "Assessor’s visit")
    before = texts(window)
    window.find_bar.begin()
    qtbot.keyClicks(window.find_bar.field, "abc?")
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Delete)
    assert window.find_bar.field.text() == "abc?"
    assert texts(window) == before
    assert window.drawer.panel is None
