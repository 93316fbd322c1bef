"""What somebody wants to see in a window: a file that is there, or one that is made first."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.making import import_map
from app.opening import is_foreign
from app.recent import data_folder
from export.notices import Notice
from storage import JourneyFile, NameTaken
from storage.closing import wait_let_go

if TYPE_CHECKING:
    from app.window import Window


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was opened, what is to be said of what came into it, and whether it was made for that."""

    file: JourneyFile
    notices: tuple[Notice, ...] = ()
    is_made: bool = False

    @property
    def is_litter(self) -> bool:
        """Whether it was made for one who does not want it any more, and nobody else did anything with it."""
        return self.is_made and not self.file.read_only and not self.file.history


@dataclass(frozen=True, slots=True)
class Wish:
    """A file that somebody wants to see: ``name`` is what it is called on its way.

    ``find`` opens it, on a thread, and raises Fault or Refused; what has the same ``key`` is the same file,
    opened in the same way. ``path`` is where it lies, None where it is yet to be made: then ``elsewhere``
    makes a wish of it for another folder. ``then`` hears of its window; ``instead`` is the file that is shown
    where it cannot be opened.
    """

    name: str
    key: Hashable
    find: Callable[[], Found]
    then: Callable[[Window], object] | None = None
    path: Path | None = None
    elsewhere: Callable[[Path], Wish] | None = None
    instead: Path | None = None


def of_file(path: Path, then: Callable[[Window], object] | None = None) -> Wish:
    """A file that is there; one of another program is imported first."""
    absolute = path.absolute()
    return Wish(path.name, (absolute, False), partial(_found, path), then, absolute)


def of_file_again(
    path: Path, take_over: bool, then: Callable[[Window], object], instead: Path | None
) -> Wish:
    """A file that was open just now: once that is closed, however long it takes, it is opened. To
    ``take_over`` is to edit it though somebody else has it open.
    """
    find = partial(_found_again, path, take_over)
    return Wish(path.name, (path, take_over), find, then, path, instead=instead)


def _found(path: Path) -> Found:
    if not is_foreign(path):
        return Found(_opened(path))
    made, notices = import_map(path)
    return Found(_opened(made), notices, is_made=True)


def _found_again(path: Path, take_over: bool) -> Found:
    wait_let_go(path)
    return Found(_opened(path, take_over))


def found_new(make: Callable[[], Path]) -> Found:
    """A file that is made first. Raises Fault if it cannot be."""
    try:
        path = make()
    except NameTaken:
        # What was waited for on the same disk, and left, may get the name that was free just now.
        path = make()
    return Found(_opened(path), is_made=True)


def _opened(path: Path, take_over: bool = False) -> JourneyFile:
    return JourneyFile.open(path, data_folder=data_folder(), take_over=take_over)
