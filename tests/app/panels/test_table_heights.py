"""The rows of the table: as high as all their cells need, at whatever width, and painted within."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.table import TableView
from canvas.places import Cell
from journey.edits import add_card, add_lane, move_card, set_text
from journey.model import Lane, LaneKind
from resources.theme import load_theme
from storage import JourneyFile
from tests.app.panels.conftest import dress_as_usual
from tests.builders import LANES, a_card, a_map

LONG = "Somebody waits for an answer that nobody has thought of giving. " * 4
Shown = Callable[[Desk], TableView]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Shows the table of a desk."""
    made: list[TableView] = []

    def show(desk: Desk) -> TableView:
        view = TableView(desk, load_theme())
        made.append(view)
        view.resize(900, 600)
        view.show()
        qtbot.waitExposed(view)
        return view

    yield show
    for view in made:
        view.close()
        view.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def wide(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a map of sixty steps, and a card at the first and at the last."""
    cards = (a_card("first", "touchpoints", "step-1"), a_card("last", "touchpoints", "step-60"))
    file = JourneyFile.create(tmp_path / "wide.journey", tuple(a_map(6, 10, LANES, cards).records()))
    dress_as_usual(qapp)
    made = Desk(file, load_theme())
    yield made
    made.leave().close()


def high(table: TableView, lane: str) -> int:
    return table.rowHeight(table.cells.place(Cell(lane, "step-1")).row())


def test_a_long_card_far_to_the_right_makes_its_row_as_high_as_it_needs(wide: Desk, shown: Shown) -> None:
    table = shown(wide)
    before = high(table, "touchpoints")
    wide.attempt(lambda: set_text(wide.map, "last", LONG))
    after = high(table, "touchpoints")
    assert after > before + 5 * table.fontMetrics().lineSpacing()
    assert high(shown(wide), "touchpoints") == after  # in a table that is made anew, too


def test_a_card_is_painted_within_its_cell(wide: Desk, shown: Shown) -> None:
    table = shown(wide)
    index = table.cells.place(Cell("questions", "step-1"))

    def below() -> QImage:
        table.setRowHeight(index.row(), 30)  # as low as a row may be until it is measured
        QApplication.processEvents()
        cell = table.visualRect(index)
        return table.viewport().grab().toImage().copy(cell.translated(0, cell.height() + 2))

    empty = below()
    wide.attempt(lambda: add_card(wide.map, "questions", "step-1", LONG))
    assert below() == empty


def test_a_narrower_column_makes_its_rows_higher_and_a_wider_one_lower(wide: Desk, shown: Shown) -> None:
    wide.attempt(lambda: set_text(wide.map, "last", LONG))
    table = shown(wide)
    usual = high(table, "touchpoints")
    table.setColumnWidth(59, table.columnWidth(59) // 2)
    narrow = high(table, "touchpoints")
    assert narrow > usual + 5 * table.fontMetrics().lineSpacing()
    table.setColumnWidth(59, 4 * table.columnWidth(59))
    assert high(table, "touchpoints") < usual


def test_a_card_with_a_measure_that_moves_takes_it_along_in_the_row_of_measures(
    desk: Desk, shown: Shown
) -> None:
    desk.attempt(lambda: add_lane(desk.map, "journey", LaneKind.MEASURES))
    lane = next(lane.id for lane in desk.map.of(Lane) if lane.kind is LaneKind.MEASURES)
    table = shown(desk)
    row = table.cells.place(Cell(lane, "step-1")).row()
    told: list[range] = []
    table.cells.dataChanged.connect(
        lambda first, last: (
            told.append(range(first.column(), last.column() + 1)) if first.row() == row else None
        )
    )
    desk.attempt(lambda: move_card(desk.map, "call", "touchpoints", "step-3", 0))
    assert told == [range(3)]
    assert "NPS" in table.cells.index(row, 2).data()
