"""The tables a file must hold, to the letter, and nothing else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from journey.clean import one_line
from resources.words import _
from storage.faults import StrangeParts, into_a_new_file, not_changed
from storage.header import SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

# sqlite-utils would make this table itself, without types; it leaves alone what is there.
MIGRATIONS_TABLE = """CREATE TABLE _sqlite_migrations (
    id integer primary key,
    migration_set text not null,
    name text not null,
    applied_at text not null,
    unique (migration_set, name)
) STRICT"""

_MOST = 200
"""Parts of a file that are looked at."""
_LONGEST = 40
"""Letters of a strange part's name that are told."""
_SEQUENCE = "CREATE TABLE sqlite_sequence(name,seq)"
_NAMED = re.compile(r"CREATE (?:TABLE|INDEX) (\w+)")


@cache
def statements(version: int) -> tuple[str, ...]:
    """The statements that a version added, without comments and semicolons."""
    text = Path(__file__).with_name(f"schema_{version}.sql").read_text(encoding="utf-8")
    bare = re.sub("^--.*\n", "", text, flags=re.MULTILINE)
    return tuple(part.strip() for part in bare.split(";\n") if part.strip())


def expect_schema(db: Database, path: Path) -> None:
    """Raise StrangeParts if the file holds anything but the tables of its version: triggers and views act."""
    expected = _expected(version_of(db))
    listed = db.execute("select name, sql from sqlite_schema where sql is not null limit ?", (_MOST,))
    found = dict(listed.fetchall())
    if found == expected:
        return
    strange = sorted(name for name in found if found[name] != expected.get(name))
    sentence = _(
        "“{file}” does not hold the tables of a journey file ({names}): it is damaged, or somebody put in "
        "what does not belong there. Nothing of that was run."
    )
    names = ", ".join(one_line(str(name))[:_LONGEST] for name in strange[:3]) or _("some are missing")
    said = sentence.format(file=path.name, names=names)
    raise StrangeParts(f"{said} {not_changed()} {into_a_new_file()}")


def version_of(db: Database) -> int:
    """The version of a file's tables."""
    (version,) = db.execute("pragma user_version").fetchone()
    return int(version)


@cache
def _expected(version: int) -> dict[str, str]:
    known = range(1, min(version, SCHEMA_VERSION) + 1)
    added = (sql for one in known for sql in statements(one))
    ours = {_name(sql): sql for sql in (MIGRATIONS_TABLE, *added)}
    return {**ours, "sqlite_sequence": _SEQUENCE}


def _name(sql: str) -> str:
    match = _NAMED.match(sql)
    assert match is not None
    return match[1]
