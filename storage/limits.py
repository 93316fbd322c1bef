"""How much a file may hold: far more than any workshop needs, and no more than a laptop bears."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journey.model.fields import PICTURES_LIMIT, RECORD_LIMIT
from resources.words import _
from storage.faults import FileFault, not_changed

FILE_LIMIT = 1_000_000_000
"""Bytes a file may have."""
ENTRY_LIMIT = 1_000_000
"""Steps a history may have."""
TEXT_LIMIT = 300_000_000
"""Characters that all the texts of a map may have together."""
ROW_LIMIT = 20_000_000
"""Bytes one row may have: a picture, or what one step did to one record. See also ``connection``."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database


class FileTooLarge(FileFault):
    """The file holds more than this program takes."""

    kind = "large"


def too_large(path: Path, what: str) -> FileTooLarge:
    """The fault of finding too much in a file; ``what`` says of what, and how much there may be."""
    sentence = _("“{file}” is too large to be opened: {what}.").format(file=path.name, what=what)
    return FileTooLarge(f"{sentence} {not_changed()}")


def too_many_bytes(path: Path) -> FileTooLarge:
    """The fault of a file of too many bytes."""
    megabytes = FILE_LIMIT // 1_000_000
    return too_large(path, _("a journey file has at most {limit} MB").format(limit=megabytes))


def too_many_records(path: Path) -> FileTooLarge:
    """The fault of a map of too many records."""
    return too_large(path, _("a map has at most {limit} cards and other parts").format(limit=RECORD_LIMIT))


def too_long(path: Path) -> FileTooLarge:
    """The fault of a single text or picture of too many bytes."""
    megabytes = ROW_LIMIT // 1_000_000
    return too_large(
        path, _("no text or picture in it may have more than {limit} MB").format(limit=megabytes)
    )


def expect_room(db: Database, path: Path, tables: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Raise FileTooLarge before more is read than there is room for.

    ``tables`` are those of the records, each with its columns.
    """
    tables = list(tables)
    if sum(_count(db, name, RECORD_LIMIT) for name, _columns in tables) > RECORD_LIMIT:
        raise too_many_records(path)
    if _count(db, "entry", ENTRY_LIMIT) > ENTRY_LIMIT:
        raise too_large(path, _("a history has at most {limit} changes").format(limit=ENTRY_LIMIT))
    if sum(_length(db, name, columns) for name, columns in tables) > TEXT_LIMIT:
        raise too_large(path, _("a map has at most {limit} letters").format(limit=TEXT_LIMIT))
    shown = db.execute("select sum(length(bytes)) from blob where sha256 in (select data from asset)")
    if (shown.fetchone()[0] or 0) > PICTURES_LIMIT:
        megabytes = PICTURES_LIMIT // 1_000_000
        raise too_large(path, _("the pictures of a map have at most {limit} MB").format(limit=megabytes))


def _count(db: Database, table: str, most: int) -> int:
    (count,) = db.execute(f"select count(*) from (select 1 from {table} limit {most + 1})").fetchone()
    return int(count)


def _length(db: Database, table: str, columns: Iterable[str]) -> int:
    total = " + ".join(f"coalesce(sum(length({column})), 0)" for column in columns)
    (letters,) = db.execute(f"select {total} from {table}").fetchone()
    return int(letters)
