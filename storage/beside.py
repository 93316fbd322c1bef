"""What SQLite or another tool left beside a file: edits that were broken off, or that wait to be taken in."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from resources.words import _
from storage.connection import connect, in_memory
from storage.faults import FileBusy, FileFault, ReadError, damaged, not_changed
from storage.reading import read_content

_JOURNAL, _LOG = "-journal", "-wal"
_WRITE_VERSION = 18
"""Where the head of a file says whether its latest edits lie in a log beside it."""


def expect_own(path: Path) -> None:
    """Raise a FileFault where taking in what lies beside a file would do it harm, for it is not the file's.

    A copy is tried first, so the file itself is not changed.
    """
    beside = lies_beside(path)
    if not is_unsettled(path):
        return
    if _is_proved(settled(path), path):
        return
    if _is_proved(path.read_bytes(), path):
        sentence = _(
            "“{beside}” lies beside “{file}” and does not belong to it. Move it to another folder, "
            "and open the file again."
        )
        said = sentence.format(beside=path.name + beside[0], file=path.name)
        raise FileBusy(f"{said} {not_changed()}")
    if _LOG not in beside:
        raise damaged(path)


def lies_beside(path: Path) -> list[str]:
    """The endings of the files beside a file in which edits of it may lie."""
    beside = {name: Path(f"{path.resolve()}{name}") for name in (_JOURNAL, _LOG)}
    return [name for name, one in beside.items() if one.is_file() and one.stat().st_size > 0]


def settled(path: Path) -> bytes:
    """What a copy of the file becomes when it has taken in what lies beside it; nothing where it cannot."""
    beside = lies_beside(path)
    with TemporaryDirectory(prefix="reisekart-") as folder:
        copy = Path(folder) / "copy.journey"
        for name in ("", *beside):
            shutil.copyfile(f"{path.resolve()}{name}", f"{copy}{name}")
        try:
            with closing(connect(copy)) as db:
                db.execute("select 1 from sqlite_schema").fetchone()
        except ReadError:
            return b""
        return copy.read_bytes()


def is_unsettled(path: Path) -> bool:
    """Whether what lies beside a file must be taken in before it is read."""
    return bool(lies_beside(path)) and (_LOG in lies_beside(path) or is_broken_off(path))


def is_broken_off(path: Path) -> bool:
    """Whether an edit was broken off half way, and is to be taken back before anything is read."""
    try:
        with closing(connect(path, "ro")) as db:
            db.execute("select 1 from sqlite_schema").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_ROLLBACK
    except UnicodeDecodeError:
        pass
    return False


def about_log(path: Path) -> tuple[str, ...]:
    """What is to be said of a file that another tool made keep its latest edits in a log beside it."""
    with path.open("rb") as file:
        head = file.read(_WRITE_VERSION + 1)
    if head[_WRITE_VERSION:] != b"\x02" or _LOG in lies_beside(path):
        return ()
    said = _(
        "Another program had “{file}” in hand, and kept the latest changes in a file beside it, which is not "
        "there. If this is a copy, it may be older than it looks."
    )
    return (said.format(file=path.name),)


def about_copy(path: Path) -> tuple[str, ...]:
    """What is to be said where a file may only be read, and so does not take in what lies beside it."""
    beside = lies_beside(path)
    broken_off = _(
        "Writing “{file}” was broken off once, which cannot be put right where nothing may be written. "
        "You see it as it was before that."
    )
    waiting = _("The latest changes of “{file}” lie in a file beside it. You see it with them.")
    return tuple((waiting if name == _LOG else broken_off).format(file=path.name) for name in beside)


def _is_proved(image: bytes, path: Path) -> bool:
    if not image:
        return False
    try:
        with closing(in_memory(image)) as db:
            read_content(db, path)
    except (FileFault, *ReadError):
        return False
    return True
