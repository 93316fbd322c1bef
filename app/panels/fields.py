"""Fields to write and choose in, in place: each says once when something is finished, and takes Escape back.

A field shows a value, or that several records have several (``MIXED``); it never edits anything itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.sizes import px
from resources.words import _


class Several(Enum):
    """What stands for a value where records differ."""

    MIXED = "mixed"


MIXED = Several.MIXED


class LineField(QLineEdit):
    """One line of text; finished by Enter and by leaving it."""

    finished = Signal(object)

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self._shown, self._placeholder = "", placeholder
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self.finish)

    def show_value(self, value: object) -> None:
        """Show a value, unless something else is being written."""
        self.setPlaceholderText(_("several") if value is MIXED else self._placeholder)
        self._shown = "" if value is MIXED or value is None else self.spelt(value)
        if not (self.hasFocus() and self.isModified()):
            self.put(self._shown)

    def put(self, text: str) -> None:
        """Have a text in the field that nobody wrote."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)

    def finish(self) -> None:
        """Say what was written, if anything was."""
        if self.isModified() and self.text() != self._shown:
            self.setModified(False)
            self._say(self.text())

    def spelt(self, value: object) -> str:
        """A value as text."""
        return str(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives back what stood there, and goes on to whoever holds the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.put(self._shown)
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        self.finished.emit(text)


class NumberField(LineField):
    """A number, or nothing; a comma serves as a point. What is no number stays, in red."""

    def __init__(self, placeholder: str = "–", whole: bool = False) -> None:
        super().__init__(placeholder)
        self._whole = whole

    def spelt(self, value: object) -> str:
        """A number with no more decimals than it has."""
        return f"{value:.12g}" if isinstance(value, float) else str(value)

    def put(self, text: str) -> None:
        """Have a number in the field that nobody wrote."""
        super().put(text)
        self._mark(wrong=False)

    def _say(self, text: str) -> None:
        try:
            number = self._number(text)
        except ValueError:
            self._mark(wrong=True)
            self.setModified(True)
            return
        self._mark(wrong=False)
        self.finished.emit(number)

    def _number(self, text: str) -> float | int | None:
        bare = text.replace("−", "-").replace(",", ".").replace("%", "").replace(" ", "").strip()
        if not bare:
            return None
        return int(bare) if self._whole or bare.lstrip("+-").isdecimal() else float(bare)

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.setToolTip(_("This is no number") if wrong else "")
            self.style().polish(self)


class TextField(QPlainTextEdit):
    """Several lines, as high as what is written; finished by Ctrl+Enter and by leaving it.

    ``title``: large, and Enter finishes it (Shift+Enter begins a line).
    """

    finished = Signal(object)

    def __init__(self, placeholder: str = "", *, title: bool = False) -> None:
        super().__init__()
        self._shown, self._placeholder, self._title = "", placeholder, title
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(0 if title else px(2))
        if title:
            self.setObjectName("title")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)

    def show_value(self, value: object) -> None:
        """Show a value, unless something else is being written."""
        self.setPlaceholderText(_("several") if value is MIXED else self._placeholder)
        self._shown = "" if value is MIXED or value is None else str(value)
        if not (self.hasFocus() and self.document().isModified()):
            self._put(self._shown)

    def finish(self) -> None:
        """Say what was written, if anything was."""
        if self.document().isModified() and self.toPlainText() != self._shown:
            self.document().setModified(False)
            self.finished.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives back what stood there, and goes on to whoever holds the field."""
        held = event.modifiers()
        if event.key() == Qt.Key.Key_Escape:
            self._put(self._shown)
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            held & Qt.KeyboardModifier.ControlModifier
            or (self._title and not held & Qt.KeyboardModifier.ShiftModifier)
        ):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it finishes it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines need another height."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(px(120), self._high())

    def _put(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)

    def _grow(self) -> None:
        self.setFixedHeight(self._high())

    def _high(self) -> int:
        lines, block = 0, self.document().firstBlock()
        while block.isValid():
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines * self.fontMetrics().lineSpacing() + px(12)


class CheckField(QCheckBox):
    """Yes, no, or several of both."""

    finished = Signal(object)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.clicked.connect(self._say)

    def show_value(self, value: object) -> None:
        """Show whether it is so."""
        self.setTristate(value is MIXED)
        if value is MIXED:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setChecked(bool(value))

    def finish(self) -> None:
        """A click is finished as it is made."""

    def _say(self) -> None:
        self.setTristate(False)
        self.finished.emit(self.checkState() is not Qt.CheckState.Unchecked)


class ChoiceField(QWidget):
    """A few words next to one another, one of them chosen; arrows choose too. It wraps where it is narrow."""

    finished = Signal(object)

    def __init__(self, offered: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._values = [value for value, _words in offered]
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(3))
        self._columns = 0
        for number, (_value, words) in enumerate(offered):
            button = QPushButton(words)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAccessibleName(words)
            self._group.addButton(button, number)
        self._arrange(len(offered))
        self._group.idClicked.connect(lambda number: self.finished.emit(self._values[number]))

    def setAccessibleName(self, name: str) -> None:
        """Name the choice, and each of its words with it."""
        super().setAccessibleName(name)
        for button in self._group.buttons():
            said = _("{field}: {choice}").format(field=name, choice=button.text())
            button.setAccessibleName(said)

    def show_value(self, value: object) -> None:
        """Show what is chosen; nothing is where records differ."""
        chosen = self._values.index(value) if value in self._values else None
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(number == chosen)
        self._group.setExclusive(True)

    def finish(self) -> None:
        """A choice is finished as it is made."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many lines as it takes."""
        super().resizeEvent(event)
        buttons = self._group.buttons()
        hints = [button.sizeHint().width() + px(3) for button in buttons]
        columns = len(buttons)
        while columns > 1 and not self._fits(hints, columns):
            columns = (columns + 1) // 2
        self._arrange(columns)

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as its longest word."""
        widest = max(button.minimumSizeHint().width() for button in self._group.buttons())
        return QSize(widest, super().minimumSizeHint().height())

    def _fits(self, hints: list[int], columns: int) -> bool:
        lines = [hints[at : at + columns] for at in range(0, len(hints), columns)]
        return all(sum(line) <= self.width() + px(3) for line in lines)

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for number, button in enumerate(self._group.buttons()):
                self._grid.addWidget(button, number // columns, number % columns)
