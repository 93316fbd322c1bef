"""The tables, as written, hold exactly the records' fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest

from journey.model import SHAPES, Card, Lane, Shape, Step
from storage import JourneyFile
from storage.connection import connect

if TYPE_CHECKING:
    from sqlite_utils import Database

TYPES = {str: "TEXT", bool: "INTEGER", int: "INTEGER", float: "REAL", bytes: "TEXT", tuple: "TEXT"}


@pytest.fixture
def db(a_file: JourneyFile, path: Path) -> Iterator[Database]:
    database = connect(path)
    yield database
    database.close()


def column_of(hint: Any) -> tuple[str, bool]:
    """The type of a field's column and whether it must have a value."""
    options = [one for one in get_args(hint) if one not in (type(None), ...)]
    kind = tuple if getattr(hint, "__origin__", None) is tuple else (options or [hint])[0]
    return TYPES[str if issubclass(kind, StrEnum) else kind], type(None) not in get_args(hint)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_table_has_its_records_fields_in_their_order(db: Database, shape: Shape) -> None:
    hints = get_type_hints(shape.record)
    told = db.execute(f"select name, type, \"notnull\" from pragma_table_info('{shape.name}')").fetchall()
    assert [(name, (kind.upper(), bool(full))) for name, kind, full in told] == [
        (field.name, column_of(hints[field.name])) for field in fields(shape.record)
    ]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_table_points_where_its_records_point(db: Database, shape: Shape) -> None:
    keys = db.execute(
        f'select "from", "table", on_delete from pragma_foreign_key_list(\'{shape.name}\')'
    ).fetchall()
    names = {one.record: one.name for one in SHAPES}
    expected = {
        (ref.field, names[ref.target], "SET NULL" if ref.clears else "CASCADE") for ref in shape.references
    }
    assert {key for key in keys if key[1] != "blob"} == expected


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_column_takes_exactly_the_words_of_its_field(db: Database, shape: Shape) -> None:
    (sql,) = db.execute("select sql from sqlite_schema where name = ?", (shape.name,)).fetchone()
    for name, hint in get_type_hints(shape.record).items():
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            listed = sql.split(f"check ({name} in (")[1].split("))")[0]
            assert [word.strip().strip("'") for word in listed.split(",")] == [str(word) for word in hint]


def test_every_table_is_strict(db: Database) -> None:
    loose = db.execute(
        "select name from pragma_table_list where schema = 'main' and not strict and name not like 'sqlite_%'"
    ).fetchall()
    assert loose == []


def test_what_belongs_to_cards_lanes_and_steps_is_found_without_reading_whole_tables(db: Database) -> None:
    for shape in SHAPES:
        for ref in shape.references:
            if ref.target in (Card, Lane, Step) and not ref.clears:
                plan = db.execute(
                    f"explain query plan select 1 from {shape.name} where {ref.field} = ?", ("x",)
                )
                assert "USING" in plan.fetchone()[3], (shape.name, ref.field)


def test_the_file_bears_our_mark_and_version(db: Database) -> None:
    assert db.execute("pragma application_id").fetchone() == (0x4A524E59,)
    assert db.execute("pragma user_version").fetchone() == (2,)


def test_a_commit_is_on_the_disk_when_it_returns_and_nothing_in_a_file_runs(db: Database) -> None:
    def pragma(name: str) -> Any:
        return db.execute(f"pragma {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("locking_mode")) == ("delete", 3, "normal")
    assert (pragma("foreign_keys"), pragma("trusted_schema"), pragma("recursive_triggers")) == (1, 0, 0)
    assert (pragma("secure_delete"), pragma("cell_size_check"), pragma("mmap_size")) == (1, 1, 0)
