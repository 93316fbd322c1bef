"""What the first hundred bytes of a file tell, read before SQLite is let near it."""

from __future__ import annotations

import stat
from pathlib import Path

from resources.words import _
from storage.faults import FileFault, MadeByNewer, NotAJourneyFile, damaged, fault_of, not_changed
from storage.limits import FILE_LIMIT, too_many_bytes

APPLICATION_ID = 0x4A524E59
"""“JRNY”, which every .journey file bears."""
SCHEMA_VERSION = 2
"""The version of the tables that the migrations lead to."""

_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"


def inspect(path: Path) -> None:
    """Raise a FileFault if this is no .journey file that this program can read.

    Never call it for a file that this process holds open: closing any handle drops SQLite's locks on it.
    """
    try:
        expect_file(path)
        with path.open("rb") as file:
            head = file.read(_LENGTH)
        _expect_ours(path, head)
        _expect_whole(path, head)
    except PermissionError as error:
        raise FileFault(_("You may not read “{file}”.").format(file=path.name)) from error
    except OSError as error:
        raise fault_of(error, path, "") from error


def is_journey(path: Path) -> bool:
    """Whether a file bears the marks of a .journey file of any version, whole or not."""
    try:
        with path.open("rb") as file:
            head = file.read(_LENGTH)
    except OSError:
        return False
    return head.startswith(_MAGIC) and _number(head, 68) == APPLICATION_ID


def expect_file(path: Path) -> None:
    """Raise a FileFault if this is no ordinary file, has nothing in it or far too much, or OSError."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise NotAJourneyFile(_("“{file}” is a folder, not a journey file.").format(file=path.name))
    if not stat.S_ISREG(status.st_mode):
        raise NotAJourneyFile(_("“{file}” is not an ordinary file.").format(file=path.name))
    if status.st_size == 0:
        sentence = _("“{file}” is empty: nothing was ever written to it, or a copy was broken off.")
        raise NotAJourneyFile(sentence.format(file=path.name) + " " + not_changed())
    if status.st_size > FILE_LIMIT:
        raise too_many_bytes(path)


def says_newer(head: bytes) -> bool:
    """Whether the beginning of a file of ours tells that a newer version of the program made it."""
    is_ours = head.startswith(_MAGIC) and _number(head, 68) == APPLICATION_ID
    return is_ours and _number(head, 60) > SCHEMA_VERSION


def made_by_newer(path: Path) -> MadeByNewer:
    """The fault of a file that only a newer version can read."""
    sentence = _("“{file}” was made by a newer version of Reisekart; bring this one up to date to open it.")
    return MadeByNewer(sentence.format(file=path.name) + " " + not_changed())


def _expect_ours(path: Path, head: bytes) -> None:
    if not head.startswith(_MAGIC):
        sentence = _("“{file}” is not a journey file.").format(file=path.name)
        raise NotAJourneyFile(sentence + " " + not_changed())
    if len(head) < _LENGTH:
        raise damaged(path)
    if _number(head, 68) != APPLICATION_ID:
        sentence = _("“{file}” was made by another program.").format(file=path.name)
        raise NotAJourneyFile(sentence + " " + not_changed())
    if says_newer(head):
        raise made_by_newer(path)
    if _number(head, 60) < 1:
        raise damaged(path)


def _expect_whole(path: Path, head: bytes) -> None:
    counted = head[24:28] == head[92:96]
    interrupted = any(Path(f"{path.resolve()}{ending}").exists() for ending in ("-journal", "-wal"))
    if not counted or interrupted:
        return  # SQLite itself finds out the size, after taking back what was broken off
    page = int.from_bytes(head[16:18]) if head[16:18] != b"\x00\x01" else 65_536
    if _number(head, 28) * page > path.stat().st_size:
        raise damaged(path, _("Its end is missing: it may have been copied only in part."))


def _number(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 4])
