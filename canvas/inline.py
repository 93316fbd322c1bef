"""Editing a text in its place: a plain text field over the map, in the map's own letters and size."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget


class InlineEditor(QPlainTextEdit):
    """A text being edited; only the finished text leaves it.

    ``finished`` tells the text and the key that ended it: "" (elsewhere clicked), "enter" or "tab".
    ``left`` tells that Escape gave everything back.
    """

    finished = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget, area: QRect, text: str, font: QFont) -> None:
        super().__init__(parent)
        self._over = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.setFont(font)
        self.setPlainText(text)
        self.selectAll()
        self.setGeometry(area)
        self.textChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        """Be as high as the text, at least as the place."""
        lines = max(1, round(self.document().size().height()))
        needed = lines * self.fontMetrics().lineSpacing() + 8
        self.resize(self.width(), max(self.height(), needed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab finish; Shift+Enter is a new line; Escape gives back."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self._finish("enter")
        elif event.key() == Qt.Key.Key_Tab:
            self._finish("tab")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere finishes; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._finish("")

    def _finish(self, key: str) -> None:
        if not self._over:
            text = self.toPlainText()
            self._end()
            self.finished.emit(text, key)

    def _end(self) -> None:
        self._over = True
        self.hide()
        self.deleteLater()
