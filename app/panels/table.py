"""The table view: the same map for the keyboard, for screen readers, and for who likes spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.desk import Desk
from app.panels.table_model import MapTable
from app.sizes import CELL_MARGIN, TABLE_COLUMN, px
from canvas.keyboard import begins_text
from journey import edits
from journey.edits import feeling_at
from journey.edits.records import in_turn
from journey.model import Change, LaneKind, MapData, Refused
from resources.theme import Theme
from resources.words import _, _n

_MEASURED = 30
"""Columns whose texts are measured."""


class CellText(QStyledItemDelegate):
    """Several lines in a cell: Enter finishes, Shift+Enter begins a line."""

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A field for text of several lines."""
        field = QPlainTextEdit(parent)
        field.setObjectName("inline")
        field.setTabChangesFocus(True)
        field.setAccessibleName(_("Text of the card"))
        return field

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the text needs at the width of its column."""
        text = str(index.data() or "")
        around = px(CELL_MARGIN)
        wide = (
            max(cast("Any", option).rect.width(), px(TABLE_COLUMN)) - 3 * around
        )  # Qt leaves a margin of its own beside text
        metrics: QFontMetrics = cast("Any", option).fontMetrics
        area = metrics.boundingRect(QRect(0, 0, wide, 10_000), int(Qt.TextFlag.TextWordWrap), text)
        return QSize(wide, max(area.height(), metrics.height()) + 2 * around)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with what stands there."""
        assert isinstance(editor, QPlainTextEdit)  # as made above
        editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write it into the map."""
        assert isinstance(editor, QPlainTextEdit)  # as made above
        model.setData(index, editor.toPlainText())

    def eventFilter(self, editor: object, event: object) -> bool:
        """Enter finishes, as in a field of one line."""
        if (
            isinstance(editor, QWidget)
            and isinstance(event, QKeyEvent)
            and event.type() is QKeyEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)  # type: ignore[arg-type]  # Qt passes what it made


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
        self.setModel(self._cells)
        self.setItemDelegate(CellText(self))
        self.setAccessibleName(_("The map as a table"))
        self.setAccessibleDescription(
            _("Rows are lanes, columns are steps. Enter writes, Delete removes, Ctrl+Enter adds a card.")
        )
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.horizontalHeader().setDefaultSectionSize(px(TABLE_COLUMN))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Rows are as high as the texts of so many columns need: on a wide map all would take long.
        self.verticalHeader().setResizeContentsPrecision(_MEASURED)
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
        """Another card in the current cell, at the top, its text to be written."""
        index = self.currentIndex()
        if not index.isValid():
            return
        cell = self._cells.cell(index)
        if self._desk.attempt(lambda: edits.add_card(self._desk.map, cell.lane, cell.step, place=0)):
            self.edit(self._cells.place(cell))

    def remove(self) -> None:
        """Take away the cards and feelings of the cells selected, as one step."""
        self._desk.attempt(self._removal)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Select on the map what is selected here."""
        super().selectionChanged(selected, deselected)
        self._tell_map()

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

    def _fit_row(self, first: QModelIndex) -> None:
        if self.isVisible():
            self.resizeRowToContents(first.row())
            if not self._desk.selected:
                self._tell_map()  # what was written into an empty cell is there to be selected now

    def _fit(self) -> None:
        """Rows as high as their texts; nothing is measured while nobody sees it."""
        if self.isVisible():
            self.resizeRowsToContents()
