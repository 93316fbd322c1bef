"""The panels at the right, and the narrow strip of buttons that brings each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.desk import Desk
from app.icons import icon
from app.panels.directory import Directory
from app.panels.drawer import Drawer
from app.panels.fields import LineField, TextField
from app.panels.inspector import Inspector
from app.panels.merging_directory import MergingDirectory
from app.panels.overviews import Findings, Measures
from app.panels.owners import Owners
from app.panels.personas import Personas
from app.panels.sources import Sources
from app.panels.wall_notes import WallNotes
from app.sizes import INSPECTOR_NARROW, INSPECTOR_WIDTH, STRIP_WIDTH, beside, px
from resources.theme import Theme
from resources.words import _


class Panel(Protocol):
    """What every side panel can do."""

    def begin(self) -> None:
        """Put the keyboard into it."""

    def finish(self) -> None:
        """Finish what is being written."""


class SidePanels(QWidget):
    """One panel at a time, made when first wanted; its button puts it away. ``coming`` before one begins.

    The ``first`` is shown at once; none where there is none of that name.
    """

    coming = Signal()

    def __init__(self, desk: Desk, theme: Theme, first: str = "inspector") -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._panels: dict[str, QWidget] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._stack = QStackedWidget()
        self._stack.setObjectName("sidepanel")
        self._stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.setFixedWidth(px(INSPECTOR_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack)
        row.addWidget(self._strip())
        if first in _panels():
            self.open(first)
        else:
            self.put_away()

    def fit(self, window: int) -> None:
        """Be as wide as a window of so many pixels has room for."""
        self._stack.setFixedWidth(beside(window, INSPECTOR_WIDTH, INSPECTOR_NARROW))

    @property
    def shown(self) -> str:
        """The name of the panel that is shown, empty while none is."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def open(self, name: str) -> None:
        """Show a panel: inspector, personas, owners, measures, evidence, findings or wall."""
        self.finish()
        if name not in self._panels:
            self._panels[name] = _panels()[name][2](self._desk, self._theme)
            self._stack.addWidget(self._panels[name])
        self._stack.setCurrentWidget(self._panels[name])
        self._stack.show()
        self._mark(name)

    def put_away(self) -> None:
        """Leave only the strip."""
        self.finish()
        self._stack.hide()
        self._mark("")
        self._leave()

    def begin(self, name: str) -> None:
        """Show a panel and put the keyboard into it; what stands in the panels' place goes."""
        self.coming.emit()
        self.show()
        self.open(name)
        cast("Panel", self._panels[name]).begin()

    def begin_adding(self, name: str) -> None:
        """Show a list of records and put the keyboard where a new one is named."""
        self.begin(name)
        panel = self._panels[name]
        if isinstance(panel, Directory):
            panel.begin_adding()

    def begin_merging(self, name: str, record: str) -> None:
        """Show a list of records, and ask with which other one of them shall be made one."""
        self.begin(name)
        panel = self._panels[name]
        if isinstance(panel, MergingDirectory):
            panel.choose_and_ask(record)

    def finish(self) -> None:
        """Finish what is being written, in the palette too."""
        focused = QApplication.focusWidget()
        if isinstance(focused, LineField | TextField):
            focused.finish()
        if (panel := self._panels.get(self.shown)) is not None:
            cast("Panel", panel).finish()

    def make_room_for(self, drawer: Drawer) -> None:
        """Be away while the drawer is open: go before it comes, or the window would grow to hold both."""
        drawer.coming.connect(self.hide)
        drawer.closed.connect(self.show)
        self.coming.connect(drawer.put_away)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the map, or to the table in its place."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        middle = self._desk.editor.parentWidget()
        shown = middle.currentWidget() if isinstance(middle, QStackedWidget) else self._desk.editor
        if shown is not None:
            shown.setFocus()

    def _strip(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setFixedWidth(px(STRIP_WIDTH))
        column = QVBoxLayout(strip)
        column.setContentsMargins(px(4), px(10), px(4), px(10))
        column.setSpacing(px(4))
        for name, (words, glyph, _make) in _panels().items():
            self._buttons[name] = self._button(name, words, glyph)
            column.addWidget(self._buttons[name])
        column.addStretch()
        return strip

    def _button(self, name: str, words: str, glyph: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIcon(icon(glyph, self._theme, "muted", px(16)))
        button.setIconSize(QSize(px(16), px(16)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda shown: self.open(name) if shown else self.put_away())
        return button

    def _mark(self, name: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == name)


def _panels() -> dict[str, tuple[str, str, Callable[[Desk, Theme], QWidget]]]:
    return {
        "inspector": (_("Inspector"), "note", Inspector),
        "personas": (_("Personas"), "actor", Personas),
        "owners": (_("Owners"), "step", Owners),
        "measures": (_("Measures"), "measure", Measures),
        "evidence": (_("Evidence"), "tick", Sources),
        "findings": (_("Findings"), "found", Findings),
        "wall": (_("From the wall"), "physical_evidence", WallNotes),
    }
