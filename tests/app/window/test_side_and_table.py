"""The panels beside the map and the table in its place, as the window brings them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.making import copy_sample
from app.opening import opened
from app.panels.table import TableView
from app.sizes import NARROW, px
from app.window import Window
from app.windows import Windows
from canvas.tools import Placing
from journey.model import Action, Card, CardKind
from tests.app.window.conftest import Act, card


def code_field(window: Window) -> QLineEdit:
    QApplication.processEvents()
    fields = window.side.findChildren(QLineEdit)
    return next(one for one in fields if one.accessibleName() == "Code" and one.isVisible())


def test_in_a_map_that_can_only_be_read_no_field_takes_a_text_and_it_is_said_why(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    window.desk.document.lock("It can only be read.")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    said: list[str] = []
    window.desk.said.connect(lambda words, _wrong: said.append(words))
    act("inspector")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert said[-1:] == ["It can only be read."]
    before = field.toPlainText()
    qtbot.keyClicks(field, "Lost")
    assert field.toPlainText() == before
    act("owner")
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    qtbot.keyClicks(name, "Lost")
    assert name.text() == ""


def test_the_table_takes_the_maps_place_and_gives_it_back(window: Window, act: Act) -> None:
    act("table")
    assert isinstance(window.middle.currentWidget(), TableView)
    act("table")
    assert window.middle.currentWidget() is window.desk.editor


def table_of(window: Window, act: Act, qtbot: QtBot) -> TableView:
    """The table, with the keyboard in the cell of the assessor’s visit."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.select([card(window.desk, "Assessor’s visit")])
    act("table")
    table = window.middle.currentWidget()
    assert isinstance(table, TableView)
    return table


def test_f2_and_delete_in_the_table_are_the_tables(window: Window, act: Act, qtbot: QtBot) -> None:
    table = table_of(window, act, qtbot)
    visit = window.desk.selected[0]
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = next(one for one in table.findChildren(QPlainTextEdit) if one.isVisible())
    field.selectAll()
    qtbot.keyClicks(field, "She comes")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.map.of(Card)[visit].text == "She comes"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert visit not in window.desk.map.of(Card)
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert visit in window.desk.map.of(Card)


def test_a_card_is_copied_and_pasted_in_the_table(window: Window, act: Act, qtbot: QtBot) -> None:
    table = table_of(window, act, qtbot)
    before = len(window.desk.map.of(Card))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(window.desk.map.of(Card)) == before + 1


def test_what_needs_the_map_shows_it(window: Window, act: Act, qtbot: QtBot) -> None:
    table_of(window, act, qtbot)
    window.desk.hold(Placing(CardKind.IDEA))
    assert window.middle.currentWidget() is window.desk.editor
    act("table")
    act("step_after")
    assert window.middle.currentWidget() is window.desk.editor


def test_escape_in_the_inspector_goes_back_to_the_table(window: Window, act: Act, qtbot: QtBot) -> None:
    table = table_of(window, act, qtbot)
    act("inspector")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert table.hasFocus()


def test_the_inspector_takes_the_keyboard_and_escape_gives_it_to_the_map(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.select([card(window.desk, "Assessor’s visit")])
    act("inspector")
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Text"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.desk.editor.hasFocus()


def test_each_panel_is_in_the_menu(window: Window, act: Act) -> None:
    for name in ("personas", "owners", "measures", "evidence", "findings", "inspector"):
        act(name)
        assert window.side.shown == name


def test_what_is_being_written_is_finished_before_anything_else_is_done(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    visit = card(window.desk, "Assessor’s visit")
    window.desk.select([visit])
    field = code_field(window)
    field.selectAll()
    qtbot.keyClicks(field, "T77")
    act("duplicate")
    assert window.desk.map.of(Card)[visit].code == "T77"


def test_what_is_being_written_is_in_the_file_when_another_is_opened(
    windows: Windows, window: Window, qtbot: QtBot
) -> None:
    visit = card(window.desk, "Assessor’s visit")
    window.desk.select([visit])
    field = code_field(window)
    field.selectAll()
    qtbot.keyClicks(field, "T77")
    path = window.desk.path
    windows.open(copy_sample("water-damage"))
    assert opened(path).map.of(Card)[visit].code == "T77"


def test_undo_in_a_field_is_the_maps_once_the_field_is_finished(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    visit = card(window.desk, "Assessor’s visit")
    before = window.desk.map.of(Card)[visit].code
    window.desk.select([visit])
    field = code_field(window)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "T77")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.map.of(Card)[visit].code == "T77"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.map.of(Card)[visit].code == before


def test_undo_in_a_field_that_is_being_written_takes_back_what_was_typed(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.select([card(window.desk, "Assessor’s visit")])
    field = code_field(window)
    field.setFocus()
    before, steps = field.text(), window.desk.document.revision
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == before
    assert window.desk.document.revision == steps


def test_what_is_half_written_in_a_list_is_kept_too(
    windows: Windows, window: Window, act: Act, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.select([card(window.desk, "Assessor’s visit")])
    code_field(window)
    fields = window.side.findChildren(QLineEdit)
    entry = next(one for one in fields if one.accessibleName() == "Add an action" and one.isVisible())
    entry.setFocus()
    qtbot.keyClicks(entry, "Come sooner")
    path = window.desk.path
    windows.open(copy_sample("water-damage"))
    assert "Come sooner" in {action.title for action in opened(path).map.of(Action)}


def test_on_a_small_screen_what_stands_beside_the_map_gives_way(window: Window, qtbot: QtBot) -> None:
    def beside() -> int:
        return window.palette_panel.width() + window.side.width()

    window.resize(px(NARROW), px(600))
    usual = beside()
    window.resize(px(NARROW) - 1, px(600))
    qtbot.waitUntil(lambda: beside() < usual - px(80), timeout=20_000)
    window.resize(round(px(NARROW) * 0.8), px(600))  # as 1280 pixels are at 150 %
    qtbot.waitUntil(lambda: window.middle.width() > 0.4 * window.width(), timeout=20_000)
    window.resize(px(NARROW), px(600))
    qtbot.waitUntil(lambda: beside() == usual, timeout=20_000)
