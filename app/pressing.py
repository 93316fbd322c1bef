"""Enter presses the button that has the keyboard: Qt does so in dialogs only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton


class PressingWindow(QMainWindow):
    """A window in which Enter presses buttons; where nothing else took it, it comes here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard."""
        focused = self.focusWidget()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
        if entered and not event.isAutoRepeat() and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)
