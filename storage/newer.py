"""Reading files of newer versions of the program: what this version knows of them, proved as ever."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from resources.words import _
from storage.connection import in_memory
from storage.faults import FileDamaged, MadeByNewer, NotAJourneyFile, ReadError, not_changed
from storage.header import SCHEMA_VERSION, made_by_newer
from storage.held_file import HeldFile
from storage.limits import expect_room
from storage.migrations import lay_out
from storage.reading import Content, read_content
from storage.rows import ROWS
from storage.writing import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

_KNOWN = ("document", "created", "revision", "digest")
"""What this version knows of what a file says of itself; ``oldest_reader`` is its own."""
_MOST = 1_000
"""Parts of a file that are looked at."""
_LARGEST = 300_000_000
"""Bytes of a file that are taken into memory."""
_AT_ONCE = 1_000
_READABLE = (*ReadError, LookupError, ValueError, TypeError)


class NewerFile(HeldFile):
    """What this version knows of a file of a newer one, held in memory; the file itself is let go."""

    def image(self) -> NoReturn:
        """Raises MadeByNewer: a copy would lack what only the newer version knows, and not say so."""
        sentence = _(
            "“{file}” was made by a newer version of Reisekart, and a copy made by this one would not be "
            "whole. Copy the file itself, or bring Reisekart up to date."
        )
        raise MadeByNewer(sentence.format(file=self.path.name))


def read_newer(db: Database, path: Path) -> tuple[NewerFile, Content]:
    """A newer file, of which ``db`` may be closed afterwards; it is only read.

    Raises MadeByNewer where it says that this version cannot read it, and where it is anything but tables
    with all that this version knows, to which columns and tables may have been added: nobody here can tell
    damage from what is new.
    """
    try:
        _expect_readable(db)
        expect_room(db, path, ((rows.sort, rows.columns) for rows in ROWS.values()))
        ours = _in_our_form(db)
        try:
            content = read_content(ours, path)
            return NewerFile(path, ours, content, None), content
        except BaseException:
            ours.close()
            raise
    except (*_READABLE, FileDamaged, NotAJourneyFile) as error:
        raise made_by_newer(path) from error


def about_newer(path: Path) -> str:
    """What is to be said of a newer file that can be read."""
    sentence = _(
        "“{file}” was made by a newer version of Reisekart: it can only be read here, without what this "
        "version does not know. Bring Reisekart up to date to edit it."
    )
    return sentence.format(file=path.name)


def newer_is_not_merged(path: Path) -> MadeByNewer:
    """The fault of bringing together what this version knows only in part."""
    sentence = _(
        "“{file}” was made by a newer version of Reisekart, and only that can merge it with all that is in "
        "it."
    )
    return MadeByNewer(f"{sentence.format(file=path.name)} {not_changed()}")


def _expect_readable(db: Database) -> None:
    """Raise ValueError where this version may not read a file, or where something in it acts or computes."""
    (oldest,) = db.execute("select value from meta where key = 'oldest_reader'").fetchone()
    if int(oldest) > SCHEMA_VERSION:
        raise ValueError("it is too new")
    parts = db.execute("select type, sql from sqlite_schema limit ?", (_MOST + 1,)).fetchall()
    if len(parts) > _MOST:
        raise ValueError("it has too many parts")
    for kind, sql in parts:
        if kind not in ("table", "index") or str(sql or "").upper().startswith("CREATE VIRTUAL"):
            raise ValueError("it holds what acts")
    pages, size = (db.execute(f"pragma {what}").fetchone()[0] for what in ("page_count", "page_size"))
    if pages * size > _LARGEST:
        raise ValueError("it is too large")


def _in_our_form(db: Database) -> Database:
    """A file of this version, in memory, with the rows of a newer one as far as this version knows them."""
    ours = in_memory()
    try:
        db.execute("begin")
        with transaction(ours):
            lay_out(ours)
            for table in _tables(ours):
                _take(db, ours, table)
            ours.execute("delete from meta where key not in (?, ?, ?, ?)", _KNOWN)
            ours.execute("insert into meta values ('oldest_reader', ?)", (str(SCHEMA_VERSION),))
    except BaseException:
        ours.close()
        raise
    finally:
        db.execute("rollback")
    return ours


def _tables(ours: Database) -> list[str]:
    """The tables of this version, but for those that are about the tables."""
    made = "select name from sqlite_schema where type = 'table' and name not like '%sqlite_%' order by rowid"
    return [str(name) for (name,) in ours.execute(made)]


def _take(db: Database, ours: Database, table: str) -> None:
    """Take over the rows of a table, in their order. Raises ValueError where a column is none any more."""
    columns = [str(name) for (name,) in ours.execute("select name from pragma_table_info(?)", (table,))]
    told = db.execute("select name from pragma_table_xinfo(?) where hidden = 0", (table,))
    if not set(columns) <= {str(name) for (name,) in told}:
        raise ValueError("a column is missing, or is made of others")
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    found = db.execute(f"select {names} from {table} order by rowid")
    while rows := found.fetchmany(_AT_ONCE):
        ours.conn.executemany(f"insert into {table} ({names}) values ({places})", rows)
