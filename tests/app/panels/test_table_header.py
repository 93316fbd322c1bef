"""The header of the table: the steps’ titles by mouse and keyboard, and their lane’s name in the corner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.table import TableView
from app.panels.table_headers import Corner
from canvas.places import Cell
from journey.edits import rename_lane
from journey.model import Card, Step
from resources.theme import load_theme


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Iterator[TableView]:
    """The table of the small map, shown above a field that can have the keyboard instead."""
    window = QWidget()
    column = QVBoxLayout(window)
    view = TableView(desk, load_theme())
    column.addWidget(view)
    column.addWidget(QLineEdit())
    window.resize(900, 240)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    view.setFocus()
    yield view
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def titles(table: TableView) -> QWidget:
    return table.horizontalHeader().viewport()


def title(table: TableView, step: str) -> QModelIndex:
    return table.cells.place(Cell("steps", step))


def place(table: TableView, step: str) -> QPoint:
    """The middle of a step's title, in the header."""
    return table.visualRect(title(table, step)).center() + QPoint(0, table.horizontalHeader().height())


def fields(table: TableView) -> list[QPlainTextEdit]:
    QApplication.processEvents()
    return [one for one in table.findChildren(QPlainTextEdit) if one.isVisible()]


def test_a_click_on_a_title_chooses_its_cell_and_not_the_column(desk: Desk, table: TableView) -> None:
    QTest.mouseClick(titles(table), Qt.MouseButton.LeftButton, pos=place(table, "step-2"))
    assert table.selectedIndexes() == [title(table, "step-2")]
    assert desk.editor.cell == Cell("steps", "step-2")
    before = desk.map.of(Card)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert desk.map.of(Card) == before


def test_drawing_the_mouse_over_titles_chooses_no_column(table: TableView) -> None:
    QTest.mousePress(titles(table), Qt.MouseButton.LeftButton, pos=place(table, "step-2"))
    QTest.mouseMove(titles(table), place(table, "step-3"))
    QTest.mouseRelease(titles(table), Qt.MouseButton.LeftButton, pos=place(table, "step-3"))
    assert table.selectedIndexes() == [title(table, "step-2")]


def test_a_double_click_on_a_title_opens_it(desk: Desk, table: TableView) -> None:
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(titles(table), Qt.MouseButton.LeftButton, pos=place(table, "step-2"))
    (field,) = fields(table)
    assert table.horizontalHeader().isAncestorOf(field)
    QTest.keyClicks(field, "Waits")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.map.of(Step)["step-2"].title == "Waits"


def test_a_double_click_on_a_title_that_can_only_be_read_says_why(desk: Desk, table: TableView) -> None:
    said: list[str] = []
    desk.said.connect(lambda words, _wrong: said.append(words))
    desk.document.lock("It can only be read.")
    QTest.mouseDClick(titles(table), Qt.MouseButton.LeftButton, pos=place(table, "step-2"))
    assert not fields(table)
    assert said == ["It can only be read."]


def test_the_right_button_on_a_title_asks_for_the_menu_of_its_step(desk: Desk, table: TableView) -> None:
    asked: list[tuple[QPoint, Cell | None]] = []
    table.menu_asked.connect(lambda at: asked.append((at, desk.editor.cell)))
    spot = place(table, "step-3")
    where = titles(table).mapToGlobal(spot)
    QTest.mouseClick(titles(table), Qt.MouseButton.RightButton, pos=spot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, where)
    QApplication.sendEvent(titles(table), event)
    assert asked == [(where, Cell("steps", "step-3"))]


def test_a_click_on_a_title_leaves_the_rows_where_they_are(table: TableView) -> None:
    down = table.verticalScrollBar()
    down.setValue(down.maximum())
    assert down.value() > 0
    QTest.mouseClick(titles(table), Qt.MouseButton.LeftButton, pos=place(table, "step-2"))
    assert table.currentIndex() == title(table, "step-2")
    assert down.value() == down.maximum()


def test_the_name_of_the_steps_lane_has_room_in_the_corner(desk: Desk, table: TableView) -> None:
    corner = table.findChild(Corner)
    assert corner is not None
    usual = table.horizontalHeader().height()
    desk.attempt(lambda: rename_lane(desk.map, "steps", "What the customer does, and with whom"))
    QApplication.processEvents()
    assert corner.text() == "What the customer does, and with whom"
    assert table.horizontalHeader().height() > usual
    assert corner.height() >= corner.heightForWidth(corner.width())
    assert corner.geometry().bottom() <= table.horizontalHeader().geometry().bottom()


def test_the_ring_of_a_title_shows_only_while_the_table_has_the_keyboard(table: TableView) -> None:
    focus = load_theme().rgb("focus")

    def ringed() -> bool:
        QApplication.processEvents()
        image: QImage = titles(table).grab().toImage()
        area = table.visualRect(title(table, "step-2")).translated(0, table.horizontalHeader().height())
        edge = image.pixelColor(area.center().x(), area.top() + 1)
        return (edge.red(), edge.green(), edge.blue()) == focus

    table.setCurrentIndex(title(table, "step-2"))
    QApplication.processEvents()
    table.clearSelection()
    assert ringed()
    field = table.window().findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    assert not ringed()
    table.setFocus()
    assert ringed()
