"""The journeys of the file as tabs; with a single one there is nothing to choose and nothing is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from app.desk import Desk
from app.panels.buttons import glyph_button
from app.panels.title_field import TitleField
from app.sizes import TITLE_WIDTH, px
from journey import edits
from journey.clean import one_line
from journey.model import Journey, State
from resources.theme import Theme
from resources.words import _


class JourneyTabs(QWidget):
    """Click shows a journey, a double click renames it in place, dragging puts them in another order."""

    menu_asked = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, new_menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.bar = _bar()
        self._field: TitleField | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(3), px(14), 0)
        row.addWidget(self.bar)
        row.addWidget(_add_button(theme, new_menu))
        row.addStretch()
        self.bar.currentChanged.connect(self._chosen)
        self.bar.let_go.connect(self._let_go)
        self.bar.tabBarDoubleClicked.connect(self.rename)
        self.bar.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.bar.mapToGlobal(at)) if self.bar.tabAt(at) >= 0 else None
        )
        desk.changed.connect(lambda _change: self._list())
        desk.journey_changed.connect(self._list)
        self._list()

    def rename(self, tab: int = -1) -> None:
        """Open the title of a tab, of the current one if none is named."""
        if self._field is not None:
            self._field.finish()
        tab = self.bar.currentIndex() if tab < 0 else tab
        journey = self.bar.tabData(tab)
        self.show()
        title = self._desk.map.of(Journey)[journey].title
        self._field = field = TitleField(self.bar, title, _("Title of the journey"))
        place = self.bar.tabRect(tab)
        field.setGeometry(place.adjusted(0, 0, max(0, px(TITLE_WIDTH) - place.width()), 0))
        field.finished.connect(lambda text: self._renamed(journey, text))
        field.left.connect(self._end_renaming)
        field.show()
        field.setFocus()

    def _renamed(self, journey: str, text: str) -> None:
        desk, title = self._desk, one_line(text)
        self._end_renaming()
        if title:
            desk.attempt(lambda: edits.edit_journey(desk.map, journey, title=title))

    def _end_renaming(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.hide()
            field.deleteLater()
        self._list()
        self._desk.editor.setFocus()

    def _list(self) -> None:
        journeys = self._desk.map.journeys()
        self.bar.blockSignals(True)
        while self.bar.count() > len(journeys):
            self.bar.removeTab(self.bar.count() - 1)
        while self.bar.count() < len(journeys):
            self.bar.addTab("")
        for place, journey in enumerate(journeys):
            title = journey.title or _("Untitled journey")
            self.bar.setTabText(place, title.replace("&", "&&"))
            self.bar.setTabToolTip(place, _("Intended") if journey.state is State.INTENDED else _("Current"))
            self.bar.setTabData(place, journey.id)
            if journey.id == self._desk.journey.id:
                self.bar.setCurrentIndex(place)
        self.bar.blockSignals(False)
        self.setVisible(len(journeys) > 1 or self._field is not None)

    def _chosen(self, tab: int) -> None:
        if tab >= 0:
            self._desk.show_journey(self.bar.tabData(tab))

    def _let_go(self) -> None:
        """After a drag, the order of the tabs is that of the journeys; one drag is one step."""
        desk, tab = self._desk, self.bar.currentIndex()
        moved = self.bar.tabData(tab)
        if [journey.id for journey in desk.map.journeys()].index(moved) != tab:
            desk.attempt(lambda: edits.move_journey(desk.map, moved, tab))


class _Tabs(QTabBar):
    """Tabs that tell when the mouse lets them go."""

    let_go = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click or a drag."""
        super().mouseReleaseEvent(event)
        self.let_go.emit()


def _bar() -> _Tabs:
    made = _Tabs()
    made.setAccessibleName(_("Journeys of this file"))
    made.setExpanding(False)
    made.setMovable(True)
    made.setDrawBase(False)
    made.setUsesScrollButtons(True)
    made.setElideMode(Qt.TextElideMode.ElideRight)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    return made


def _add_button(theme: Theme, menu: QMenu) -> QToolButton:
    made = glyph_button("plus", _("New journey"), theme)
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made
