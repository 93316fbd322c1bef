"""How versions stand in the file: a row each, which the digest counts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from journey.clean import one_line
from journey.versions import Version, VersionKind
from storage.rows import cells_hash

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST = 200
"""Letters of a name, a note or a person that are kept; a file made to deceive may hold more."""
_SINCE = 2
"""The version of the tables that first had them."""

_COLUMNS = "id, name, entry, at, who, kind, note"


def version_rows(db: Database) -> list[tuple[Any, ...]]:
    """The rows of a file, oldest first; none where its tables are older than versions are."""
    if db.execute("pragma user_version").fetchone()[0] < _SINCE:
        return []
    return db.execute(f"select {_COLUMNS} from version order by rowid").fetchall()


def row_hash(row: tuple[Any, ...]) -> int:
    """What a version's row adds to the digest of the file."""
    return cells_hash("version", row)


def version_hash(version: Version) -> int:
    """What a version adds to the digest of the file."""
    return row_hash(_cells(version))


def version_of_row(row: tuple[Any, ...], revision: int) -> Version:
    """The version that a row tells of, its words as they can be shown.

    Raises ValueError where it is none of a file of this ``revision``.
    """
    name, entry, at, who, kind, note = row[1:]
    if entry > revision:
        raise ValueError("a version of what was never done")
    datetime.fromisoformat(at)
    return Version(row[0], cut(name), entry, at, cut(who), VersionKind(kind), cut(note))


def cut(words: str) -> str:
    """The words on one line, no longer than is kept."""
    return one_line(words)[:LONGEST].rstrip()


def is_kept(db: Database, version: Version) -> bool:
    """Whether the file holds this version already."""
    return db.execute("select 1 from version where id = ?", (version.id,)).fetchone() is not None


def insert_version(db: Database, version: Version) -> None:
    """Write a version's row, within the caller's transaction."""
    db.execute(f"insert into version ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)", _cells(version))


def _cells(version: Version) -> tuple[Any, ...]:
    return (
        *(version.id, version.name, version.entry, version.at, version.who),
        *(str(version.kind), version.note),
    )
