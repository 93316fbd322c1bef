"""The ways out of trouble with a file: copies of it, the file once more, what is kept of it here."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedWidget

from app.copying import Copies, copying, copying_beside
from app.desk import Desk
from app.errand import Errand
from app.panels.notice import NoticeBar, Offer
from app.recent import note_recent
from resources.words import _
from storage import Rescued, restore

Then = Callable[[Path], object]

FOUND = "found"
"""What notices are about that tell of what earlier runs kept."""


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

    def __init__(self, window: Place, copies: Copies) -> None:
        self._window, self._copies = window, copies

    def write_copy(self, target: Path, then: Then | None = None) -> None:
        """Write a copy of the file as it is now, with its history, and go on as told; else offer the copy."""
        desk = self._window.desk
        desk.editor.finish_writing()
        self._begin(copying(desk.file.save_copy, target, desk.path), then or self._offer)

    def write_beside(self, then: Then | None = None) -> None:
        """Write such a copy beside the file, under a name of its own."""
        desk = self._window.desk
        desk.editor.finish_writing()
        self._begin_beside(partial(desk.file.save_copy, replaces=False), then or self._offer)

    def bring_together(self) -> None:
        """Take the file as others made it, and bring into it what was done here, which is kept beside it;
        where it went meanwhile, have that be said.
        """
        looking = Errand(partial(os.path.exists, self._window.desk.path), "look for")
        looking.done.connect(self._bring_into)
        self._copies.begin(looking)

    def _bring_into(self, is_there: bool) -> None:
        if is_there:
            self.write_beside(lambda mine: self._window.renewed.emit(False, mine))
        else:
            self._window.desk.file.retry()

    def write_run(self, run: Rescued, then: Then | None = None) -> None:
        """Write what an earlier run kept beside the file, and go on as told; it is not offered again."""

        def done(target: Path) -> None:
            run.decline()
            self._window.notice.withdraw(FOUND)
            (then or self._offer)(target)

        self._begin_beside(partial(restore, run), done)

    def bring_back(self, run: Rescued) -> None:
        """Give the file what it does not have any more."""
        run.want()
        self._window.renewed.emit(False, None)

    def open_again(self) -> None:
        """Show the file as others made it."""
        self._window.renewed.emit(False, None)

    def take_over(self) -> None:
        """Edit a file that somebody else has open."""
        self._window.renewed.emit(True, None)

    def _begin_beside(self, write: Callable[[Path], None], then: Then) -> None:
        self._begin(copying_beside(write, self._window.desk.path, _("mine")), then)

    def take_over_with(self, mine: Path, run: Rescued | None) -> None:
        """Edit such a file, and bring into it a copy of what was done here, which a ``run`` kept: it is not
        offered again.
        """
        if run is not None:
            run.decline()
        self._window.renewed.emit(True, mine)

    def open_copy(self, copy: Path) -> None:
        """Go on in a copy."""
        self._window.opened.emit(copy)

    def _begin(self, errand: Errand, then: Then) -> None:
        notice = self._window.notice
        errand.done.connect(then)
        errand.failed.connect(lambda sentence: notice.tell("copy", sentence))
        self._copies.begin(errand)

    def _offer(self, target: Path) -> None:
        note_recent(target)
        said = _("A copy is in {file}.").format(file=target)
        go_on = Offer(_("Open it"), lambda: self.open_copy(target))
        self._window.notice.tell("copy", said, (go_on,))
