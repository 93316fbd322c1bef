"""Files on their way into a window: one whose disk does not answer keeps no window waiting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errand import Errand
from app.making import import_map
from app.opening import is_foreign
from app.recent import data_folder
from export.notices import Notice
from resources.errors import Fault
from storage import JourneyFile
from storage.closing import wait_let_go

if TYPE_CHECKING:
    from app.window import Window

Found = tuple[JourneyFile, tuple[Notice, ...]]
"""A file that was opened, and what is to be said of what was imported into it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A file that somebody wants to see. ``then`` hears of its window; ``instead`` is what is shown where it
    cannot be opened.

    One that is to be made first has the name of ``path`` as far as nothing has it yet: ``make`` gets the
    ``folder``, None for the usual one, and gives the path. ``again`` says that it was open just now: once
    that is closed, however long it takes, it is opened. To ``take_over`` is to edit it though somebody else
    has it open.
    """

    path: Path
    then: Callable[[Window], object] | None = None
    make: Callable[[Path | None], Path] | None = None
    folder: Path | None = None
    again: bool = False
    take_over: bool = False
    instead: Path | None = None


class Opening:
    """A file that is being opened on a thread of its own, imported first if it is not ours."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.is_taken = False
        self._found: Found | None = None
        self._wrong: Exception | None = None
        self.errand = Errand(self._open, "opening")
        self.errand.start()

    def take(self) -> Found:
        """What came of it, once it is over. Raises what opening or importing raised."""
        self.is_taken = True
        if self._wrong is not None:
            raise self._wrong
        assert self._found is not None
        return self._found

    def give_up(self) -> None:
        """Close the file, if it could be opened; returns at once."""
        with suppress(Exception):
            file, _notices = self.take()
            # It is closed all the same, and nothing was written to it.
            with suppress(Fault):
                file.close(0.0)

    def _open(self) -> None:
        wish = self.wish
        try:
            if wish.again:
                wait_let_go(wish.path)
            path, notices = _made(wish)
            file = JourneyFile.open(path, data_folder=data_folder(), take_over=wish.take_over)
            self._found = file, notices
        except Exception as wrong:  # noqa: BLE001 - who takes what came of it is told
            self._wrong = wrong


def _made(wish: Wish) -> tuple[Path, tuple[Notice, ...]]:
    """Where the file lies, made or imported first if need be, and what is to be said of it. Raises Fault."""
    if wish.make is not None:
        return wish.make(wish.folder), ()
    return import_map(wish.path) if is_foreign(wish.path) else (wish.path, ())


class Coming:
    """Has files opened, of which one at most is ``wanted``; ``arrive`` hears when that is there after all."""

    def __init__(self, arrive: Callable[[Opening], object]) -> None:
        self._arrive = arrive
        self._going: dict[Path, Opening] = {}
        self.wanted: Opening | None = None

    def opened_within(self, seconds: float, wish: Wish) -> Opening | None:
        """The file that is wished for, if opening it was over in that time; else it is heard of later. One
        that is still on its way is not opened a second time.
        """
        self.wanted = opening = self._going.get(wish.path.absolute()) or self._begun(wish)
        opening.wish = wish
        if not opening.errand.is_over_within(seconds):
            return None
        self.wanted = None
        self._forget(opening)
        return opening

    def leave(self) -> None:
        """Want none any more."""
        self.wanted = None

    def _begun(self, wish: Wish) -> Opening:
        opening = Opening(wish)
        self._going[wish.path.absolute()] = opening
        opening.errand.done.connect(lambda _nothing: self._over(opening))
        return opening

    def _over(self, opening: Opening) -> None:
        self._forget(opening)
        if opening.is_taken:
            return
        if opening is not self.wanted:
            opening.give_up()
            return
        self.wanted = None
        self._arrive(opening)

    def _forget(self, opening: Opening) -> None:
        if self._going.get(opening.wish.path.absolute()) is opening:
            del self._going[opening.wish.path.absolute()]
