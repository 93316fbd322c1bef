"""A place at the right for what is wanted now and then: export, history, settings, keys. Never modal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.panels.buttons import close_button
from app.panels.plain import PlainLabel
from app.sizes import DRAWER_NARROW, DRAWER_WIDTH, beside, px
from resources.theme import Theme


class Drawer(QFrame):
    """Holds one panel at a time under its title; ``coming`` before it opens, ``closed`` when it is away,
    ``left`` when the keyboard was in it then.
    """

    coming = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self.setFixedWidth(px(DRAWER_WIDTH))
        self._title = PlainLabel()
        self._title.setObjectName("title")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        self._close = close_button(theme, self.put_away)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(8), px(14))
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.hide()

    def show_panel(self, title: str, panel: QWidget) -> None:
        """Show a panel; the one that was there goes."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._area.setWidget(panel)
        self.coming.emit()
        self.show()
        fields = [one for one in panel.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        (fields[0] if fields else self._close).setFocus()
        self._area.verticalScrollBar().setValue(0)

    def fit(self, window: int) -> None:
        """Be as wide as a window of so many pixels has room for."""
        self.setFixedWidth(beside(window, DRAWER_WIDTH, DRAWER_NARROW))

    @property
    def panel(self) -> QWidget | None:
        """What is in it, None while it is away."""
        return None if self.isHidden() else self._area.widget()

    def put_away(self) -> None:
        """Close it."""
        focused = QApplication.focusWidget()
        within = focused is not None and self.isAncestorOf(focused)
        if (panel := self._area.takeWidget()) is not None:
            panel.deleteLater()
        self.hide()
        self.closed.emit()
        if within:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
