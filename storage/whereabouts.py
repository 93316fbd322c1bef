"""Which file lies at a place, and where a file went that does not lie there any more."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.connection import connect
from storage.faults import ReadError
from storage.header import is_journey
from storage.writing import Seen

if TYPE_CHECKING:
    from sqlite_utils import Database

_LOOKED_AT = 100
"""How many maps in one folder are asked whether they are the one that was renamed."""


@dataclass(frozen=True, slots=True)
class Place:
    """What makes a file this one and no other, whatever it is called, as long as its disk stays in place;
    and which folder it lies in.
    """

    device: int
    inode: int
    folder: tuple[int, int]

    def has_folder_of(self, path: Path) -> bool:
        """Whether ``path`` lies in the same folder still: a disk that is pulled out takes it along."""
        try:
            return _folder_of(path) == self.folder
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of itself: its document's id, and what it holds."""

    document_id: str
    seen: Seen


def place_of(path: Path) -> Place | None:
    """Which file lies there; None where there is none, or a link that leads nowhere. Raises OSError where
    nobody can tell.
    """
    try:
        status = path.stat()
        return Place(status.st_dev, status.st_ino, _folder_of(path))
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            return None
        raise


def moved_to(path: Path, place: Place) -> Path | None:
    """Where in its folder that very file lies that is no longer at ``path``; None where it is nowhere."""
    for other in _beside(path):
        with suppress(OSError):
            if place_of(other) == place:
                return other
    return None


def same_beside(path: Path, told: Told) -> Path | None:
    """The one map in a folder that says of itself exactly the same; None where there is none, or several."""
    same = [other for other in _maps(_beside(path)) if _told_by(other) == told]
    return same[0] if len(same) == 1 else None


def _beside(path: Path) -> list[Path]:
    try:
        return sorted(path.parent.iterdir())
    except OSError:
        return []


def seen_in(db: Database) -> Seen:
    """What a file says it holds. Raises sqlite3.Error, LookupError or ValueError."""
    meta = dict(db.execute("select key, value from meta").fetchall())
    return Seen(int(meta["revision"]), int(meta["digest"]))


def uids_in(db: Database) -> tuple[str, ...]:
    """The names of all edits in a file, the first one first. Raises sqlite3.Error."""
    return tuple(str(uid) for (uid,) in db.execute("select uid from entry order by number"))


def _folder_of(path: Path) -> tuple[int, int]:
    status = path.parent.stat()
    return status.st_dev, status.st_ino


def _maps(places: list[Path]) -> Iterator[Path]:
    maps = [place for place in places if place.suffix == ".journey" and not place.name.startswith(".")]
    return (place for place in maps[:_LOOKED_AT] if place.is_file() and is_journey(place))


def _told_by(path: Path) -> Told | None:
    try:
        db = connect(path, "ro")
    except ReadError:
        return None
    try:
        (document,) = db.execute("select value from meta where key = 'document'").fetchone()
        return Told(document, seen_in(db))
    except (*ReadError, KeyError, ValueError, TypeError):
        return None
    finally:
        db.close()
