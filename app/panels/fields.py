"""Fields to write in, in place: each says once when something is finished, and takes Escape back.

A field shows a value, or that several records have several (``MIXED``); it never edits anything itself.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.sizes import px
from resources.words import _


class Several(Enum):
    """What stands for a value where records differ."""

    MIXED = "mixed"


MIXED = Several.MIXED


def leaves_undo(event: QEvent, being_written: bool) -> bool:
    """Whether an undo or redo in a field is the map's: nothing is being written that it could take back."""
    return (
        not being_written
        and event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class LineField(QLineEdit):
    """One line of text; finished by Enter and by leaving it."""

    finished = Signal(object)

    def __init__(self, placeholder: str = "–") -> None:
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

    def event(self, event: QEvent) -> bool:
        """Undo is the map's, unless something is being written."""
        if leaves_undo(event, self.isModified()):
            event.ignore()
            return False
        return super().event(event)

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

    def __init__(self, placeholder: str = "–", *, title: bool = False) -> None:
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

    def event(self, event: QEvent) -> bool:
        """Undo is the map's, unless something is being written."""
        if leaves_undo(event, self.document().isModified()):
            event.ignore()
            return False
        return super().event(event)

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
            # Asking where it stands has it broken into lines, even where it is not in view yet.
            self.document().documentLayout().blockBoundingRect(block)
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines * self.fontMetrics().lineSpacing() + px(12)
