"""A list of records of one sort with the fields of the one chosen below: the form of several side panels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.icons import icon
from app.panels.fields import LineField
from app.panels.pickers import new_record
from app.panels.scrolling import scrolled_column
from app.panels.sheet import Sheet
from app.sizes import GAP, RADIUS, SMALL_ICON, px
from canvas.paint import colour_of
from canvas.tips import plain_tip
from journey.model import Change, MapData
from resources.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ID = int(Qt.ItemDataRole.UserRole)
_MOST_LINES = 14
"""Lines of a list before it scrolls by itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; ``parent`` is the id of the line it stands under, ``aside`` stands at its right."""

    record: str
    words: str
    aside: str = ""
    glyph: str = ""
    colour: str = ""
    parent: str | None = None
    said: str = ""


class RecordTree(QTreeWidget):
    """Lines in two columns: what a record is called, and a number or word at the right.

    ``menu_asked`` asks for a menu for the lines selected, with a place on the screen.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[Line] | None = None
        self.setAccessibleName(name)
        self.setObjectName("records")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(px(14))
        self.setIconSize(QSize(px(SMALL_ICON), px(SMALL_ICON)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; what was chosen stays chosen if it is still there."""
        if lines == self._lines:
            return
        chosen, self._lines = self.chosen(), lines
        with QSignalBlocker(self):
            self.clear()
            items: dict[str, QTreeWidgetItem] = {}
            for line in lines:
                items[line.record] = self._item(line)
            for line in lines:
                above = items.get(line.parent or "")
                if above is not None:
                    above.addChild(items[line.record])
                else:
                    self.addTopLevelItem(items[line.record])
            self.expandAll()
            self.choose(chosen)
        self.setFixedHeight(self._high(len(lines)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if lines else Qt.FocusPolicy.NoFocus)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A line of the list, on a ground of its own where it is chosen, ringed while it has the keyboard."""
        if self.selectionModel().isSelected(index):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour_of(self._theme, "focus" if self.hasFocus() else "hairline"))
            painter.setBrush(colour_of(self._theme, "band"))
            row = QRectF(option.rect)
            row.setLeft(0.5)
            row.setRight(self.viewport().width() - 0.5)
            painter.drawRoundedRect(row.adjusted(0, 0.5, 0, -0.5), px(RADIUS), px(RADIUS))
        super().drawRow(painter, option, index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the line under the pointer, and those selected with it.

        With the menu key it is for the current line: where the pointer is says nothing then.
        """
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is None:
            return
        if not item.isSelected():
            self.choose([str(item.data(0, _ID))])
        place = self.visualItemRect(item).center() if by_key else event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def chosen(self) -> list[str]:
        """The records of the lines selected, the current one first."""
        current = self.currentItem()
        items = [item for item in self.selectedItems() if item is not current]
        if current is not None and current.isSelected():
            items.insert(0, current)
        return [str(item.data(0, _ID)) for item in items]

    def choose(self, records: Iterable[str]) -> None:
        """Select lines."""
        wanted, items = list(records), {str(item.data(0, _ID)): item for item in self.items()}
        if wanted and wanted[0] in items:
            self.setCurrentItem(items[wanted[0]])
        for record, item in items.items():
            item.setSelected(record in wanted)

    def items(self) -> list[QTreeWidgetItem]:
        """All lines, from the top."""
        found: list[QTreeWidgetItem] = []
        queue = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while queue:
            if (item := queue.pop(0)) is not None:
                found.append(item)
                queue = [item.child(at) for at in range(item.childCount())] + queue
        return found

    def _item(self, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem([line.words, line.aside])
        item.setData(0, _ID, line.record)
        item.setToolTip(0, plain_tip(line.said or line.words))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, line.said or line.words)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if line.glyph:
            item.setIcon(0, icon(line.glyph, self._theme, line.colour, px(SMALL_ICON)))
        return item

    def _high(self, lines: int) -> int:
        one = self.sizeHintForRow(0) if lines else px(28)
        return max(1, min(lines, _MOST_LINES)) * one + px(4)


class Directory(QWidget):
    """A side panel: a heading, the list, a field to add to it, and the sheet of the one chosen."""

    def __init__(self, desk: Desk, theme: Theme, title: str, add_words: str, sheet: Sheet) -> None:
        super().__init__()
        self.desk, self.sheet = desk, sheet
        self.tree = RecordTree(title, theme)
        self.tree.itemSelectionChanged.connect(self._show_sheet)
        self.entry = self.entry_of(add_words, theme)
        self.entry.setAccessibleName(add_words)
        self.entry.setProperty("adds", True)
        self.entry.finished.connect(self._add)
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        self._build(title)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        for signal in (desk.changed, desk.journey_changed):
            signal.connect(lambda *_told: self._soon.start())

    def lines(self, m: MapData) -> Sequence[Line]:
        """What is listed."""
        raise NotImplementedError

    def entry_of(self, words: str, _theme: Theme) -> LineField:
        """The field that adds one: its name is enough, unless something else is to be said."""
        return LineField(words)

    def added(self, m: MapData, name: Any) -> Change:
        """The edit that adds one by its name, or what else the entry says."""
        raise NotImplementedError

    def look(self) -> None:
        """Show the records as they are now, and the fields of the one chosen or of the only one there is.

        Nothing is done while nobody sees it.
        """
        self._soon.stop()
        if not self.isVisible():
            return
        lines = self.lines(self.desk.map)
        self.tree.show_lines(lines)
        if len(lines) == 1:
            self.tree.choose([lines[0].record])
        self._show_sheet()

    def finish(self) -> None:
        """Finish what is being written."""
        self.entry.finish()
        if self.sheet.isVisible():
            self.sheet.finish()

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.look()
        (self.tree if self.tree.topLevelItemCount() else self.entry).setFocus()

    def begin_adding(self) -> None:
        """Put the keyboard where a new one is named."""
        self.look()
        self.entry.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What happened meanwhile is shown now."""
        super().showEvent(event)
        self.look()

    def _show_sheet(self) -> None:
        chosen = self.tree.chosen()
        if len(chosen) == 1:
            self.sheet.show_records(chosen)
        self.sheet.setVisible(len(chosen) == 1)

    def _add(self, name: object) -> None:
        new: list[str] = []

        def edit() -> Change:
            change = self.added(self.desk.map, name)
            new.append(new_record(change).id)
            return change

        done = bool(name.strip() if isinstance(name, str) else name) and self.desk.attempt(edit)
        self.entry.put("")
        if done:
            self.look()
            self.tree.choose(new)

    def _build(self, title: str) -> None:
        _inner, column = scrolled_column(self, title)
        column.addWidget(self.tree)
        column.addWidget(self.entry)
        column.addLayout(self.above)
        column.addSpacing(px(GAP))
        column.addWidget(self.sheet)
        column.addLayout(self.below)
        column.addStretch(1)
