"""One test for each gesture, through Qt, asserting on the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from canvas.places import Cell
from canvas.stage import State
from canvas.tools import Placing, PlacingOwner, PlacingStage, PlacingStep
from journey.edits import accountable
from journey.layout import score_height
from journey.model import Card, CardKind, Feeling
from tests.builders import a_card, a_map, cell, titles
from tests.canvas.conftest import Show
from tests.canvas.pointing import click, drag, field, key, let_go, move, on, over, press, pull, type_in

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_click_and_ctrl_click_select(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    click(editor, on(editor, "visit"), CTRL)
    assert editor.selected == ("call", "visit")
    click(editor, over(editor, "systems", "step-3"))
    assert (editor.selected, editor.cell) == ((), Cell("systems", "step-3"))


def test_drag_moves_a_card(editor: MapEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.selection_changed):
        drag(editor, on(editor, "call"), over(editor, "touchpoints", "step-3"))
    assert editor.map.of(Card)["call"].step == "step-3"
    assert editor.document.revision == 1


def test_drag_with_ctrl_copies_a_card(editor: MapEditor) -> None:
    drag(editor, on(editor, "call"), over(editor, "touchpoints", "step-3"), CTRL)
    assert len(cell(editor.map, "touchpoints", "step-3")) == 1
    assert editor.map.of(Card)["call"].step == "step-1"


def test_escape_gives_copies_back_while_ctrl_is_held(editor: MapEditor) -> None:
    start, end = on(editor, "call"), over(editor, "touchpoints", "step-3")
    press(editor, start, CTRL)
    pull(editor, start, end, CTRL)
    assert editor.dragging
    key(editor, Qt.Key.Key_Escape, CTRL)
    let_go(editor, end, CTRL)
    assert not editor.dragging
    assert editor.document.revision == 0


def test_a_lane_dragged_to_the_top_shows_a_thin_bar_there(editor: MapEditor) -> None:
    start, top = on(editor, "systems"), on(editor, "feelings", down=0.1)
    press(editor, start)
    pull(editor, start, top)
    seen = editor.viewport().grab().toImage()
    focus = QColor(*editor.theme.rgb("focus"))
    blue = sum(seen.pixelColor(editor.viewport().width() - 300, y) == focus for y in range(seen.height()))
    assert 1 <= blue <= 8
    let_go(editor, top)
    assert [lane.id for lane in editor.map.grid("journey").lanes][:2] == ["steps", "systems"]


def test_escape_while_dragging_gives_back(editor: MapEditor) -> None:
    start, end = on(editor, "call"), over(editor, "touchpoints", "step-3")
    press(editor, start)
    pull(editor, start, end)
    assert editor.dragging
    key(editor, Qt.Key.Key_Escape)
    let_go(editor, end)
    assert not editor.dragging
    assert editor.document.revision == 0


def test_drag_reorders_in_the_cell(editor: MapEditor) -> None:
    drag(editor, on(editor, "letter"), on(editor, "call", down=0.1))
    assert cell(editor.map, "touchpoints", "step-1") == ["letter", "call"]


def test_the_right_edge_draws_the_span(editor: MapEditor) -> None:
    drag(editor, on(editor, "visit", across=0.99), over(editor, "touchpoints", "step-4"))
    assert editor.map.of(Card)["visit"].span == 3


def test_a_band_selects(editor: MapEditor) -> None:
    drag(editor, over(editor, "touchpoints", "step-3", down=0.2), on(editor, "visit"))
    assert editor.selected == ("visit",)
    drag(editor, over(editor, "systems", "step-3", down=0.8), on(editor, "crm"), SHIFT)
    assert editor.selected == ("visit", "crm")


def test_step_and_stage_headers_are_dragged_sideways(editor: MapEditor) -> None:
    drag(editor, on(editor, "step-1"), on(editor, "step-2", across=0.9))
    assert [one.id for one in editor.map.grid("journey").steps][:2] == ["step-2", "step-1"]
    drag(editor, on(editor, "stage-2"), on(editor, "stage-1", across=0.2))
    assert titles(editor.map.grid("journey").stages) == ["Stage 2", "Stage 1"]
    assert editor.document.revision == 2


def test_a_lane_name_is_dragged_down(editor: MapEditor) -> None:
    drag(editor, on(editor, "feelings"), on(editor, "systems", down=0.9))
    lanes = [one.id for one in editor.map.grid("journey").lanes]
    assert lanes.index("feelings") > lanes.index("systems")


@pytest.mark.parametrize("record", ["call", "step-1", "stage-1", "touchpoints", "steps", "calm"])
def test_a_double_click_opens_the_text(editor: MapEditor, record: str) -> None:
    QTest.mouseDClick(
        editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, on(editor, record)
    )
    type_in(editor, "Quite new", Qt.Key.Key_Return)
    one = next(one for one in editor.map.records() if one.id == record)
    said = [getattr(one, name, "") for name in ("text", "title", "word")]
    assert "Quite new" in said


def test_a_double_click_in_an_empty_cell_writes_a_card(editor: MapEditor) -> None:
    at = over(editor, "systems", "step-3")
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    type_in(editor, "", Qt.Key.Key_Escape)
    assert cell(editor.map, "systems", "step-3") == []
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    type_in(editor, "Mainframe", Qt.Key.Key_Tab)
    assert len(cell(editor.map, "systems", "step-3")) == 1


def feeling_height(editor: MapEditor, score: float) -> int:
    rect = editor.places.cell_rect(Cell("feelings", "step-1"))
    assert rect is not None
    return int(editor.camera.to_pixel(0, rect.y + score_height(score))[1])


def test_a_feeling_is_dragged_up_and_down(editor: MapEditor) -> None:
    start = on(editor, "calm")
    drag(editor, start, QPoint(start.x(), feeling_height(editor, -1.4)))
    assert editor.map.of(Feeling)["calm"].score == -1.5
    start = on(editor, "calm")
    drag(editor, start, QPoint(start.x(), feeling_height(editor, 1.3)), Qt.KeyboardModifier.AltModifier)
    assert editor.map.of(Feeling)["calm"].score == pytest.approx(1.3, abs=0.11)
    assert editor.map.of(Feeling)["calm"].score % 0.5


def test_a_feeling_is_made_by_dragging_in_an_empty_cell(editor: MapEditor) -> None:
    start = over(editor, "feelings", "step-2", down=0.5)
    drag(editor, start, QPoint(start.x(), feeling_height(editor, 2.0)))
    assert [one.score for one in editor.map.of(Feeling) if one.step == "step-2"] == [2.0]


def test_the_handle_links_to_another_card_and_asks_for_the_kind(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, on(editor, "visit"))
    with qtbot.waitSignal(editor.link_asked) as asked:
        drag(editor, on(editor, "visit", down=1.0), on(editor, "crm"))
    assert asked.args is not None
    assert asked.args[:2] == ["visit", "crm"]
    assert editor.document.revision == 0


def test_a_map_that_cannot_be_edited_says_so_instead_of_asking_for_a_kind(
    editor: MapEditor, qtbot: QtBot
) -> None:
    editor.document.lock("This is the past.")
    click(editor, on(editor, "visit"))
    said: list[str] = []
    editor.said.connect(lambda words, _wrong: said.append(words))
    with qtbot.assertNotEmitted(editor.link_asked):
        drag(editor, on(editor, "visit", down=1.0), on(editor, "crm"))
    assert said[-1] == "This is the past."


def put(editor: MapEditor, at: QPoint, *, dragged: bool) -> None:
    """Put what is in the hand to a place: by dragging it there or by a click."""
    if dragged:
        move(editor, at, Qt.MouseButton.LeftButton)
        let_go(editor, at)
    else:
        click(editor, at)


@pytest.mark.parametrize("dragged", [True, False])
def test_a_card_from_the_palette_is_one_step_once_it_is_written(editor: MapEditor, dragged: bool) -> None:
    editor.hold(Placing(CardKind.SYSTEM))
    put(editor, over(editor, "systems", "step-2"), dragged=dragged)
    type_in(editor, "Portal", Qt.Key.Key_Return)
    (made,) = cell(editor.map, "systems", "step-2")
    assert editor.map.of(Card)[made].text == "Portal"
    assert (editor.selected, editor.document.revision) == ((made,), 1)


def test_a_card_from_the_palette_that_nobody_writes_on_is_there_all_the_same(editor: MapEditor) -> None:
    editor.hold(Placing(CardKind.SYSTEM))
    click(editor, over(editor, "systems", "step-2"))
    click(editor, over(editor, "systems", "step-4"))
    assert len(cell(editor.map, "systems", "step-2")) == 1
    assert editor.document.revision == 1


def test_what_was_written_is_said(editor: MapEditor) -> None:
    said: list[str] = []
    editor.said.connect(lambda words, _wrong: said.append(words))
    editor.hold(PlacingStage())
    click(editor, over(editor, "systems", "step-3"))
    type_in(editor, "Rebuild", Qt.Key.Key_Return)
    assert said[-1] == "Add stage “Rebuild”"


@pytest.mark.parametrize(
    ("state", "place"),
    [
        (Placing(CardKind.SYSTEM), "crm"),
        (PlacingStep(), "step-1"),
        (PlacingStage(), "stage-2"),
    ],
)
def test_escape_after_the_drop_leaves_nothing(editor: MapEditor, state: State, place: str) -> None:
    before = editor.map
    editor.hold(state)
    click(editor, on(editor, place))
    type_in(editor, "Portal", Qt.Key.Key_Escape)
    assert editor.map is before
    assert (editor.editing, editor.document.revision) == (False, 0)


def test_stages_steps_and_owners_come_from_the_palette(editor: MapEditor) -> None:
    editor.hold(PlacingStep())
    click(editor, on(editor, "step-1", across=0.9))
    type_in(editor, "Signs", Qt.Key.Key_Return)
    editor.hold(PlacingStage())
    click(editor, on(editor, "stage-2", across=0.1))
    type_in(editor, "Decision", Qt.Key.Key_Return)
    editor.hold(PlacingOwner("claims"))
    click(editor, on(editor, "call"))
    assert titles(editor.map.grid("journey").steps)[:3] == ["Step 1", "Signs", "Step 2"]
    assert titles(editor.map.grid("journey").stages) == ["Stage 1", "Decision", "Stage 2"]
    assert editor.document.revision == 3
    answering = accountable(editor.map, "call")
    assert answering is not None
    assert answering.owner == "claims"


def test_the_plus_between_columns_adds_a_step(editor: MapEditor, qtbot: QtBot) -> None:
    at = on(editor, "step-2") - QPoint(75, 0)
    with qtbot.waitSignal(editor.said, check_params_cb=lambda words, _wrong: words == "Add a step here"):
        move(editor, at)
    assert editor.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    click(editor, at)
    type_in(editor, "Between", Qt.Key.Key_Return)
    assert titles(editor.map.grid("journey").steps)[:3] == ["Step 1", "Between", "Step 2"]


def test_the_plus_at_the_end_of_a_row_adds_a_step_and_a_card(editor: MapEditor) -> None:
    editor.look_at(editor.camera.fitted(editor.camera.most_x, 0))
    edge = over(editor, "touchpoints", "step-4", across=1.0, down=0.5)
    at = edge + QPoint(int(7 * editor.camera.scale), 0)
    move(editor, at)
    click(editor, at)
    type_in(editor, "Thank you", Qt.Key.Key_Escape)
    assert editor.document.revision == 0
    move(editor, at)
    click(editor, at)
    type_in(editor, "Thank you", Qt.Key.Key_Return)
    steps = editor.map.grid("journey").steps
    assert (len(steps), editor.document.revision) == (5, 1)
    (made,) = cell(editor.map, "touchpoints", steps[-1].id)
    assert editor.map.of(Card)[made].text == "Thank you"
    assert editor.selected == (made,)


def test_a_drop_that_is_refused_says_why_and_does_nothing(editor: MapEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.said, check_params_cb=lambda _words, wrong: wrong) as said:
        drag(editor, on(editor, "call"), over(editor, "feelings", "step-2"))
    assert said.args is not None
    assert "feeling curve" in said.args[0]
    assert editor.document.revision == 0


@pytest.mark.parametrize(
    ("place", "shape"),
    [
        (("visit", 0.5, 0.3), Qt.CursorShape.ArrowCursor),
        (("visit", 0.99, 0.3), Qt.CursorShape.SizeHorCursor),
        (("stage-1", 0.5, 0.5), Qt.CursorShape.OpenHandCursor),
        (("calm", 0.5, 0.5), Qt.CursorShape.SizeVerCursor),
        (("call", 0.5, 1.0), Qt.CursorShape.CrossCursor),
    ],
)
def test_the_pointer_shows_what_a_press_would_do(
    editor: MapEditor, place: tuple[str, float, float], shape: Qt.CursorShape
) -> None:
    click(editor, on(editor, "call"))
    move(editor, on(editor, "crm", 0.5, 0.3))
    move(editor, on(editor, *place))
    assert editor.viewport().cursor().shape() is shape


def test_shift_and_f10_ask_for_the_menu_where_no_key_does(editor: MapEditor, qtbot: QtBot) -> None:
    editor.select(["call"])
    with qtbot.waitSignal(editor.menu_asked):
        QTest.keyClick(editor, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def test_the_right_button_selects_and_asks_for_a_menu(editor: MapEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.menu_asked):
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.RightButton, pos=on(editor, "visit"))
    assert editor.selected == ("visit",)


def test_the_middle_button_and_the_space_bar_pan(show: Show) -> None:
    editor = show(a_map(stages=5, steps=5))
    middle = Qt.MouseButton.MiddleButton
    start = QPoint(600, 400)
    QTest.mousePress(editor.viewport(), middle, pos=start)
    move(editor, start - QPoint(200, 0), middle)
    QTest.mouseRelease(editor.viewport(), middle, pos=start - QPoint(200, 0))
    assert editor.camera.x == 200
    QTest.keyPress(editor, Qt.Key.Key_Space)
    drag(editor, start, start - QPoint(50, 0))
    QTest.keyRelease(editor, Qt.Key.Key_Space)
    assert editor.camera.x == 250
    assert editor.selected == ()


def wheel(editor: MapEditor, at: QPoint, dy: int, held: Qt.KeyboardModifier) -> None:
    above = QPointF(editor.viewport().mapToGlobal(at))
    event = QWheelEvent(
        QPointF(at),
        above,
        QPoint(),
        QPoint(0, dy),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.viewport(), event)


def test_the_wheel_scrolls_and_with_ctrl_zooms_around_the_pointer(show: Show) -> None:
    editor = show(a_map(stages=5, steps=5))
    wheel(editor, QPoint(600, 400), -240, SHIFT)
    assert editor.camera.x == 240
    at = on(editor, "step-4")
    wheel(editor, at, 240, CTRL)
    assert editor.camera.scale > 3
    found = editor.places.hit(*editor.camera.to_map(at.x(), at.y()))
    assert abs(on(editor, "step-4").x() - at.x()) <= 1
    assert found.record == "step-4"


def test_at_the_windows_edge_a_drag_pulls_the_map(show: Show) -> None:
    editor = show(a_map(stages=5, steps=5, records=[a_card("call", "touchpoints", "step-1")]))
    start = on(editor, "call")
    edge = QPoint(editor.viewport().width() - 2, start.y())
    press(editor, start)
    for _step in range(40):
        move(editor, edge, Qt.MouseButton.LeftButton)
    let_go(editor, edge)
    assert editor.camera.x > 300
    column = editor.map.grid("journey").column
    assert column[editor.map.of(Card)["call"].step] > 6


def test_a_press_elsewhere_finishes_the_text_that_is_open(editor: MapEditor) -> None:
    editor.edit("call")
    field(editor).setPlainText("Ring")
    click(editor, on(editor, "visit"))
    assert editor.map.of(Card)["call"].text == "Ring"
    assert editor.selected == ("visit",)
    assert not editor.editing
