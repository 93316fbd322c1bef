"""Files on their way into a window: one whose disk does not answer keeps no window waiting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.errand import Errand
from app.making import import_map
from app.opening import is_foreign
from app.recent import data_folder
from export.notices import Notice
from resources.errors import Fault
from storage import JourneyFile

Found = tuple[JourneyFile, tuple[Notice, ...]]
"""A file that was opened, and what is to be said of what was imported into it."""


class Opening:
    """A file that is being opened on a thread of its own, imported first if it is not ours."""

    def __init__(self, path: Path) -> None:
        self.path = path
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
        try:
            path, notices = import_map(self.path) if is_foreign(self.path) else (self.path, ())
            self._found = JourneyFile.open(path, data_folder=data_folder()), notices
        except Exception as wrong:  # noqa: BLE001 - who takes what came of it is told
            self._wrong = wrong


class Coming:
    """Has files opened, of which one at most is ``wanted``; ``arrive`` hears when that is there after all."""

    def __init__(self, arrive: Callable[[Opening], object]) -> None:
        self._arrive = arrive
        self._going: dict[Path, Opening] = {}
        self.wanted: Opening | None = None

    def opened_within(self, seconds: float, path: Path) -> Opening | None:
        """The file of this path, if opening it was over in that time; else it is heard of later. One that is
        still on its way is not opened a second time.
        """
        self.wanted = opening = self._going.get(path.absolute()) or self._begun(path)
        if not opening.errand.is_over_within(seconds):
            return None
        self.wanted = None
        self._forget(opening)
        return opening

    def leave(self) -> None:
        """Want none any more."""
        self.wanted = None

    def _begun(self, path: Path) -> Opening:
        opening = Opening(path)
        self._going[path.absolute()] = opening
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
        if self._going.get(opening.path.absolute()) is opening:
            del self._going[opening.path.absolute()]
