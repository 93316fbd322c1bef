"""Editing a text in its place: a plain text field over the map, in the map's own letters and size."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from canvas.paint import colour_of
from journey.model.fields import TEXT_LIMIT
from resources.theme import Theme
from resources.words import _

_STAYING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class InlineEditor(QPlainTextEdit):
    """A text being edited; only the finished text leaves it.

    ``finished`` tells the text and the key that ended it: "" (elsewhere clicked), "enter" or "tab".
    ``left`` tells that Escape gave everything back.
    """

    finished = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget, area: QRect, text: str, font: QFont, theme: Theme) -> None:
        super().__init__(parent)
        self._over, self._window = False, parent
        self.setObjectName("inline")
        self.setAccessibleName(_("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self._colour(theme)
        self.setFont(font)
        self.setPlainText(text)
        self.selectAll()
        self.setGeometry(area)
        self.textChanged.connect(self._grow)
        self._grow()

    def finish(self, key: str = "") -> None:
        """End with the text as it is."""
        if not self._over:
            text = self.toPlainText()
            self._end()
            self.finished.emit(text, key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab finish; Shift+Enter is a new line; Escape gives back."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.finish("enter")
        elif event.key() == Qt.Key.Key_Tab:
            self.finish("tab")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere finishes; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.finish()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, as much as a card can hold."""
        room = TEXT_LIMIT - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(room, 0)])

    def _colour(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, colour_of(theme, "surface"))
        palette.setColor(QPalette.ColorRole.Text, colour_of(theme, "ink"))
        palette.setColor(QPalette.ColorRole.Highlight, colour_of(theme, "focus"))
        palette.setColor(QPalette.ColorRole.HighlightedText, colour_of(theme, "on_focus"))
        self.setPalette(palette)

    def _grow(self) -> None:
        """Be as high as the text, at least as the place, and stay in the window."""
        lines = max(1, round(self.document().size().height()))
        needed = max(self.height(), lines * self.fontMetrics().lineSpacing() + 8)
        self.resize(self.width(), needed)
        over = self.y() + needed - self._window.height()
        if over > 0:
            self.move(self.x(), max(0, self.y() - over))

    def _end(self) -> None:
        self._over = True
        self.hide()
        self.deleteLater()
