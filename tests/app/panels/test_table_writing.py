"""Another card in a cell of the table, as one step, and what the fields of the table are heard as."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.desk import Desk
from app.panels.table import TableView
from canvas.places import Cell
from journey.model import Card


def at(table: TableView, lane: str, step: str) -> QModelIndex:
    return table.cells.place(Cell(lane, step))


def fields(table: TableView) -> list[QPlainTextEdit]:
    QApplication.processEvents()
    return [one for one in table.findChildren(QPlainTextEdit) if one.isVisible()]


def another(table: TableView, lane: str, step: str) -> QPlainTextEdit:
    """The field for another card in a cell."""
    table.setCurrentIndex(at(table, lane, step))
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (field,) = fields(table)
    return field


def finish(field: QPlainTextEdit, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    QApplication.processEvents()


def texts(desk: Desk, lane: str, step: str) -> list[str]:
    return [card.text for card in desk.map.of(Card).by("lane", "step").get((lane, step), ())]


def test_control_enter_adds_a_card_above_those_that_are_there_as_one_step(
    desk: Desk, table: TableView
) -> None:
    before = desk.document.revision
    finish(another(table, "touchpoints", "step-1"), "Chat")
    assert texts(desk, "touchpoints", "step-1") == ["Chat", "call"]
    assert desk.document.revision == before + 1
    desk.undo()
    assert texts(desk, "touchpoints", "step-1") == ["call"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_card_that_is_given_up_or_has_no_words_is_not_made(
    desk: Desk, table: TableView, key: Qt.Key
) -> None:
    before = desk.document.revision
    finish(another(table, "touchpoints", "step-1"), "Chat" if key == Qt.Key.Key_Escape else " ", key)
    assert not fields(table)
    assert texts(desk, "touchpoints", "step-1") == ["call"]
    assert desk.document.revision == before
    assert table.currentIndex() == at(table, "touchpoints", "step-1")


def test_after_another_card_enter_goes_on_to_the_right(desk: Desk, table: TableView) -> None:
    finish(another(table, "touchpoints", "step-3"), "Chat")
    assert table.currentIndex() == at(table, "touchpoints", "step-4")
    (field,) = fields(table)  # as nothing stands there yet
    finish(field, "Letter")
    assert texts(desk, "touchpoints", "step-4") == ["Letter"]


def test_another_card_at_the_last_step_is_selected_on_the_map(desk: Desk, table: TableView) -> None:
    finish(another(table, "touchpoints", "step-4"), "Letter")
    finish(another(table, "touchpoints", "step-4"), "Chat")
    assert [desk.map.of(Card)[card].text for card in desk.selected] == ["Chat", "Letter"]


def test_the_next_text_after_another_card_is_that_of_the_card_there(desk: Desk, table: TableView) -> None:
    finish(another(table, "touchpoints", "step-1"), "", Qt.Key.Key_Escape)
    QTest.keyClick(table, Qt.Key.Key_F2)
    (field,) = fields(table)
    assert field.toPlainText() == "call"


@pytest.mark.parametrize("lane", ["steps", "feelings", "owners"])
def test_where_no_card_may_stand_none_is_begun_and_it_is_said(
    desk: Desk, table: TableView, lane: str
) -> None:
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda sentence, wrong: said.append((sentence, wrong)))
    table.setCurrentIndex(at(table, lane, "step-1"))
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not fields(table)
    assert [wrong for _sentence, wrong in said] == [True]


@pytest.mark.parametrize(
    ("lane", "name"), [("steps", "Title"), ("feelings", "Feeling"), ("touchpoints", "Text of the card")]
)
def test_a_field_is_heard_as_what_is_written_in_it(table: TableView, lane: str, name: str) -> None:
    table.setCurrentIndex(at(table, lane, "step-1"))
    QTest.keyClick(table, Qt.Key.Key_F2)
    (field,) = fields(table)
    assert field.accessibleName() == name
