"""How a file gets its tables, and how an older file gets what newer versions of the program add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.header import APPLICATION_ID
from storage.schema import MIGRATIONS_TABLE, statements

if TYPE_CHECKING:
    from sqlite_utils import Database


def lay_out(db: Database) -> None:
    """Make the tables in an empty file, within the transaction that the caller has begun."""
    db.execute(MIGRATIONS_TABLE)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    bring_up_to_date(db)


def bring_up_to_date(db: Database) -> None:
    """Add what the file does not have yet, within the transaction that the caller has begun."""
    from sqlite_utils import Migrations

    migrations = Migrations("journey")
    for step in (m001_initial, m002_versions):
        migrations()(step)
    migrations.apply(db)


def m001_initial(db: Database) -> None:
    """The tables of version 1. Once a version is out, its migration is never changed again."""
    _lay(db, 1)


def m002_versions(db: Database) -> None:
    """The versions that somebody may want to go back to; programs of version 1 cannot prove such a file."""
    _lay(db, 2)
    db.execute("update meta set value = '2' where key = 'oldest_reader'")


def _lay(db: Database, version: int) -> None:
    for statement in statements(version):
        db.execute(statement)
    db.execute(f"pragma user_version = {version}")
