"""No value is let in that the program would not write, and none so large that it fills the memory."""

from __future__ import annotations

import os
import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from journey.model import Card
from storage import (
    FileDamaged,
    JourneyFile,
)
from storage.limits import FileTooLarge
from tests.storage.maps import everything
from tests.storage.tampering import opened, tampered


def tampered_with_right_digest(path: Path, *statements: str) -> None:
    """Do to a file what one could who knows how it proves itself."""
    from storage.rows import DIGEST_SIZE, ROWS, cells_hash

    tampered(path, "pragma foreign_keys = off", "pragma ignore_check_constraints = on", *statements)
    with closing(sqlite3.connect(path)) as connection:
        rows = ((table.sort, row) for table in ROWS.values() for row in connection.execute(table.select()))
        digest = sum(cells_hash(sort, row) for sort, row in rows) % DIGEST_SIZE
    tampered(path, f"update meta set value = '{digest}' where key = 'digest'")


@pytest.mark.parametrize(
    "statement",
    [
        "update card set text = 'x' || char(8238) || 'y'",
        "update card set text = 'a' || char(0) || 'b'",
        "update card set text = char(27) || '[2J'",
        "update card set note = hex(zeroblob(15000))",
        "update card set tags = '[1]'",
        "update card set tags = replace(hex(zeroblob(9000)), '0', '[')",
        "update card set cost = 9e999",
        "update card set cost = 1e300",
        "update card set span = 9999",
        "update card set span = 1 << 60",
        "update card set lane = 'systems'",
        "update card set kind = 'unheard of'",
        "update card set rank = ''",
        "update card set rank = '0'",
        "update card set value = 77 where id = 'idea'",
        "update card set id = 'two lines' || char(10) where id = 'photo'",
        "update owner set parent = 'desk' where id = 'claims'",
        "update link set source = target",
        "update asset set width = 1000000000",
        "update journey set parent_card = 'nowhere'",
        "update measure set date = '2026-13-01'",
        "delete from stage",
        "insert into workshop select 'second', title, '', 'en', '', '' from workshop",
    ],
)
def test_no_value_is_let_in_that_the_program_would_not_write(path: Path, statement: str) -> None:
    """Files made to deceive: the digest is right, the content is not what the program would write."""
    JourneyFile.create(path, everything().records()).close()
    tampered_with_right_digest(path, statement)
    before = path.read_bytes()
    with pytest.raises(FileDamaged, match="damaged"):
        opened(path)
    assert path.read_bytes() == before


def test_what_is_right_by_chance_is_let_in(path: Path) -> None:
    """So that what is refused above is refused for its values, not for how it was put in."""
    JourneyFile.create(path, everything().records()).close()
    tampered_with_right_digest(path, "update card set text = 'other' where id = 'call'")
    with JourneyFile.open(path) as file:
        assert file.map.of(Card)["call"].text == "other"


def numbers(most: int) -> str:
    return f"with recursive n(i) as (select 1 union all select i + 1 from n where i < {most})"


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (f"{numbers(200_001)} insert into participant select i, 'x', '', '' from n", "200000 cards"),
        ("insert into participant values ('p', hex(zeroblob(11000000)), '', '')", "no text or picture"),
        ("insert into blob values (?, zeroblob(25000000))", "no text or picture"),
    ],
)
def test_a_file_of_too_much_is_told_with_little_read(closed: Path, statement: str, says: str) -> None:
    tampered(closed, "pragma synchronous = off", statement.replace("?", "hex(zeroblob(32))"))
    if "blob values" in statement:
        tampered_with_right_digest(closed, "update asset set data = hex(zeroblob(32))")
    before = closed.stat().st_mtime_ns
    tracemalloc.start()
    with pytest.raises(FileTooLarge, match=says):
        opened(closed)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()
    assert closed.stat().st_mtime_ns == before


def test_a_file_of_a_terabyte_of_nothing_is_told_at_once(closed: Path) -> None:
    os.truncate(closed, 1 << 40)
    with pytest.raises(FileTooLarge, match="has at most 1000 MB"):
        opened(closed)
