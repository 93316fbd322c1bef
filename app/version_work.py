"""What a window does with the past of its file: naming versions, looking back, clean copies for others."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.copying import Copies, copying, free_beside
from app.desk import Desk
from app.dropping import JOURNEY
from app.looking_back import LookingBack
from app.panels.clean_copy_sheet import CleanCopySheet
from app.panels.drawer import Drawer
from app.panels.version_bar import VersionBar
from journey.sharing import Cleaned, LeftOut, cleaned
from resources.theme import Theme
from resources.words import _, _n
from storage.clean_copy import write_clean_copy


class VersionWork:
    """Carries out what the menus ask of the past; ``bar`` is the field for names, to stand above the map."""

    def __init__(
        self,
        desk: Desk,
        drawer: Drawer,
        middle: QStackedWidget,
        palette: QWidget,
        theme: Theme,
        copies: Copies,
    ) -> None:
        self._desk, self._drawer, self._middle, self._copies = desk, drawer, middle, copies
        self.bar = VersionBar(desk, theme)
        self._back = LookingBack(desk, drawer, middle, palette, theme)
        self._back.naming.connect(self.bar.begin)
        self.bar.kept.connect(self._back.list_anew)

    def name_version(self) -> None:
        """Let what the map is now be given a name."""
        self._back.leave()
        self.bar.begin()

    def show_history(self) -> None:
        """Show every step that was made."""
        self._back.show()

    def show_versions(self) -> None:
        """Show the versions and the backups."""
        self._back.show_versions()

    def show_clean_copy(self) -> None:
        """Let be chosen what a copy for others leaves out."""
        self._desk.editor.finish_writing()
        sheet = CleanCopySheet(self._desk)
        sheet.wanted.connect(self._choose_target)
        self._drawer.show_panel(_("Clean copy for others"), sheet)

    def write_clean_copy(self, target: Path, left_out: LeftOut) -> None:
        """Write a copy without what is left out; the sheet says what came of it."""
        clean = cleaned(self._desk.map, left_out)
        errand = copying(partial(write_clean_copy, clean), target, self._desk.path)
        errand.done.connect(lambda path: self._tell(_done(path, clean), clean))
        errand.failed.connect(self._tell)
        self._copies.begin(errand)

    def leave(self) -> None:
        """Put away what looks at the past."""
        self._back.leave()

    def _choose_target(self, left_out: LeftOut) -> None:
        proposed = str(free_beside(self._desk.path, _("for others")))
        name, _filter = QFileDialog.getSaveFileName(
            self._middle, _("Clean copy for others"), proposed, f"*{JOURNEY}"
        )
        if name:
            target = Path(name)
            self.write_clean_copy(target if target.suffix else target.with_suffix(JOURNEY), left_out)

    def _tell(self, sentence: str, clean: Cleaned | None = None) -> None:
        if isinstance(sheet := self._drawer.panel, CleanCopySheet):
            sheet.tell(sentence, clean.remarks if clean else ())
        self._desk.said.emit(sentence, clean is None)


def _done(path: Path, clean: Cleaned) -> str:
    words = _n(
        "{file} is written. {n} text was left out, and is not in its bytes.",
        "{file} is written. {n} texts were left out, and are not in its bytes.",
        len(clean.removed),
    )
    return words.format(file=path.name, n=len(clean.removed))
