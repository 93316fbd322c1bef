"""Repairing from the window: offered where a file cannot be opened, done on a thread, then shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.copying import copying_beside, made_beside
from app.errand import Errand
from app.panels.notice import Offer
from app.recent import data_folder, free_path
from resources.words import _
from storage import FileDamaged, FileReadOnly, NameImpossible
from storage.faults import StrangeParts

if TYPE_CHECKING:
    from app.window import Window
    from storage.salvage import Repaired


def repair(path: Path) -> Errand:
    """The repair of a file into a new one, which ends with what came back."""
    said = _("The repair was broken off by something unexpected. The file was not changed.")
    return Errand(lambda: _repaired(path), "repair", said)


def _repaired(path: Path) -> Repaired:
    # Loaded where it is needed, which is hardly ever: it is a lot.
    from storage.salvage import repair_file

    words = _("repaired")
    try:
        return made_beside(path, words, lambda target: repair_file(path, target, data_folder()))
    except (FileReadOnly, NameImpossible):
        return repair_file(path, free_path(f"{path.stem} ({words})"), data_folder())


class Repairs(QObject):
    """Offers repairs and carries them out. ``show`` shows a file and tells of its window when it is there."""

    def __init__(self, show: Callable[..., object], tell: Callable[..., object], parent: QObject) -> None:
        super().__init__(parent)
        self._show, self._tell = show, tell
        self.running: Errand | None = None

    def offers(self, path: Path, wrong: Exception) -> tuple[Offer, ...]:
        """What can be offered where a file cannot be opened for what is in it."""
        if isinstance(wrong, FileDamaged):
            return (Offer(_("Repair to a new file"), lambda: self.begin(path)),)
        if isinstance(wrong, StrangeParts):
            return (Offer(_("Take its plain content into a new file"), lambda: self.begin(path)),)
        return ()

    def begin(self, path: Path) -> None:
        """Repair a file; the window goes on meanwhile."""
        self._tell(_("Reading what is left of “{file}” …").format(file=path.name))
        self._run(repair(path), self._show_repaired)

    def leave(self) -> None:
        """Hear no more of what is being done."""
        if self.running is not None:
            self.running.leave()

    def _run(self, errand: Errand, then: Callable[..., object]) -> None:
        """Do one thing; what was begun before goes on, and nobody is shown what comes of it."""
        if self.running is not None:
            self.running.drop()
        self.running = errand
        errand.done.connect(then)
        errand.failed.connect(lambda sentence: self._tell(sentence))
        errand.start()

    def _show_repaired(self, repaired: Repaired) -> None:
        self._show(repaired.path, lambda window: self._tell_what_came(repaired, window))

    def _tell_what_came(self, repaired: Repaired, window: Window) -> None:
        from app.panels.repair_sheet import RepairSheet

        sheet = RepairSheet(repaired)
        sheet.backup_wanted.connect(lambda: self._put_beside(repaired))
        window.drawer.show_panel(_("What came back"), sheet)

    def _put_beside(self, repaired: Repaired) -> None:
        """Make the backup a file of its own beside the repaired one, and show it."""
        backup = repaired.backup
        assert backup is not None
        self._run(copying_beside(backup.put, repaired.path, _("backup")), self._show)
