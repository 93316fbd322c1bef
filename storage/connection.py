"""How a .journey file is connected to: nothing in it can run, and a commit is on the disk when it returns."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_SECONDS = 2.0
"""How long a write waits for another program before it says so."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 20_000_000),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 1),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
# DELETE with EXTRA is the one journal mode that lost nothing when the power was cut at every point of a
# commit; WAL would leave the latest edits beside the file that people copy and mail.
_PRAGMAS = (
    "trusted_schema = off",
    "cell_size_check = on",
    "mmap_size = 0",
    "foreign_keys = on",
    "secure_delete = on",
    "temp_store = memory",
    "fullfsync = on",
    "synchronous = extra",
)

_JOURNAL_MODE = 18
"""Where a file's head tells how it is written."""
_NO_LOG = b"\x01\x01"


@contextmanager
def _without(package: str) -> Iterator[None]:
    """As if a package were not there, unless it is loaded already.

    sqlite-utils loads NumPy if there is one, only to know numbers of its sorts, of which a map has none:
    a tenth of a second, and 20 MB.
    """
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]  # Python's own way to say that there is none
    try:
        yield
    finally:
        del sys.modules[package]


def connect(path: Path, mode: Literal["rw", "ro"] = "rw") -> Database:
    """A connection to a file that is there already; it belongs to one thread at a time.

    Raises sqlite3.Error. ``ro`` never writes a byte, not even to take back what was broken off.
    """
    # A good part of our start-up time would go to importing it where no file is opened.
    with _without("numpy"):
        from sqlite_utils import Database

    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )
    try:
        _harden(connection)
        if mode == "rw":
            _keep_one_file(connection)
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False, recursive_triggers=False, strict=True)


def in_memory(image: bytes | None = None) -> Database:
    """A connection to a copy of a file in memory, from the bytes of one; without bytes nothing is in it yet.

    Raises sqlite3.Error.
    """
    with _without("numpy"):
        from sqlite_utils import Database

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        if image is not None:
            # In memory there is no place for a log beside the file; its pages are all in the image already.
            connection.deserialize(image[:_JOURNAL_MODE] + _NO_LOG + image[_JOURNAL_MODE + len(_NO_LOG) :])
        _harden(connection)
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False, recursive_triggers=False, strict=True)


def _harden(connection: sqlite3.Connection) -> None:
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        for dangerous in (
            sqlite3.SQLITE_DBCONFIG_DQS_DML,
            sqlite3.SQLITE_DBCONFIG_DQS_DDL,
            sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER,
            sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW,
        ):
            connection.setconfig(dangerous, False)
    for pragma in _PRAGMAS:
        connection.execute(f"pragma {pragma}")


def _keep_one_file(connection: sqlite3.Connection) -> None:
    """Turn a file that another tool put into WAL mode back; a file that stays in it must not be written."""
    (mode,) = connection.execute("pragma journal_mode = delete").fetchone()
    if mode != "delete":
        raise sqlite3.OperationalError(f"the journal mode stays {mode}")
