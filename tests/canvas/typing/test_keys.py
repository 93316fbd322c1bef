"""One test for each key, through Qt, asserting on the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from canvas.places import Cell
from journey.model import Asset, Card, CardKind, Feeling, Stage
from tests.builders import a_map, cell, titles
from tests.canvas.conftest import Show
from tests.canvas.pointing import click, field, key, on, over, type_in
from tests.canvas.typing.conftest import texts

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_enter_enter_enter_writes_cards_to_the_right(editor: MapEditor) -> None:
    click(editor, over(editor, "systems", "step-2"))
    key(editor, Qt.Key.Key_Return)
    for word in ("Portal", "Mainframe", "Archive"):
        type_in(editor, word, Qt.Key.Key_Return)
    assert texts(editor, "systems") == ["crm", "Portal", "Mainframe", "Archive"]
    assert not editor.editing
    assert editor.document.revision == 3


def test_tab_writes_on_in_the_lane_below(editor: MapEditor) -> None:
    click(editor, over(editor, "touchpoints", "step-3"))
    key(editor, Qt.Key.Key_Return)
    type_in(editor, "Letter", Qt.Key.Key_Tab)
    type_in(editor, "Printer", Qt.Key.Key_Tab)
    assert texts(editor, "touchpoints")[-1] == "Letter"
    assert texts(editor, "systems")[-1] == "Printer"


def test_an_empty_text_ends_writing(editor: MapEditor) -> None:
    click(editor, over(editor, "systems", "step-2"))
    key(editor, Qt.Key.Key_Return)
    type_in(editor, "", Qt.Key.Key_Return)
    assert not editor.editing
    assert editor.document.revision == 0
    assert editor.hasFocus()


def test_typing_in_an_empty_cell_begins_a_card(editor: MapEditor) -> None:
    click(editor, over(editor, "systems", "step-3"))
    key(editor, "m")
    type_in(editor, "ainframe 2", Qt.Key.Key_Tab)
    assert texts(editor, "systems") == ["crm", "mainframe 2"]


def test_typing_on_a_header_replaces_its_title(editor: MapEditor) -> None:
    click(editor, on(editor, "step-2"))
    key(editor, "W")
    type_in(editor, "aits", Qt.Key.Key_Return)
    assert titles(editor.map.grid("journey").steps)[1] == "Waits"
    assert editor.selected == ("step-3",)


def test_enter_at_the_last_step_appends_steps_and_goes_on(editor: MapEditor) -> None:
    click(editor, on(editor, "step-4"))
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "Signs", Qt.Key.Key_Return)
    for word in ("Waits", "Pays"):
        type_in(editor, word, Qt.Key.Key_Return)
    type_in(editor, "", Qt.Key.Key_Return)
    names = titles(editor.map.grid("journey").steps)
    assert names == ["Step 1", "Step 2", "Step 3", "Signs", "Waits", "Pays"]
    assert not editor.editing
    assert editor.document.revision == 3


@pytest.mark.parametrize("open_key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_enter_and_f2_open_a_card_and_escape_gives_it_back(editor: MapEditor, open_key: Qt.Key) -> None:
    click(editor, on(editor, "call"))
    key(editor, open_key)
    assert field(editor).toPlainText() == "call"
    type_in(editor, "other", Qt.Key.Key_Escape)
    assert editor.map.of(Card)["call"].text == "call"
    assert editor.hasFocus()
    assert not editor.editing


def test_shift_enter_is_a_new_line(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "one")
    QTest.keyClick(field(editor), Qt.Key.Key_Return, SHIFT)
    type_in(editor, "two", Qt.Key.Key_Return)
    assert editor.map.of(Card)["call"].text == "one\ntwo"
    assert editor.selected == ("call",)


def test_losing_the_focus_finishes_but_a_menu_does_not(editor: MapEditor) -> None:
    editor.edit("call")
    open_field = field(editor)
    open_field.setPlainText("Ring")
    QApplication.sendEvent(
        open_field, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    )
    assert editor.editing
    QApplication.sendEvent(
        open_field, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason)
    )
    assert not editor.editing
    assert editor.map.of(Card)["call"].text == "Ring"


def test_arrows_walk_and_shift_arrows_carry(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_Right)
    assert editor.selected == ("visit",)
    key(editor, Qt.Key.Key_Right, SHIFT)
    assert editor.map.of(Card)["visit"].step == "step-3"
    key(editor, Qt.Key.Key_Down, SHIFT)
    assert editor.map.of(Card)["visit"].lane == "systems"
    key(editor, Qt.Key.Key_Up)
    key(editor, Qt.Key.Key_Left)
    assert editor.cell == Cell("touchpoints", "step-2")


def test_home_end_and_pages_go_far(editor: MapEditor) -> None:
    click(editor, on(editor, "visit"))
    key(editor, Qt.Key.Key_End)
    assert editor.cell == Cell("touchpoints", "step-4")
    key(editor, Qt.Key.Key_Home)
    assert editor.selected == ("call",)
    key(editor, Qt.Key.Key_End, CTRL)
    assert editor.cell == Cell("systems", "step-4")
    key(editor, Qt.Key.Key_Home, CTRL)
    assert editor.cell == Cell("feelings", "step-1")
    key(editor, Qt.Key.Key_PageDown)
    assert editor.cell == Cell("systems", "step-1")
    key(editor, Qt.Key.Key_PageUp)
    assert editor.cell == Cell("feelings", "step-1")


def test_tab_goes_down_and_shift_tab_leaves_the_map(editor: MapEditor) -> None:
    click(editor, on(editor, "visit"))
    key(editor, Qt.Key.Key_Tab)
    assert editor.cell == Cell("systems", "step-2")
    assert editor.hasFocus()


def test_digits_and_letters_act_on_the_selected_card(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, on(editor, "visit"))
    key(editor, "5")
    assert (editor.map.of(Card)["visit"].kind, editor.selected) == (CardKind.SYSTEM, ("visit",))
    key(editor, "m")
    assert editor.map.of(Card)["visit"].moment_of_truth
    with qtbot.waitSignal(editor.owner_asked):
        key(editor, "o")
    with qtbot.waitSignal(editor.keys_asked):
        key(editor, "?")
    key(editor, "s")
    type_in(editor, "Decision", Qt.Key.Key_Return)
    assert titles(editor.map.of(Stage)) == ["Stage 1", "Stage 2", "Decision"]


def test_one_writes_a_step_after_the_card(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, "1")
    type_in(editor, "", Qt.Key.Key_Escape)
    assert len(editor.map.grid("journey").steps) == 4
    click(editor, on(editor, "call"))
    key(editor, "1")
    type_in(editor, "Signs", Qt.Key.Key_Return)
    assert titles(editor.map.grid("journey").steps)[:3] == ["Step 1", "Signs", "Step 2"]


def test_l_and_arrows_draw_a_link(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, on(editor, "call"))
    key(editor, "l")
    key(editor, Qt.Key.Key_Down)
    with qtbot.waitSignal(editor.link_asked) as asked:
        key(editor, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[:2] == ["call", "crm"]
    assert (editor.dragging, editor.document.revision) == (False, 0)


def test_l_is_given_back_by_escape(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, "l")
    key(editor, Qt.Key.Key_Right)
    assert editor.dragging
    key(editor, Qt.Key.Key_Escape)
    assert (editor.dragging, editor.document.revision, editor.selected) == (False, 0, ("call",))


def test_plus_and_minus_set_the_feeling_and_typing_its_word(editor: MapEditor) -> None:
    click(editor, over(editor, "feelings", "step-2", down=0.5))
    for sign in "++-":
        key(editor, sign)
    (feeling,) = editor.map.of(Feeling)
    assert feeling.score == 0.5
    key(editor, Qt.Key.Key_Return)
    type_in(editor, "hopeful", Qt.Key.Key_Return)
    assert [(one.score, one.word) for one in editor.map.of(Feeling)] == [(0.5, "hopeful")]


def test_a_word_typed_where_nobody_felt_anything_makes_the_feeling(editor: MapEditor) -> None:
    click(editor, over(editor, "feelings", "step-3", down=0.5))
    key(editor, "c")
    type_in(editor, "alm", Qt.Key.Key_Return)
    assert [(one.step, one.word, one.score) for one in editor.map.of(Feeling)] == [("step-3", "calm", 0.0)]


def test_delete_and_backspace_take_away(editor: MapEditor) -> None:
    for record, one in (("call", Qt.Key.Key_Delete), ("crm", Qt.Key.Key_Backspace)):
        click(editor, on(editor, record))
        key(editor, one)
    assert {card.id for card in editor.map.of(Card)} == {"visit"}
    assert editor.document.revision == 2


def test_ctrl_a_and_shift_space_select_many(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_A, CTRL)
    assert editor.selected == ("call", "visit")
    key(editor, Qt.Key.Key_A, CTRL)
    assert editor.selected == ("call", "crm")
    key(editor, Qt.Key.Key_A, CTRL)
    assert editor.selected == ("call", "visit", "crm")
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_Space, SHIFT)
    assert editor.selected == ("call", "crm")


def test_ctrl_c_x_v_and_d(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "call"
    click(editor, over(editor, "touchpoints", "step-4"))
    key(editor, Qt.Key.Key_V, CTRL)
    assert texts(editor, "touchpoints") == ["call", "visit", "call"]
    assert editor.selected == tuple(cell(editor.map, "touchpoints", "step-4"))
    key(editor, Qt.Key.Key_X, CTRL)
    assert texts(editor, "touchpoints") == ["call", "visit"]
    click(editor, on(editor, "visit"))
    key(editor, Qt.Key.Key_D, CTRL)
    assert texts(editor, "touchpoints") == ["call", "visit", "visit"]
    assert editor.document.revision == 3


def test_ctrl_v_of_lines_is_one_step(editor: MapEditor) -> None:
    QGuiApplication.clipboard().setText("one\ntwo\nthree")
    click(editor, over(editor, "systems", "step-2"))
    key(editor, Qt.Key.Key_V, CTRL)
    assert texts(editor, "systems") == ["crm", "one", "two", "three"]
    editor.document.undo()
    assert texts(editor, "systems") == ["crm"]


def test_ctrl_v_of_a_picture_makes_a_card_that_shows_it(editor: MapEditor) -> None:
    image = QImage(3200, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    click(editor, over(editor, "systems", "step-2"))
    editor.paste_from(data)
    (card,) = (one for one in editor.map.of(Card) if one.step == "step-2" and one.lane == "systems")
    assert card.picture is not None
    picture = editor.map.of(Asset)[card.picture]
    assert (picture.width, picture.height, picture.media_type) == (1600, 400, "image/png")


def test_an_empty_clipboard_says_so(editor: MapEditor, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(editor.said, check_params_cb=lambda _words, wrong: wrong):
        key(editor, Qt.Key.Key_V, CTRL)
    assert editor.document.revision == 0


def test_the_cursor_comes_into_view(show: Show) -> None:
    editor = show(a_map(stages=5, steps=5))
    click(editor, QPoint(400, 400))
    key(editor, Qt.Key.Key_End)
    assert editor.camera.x == pytest.approx(editor.camera.most_x, abs=100)
    key(editor, Qt.Key.Key_Home)
    assert editor.camera.x == 0


def test_escape_selects_nothing(editor: MapEditor) -> None:
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_Escape)
    assert editor.selected == ()


@pytest.mark.parametrize("where", ["a card", "a cell"])
@pytest.mark.parametrize("by", [Qt.Key.Key_Return, "M"], ids=["Enter", "typing"])
def test_in_a_map_that_can_only_be_read_no_text_is_opened_and_it_is_said_why(
    editor: MapEditor, where: str, by: Qt.Key | str
) -> None:
    editor.document.lock("It can only be read.")
    click(editor, on(editor, "crm") if where == "a card" else over(editor, "systems", "step-3"))
    said: list[str] = []
    editor.said.connect(lambda words, _wrong: said.append(words))
    key(editor, by)
    assert not editor.editing
    assert said[-1:] == ["It can only be read."]
