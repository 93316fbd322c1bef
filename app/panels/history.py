"""Every step of the file, newest first; one shows the map as it was, and can be gone back to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.days import moment
from app.desk import Desk
from app.panels.buttons import button
from app.panels.sheet import hint
from app.sizes import px
from journey.document import Entry
from journey.layout.days import spoken_moment
from journey.past import Turn, turns
from resources.words import _, _n

_STEP = Qt.ItemDataRole.UserRole
_AT_ONCE = 200
"""Steps that are listed before somebody asks for earlier ones, and as many each time."""
_PAD, _HIGHEST = 12, 10_000
"""Around the words of a step, and how high they may be."""


class _Lines(QStyledItemDelegate):
    """Gives a step as many lines as its words take: Qt forgets the room around them, and cuts the rest."""

    def __init__(self, steps: QListWidget) -> None:
        super().__init__(steps)
        self._steps = steps

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list and as high as all lines."""
        wide = self._steps.viewport().width()
        room = QRect(0, 0, wide - 2 * px(_PAD), _HIGHEST)
        words = str(index.data())
        high = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(wide, high + px(_PAD) + px(_PAD) // 2)


class HistoryPanel(QWidget):
    """The list of steps. ``looked`` at a step's number, ``restored`` to one, ``now``: back to the present."""

    looked = Signal(int)
    restored = Signal(int)
    now = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._steps = QListWidget()
        self._steps.setAccessibleName(_("Changes, newest first"))
        self._steps.setWordWrap(True)
        self._steps.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps.setItemDelegate(_Lines(self._steps))
        self._newest, self._oldest = desk.document.revision, desk.document.revision + 1
        self.earlier = button("", self._list_earlier)
        self._restore = button(_("Restore this"), self._restore_chosen)
        self._back = button(_("Back to now"), self._leave)
        about = hint(_("Choose a change to see the map as it was after it."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(8), 0)
        for widget in (about, self._steps, self.earlier, self._restore, self._back):
            column.addWidget(widget)
        self._list_earlier()
        self._list()
        self._steps.currentItemChanged.connect(lambda _now, _before: self._look())
        desk.changed.connect(self._list)

    @property
    def step(self) -> int:
        """The step that is looked at; the last one is the present."""
        item = self._steps.currentItem()
        return int(item.data(_STEP)) if item else self._desk.document.revision

    def choose(self, step: int) -> None:
        """Look at the map after a step; 0 is the beginning."""
        while step < self._oldest:
            self._list_earlier()
        self._steps.setCurrentRow(self._desk.document.revision - step)

    def _list(self) -> None:
        """Put the steps that are not listed yet on top, and stand at the last one."""
        self._steps.blockSignals(True)
        last = self._desk.document.revision
        for item in self._items(self._newest + 1, last):
            self._steps.insertItem(0, item)
        self._newest = last
        self._steps.setCurrentRow(0)
        self._steps.blockSignals(False)
        self._grey()

    def _list_earlier(self) -> None:
        """Put some earlier steps below: a list of a year's would take its time at every edit."""
        first = max(self._oldest - _AT_ONCE, 0)
        for item in reversed(self._items(first, self._oldest - 1)):
            self._steps.addItem(item)
        self._oldest = first
        more = min(first, _AT_ONCE)
        self.earlier.setText(_n("Show {n} earlier change", "Show {n} earlier changes", more).format(n=more))
        self.earlier.setVisible(more > 0)

    def _items(self, first: int, last: int) -> list[QListWidgetItem]:
        """The steps from one to another, as they are listed; step 0 is the beginning."""
        file = self._desk.file
        went = turns(file.history)
        named = {
            it.number: _line(it, went[it.number], file.device)
            for it in file.history[max(first - 1, 0) : last]
        }
        items = []
        for step in range(first, last + 1):
            items.append(QListWidgetItem(named.get(step, _("The beginning"))))
            items[-1].setData(_STEP, step)
        return items

    def _look(self) -> None:
        self._grey()
        if self.step == self._desk.document.revision:
            self.now.emit()
        else:
            self.looked.emit(self.step)

    def _grey(self) -> None:
        past = self.step != self._desk.document.revision
        self._restore.setEnabled(past and not self._desk.document.locked)
        self._back.setEnabled(past)

    def _restore_chosen(self) -> None:
        self.restored.emit(self.step)

    def _leave(self) -> None:
        self._steps.setCurrentRow(0)


def _line(entry: Entry, turn: Turn, here: str) -> str:
    """A step in words, with its moment and who made it below; on which device, if not on the one ``here``."""
    said = {
        Turn.EDIT: entry.label,
        Turn.UNDO: _("Undone: {step}").format(step=entry.label),
        Turn.REDO: _("Redone: {step}").format(step=entry.label),
    }[turn]
    below = " · ".join(part for part in (spoken_moment(moment(entry.at)), _by(entry, here)) if part)
    return f"{said}\n{below}" if below else said


def _by(entry: Entry, here: str) -> str:
    if not entry.who or entry.device in ("", here):
        return entry.who
    return _("{name} on {device}").format(name=entry.who, device=entry.device)
