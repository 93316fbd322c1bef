"""A field to choose one of many in by typing part of its name, or to name a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QStyledItemDelegate

from app.icons import icon
from app.panels.fields import LineField
from app.sizes import OFFERS_WIDTH, SMALL_ICON, px
from resources.theme import Theme
from resources.words import _

_VALUE = int(Qt.ItemDataRole.UserRole)
_MOST = 200
"""Rows that are offered: who seeks among more types another letter."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen: its value, what it is called, and a colour to tell it by."""

    value: str
    words: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was chosen is not among those offered: its name, as written, and of several kinds its own."""

    name: str
    kind: str = ""


class Picker(LineField):
    """Offers while one types; ``finished`` says the value chosen, or a ``Fresh`` name where that is allowed.

    ``fresh`` holds the words for a new one ("New owner “{name}”"). ``free``: any text is a value of its own,
    as for channels. ``none`` names the choice of nothing, whose value is the empty text. ``spelt`` says
    what a value is called, where looking through all offers for it would take long. ``kinds``: what a new one
    of a name may be, offered one by one; ``kind_asked`` when Enter leaves open which.
    """

    kind_asked = Signal()

    def __init__(
        self,
        offers: Callable[[], Sequence[Offer]],
        theme: Theme,
        *,
        placeholder: str = "",
        fresh: str = "",
        free: bool = False,
        none: str = "",
        spelt: Callable[[object], str] | None = None,
        kinds: Callable[[str], Sequence[Offer]] | None = None,
    ) -> None:
        super().__init__(placeholder)
        self._kinds = kinds
        self._offers, self._theme = offers, theme
        self._fresh, self._free, self._none, self._spelt = fresh, free, none, spelt
        self._model = QStandardItemModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(12)
        self._popup: QAbstractItemView = cast("QAbstractItemView", self._list.popup())
        # The completer's own delegate knows nothing of the style sheet.
        self._popup.setItemDelegate(QStyledItemDelegate(self._popup))
        self._popup.setObjectName("offers")
        self._popup.setMinimumWidth(px(OFFERS_WIDTH))
        self._list.setWidget(self)
        cast("Any", self._list.activated)[QModelIndex].connect(self._chosen)
        self.textEdited.connect(self._offer)
        self._add_arrow()

    def spelt(self, value: object) -> str:
        """What the value is called."""
        if self._spelt is not None:
            return self._spelt(value)
        if self._free:
            return str(value)
        return next((one.words for one in self._offers() if one.value == value), "")

    def finish(self) -> None:
        """Take what is written if it is offered or may be new; else give back what stood there."""
        if self.isModified():
            self._take(self.text(), entered=False)

    def rows(self) -> list[QModelIndex]:
        """What is offered at the moment."""
        return [self._model.index(row, 0) for row in range(self._model.rowCount())]

    def take(self, row: QModelIndex) -> None:
        """Choose one of what is offered."""
        self._popup.hide()
        self.setModified(False)
        self._after_choice(row.data(_VALUE))

    def open(self) -> None:
        """Offer everything."""
        self._offer("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down offers everything, Enter takes the offer that the arrows went to, else what is written."""
        if event.key() == Qt.Key.Key_Down:
            self.open()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            marked = self._popup.selectedIndexes() if self._popup.isVisible() else []
            if marked:
                self.take(marked[0])
            elif self.isModified():
                self._popup.hide()
                self._take(self.text(), entered=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click offers everything."""
        super().mousePressEvent(event)
        self.selectAll()
        self.open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list of offers is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _take(self, text: str, *, entered: bool) -> None:
        bare = text.strip()
        if entered and self._kinds and bare and not self._is_offered(bare):
            self._ask_kind()
            return
        same = next((one for one in self._offers() if one.words.casefold() == bare.casefold()), None)
        self.setModified(False)
        if same is not None:
            self._emit(same.value)
        elif (not bare and self._none) or (self._free and not self._fresh):
            self._emit(bare)
        elif bare and self._fresh and entered:
            self.finished.emit(Fresh(bare))
        else:
            self.put(self._shown)

    def _emit(self, value: str) -> None:
        words = self.spelt(value) if value else ""
        if words != self._shown or not words:
            self.finished.emit(value)
        else:
            self.put(self._shown)

    def _chosen(self, index: QModelIndex) -> None:
        value = index.data(_VALUE)
        self.setModified(False)
        # The completer writes the row's words into the field after this; what was edited shows afterwards.
        QTimer.singleShot(0, self, lambda: self._after_choice(value))

    def _after_choice(self, value: object) -> None:
        self.put(self._shown)
        if isinstance(value, Fresh):
            self.finished.emit(value)
        else:
            self._emit(str(value))

    def _offer(self, written: str) -> None:
        self._model.clear()
        sought = written.strip().casefold()
        found = (one for one in self._offers() if sought in one.words.casefold())
        for one in islice(found, _MOST):
            self._model.appendRow(self._row(one))
        self._offer_more(written.strip(), sought)
        if self._model.rowCount():
            self._list.complete(self.rect().adjusted(0, 0, 0, px(2)))
        else:
            self._popup.hide()

    def _ask_kind(self) -> None:
        """Put the keyboard on the first kind that a new one may be of."""
        self._offer(self.text())
        first = next(row for row in self.rows() if isinstance(row.data(_VALUE), Fresh))
        self._popup.setCurrentIndex(first)
        self.kind_asked.emit()

    def _is_offered(self, words: str) -> bool:
        return any(one.words.casefold() == words.casefold() for one in self._offers())

    def _offer_more(self, written: str, sought: str) -> None:
        if self._fresh and written and not self._is_offered(sought):
            for one in self._kinds(written) if self._kinds else [Offer("", "")]:
                row = QStandardItem(self._fresh.format(name=written, kind=one.words))
                row.setData(Fresh(written, one.value), _VALUE)
                self._model.appendRow(row)
        if self._none and not written:
            row = QStandardItem(self._none)
            row.setData("", _VALUE)
            self._model.appendRow(row)

    def _row(self, one: Offer) -> QStandardItem:
        row = QStandardItem(one.words)
        row.setData(one.value, _VALUE)
        if one.colour:
            row.setIcon(self._dot(one.colour))
        return row

    def _dot(self, colour: str) -> QIcon:
        return icon("step", self._theme, colour, px(SMALL_ICON))

    def _add_arrow(self) -> None:
        arrow = QAction(icon("down", self._theme, "muted", px(SMALL_ICON)), _("Show all"), self)
        arrow.triggered.connect(self.open)
        self.addAction(arrow, LineField.ActionPosition.TrailingPosition)
