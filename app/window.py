"""The window: the map in the middle, small panels around it, the actions on menus, keys and buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions import all_deeds, menu_order
from app.actions.panels import finished_first, on_the_map, panel_deeds
from app.context_menu import kind_selected, offered
from app.desk import Desk
from app.dropping import DropWindow
from app.file_name import FileName
from app.menus import Menus
from app.namesakes import Namesakes
from app.panels.drawer import Drawer
from app.panels.find_bar import FindBar
from app.panels.findings_bar import BottomBar
from app.panels.journey_tabs import JourneyTabs
from app.panels.link_palette import ask_link_kind
from app.panels.notice import NoticeBar
from app.panels.owner_menu import ask_owner
from app.panels.palette import Palette
from app.panels.reading_only import ReadingOnly
from app.panels.side import SidePanels
from app.panels.topbar import TopBar
from app.recent import recent_paths
from app.settings import Settings
from app.sizes import WINDOW
from app.troubles import Troubles
from app.turning import MapOrTable
from app.window_work import WindowWork
from canvas.choosing import cards_to_own
from resources.theme import Theme
from resources.words import _


class Window(DropWindow):
    """One file on the screen.

    ``opened`` asks for another file in this one's place, ``renewed`` for this one once more, ``started`` for
    the start screen; ``settled`` tells of other settings, ``closed`` that the window went.
    """

    renewed = Signal(bool, object)
    started = Signal()
    settled = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, theme: Theme, settings: Settings | None = None) -> None:
        super().__init__()
        self.desk, self.theme, self.settings = desk, theme, settings or Settings()
        desk.setParent(self)  # or whoever listens to the desk would keep it, and the map, for ever
        self.notice = NoticeBar()
        self.drawer = Drawer(theme)
        self.palette_panel = Palette(desk, theme)
        self.middle = QStackedWidget()
        self.middle.addWidget(desk.editor)
        self.work = WindowWork(self)
        self.troubles = Troubles(
            desk, self.notice, self.work.ways_out, self.work.choose_copy, self.work.merging.begin_with_own
        )
        self.file_name = FileName(desk, self.notice)
        self.menus = Menus(self, theme, menu_order(), desk.editor)
        self.find_bar = FindBar(desk, theme)
        self.tabs = JourneyTabs(desk, theme, self.menus.menu(_("Journey") + "/" + _("New journey")))
        self.side = SidePanels(desk, theme, self.settings.side)
        self.side.make_room_for(self.drawer)
        deeds = all_deeds(
            desk,
            self.work,
            rename_journey=self.tabs.rename,
            find=self.find_bar.begin,
            naming=self,
        )
        turning = MapOrTable(self.middle, desk, theme)
        beside = panel_deeds(self.side, turning)
        self.menus.fill(finished_first([*on_the_map(deeds, turning), *beside], self.side.finish))
        self.menus.menu_of_files(_("Open recent"), recent_paths, self.opened.emit)
        self._bottom = BottomBar(desk)
        self._reading_only = ReadingOnly(desk, self)
        self._namesakes = Namesakes(desk, self.notice)
        self._furnish()
        self._connect()
        self._name()
        self.resize(*WINDOW)
        desk.findings.look_at_rest()  # the window is painted before the graph library is loaded
        QTimer.singleShot(0, self, self.troubles.greet)

    def _furnish(self) -> None:
        named = self.menus.actions
        top = TopBar(self.desk, [named["undo"], named["redo"]], named["print"])
        top.renaming.connect(self.tabs.rename)
        top.asked.connect(self.notice.recall)
        self.setCentralWidget(
            _arranged(
                [top, self.tabs, self.notice, self.find_bar, self.work.version_bar],
                [self.palette_panel, self.middle, self.side, self.drawer],
                self._bottom,
            )
        )

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(lambda _change: self.menus.refresh())
        desk.selection_changed.connect(self.menus.refresh)
        desk.journey_changed.connect(self.menus.refresh)
        desk.editor.redo_changed.connect(self.menus.refresh)
        desk.moved.connect(self._name)
        self.notice.left.connect(desk.editor.setFocus)
        self.drawer.left.connect(self._go_to_middle)
        desk.editor.menu_asked.connect(self._menu)
        desk.editor.link_asked.connect(
            lambda source, target, at: ask_link_kind(desk, source, target, at, self)
        )
        desk.editor.keys_asked.connect(self.work.show_keys)
        desk.editor.owner_asked.connect(self._ask_owner)
        self.tabs.menu_asked.connect(self._tab_menu)

    def _name(self) -> None:
        self.setWindowTitle(_("{file} – Reisekart").format(file=self.desk.path.stem))

    def show_settings(self) -> None:
        """Show the settings."""
        self.work.show_settings()

    def _go_to_middle(self) -> None:
        if (shown := self.middle.currentWidget()) is not None:
            shown.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen, in large letters, what stands beside the map gives way to it."""
        super().resizeEvent(event)
        for panel in (self.palette_panel, self.side, self.drawer):
            panel.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing never asks: everything is saved. What could not be written is said, once."""
        self.side.finish()
        if self.may_close():
            self.work.leave()
            self.closed.emit()
            event.accept()
        else:
            event.ignore()

    def may_close(self) -> bool:
        """Whether nothing would be lost; says so where it would, and lets one who insists go."""
        return self.troubles.may_close() and self.work.may_leave()

    def _ask_owner(self, at: QPoint) -> None:
        ask_owner(self.desk, at, self, self._name_owner_here)

    def _name_owner_here(self) -> None:
        """Let a new owner be named, of what one was asked for."""
        self._name_owner_of(cards_to_own(self.desk.editor))

    def name_owner(self) -> None:
        """Put the keyboard where a new owner is named."""
        self._name_owner_of([])

    def name_persona(self) -> None:
        """Put the keyboard where a new persona of the journey in view is named."""
        self._show_panels()
        self.side.begin_adding("personas")

    def make_owner_one(self) -> None:
        """Ask with which other the owner selected shall be made one."""
        self._show_panels()
        self.side.begin_merging("owners", self.desk.selected[0])

    def _name_owner_of(self, cards: Iterable[str]) -> None:
        self._show_panels()
        self.palette_panel.name_owner_of(cards)

    def _show_panels(self) -> None:
        """Show what stands beside the map, if the map is alone."""
        if self.work.is_bare():
            self.work.turn_bare()

    def _menu(self, at: QPoint) -> None:
        self.menus.pop_up(offered(kind_selected(self.desk))).popup(at)

    def _tab_menu(self, at: QPoint) -> None:
        self.menus.pop_up(
            ("rename", "copy_journey", "intended", "", "earlier", "later", "remove_journey")
        ).popup(at)


def _arranged(above: list[QWidget], beside: list[QWidget], below: QWidget) -> QWidget:
    """Bars above, the middle between its sides, the bar below."""
    body = QWidget()
    body.setObjectName("body")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(0)
    for widget in beside:
        row.addWidget(widget, 1 if isinstance(widget, QStackedWidget) else 0)
    for widget in above:
        column.addWidget(widget)
    column.addLayout(row, 1)
    column.addWidget(below)
    return body
