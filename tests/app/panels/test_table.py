"""The table view: the same map, read and edited by keyboard, in step with the map's own selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.desk import Desk
from app.panels.table import TableView
from canvas.places import Cell
from journey.edits import (
    add_card,
    add_lane,
    edit_card,
    edit_step,
    feeling_at,
    remove_step,
    set_accountable,
)
from journey.model import Card, LaneKind, Step


def at(table: TableView, lane: str, step: str) -> QModelIndex:
    return table.cells.place(Cell(lane, step))


def words(table: TableView, lane: str, step: str) -> str:
    return str(at(table, lane, step).data())


def write(table: TableView, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Write into the field that is open, and end with a key."""
    QApplication.processEvents()
    field = next(one for one in table.findChildren(QPlainTextEdit) if one.isVisible())
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    QApplication.processEvents()


def test_rows_are_lanes_and_columns_are_steps(table: TableView) -> None:
    cells = table.cells
    rows = [cells.headerData(row, Qt.Orientation.Vertical) for row in range(cells.rowCount())]
    columns = [cells.headerData(at, Qt.Orientation.Horizontal) for at in range(cells.columnCount())]
    assert rows[:3] == ["Steps", "Touchpoints", "Feelings"]
    assert columns == ["Step 1", "Step 2", "Step 3", "Step 4"]


def test_a_header_tells_who_hears_it_the_stage(table: TableView) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.cells.headerData(2, Qt.Orientation.Horizontal, role) == "Step 3, in the stage Stage 2"


def test_cells_hold_what_stands_on_the_map(desk: Desk, table: TableView) -> None:
    desk.attempt(lambda: add_card(desk.map, "touchpoints", "step-1", "second"))
    assert words(table, "touchpoints", "step-1") == "call\nsecond"
    assert words(table, "steps", "step-2") == "Step 2"
    assert words(table, "feelings", "step-1") == "−1 lost"
    assert words(table, "owners", "step-1") == "nobody yet"
    assert words(table, "owners", "step-2") == "Claims"


def test_a_cell_tells_who_hears_it_where_it_is(table: TableView) -> None:
    index = at(table, "touchpoints", "step-4")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "empty"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Touchpoints, Step 4"


def test_f2_writes_the_first_card_as_one_step(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "touchpoints", "step-1"))
    before = desk.document.revision
    QTest.keyClick(table, Qt.Key.Key_F2)
    write(table, "They answer")
    assert desk.map.of(Card)["call"].text == "They answer"
    assert desk.document.revision == before + 1


def test_enter_in_an_empty_cell_makes_a_card(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "pains", "step-4"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    write(table, "No answer")
    cards = desk.map.of(Card).by("lane", "step")["pains", "step-4"]
    assert [card.text for card in cards] == ["No answer"]


def test_escape_makes_none(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "pains", "step-4"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    write(table, "No answer", key=Qt.Key.Key_Escape)
    assert ("pains", "step-4") not in desk.map.of(Card).by("lane", "step")


def test_steps_and_feelings_are_written_too(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "steps", "step-2"))
    QTest.keyClick(table, Qt.Key.Key_F2)
    write(table, "Waits")
    assert desk.map.of(Step)["step-2"].title == "Waits"
    table.setCurrentIndex(at(table, "feelings", "step-2"))
    QTest.keyClick(table, Qt.Key.Key_F2)
    write(table, "-2 forgotten")
    feeling = feeling_at(desk.map, "journey", "step-2", "maja")
    assert feeling is not None
    assert (feeling.score, feeling.word) == (-2.0, "forgotten")


def test_owners_are_not_written_in_the_table(table: TableView) -> None:
    assert not at(table, "owners", "step-1").flags() & Qt.ItemFlag.ItemIsEditable


def test_delete_removes_all_that_is_selected_as_one_step(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "touchpoints", "step-1"))
    model = table.selectionModel()
    model.select(at(table, "feelings", "step-1"), model.SelectionFlag.Select)
    before = desk.document.revision
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert "call" not in desk.map.of(Card)
    assert feeling_at(desk.map, "journey", "step-1", "maja") is None
    assert desk.document.revision == before + 1


def test_delete_in_an_empty_cell_says_so(desk: Desk, table: TableView) -> None:
    told: list[str] = []
    desk.said.connect(lambda sentence, _wrong: told.append(sentence))
    table.setCurrentIndex(at(table, "pains", "step-1"))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert told == ["There is nothing here to remove."]


def test_what_is_selected_here_is_selected_on_the_map(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "touchpoints", "step-2"))
    assert desk.selected == ("letter",)
    assert desk.editor.cell == Cell("touchpoints", "step-2")


def test_what_is_selected_on_the_map_is_current_here(desk: Desk, table: TableView) -> None:
    desk.select(["visit"])
    assert table.currentIndex() == at(table, "touchpoints", "step-3")


def test_undo_shows_at_once(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "touchpoints", "step-1"))
    QTest.keyClick(table, Qt.Key.Key_F2)
    write(table, "They answer")
    desk.undo()
    assert words(table, "touchpoints", "step-1") == "call"


def test_rows_and_columns_come_and_go_with_lanes_and_steps(desk: Desk, table: TableView) -> None:
    desk.attempt(lambda: add_lane(desk.map, "journey", LaneKind.NOTES))
    assert table.cells.rowCount() == 9
    desk.attempt(lambda: remove_step(desk.map, "step-2"))
    assert table.cells.columnCount() == 3
    assert words(table, "touchpoints", "step-3") == "visit"


def test_the_table_tells_who_hears_it_what_it_is(table: TableView) -> None:
    assert table.accessibleName() == "The map as a table"
    assert "Enter writes" in table.accessibleDescription()


def test_an_edit_of_a_card_measures_only_its_row_anew(desk: Desk, table: TableView) -> None:
    rows: list[int] = []
    table.cells.dataChanged.connect(lambda first, _last: rows.append(first.row()))
    desk.attempt(lambda: add_card(desk.map, "pains", "step-1", "No answer"))
    assert rows == [at(table, "pains", "step-1").row()]


def test_a_new_touchpoint_shows_that_nobody_answers_for_it(desk: Desk, table: TableView) -> None:
    rows: list[int] = []
    table.cells.dataChanged.connect(lambda first, _last: rows.append(first.row()))
    desk.attempt(lambda: add_card(desk.map, "touchpoints", "step-4", "farewell"))
    assert at(table, "owners", "step-4").row() in rows
    assert words(table, "owners", "step-4") == "nobody yet"


def test_what_an_owner_answers_for_shows_in_its_row(desk: Desk, table: TableView) -> None:
    rows: list[int] = []
    table.cells.dataChanged.connect(lambda first, _last: rows.append(first.row()))
    desk.attempt(lambda: set_accountable(desk.map, ["call"], "finance"))
    assert at(table, "owners", "step-1").row() in rows
    assert words(table, "owners", "step-1") == "Finance"


def test_what_is_written_into_an_empty_cell_is_selected_on_the_map(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "touchpoints", "step-4"))
    assert desk.selected == ()
    QTest.keyClick(table, Qt.Key.Key_Return)
    write(table, "A last letter")
    (new,) = (card.id for card in desk.map.of(Card) if card.text == "A last letter")
    assert desk.selected == (new,)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_A])
def test_in_a_map_that_can_only_be_read_no_cell_is_opened_for_writing(
    desk: Desk, table: TableView, key: Qt.Key
) -> None:
    desk.document.lock("It can only be read.")
    table.setCurrentIndex(at(table, "touchpoints", "step-1"))
    said: list[str] = []
    desk.said.connect(lambda words, _wrong: said.append(words))
    QTest.keyClick(table, key)
    QApplication.processEvents()
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not table.findChildren(QPlainTextEdit)
    assert said == ["It can only be read."] * 2


def test_every_step_is_told_once_under_its_stage(table: TableView) -> None:
    cells, titles = table.cells, table.cells.titles
    assert cells.lane(titles).id == "steps"
    assert table.rowHeight(titles) == 0
    assert [cells.stage_of(column)[0].title for column in range(4)] == [
        "Stage 1",
        "Stage 1",
        "Stage 2",
        "Stage 2",
    ]
    place = table.visualRect(at(table, "steps", "step-2"))
    assert place.bottom() < 0  # above the cells, in the header
    assert place.height() >= table.fontMetrics().height()


def test_a_long_title_wraps_in_the_header(desk: Desk, table: TableView) -> None:
    before = table.horizontalHeader().height()
    desk.attempt(lambda: edit_step(desk.map, "step-2", title="Waits " * 20))
    QApplication.processEvents()
    lines = table.fontMetrics().lineSpacing()
    assert table.horizontalHeader().height() >= before + 3 * lines
    assert table.viewport().y() >= table.horizontalHeader().height()


def test_a_steps_title_is_written_in_the_header(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "touchpoints", "step-2"))
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex() == at(table, "steps", "step-2")
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = next(one for one in table.findChildren(QPlainTextEdit) if one.isVisible())
    assert table.horizontalHeader().isAncestorOf(field)
    assert field.height() >= table.fontMetrics().height()
    write(table, "Waits")
    assert desk.map.of(Step)["step-2"].title == "Waits"


def test_a_cell_tells_who_hears_it_kind_channel_and_owner(desk: Desk, table: TableView) -> None:
    desk.attempt(lambda: add_card(desk.map, "touchpoints", "step-2", "second"))
    desk.attempt(lambda: edit_card(desk.map, "letter", moment_of_truth=True))
    heard = at(table, "touchpoints", "step-2").data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "letter, Touchpoint, Moment of truth, Phone · Claims\nsecond, Touchpoint"


def test_enter_goes_on_to_the_right_and_tab_down_as_on_the_map(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "pains", "step-3"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    write(table, "Nobody calls")
    assert table.currentIndex() == at(table, "pains", "step-4")
    write(table, "Nobody comes", key=Qt.Key.Key_Tab)
    assert table.currentIndex() == at(table, "ideas", "step-4")
    write(table, "Come", key=Qt.Key.Key_Escape)
    QTest.keyClick(table, Qt.Key.Key_Backtab)
    assert table.currentIndex() == at(table, "pains", "step-4")
    assert {card.text for card in desk.map.of(Card)} >= {"Nobody calls", "Nobody comes"}


def test_what_stands_in_the_next_cell_is_not_opened(desk: Desk, table: TableView) -> None:
    table.setCurrentIndex(at(table, "pains", "step-1"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    write(table, "Nobody calls")
    assert table.currentIndex() == at(table, "pains", "step-2")
    assert not any(one.isVisible() for one in table.findChildren(QPlainTextEdit))
    assert desk.map.of(Card)["silence"].text == "silence"
