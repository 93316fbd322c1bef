"""A title edited in its place: Enter or a click elsewhere finishes, Escape gives back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TitleField(QLineEdit):
    """Tells ``finished`` with the text once, or ``left`` when Escape gave everything back."""

    finished = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, text: str, name: str) -> None:
        super().__init__(text, parent)
        self._over = False
        self.setAccessibleName(name)
        self.selectAll()
        self.returnPressed.connect(self.finish)

    def finish(self) -> None:
        """End editing with the text as it is."""
        if not self._over:
            self._over = True
            self.finished.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape and not self._over:
            self._over = True
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere finishes."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()
