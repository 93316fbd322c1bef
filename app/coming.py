"""Files on their way into a window: one whose disk does not answer keeps no window waiting."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event

from app.errand import Errand
from app.wish import Found, Wish
from resources.errors import Fault
from resources.words import _
from storage import FileBusy
from storage.closing import wait_let_go


class Opening:
    """A file that is being opened on a thread of its own, once it is let go of by ``earlier`` ones."""

    def __init__(self, wish: Wish, earlier: Iterable[Opening] = ()) -> None:
        self.wish = wish
        self.is_taken = False
        self._earlier = tuple(earlier)
        self._found: Found | None = None
        self._wrong: Exception | None = None
        self._settled = Event()
        self.errand = Errand(self._open, "opening")
        self.errand.start()

    def take(self) -> Found:
        """What came of it, once it is over. Raises what opening, importing or making it raised."""
        self.is_taken = True
        if self._wrong is not None:
            raise self._wrong
        assert self._found is not None
        return self._found

    def give_up(self) -> None:
        """Close the file, if it could be opened, and take away what was made for it; returns at once."""
        found = self._found
        if found is None:
            return
        is_litter = found.is_litter
        # It is closed all the same, and nothing was written to it.
        with suppress(Fault):
            found.file.close(0.0)
        if is_litter:
            Errand(partial(_take_away, found.file.path), "taking away").start()

    def settle(self) -> None:
        """Keep another one that opens the same file waiting no longer: it was taken, or given up."""
        self._settled.set()

    def wait_let_go(self) -> None:
        """Return when the file is closed. Raises FileBusy if it was taken: no file is opened twice."""
        self._settled.wait()
        if self._found is None:
            return
        path = self._found.file.path
        if self.is_taken:
            raise FileBusy(_("“{file}” is open already.").format(file=path.name))
        wait_let_go(path)

    def _open(self) -> None:
        try:
            for one in self._earlier:
                one.wait_let_go()
            self._found = self.wish.find()
        except Exception as wrong:  # noqa: BLE001 - who takes what came of it is told
            self._wrong = wrong


def _take_away(path: Path) -> None:
    wait_let_go(path)
    with suppress(OSError):
        path.unlink()


class Coming:
    """Has files opened, of which one at most is ``wanted``; ``arrive`` hears when that is there after all."""

    def __init__(self, arrive: Callable[[Opening], object]) -> None:
        self._arrive = arrive
        self._going: dict[Hashable, Opening] = {}
        self.wanted: Opening | None = None

    def opened_within(self, seconds: float, wish: Wish) -> Opening | None:
        """The file that is wished for, if opening it was over in that time; else it is heard of later. One
        that is still on its way is not opened a second time.
        """
        self.wanted = opening = self._same(wish) or self._begun(wish)
        opening.wish = wish
        if not opening.errand.is_over_within(seconds):
            return None
        self.wanted = None
        self._forget(opening)
        return opening

    def leave(self) -> None:
        """Want none any more."""
        self.wanted = None

    def _same(self, wish: Wish) -> Opening | None:
        """What opens the same file already. One that is made is not the same any more once it is not wanted:
        it goes again.
        """
        same = self._going.get(wish.key)
        return same if wish.path is not None or same is self.wanted else None

    def _begun(self, wish: Wish) -> Opening:
        going = self._going.values() if wish.path is not None else ()
        opening = Opening(wish, [one for one in going if one.wish.path == wish.path])
        self._going[wish.key] = opening
        opening.errand.done.connect(lambda _nothing: self._over(opening))
        return opening

    def _over(self, opening: Opening) -> None:
        self._forget(opening)
        if opening is self.wanted:
            self.wanted = None
            self._arrive(opening)
        elif not opening.is_taken:
            opening.give_up()
        opening.settle()

    def _forget(self, opening: Opening) -> None:
        if self._going.get(opening.wish.key) is opening:
            del self._going[opening.wish.key]
