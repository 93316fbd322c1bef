"""What keeps the fields of a window from being written in while its map can only be read, and says why."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.desk import Desk
from app.panels.fields import LineField, TextField
from app.panels.title_field import TitleField


class ReadingOnly(QObject):
    """Looks at each field of a window when the keyboard comes to it: what would be written would be lost."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._look)

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, LineField | TextField | TitleField) or not self._window.isAncestorOf(now):
            return
        if why := self._desk.document.locked:
            now.setReadOnly(True)
            self._desk.said.emit(why, True)
