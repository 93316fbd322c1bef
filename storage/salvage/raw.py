"""The bytes of a damaged file, with what was broken off beside it taken into account, and nothing changed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.connection import connect
from storage.faults import fault_of
from storage.header import expect_file
from storage.limits import FILE_LIMIT, too_many_bytes

BESIDE = ("-journal", "-wal")
"""The endings of files in which SQLite keeps what is not, or not for good, in the file itself."""


def raw_bytes(path: Path) -> bytes:
    """The bytes of a file as they were before what was broken off, or after what waited beside it.

    Raises a FileFault if the file cannot be read or is too large.
    """
    try:
        expect_file(path)
        if path.stat().st_size > FILE_LIMIT:
            raise too_many_bytes(path)
        return _settled(path) or path.read_bytes()
    except OSError as error:
        raise fault_of(error, path, "") from error


def _settled(path: Path) -> bytes:
    """What a copy of the file becomes when SQLite has settled it; nothing where that cannot be."""
    beside = [ending for ending in BESIDE if Path(f"{path}{ending}").is_file()]
    if not beside:
        return b""
    with TemporaryDirectory(prefix="reisekart-") as folder:
        copy = Path(folder) / "copy.journey"
        for ending in ("", *beside):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        try:
            with closing(connect(copy)) as db:
                db.execute("select 1 from sqlite_schema").fetchone()
        except (sqlite3.Error, UnicodeDecodeError):
            return b""
        return copy.read_bytes()
