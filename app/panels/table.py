"""The table view: the same map for the keyboard, for screen readers, and for who likes spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.desk import Desk
from app.panels.table_cells import CellText
from app.panels.table_headers import Corner, LaneHeader, StepHeader
from app.panels.table_model import MapTable
from app.panels.table_rows import RowHeights
from canvas.keyboard import begins_text
from journey import edits
from journey.edits import feeling_at
from journey.edits.records import in_turn
from journey.model import Change, LaneKind, MapData, Refused
from resources.theme import Theme
from resources.words import _, _n


class TableView(QTableView):
    """Rows are lanes, columns are steps; what is selected here is selected on the map, and the other way.

    ``menu_asked`` asks for the menu of what is selected, at a place on the screen.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._cells = MapTable(desk)
        self._following = False
        self._titles, self._names = StepHeader(self._cells, theme, self), LaneHeader(self._cells, theme, self)
        self._corner = Corner(self._cells, theme, self._titles)
        self.setHorizontalHeader(self._titles)
        self.setVerticalHeader(self._names)
        self.setModel(self._cells)
        self._writer = CellText(self._cells, theme, self._titles, self)
        self._writer.finished.connect(self._go_on)
        self.setItemDelegate(self._writer)
        self.setAccessibleName(_("The map as a table"))
        self.setAccessibleDescription(
            _(
                "Rows are lanes, columns are steps. Enter writes, then goes right; Tab goes down; "
                "Delete removes, Ctrl+Enter adds a card."
            )
        )
        self.setWordWrap(True)
        for scroll in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            scroll(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._heights = RowHeights(self._needed)
        self._titles.sectionResized.connect(self._fit_column)
        self._titles.title_chosen.connect(self._choose_title)
        self._titles.title_opened.connect(self._open_title)
        self._cells.modelReset.connect(self._after_reset)
        self._cells.dataChanged.connect(self._fit_row)
        self.doubleClicked.connect(self._say_why_not)
        desk.selection_changed.connect(self._follow)

    @property
    def cells(self) -> MapTable:
        """The model."""
        return self._cells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes, Ctrl+Enter adds a card, Delete removes what is selected."""
        entering = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        writing = entering or event.key() == Qt.Key.Key_F2 or begins_text(event.text())
        if writing and self._desk.document.locked:
            self._say_why_not()
        elif entering and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add()
        elif entering and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right mouse button and the menu key ask for the menu of the current cell."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_asked.emit(at)

    def add(self) -> None:
        """A field for another card in the current cell, made at the top when its text is finished."""
        index = self.currentIndex()
        if index.isValid() and self._cells.may_add(index):
            self._writer.another = True
            self.edit(index)
            self._writer.another = False

    def remove(self) -> None:
        """Take away the cards and feelings of the cells selected, as one step."""
        self._desk.attempt(self._removal)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a cell is: a step's title in the header, so that it is found, opened and heard there."""
        if not index.isValid() or index.row() != self._cells.titles:
            return super().visualRect(index)
        area = self._titles.title_area(index.column())
        return area.translated(0, -self._titles.height())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes a lane down and Shift+Tab one up, as on the map."""
        down = {
            QAbstractItemView.CursorAction.MoveNext: QAbstractItemView.CursorAction.MoveDown,
            QAbstractItemView.CursorAction.MovePrevious: QAbstractItemView.CursorAction.MoveUp,
        }
        return super().moveCursor(down.get(action, action), modifiers)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Select on the map what is selected here."""
        super().selectionChanged(selected, deselected)
        self._tell_map()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The header shows whether the keyboard is in a step's title."""
        super().currentChanged(current, previous)
        self._titles.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The header shows it too."""
        super().focusInEvent(event)
        self._titles.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The header shows it too."""
        super().focusOutEvent(event)
        self._titles.viewport().update()

    def updateGeometries(self) -> None:
        """The name of the steps' lane stays beside their titles."""
        super().updateGeometries()
        self._corner.place()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view; a step's title always is as far as rows go."""
        row = self.verticalScrollBar().value()
        super().scrollTo(index, hint)
        if index.row() == self._cells.titles:
            self.verticalScrollBar().setValue(row)

    def _go_on(self, columns: int, rows: int, fresh: bool) -> None:
        """After a new text to the next cell, and into it if it is empty; an edited one stays, but for Tab."""
        here = self.currentIndex()
        there = here.sibling(here.row() + rows, here.column() + columns)
        if not there.isValid() or not (rows or (fresh and here.data())):
            self._tell_map()
            return
        self.setCurrentIndex(there)
        if fresh and here.data() and not there.data() and there.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(there)

    def _choose_title(self, column: int) -> None:
        if self._cells.titles >= 0:
            self.setFocus()
            self.setCurrentIndex(self._cells.index(self._cells.titles, column))

    def _open_title(self, column: int) -> None:
        title = self._cells.index(self._cells.titles, column)
        if title.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(title)
        self._say_why_not()

    def _say_why_not(self) -> None:
        """Say why nothing can be written, if nothing can."""
        if why := self._desk.document.locked:
            self._desk.said.emit(why, True)

    def _tell_map(self) -> None:
        if not self._following and self.isVisible():
            self._following = True
            cards = [card.id for index in self.selectedIndexes() for card in self._cells.cards(index)]
            current = self.currentIndex()
            self._desk.editor.select(cards, self._cells.cell(current) if current.isValid() else None)
            self._following = False

    def showEvent(self, event: QShowEvent) -> None:
        """It begins where the map's cursor is."""
        super().showEvent(event)
        self._fit()
        self._follow()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._cells.index(0, 0))

    def _removal(self) -> Change:
        m, journey, persona = self._desk.map, self._desk.journey.id, self._desk.editor.persona
        cards = [card.id for index in self.selectedIndexes() for card in self._cells.cards(index)]
        steps = [
            self._cells.cell(index).step
            for index in self.selectedIndexes()
            if self._cells.lane(index.row()).kind is LaneKind.FEELINGS
        ]
        felt = [step for step in steps if feeling_at(m, journey, step, persona)]
        if not cards and not felt:
            raise Refused(_("There is nothing here to remove."))
        count = len(cards) + len(felt)
        label = _n("Remove {n} entry", "Remove {n} entries", count).format(n=count)
        turns: list[Callable[[MapData], Change]] = [
            partial(edits.clear_feeling, journey=journey, step=step, persona=persona) for step in felt
        ]
        if cards:
            turns.append(partial(edits.remove_cards, cards=cards))
        return in_turn(m, label, turns)

    def _follow(self) -> None:
        """Have the current cell where the map's cursor is."""
        cell = self._desk.editor.cell
        if self._following or not self.isVisible() or cell is None:
            return
        index = self._cells.place(cell)
        if index.isValid() and index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def _after_reset(self) -> None:
        self._fit()
        self._follow()

    def _needed(self, row: int, column: int) -> int:
        """The height that a cell needs at the width of its column, with the lines between cells."""
        lines = int(self.showGrid())
        wide = self.columnWidth(column) - lines
        return self._writer.needed(self._cells.index(row, column), wide, self.font()) + lines

    def _fit(self) -> None:
        """Rows as high as their texts; nothing is measured while nobody sees it."""
        if self.isVisible():
            self._heights.anew(self._cells.rowCount(), self._cells.columnCount())
            self._set_heights(range(self._cells.rowCount()))
            self._corner.follow()

    def _fit_column(self, column: int, _before: int, _now: int) -> None:
        """As the texts of a column that is wider or narrower now need more lines, or fewer."""
        if self.isVisible():
            rows = range(self._cells.rowCount())
            for row in rows:
                self._heights.again(row, [column])
            self._set_heights(rows)

    def _fit_row(self, first: QModelIndex, last: QModelIndex) -> None:
        """As the texts of these cells of a row are others."""
        if self.isVisible():
            self._heights.again(first.row(), range(first.column(), last.column() + 1))
            self._set_heights([first.row()])
            if not self._desk.selected:
                self._tell_map()  # what was written into an empty cell is there to be selected now

    def _set_heights(self, rows: Iterable[int]) -> None:
        """As high as their texts; the steps' titles stand in the header, above their row."""
        for row in rows:
            if row == self._cells.titles:
                self.setRowHeight(row, 0)
                self._corner.follow()
                self.updateGeometries()
            else:
                named = self._names.sectionSizeFromContents(row).height()
                self.setRowHeight(row, max(self._heights.of(row), named))
