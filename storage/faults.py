"""What can go wrong with a file, in words a facilitator understands."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from resources.errors import Fault
from resources.words import _

ReadError = (sqlite3.Error, UnicodeDecodeError)
"""What reading a file can raise: a damaged one can damage even the words that SQLite complains in."""


class FileFault(Fault):
    """Something is wrong with a file, its folder or its disk; ``kind`` is a word for programs."""

    kind: ClassVar[str] = "disk"


class FileMissing(FileFault):
    """There is no file of this name, or no folder for it."""

    kind = "missing"


class NameTaken(FileFault):
    """A file that was to be created is there already."""

    kind = "taken"


class NameImpossible(FileFault):
    """The disk cannot hold a file of this name."""

    kind = "name"


class NotAJourneyFile(FileFault):
    """The file is something else: empty, a folder, a picture, another program's data."""

    kind = "foreign"


class StrangeParts(NotAJourneyFile):
    """The file is ours but for what it holds beside our tables, or in their place."""

    kind = "parts"


class MadeByNewer(FileFault):
    """The file was made by a newer Reisekart than this one."""

    kind = "newer"


class FileDamaged(FileFault):
    """The file was ours and no longer is what was written."""

    kind = "damaged"


class FileReadOnly(FileFault):
    """The file or its folder cannot be written."""

    kind = "read-only"


class FileBusy(FileFault):
    """Another program holds the file at the moment."""

    kind = "busy"


class DiskSilent(FileFault):
    """The disk neither does what it was asked for nor reports an error; it may still do it."""

    kind = "silent"


class DiskFull(FileFault):
    """There is no room left."""

    kind = "full"


class FileGone(FileFault):
    """The file that was open is no longer at its place."""

    kind = "gone"


class FileAway(FileFault):
    """The folder of the file is not there: a disk was pulled out, or a share is out of reach."""

    kind = "away"


class FileInUse(FileReadOnly):
    """Somebody else has the file open."""

    kind = "in use"


class ChangedOutside(FileFault):
    """Somebody else has written to the file since it was read; nothing of theirs was overwritten."""

    kind = "changed"


class ReplacedOutside(ChangedOutside):
    """Another file lies in the place of the one that was open; it was not overwritten."""

    kind = "replaced"


def nothing_created() -> str:
    """What was kept when a file could not be made."""
    return _("Nothing was created.")


def not_changed() -> str:
    """What was kept when a file could not be opened."""
    return _("The file was not changed.")


def into_a_new_file() -> str:
    """What can be done about a file that cannot be opened for what is in it."""
    return _("What can be read of it can be put into a new file.")


def edits_kept(safe: bool) -> str:
    """What was kept when edits could not be written: on this computer's disk where they are ``safe``."""
    if safe:
        return _("Your latest changes are saved on this computer, and are not in the file yet.")
    return _("Your latest changes are kept as long as Reisekart runs, and are not in the file yet.")


def with_kept(fault: FileFault, safe: bool) -> FileFault:
    """The same fault, saying also what was kept."""
    return type(fault)(_joined(fault.sentence, edits_kept(safe)))


def changed_outside(path: Path) -> ChangedOutside:
    """The fault of finding somebody else's edits in the file."""
    cause = _("“{file}” was changed by another program or another window; its content was not overwritten.")
    return ChangedOutside(cause.format(file=path.name))


def replaced_outside(path: Path) -> ReplacedOutside:
    """The fault of finding another file in the place of the one that was open."""
    cause = _("Another file was put in the place of “{file}”; nothing in it was overwritten.")
    return ReplacedOutside(cause.format(file=path.name))


def is_gone(path: Path, known_at: datetime | None = None) -> FileGone:
    """The fault of finding no file where one was; ``known_at``: when it was last as it is known here, where
    others put another one in its place since.
    """
    if known_at is None:
        return FileGone(_gone(path.name))
    older = _(
        "What can be put back is what it was here at {time}: others changed it since, and the file that was "
        "moved may hold more."
    )
    return FileGone(_joined(_gone(path.name), older.format(time=known_at.strftime("%H:%M"))))


def is_away(path: Path) -> FileAway:
    """The fault of finding not even the folder where a file was."""
    cause = _("The disk or the folder with “{file}” is not there at the moment; was it unplugged?")
    return FileAway(cause.format(file=path.name))


def is_silent(path: Path) -> DiskSilent:
    """The fault of a disk that leaves one waiting."""
    cause = _("The disk with “{file}” does not answer at the moment.")
    return DiskSilent(cause.format(file=path.name))


def damaged(path: Path, detail: str = "") -> FileDamaged:
    """The fault of finding in a file what was never written there."""
    cause = _damaged(path.name)
    return FileDamaged(_joined(cause, detail, not_changed(), into_a_new_file()))


def fault_of(error: sqlite3.Error | OSError, path: Path, kept: str) -> FileFault:
    """The fault that an error of SQLite or of the system stands for; ``kept`` says what was not lost."""
    if isinstance(error, OSError):
        fault, cause = _BY_ERRNO.get(error.errno or 0, (FileFault, _disk))
    else:
        code = getattr(error, "sqlite_errorcode", None) or 0
        fault, cause = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF) or (FileFault, _disk)
    return fault(_joined(cause(path.name), kept))


def unreadable(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> FileFault:
    """The fault of an error met while reading: what is neither lock, disk nor folder is damage."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    if isinstance(error, sqlite3.Error) and code & 0xFF in _NO_DAMAGE:
        return fault_of(error, path, not_changed())
    return damaged(path)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _busy(file: str) -> str:
    return _("Another program is holding “{file}”.").format(file=file)


def _read_only(file: str) -> str:
    return _("“{file}” cannot be written: the file or its folder is read-only.").format(file=file)


def _broken_off(file: str) -> str:
    return _(
        "Writing “{file}” was broken off, and it can only be mended where it may be written: "
        "copy it, with its “-journal” file, to another folder and open it there."
    ).format(file=file)


def _disk(file: str) -> str:
    return _("The disk with “{file}” reports an error.").format(file=file)


def _damaged(file: str) -> str:
    return _("“{file}” is damaged.").format(file=file)


def _full(file: str) -> str:
    return _("There is no room left on the disk for “{file}”.").format(file=file)


def _unreachable(file: str) -> str:
    return _("“{file}” cannot be opened: its folder cannot be written, or its path is too long.").format(
        file=file
    )


def _not_taken(file: str) -> str:
    return _("“{file}” did not take the latest change.").format(file=file)


def _gone(file: str) -> str:
    return _("“{file}” is no longer where it was: it was moved or deleted.").format(file=file)


def _taken(file: str) -> str:
    return _("“{file}” is there already.").format(file=file)


def _missing(file: str) -> str:
    return _("There is no file “{file}”.").format(file=file)


def _loop(file: str) -> str:
    return _("“{file}” is a link that leads back to itself, and no file.").format(file=file)


def _name(file: str) -> str:
    return _("The name “{file}” is too long for this disk; a shorter one is needed.").format(file=file)


_Cause = tuple[type[FileFault], Callable[[str], str]]

_BY_CODE: dict[int, _Cause] = {
    sqlite3.SQLITE_BUSY: (FileBusy, _busy),
    sqlite3.SQLITE_LOCKED: (FileBusy, _busy),
    sqlite3.SQLITE_READONLY: (FileReadOnly, _read_only),
    sqlite3.SQLITE_READONLY_DBMOVED: (FileGone, _gone),
    sqlite3.SQLITE_READONLY_ROLLBACK: (FileReadOnly, _broken_off),
    sqlite3.SQLITE_PERM: (FileReadOnly, _read_only),
    sqlite3.SQLITE_CORRUPT: (FileDamaged, _damaged),
    sqlite3.SQLITE_NOTADB: (FileDamaged, _damaged),
    sqlite3.SQLITE_FULL: (DiskFull, _full),
    sqlite3.SQLITE_CONSTRAINT: (FileFault, _not_taken),
    sqlite3.SQLITE_CANTOPEN: (FileReadOnly, _unreachable),
}
_NO_DAMAGE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_BY_ERRNO: dict[int, _Cause] = {
    errno.ENOSPC: (DiskFull, _full),
    errno.EDQUOT: (DiskFull, _full),
    errno.EACCES: (FileReadOnly, _read_only),
    errno.EPERM: (FileReadOnly, _read_only),
    errno.EROFS: (FileReadOnly, _read_only),
    errno.EEXIST: (NameTaken, _taken),
    errno.EISDIR: (NameTaken, _taken),
    errno.ENOENT: (FileMissing, _missing),
    errno.ENOTDIR: (FileMissing, _missing),
    errno.ENAMETOOLONG: (NameImpossible, _name),
    errno.ELOOP: (NotAJourneyFile, _loop),
}
