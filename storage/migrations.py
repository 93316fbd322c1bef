"""How a file gets its tables, and how an older file will get what newer versions add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.header import APPLICATION_ID
from storage.schema import MIGRATIONS_TABLE, statements

if TYPE_CHECKING:
    from sqlite_utils import Database


def lay_out(db: Database) -> None:
    """Make the tables in an empty file, within the transaction that the caller has begun."""
    from sqlite_utils import Migrations

    migrations = Migrations("journey")
    for step in (m001_initial,):
        migrations()(step)
    db.execute(MIGRATIONS_TABLE)
    migrations.apply(db)


def m001_initial(db: Database) -> None:
    """The tables of schema.sql. Once a version is out, its migration is never changed again."""
    for statement in statements():
        db.execute(statement)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("pragma user_version = 1")
