"""What a window does with its file and with itself: the File menu's work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app import VERSION
from app.copying import Copies
from app.desk import Desk
from app.dropping import JOURNEY
from app.file_name import FileName
from app.menus import Menus
from app.merging import Merging
from app.opening import IMPORTED
from app.panels.drawer import Drawer
from app.panels.notice import NoticeBar
from app.settings import Settings
from app.version_work import VersionWork
from app.ways_out import WaysOut
from journey.sharing import LeftOut
from resources.theme import Theme
from resources.words import _

if TYPE_CHECKING:
    from app.panels.wall_planner import WallPlanner
    from app.sheet_seams import SheetSeams
    from app.wall_work import WallWork


class Frame(Protocol):
    """What the work needs of a window: see Window."""

    desk: Desk
    theme: Theme
    settings: Settings
    notice: NoticeBar
    drawer: Drawer
    menus: Menus
    file_name: FileName
    middle: QStackedWidget

    @property
    def palette_panel(self) -> QWidget:
        """What stands at the left of the map."""

    @property
    def side(self) -> QWidget:
        """What stands at its right."""

    @property
    def opened(self) -> SignalInstance:
        """Asks for another file."""

    @property
    def renewed(self) -> SignalInstance:
        """Asks for the same file once more: whether to take it over, and which copy to bring into it."""

    @property
    def started(self) -> SignalInstance:
        """Asks for the start screen."""

    @property
    def settled(self) -> SignalInstance:
        """Tells of other settings."""

    def isFullScreen(self) -> bool:
        """Whether the window fills the screen."""

    def windowState(self) -> Qt.WindowState:
        """Whether it is maximised, fills the screen, or is put away."""

    def setWindowState(self, state: Qt.WindowState) -> None:
        """Be as large as that."""

    def close(self) -> bool:
        """Close the window."""


class WindowWork:
    """Carries out what the menus ask of a window."""

    def __init__(self, window: Frame) -> None:
        self._window = window
        self._copies = Copies()
        self.ways_out = WaysOut(window, self._copies)
        self._past = VersionWork(
            window.desk,
            window.drawer,
            window.middle,
            window.palette_panel,
            window.theme,
            self._copies,
        )
        self.merging = Merging(
            window.desk, window.drawer, window.notice, window.middle, window.palette_panel, window.theme
        )

        self._wall: WallWork | None = None
        self._seams: SheetSeams | None = None

    def new(self) -> None:
        """Go to the start screen, where new maps begin."""
        self._window.started.emit()

    def choose_file(self) -> None:
        """Let a file be chosen, and open or import it."""
        self._choose(_("Open a map"), (JOURNEY, *sorted(IMPORTED)))

    def choose_import(self) -> None:
        """Let a file of another program be chosen, and make a map of it."""
        self._choose(_("Import"), tuple(sorted(IMPORTED)))

    def _choose(self, title: str, endings: tuple[str, ...]) -> None:
        wanted = " ".join(f"*{ending}" for ending in endings)
        folder = str(self._window.desk.path.parent)
        name, _filter = QFileDialog.getOpenFileName(self._window.middle, title, folder, wanted)
        if name:
            self._window.opened.emit(Path(name))

    def choose_copy(self) -> None:
        """Let a place for a copy be chosen, and write it."""
        path = self._window.desk.path
        proposed = str(path.with_name(_("{name} (copy)").format(name=path.stem) + JOURNEY))
        name, _filter = QFileDialog.getSaveFileName(
            self._window.middle, _("Save a copy"), proposed, f"*{JOURNEY}"
        )
        if name:
            target = Path(name)
            self.write_copy(target if target.suffix else target.with_suffix(JOURNEY))

    def write_copy(self, target: Path) -> None:
        """Write a copy of the file as it is now, and offer to go on in it."""
        self.ways_out.write_copy(target)

    def choose_merge(self) -> None:
        """Let another copy of the file be chosen, and show what it would bring in."""
        self.merging.choose()

    def show_export(self) -> None:
        """Show the sheet for paper, pictures and other programs."""
        from app.panels.export_sheet import ExportSheet

        self._window.drawer.show_panel(_("Print and export"), ExportSheet(self._window.desk))

    def show_wall(self) -> None:
        """Plan a print for a wall, in the place of the map."""
        if self._wall is None:
            from app.wall_work import WallWork

            window = self._window
            beside = (window.palette_panel, window.side)
            self._wall = WallWork(
                window.desk,
                window.drawer,
                window.middle,
                window.theme,
                beside,
                self._sheet_seams(),
                window.settings.wall,
            )
        self._wall.show()

    @property
    def wall(self) -> dict[str, Any]:
        """What was last planned with for a wall."""
        return self._wall.kept if self._wall is not None else self._window.settings.wall

    @property
    def wall_planner(self) -> WallPlanner | None:
        """The wall planner while it stands in the place of the map."""
        return self._wall.planner if self._wall is not None else None

    def turn_sheets(self) -> None:
        """Show on the map where the sheets of its print meet, or no more."""
        self._sheet_seams().turn()

    def shows_sheets(self) -> bool:
        """Whether that is shown."""
        return self._seams is not None and self._seams.shown

    def _sheet_seams(self) -> SheetSeams:
        if self._seams is None:
            from app.sheet_seams import SheetSeams

            self._seams = SheetSeams(self._window.desk)
        return self._seams

    @property
    def version_bar(self) -> QWidget:
        """The field for the name of a version, to stand above the map."""
        return self._past.bar

    def name_version(self) -> None:
        """Let what the map is now be given a name."""
        self._past.name_version()

    def show_versions(self) -> None:
        """Show the versions of the file and its backups."""
        self._past.show_versions()

    def show_history(self) -> None:
        """Show every step that was made."""
        self._past.show_history()

    def show_clean_copy(self) -> None:
        """Let be chosen what a copy for others leaves out."""
        self._past.show_clean_copy()

    def write_clean_copy(self, target: Path, left_out: LeftOut) -> None:
        """Write a copy without what is left out."""
        self._past.write_clean_copy(target, left_out)

    def show_settings(self) -> None:
        """Show the settings."""
        from app.panels.settings_sheet import SettingsSheet

        sheet = SettingsSheet(self._window.settings)
        sheet.settled.connect(self._window.settled)
        self._window.drawer.show_panel(_("Settings"), sheet)

    def show_keys(self) -> None:
        """Show all keys."""
        from app.panels.keys_sheet import KeysSheet

        self._window.drawer.show_panel(_("All keys"), KeysSheet(tuple(self._window.menus.deeds.values())))

    def show_about(self) -> None:
        """Show which version this is."""
        said = _("Reisekart {version}. Customer journey maps and service blueprints. MIT licence.")
        self._window.notice.tell("about", said.format(version=VERSION))

    def name_file(self) -> None:
        """Call the file after its journey."""
        self._window.file_name.rename()

    def can_name_file(self) -> bool:
        """Whether it is called otherwise."""
        return self._window.file_name.differs

    def open_folder(self) -> None:
        """Show the file's folder in the system's own window for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.desk.path.parent)))

    def turn_full_screen(self) -> None:
        """Fill the screen, or be as large again as before, also where that was maximised."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def turn_bare(self) -> None:
        """Show the map alone, or the panels beside it again."""
        bare = not self.is_bare()
        self._window.drawer.put_away()
        for panel in (self._window.palette_panel, self._window.side):
            panel.setHidden(bare)
        self._window.desk.editor.setFocus()

    def is_bare(self) -> bool:
        """Whether the map stands alone."""
        return self._window.palette_panel.isHidden()

    def go_to_notice(self) -> None:
        """Give the keyboard to the notice, also to one that was dismissed and is true still; or say that
        there is none.
        """
        self._window.notice.recall()
        self._window.notice.take_keyboard()
        if not self._window.notice.about:
            self._window.desk.said.emit(_("There is no notice."), True)

    def close(self) -> object:
        """Close the window."""
        return self._window.close()

    def may_leave(self) -> bool:
        """Whether no copy is still being written; says so where one is, and lets one who insists go."""
        if not self._copies.may_be_left(self._window.desk.patience):
            said = _("A copy is still being written. Close once more to leave without it.")
            self._window.notice.tell("copy", said)
            return False
        return True

    def leave(self) -> None:
        """Put away what looks at the past, or at what may come."""
        self._past.leave()
        self.merging.leave()
        if self._wall is not None:
            self._wall.leave()
        if self._seams is not None:
            self._seams.leave()
        self._copies.leave()
