"""Editing a text in its place: a plain text field over the map, in the map's own letters and size."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from journey.model.fields import TEXT_LIMIT
from resources.words import _

_STAYING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class InlineEditor(QPlainTextEdit):
    """A text being edited; only the finished text leaves it.

    ``finished`` tells the text and the key that ended it: "" (elsewhere clicked), "enter" or "tab".
    ``left`` tells that Escape gave everything back.
    """

    finished = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget, text: str, font: QFont, colours: tuple[QColor, QColor]) -> None:
        super().__init__(parent)
        self._over, self._window = False, parent
        self.setObjectName("inline")
        self.setAccessibleName(_("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._colour(*colours)
        self.setFont(font)
        self.setPlainText(text)
        self.selectAll()
        self.textChanged.connect(self._grow)

    def stand(self, area: QRect, left: int, top: int) -> None:
        """Stand at a place of the window, the words so many pixels from its left and top."""
        self.setViewportMargins(left, top, 2, 0)
        self.setGeometry(area)
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

    def _colour(self, ground: QColor, ink: QColor) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, ground)
        palette.setColor(QPalette.ColorRole.Text, ink)
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def _grow(self) -> None:
        """Be as high as the text, at least as the place, and stay in the window."""
        lines = max(1, round(self.document().size().height()))
        needed = max(
            self.height(), lines * self.fontMetrics().lineSpacing() + self.viewportMargins().top() + 6
        )
        self.resize(self.width(), needed)
        over = self.y() + needed - self._window.height()
        if over > 0:
            self.move(self.x(), max(0, self.y() - over))

    def _end(self) -> None:
        self._over = True
        self.hide()
        self.deleteLater()
