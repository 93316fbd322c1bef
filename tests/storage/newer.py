"""A file as a newer program may leave it: more tables, more columns, and a word on who can still read it."""

from __future__ import annotations

from pathlib import Path

from storage.header import SCHEMA_VERSION
from tests.storage.tampering import tampered


def made_newer(path: Path, *more: str, oldest: str = str(SCHEMA_VERSION)) -> None:
    """Make a file one of the next version, which adds a column and a table, and do ``more`` to it."""
    tampered(
        path,
        "alter table card add column mood text not null default 'calm'",
        "create table sound (id text primary key not null, card text references card (id)) strict",
        "create index sound_by_card on sound (card)",
        "insert into sound select 'sound-' || id, id from card",
        "insert into meta values ('tempo', '4')",
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('journey', 'm003', '')",
        f"update meta set value = '{oldest}' where key = 'oldest_reader'",
        f"pragma user_version = {SCHEMA_VERSION + 1}",
        *more,
    )
