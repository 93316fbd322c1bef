"""Repairing from the window: offered where a file cannot be opened, done on a thread, then shown."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.copying import free_beside
from app.panels.notice import Offer
from app.recent import data_folder, free_path
from resources.errors import Fault
from resources.words import _
from storage import FileDamaged, FileReadOnly, NameImpossible
from storage.faults import StrangeParts

if TYPE_CHECKING:
    from app.window import Window
    from storage.salvage import Repaired


class Repair(QObject):
    """One repair. ``finished`` comes with what came back, or ``failed`` with a sentence."""

    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        # The words of the thread are those of the one who began it.
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="repair", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def wait(self) -> None:
        """Return when it is over."""
        self._thread.join()

    def _run(self) -> None:
        said = _("The repair was broken off by something unexpected. The file was not changed.")
        try:
            repaired = self._repaired()
            said = ""
        except Fault as fault:
            said = fault.sentence
        finally:
            if said:
                self.failed.emit(said)
        if not said:
            self.finished.emit(repaired)

    def _repaired(self) -> Repaired:
        # Loaded where it is needed, which is hardly ever: it is a lot.
        from storage.salvage import repair_file

        words = _("repaired")
        try:
            return repair_file(self._path, free_beside(self._path, words), data_folder())
        except (FileReadOnly, NameImpossible):
            return repair_file(self._path, free_path(f"{self._path.stem} ({words})"), data_folder())


class Repairs(QObject):
    """Offers repairs and carries them out. ``show`` shows a file, in a window if it can be opened."""

    def __init__(
        self, show: Callable[[Path], Window | None], tell: Callable[..., object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._show, self._tell = show, tell
        self.running: Repair | None = None

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
        self.running = Repair(path, self)
        self.running.finished.connect(self._show_repaired)
        self.running.failed.connect(lambda sentence: self._tell(sentence))
        self.running.start()

    def _show_repaired(self, repaired: Repaired) -> None:
        from app.panels.repair_sheet import RepairSheet

        window = self._show(repaired.path)
        if window is not None:
            sheet = RepairSheet(repaired)
            sheet.backup_wanted.connect(lambda: self._put_beside(repaired))
            window.drawer.show_panel(_("What came back"), sheet)

    def _put_beside(self, repaired: Repaired) -> None:
        """Make the backup a file of its own beside the repaired one, and show it."""
        assert repaired.backup is not None
        target = free_beside(repaired.path, _("backup"))
        try:
            repaired.backup.put(target)
        except Fault as fault:
            self._tell(fault.sentence)
        else:
            self._show(target)
