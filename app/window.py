"""The window: the map in the middle, small panels around it, the actions on menus, keys and buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from app.actions import Deed, edit_deeds, view_deeds
from app.desk import Desk
from app.panels.findings_bar import BottomBar
from app.panels.palette import Palette
from app.panels.topbar import TopBar
from resources.theme import Theme
from resources.words import _


class Window(QMainWindow):
    """One file on the screen."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.actions_by_name: dict[str, QAction] = {}
        self._deeds: dict[str, Deed] = {}
        self._menus: dict[str, QMenu] = {}
        for deed in (*edit_deeds(desk), *view_deeds(desk)):
            self._add(deed)
        named = self.actions_by_name
        self._bottom = BottomBar(desk)
        top = TopBar(desk, [named["undo"], named["redo"]], named["whole"])
        self.setCentralWidget(_arranged(top, Palette(desk, theme), desk.editor, self._bottom))
        self.setWindowTitle(_("{file} – Reisekart").format(file=desk.path.stem))
        self.resize(1440, 900)
        desk.changed.connect(lambda _change: self._refresh())
        desk.selection_changed.connect(self._refresh)
        desk.editor.menu_asked.connect(self._menu)
        self._refresh()
        # What needs the graph library waits until the window has been painted.
        QTimer.singleShot(0, self._bottom.look)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing never asks: everything is saved."""
        self.desk.close()
        event.accept()

    def _add(self, deed: Deed) -> None:
        action = QAction(deed.words, self)
        action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(deed.does)
        self.actions_by_name[deed.name] = action
        self._deeds[deed.name] = deed
        if deed.menu not in self._menus:
            self._menus[deed.menu] = self.menuBar().addMenu(deed.menu)
        self._menus[deed.menu].addAction(action)

    def _refresh(self) -> None:
        for name, deed in self._deeds.items():
            self.actions_by_name[name].setEnabled(deed.can())

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.actions_by_name[name] for name in ("undo", "duplicate", "star", "remove")])
        menu.popup(at)


def _arranged(top: QWidget, left: QWidget, middle: QWidget, bottom: QWidget) -> QWidget:
    body = QWidget()
    body.setObjectName("body")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(left)
    row.addWidget(middle, 1)
    column.addWidget(top)
    column.addLayout(row, 1)
    column.addWidget(bottom)
    return body
