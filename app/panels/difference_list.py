"""What differs between two states of a map, in words, to be pointed at and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.difference_words import fate_words, tally_words
from app.panels.layouts import wrap
from app.panels.plain import PlainLabel
from journey.comparing import Difference, Fate, difference_words, of_fate
from resources.theme import Theme
from resources.words import _

_PLACE = Qt.ItemDataRole.UserRole
_SIGNS = {Fate.ADDED: "+", Fate.CHANGED: "≠", Fate.REMOVED: "−"}


class DifferenceList(QWidget):
    """Grouped by what became of things. ``pointed`` at one, ``taken_back``: some of them."""

    pointed = Signal(object)
    taken_back = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._differences: tuple[Difference, ...] = ()
        self._tally = PlainLabel()
        self._tally.setObjectName("hint")
        self.items = QListWidget()
        self.items.setAccessibleName(_("What differs"))
        wrap(self.items)
        self.items.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._button = QPushButton(_("Take back what is chosen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._tally, self.items, self._button):
            column.addWidget(widget)
        self.items.currentItemChanged.connect(lambda _now, _before: self._point())
        self.items.itemSelectionChanged.connect(self._grey)
        self._button.clicked.connect(self._take_back)

    @property
    def chosen(self) -> list[Difference]:
        """The differences that are selected."""
        return [self._differences[item.data(_PLACE)] for item in self.items.selectedItems()]

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """List what differs; nothing is chosen."""
        self._differences = tuple(differences)
        self.items.blockSignals(True)
        self.items.clear()
        for fate in Fate:
            if found := of_fate(self._differences, fate):
                self._add_heading(fate)
                for one in found:
                    self._add(one)
        self.items.blockSignals(False)
        self._tally.setText(tally_words(self._differences))
        self._grey()

    def _add_heading(self, fate: Fate) -> None:
        item = QListWidgetItem(f"{_SIGNS[fate]}  {fate_words(fate)}")
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(*self._theme.rgb(f"compare.{fate}")))
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.items.addItem(item)

    def _add(self, difference: Difference) -> None:
        item = QListWidgetItem("\n".join((difference.words, *map(difference_words, difference.details))))
        item.setData(_PLACE, self._differences.index(difference))
        self.items.addItem(item)

    def _point(self) -> None:
        item = self.items.currentItem()
        if item is not None and item.data(_PLACE) is not None:
            self.pointed.emit(self._differences[item.data(_PLACE)])

    def _take_back(self) -> None:
        self.taken_back.emit(self.chosen)
        # Now nothing is chosen, the button is grey, and Qt has put the keyboard anywhere in the window.
        self.items.setFocus()

    def _grey(self) -> None:
        self._button.setEnabled(bool(self.items.selectedItems()))
