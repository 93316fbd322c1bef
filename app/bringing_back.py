"""Bringing back a file that cannot be opened, from what this computer kept of it; the file itself stays as
it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.copying import made_beside
from app.errand import Errand
from app.panels.notice import Offer
from app.recent import data_folder, free_path
from app.there import those_there
from resources.words import _, _n
from storage import NameTaken, Rescued, left_here, rescued_at, restore


class BringingBack:
    """Offers it and carries it out beside the window. ``show`` shows a file, ``tell`` says a sentence."""

    def __init__(self, show: Callable[[Path], object], tell: Callable[..., object]) -> None:
        self._show, self._tell = show, tell
        self._errand: Errand | None = None
        self._looking: Errand | None = None

    def ways_back(self, path: Path) -> tuple[Offer, ...]:
        """What can be offered where the file at this place cannot be opened."""
        runs = rescued_at(data_folder(), path)
        if not runs:
            return ()
        words = _("Bring it back") if not those_there([path]) else _("Bring back what was in it")
        return (Offer(words, lambda: self._bring_back(runs[0])),)

    def what_is_kept(self, path: Path) -> str:
        """What is to be said where the file at this place cannot be opened; empty where nothing is kept."""
        return _("What was in it is kept on this computer.") if rescued_at(data_folder(), path) else ""

    def tell_left_here(self) -> None:
        """Say, once it is known, that there are edits here of a file that is not in its place, as with a
        stick that is elsewhere.
        """
        self._looking = errand = Errand(lambda: left_here(data_folder()), "look what was left")
        errand.done.connect(self._tell_first)
        errand.start()

    def look_no_more(self) -> None:
        """Say nothing of what is being looked for: somebody works on another file."""
        if self._looking is not None:
            self._looking.drop()

    def leave(self) -> None:
        """Hear no more of what is being brought back, or looked for."""
        self.look_no_more()
        if self._errand is not None:
            self._errand.leave()

    def _tell_first(self, runs: list[Rescued]) -> None:
        if not runs:
            return
        run = runs[0]
        words = _n(
            "“{file}” is not where it was, and {n} change is on this computer that it may not have.",
            "“{file}” is not where it was, and {n} changes are on this computer that it may not have.",
            len(run.items),
        )
        back = Offer(_("Bring it back"), lambda: self._bring_back(run))
        leave = Offer(_("Forget it"), lambda: self._forget(run))
        self._tell(words.format(file=run.path.name, n=len(run.items)), (back, leave))

    def _bring_back(self, run: Rescued) -> None:
        """Make a file of what was kept, in its old place if that is free, and show it."""
        if self._errand is not None:
            self._errand.drop()
        self._errand = errand = Errand(lambda: _brought_back(run), "bring back")
        errand.done.connect(self._show)
        errand.failed.connect(lambda sentence: self._tell(sentence))
        errand.start()

    def _forget(self, run: Rescued) -> None:
        run.decline()
        self._tell(_("The changes to “{file}” are forgotten.").format(file=run.path.name))
        self.tell_left_here()


def _brought_back(run: Rescued) -> Path:
    """Make a file of what was kept in its old place, or where that is taken beside it; returns where."""

    def made(target: Path) -> Path:
        restore(run, target)
        return target

    if not run.path.parent.is_dir():
        return made(free_path(run.path.stem))
    try:
        return made(run.path)
    except NameTaken:
        return made_beside(run.path, _("brought back"), made)
