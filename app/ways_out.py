"""The ways out of trouble with a file: copies of it, the file once more, what is kept of it here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedWidget

from app.copying import copying, free_beside
from app.desk import Desk
from app.errand import Errand
from app.panels.notice import NoticeBar, Offer
from app.recent import note_recent
from resources.words import _
from storage import Rescued, restore

Then = Callable[[Path], object]


class Place(Protocol):
    """What the ways out need of a window: see Window."""

    desk: Desk
    notice: NoticeBar
    middle: QStackedWidget

    @property
    def opened(self) -> SignalInstance:
        """Asks for another file."""

    @property
    def renewed(self) -> SignalInstance:
        """Asks for the same file once more: whether to take it over, and which copy to bring into it."""


class WaysOut:
    """Carries out what notices about trouble offer. What takes time goes on beside the window."""

    def __init__(self, window: Place) -> None:
        self._window = window
        self._copying: Errand | None = None

    def write_copy(self, target: Path, then: Then | None = None) -> None:
        """Write a copy of the file as it is now, with its history, and go on as told; else offer the copy."""
        desk = self._window.desk
        desk.editor.finish_writing()
        self._write(desk.file.save_copy, target, then or self._offer)

    def write_beside(self) -> None:
        """Write a copy beside the file, under a name of its own."""
        self.write_copy(self._name_of_mine())

    def bring_together(self) -> None:
        """Take the file as others made it, and bring into it what was done here, which is kept beside it."""
        self.write_copy(self._name_of_mine(), lambda mine: self._window.renewed.emit(False, mine))

    def write_run(self, run: Rescued, then: Then | None = None) -> None:
        """Write what an earlier run kept beside the file, and go on as told; it is not offered again."""

        def done(target: Path) -> None:
            run.decline()
            (then or self._offer)(target)

        self._write(lambda target: restore(run, target), self._name_of_mine(), done)

    def bring_back(self, run: Rescued) -> None:
        """Give the file what it does not have any more."""
        run.want()
        self._window.renewed.emit(False, None)

    def take_over(self) -> None:
        """Edit a file that somebody else has open."""
        self._window.renewed.emit(True, None)

    def wait(self) -> None:
        """Return when nothing is being written any more, which the window is not told."""
        if self._copying is not None:
            self._copying.wait()
            self._copying.drop()

    def _write(self, write: Callable[[Path], None], target: Path, then: Then) -> None:
        window = self._window
        self._copying = copying(write, target, window.desk.path)
        self._copying.done.connect(then)
        self._copying.failed.connect(lambda sentence: window.notice.tell("copy", sentence))
        self._copying.start()

    def _name_of_mine(self) -> Path:
        return free_beside(self._window.desk.path, _("mine"))

    def _offer(self, target: Path) -> None:
        note_recent(target)
        said = _("A copy is in {file}.").format(file=target)
        go_on = Offer(_("Open it"), lambda: self._window.opened.emit(target))
        self._window.notice.tell("copy", said, (go_on,))
