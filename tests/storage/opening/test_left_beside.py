"""What other programs and power cuts leave beside a file is taken in, taken back or told."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import (
    FileBusy,
    FileDamaged,
    JourneyFile,
)
from tests.builders import a_map
from tests.storage.maps import written
from tests.storage.tampering import tampered


def test_a_file_that_another_tool_turned_to_a_write_ahead_log_is_turned_back(closed: Path) -> None:
    tampered(closed, "pragma journal_mode = wal")
    assert closed.read_bytes()[18:20] == b"\x02\x02"
    with JourneyFile.open(closed) as file:
        file.document().do(written(file.map, "back"))
    assert closed.read_bytes()[18:20] == b"\x01\x01"
    assert list(closed.parent.iterdir()) == [closed]


@pytest.fixture
def with_log(closed: Path, tmp_path: Path) -> Path:
    """A file whose latest edit another tool left in a log beside it."""
    copy = tmp_path / "after" / "map.journey"
    copy.parent.mkdir()
    tampered(closed, "pragma journal_mode = wal")
    with closing(sqlite3.connect(closed, isolation_level=None)) as connection:
        connection.execute("update _sqlite_migrations set applied_at = 'later'")
        for suffix in ("", "-wal"):
            shutil.copy(f"{closed}{suffix}", f"{copy}{suffix}")
    return copy


def test_a_log_beside_a_file_is_taken_in(with_log: Path) -> None:
    with JourneyFile.open(with_log) as file:
        assert file.remarks == ()
        file.document().do(written(file.map, "on"))
    assert with_log.read_bytes()[18:20] == b"\x01\x01"
    assert list(with_log.parent.iterdir()) == [with_log]


def test_a_log_beside_a_file_is_read_where_nothing_may_be_written(with_log: Path) -> None:
    before = with_log.read_bytes()
    with JourneyFile.open(with_log, read_only=True) as file:
        assert len(file.history) == 3
        assert file.remarks == (
            "The latest changes of “map.journey” lie in a file beside it. You see it with them.",
        )
    assert with_log.read_bytes() == before
    assert sorted(one.name for one in with_log.parent.iterdir()) == ["map.journey", "map.journey-wal"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_log_that_is_missing_is_told(with_log: Path, read_only: bool) -> None:
    Path(f"{with_log}-wal").unlink()
    with JourneyFile.open(with_log, read_only=read_only) as file:
        assert len(file.history) == 3
        (remark,) = file.remarks
    assert "it may be older than it looks" in remark


@pytest.fixture
def broken_off(closed: Path, tmp_path: Path) -> Path:
    """A file as a power cut leaves it: half of a transaction on the disk, and the journal to take it back."""
    copy = tmp_path / "after" / "map.journey"
    copy.parent.mkdir()
    with closing(sqlite3.connect(closed, isolation_level=None)) as connection:
        connection.execute("pragma cache_size = 1")
        connection.execute("begin immediate")
        connection.execute("update card set note = 'half'")
        connection.execute("insert into blob values (?, zeroblob(100000))", ("0" * 64,))
        for suffix in ("", "-journal"):
            shutil.copy(f"{closed}{suffix}", f"{copy}{suffix}")
        connection.execute("rollback")
    assert copy.read_bytes() != closed.read_bytes()
    return copy


def test_what_was_broken_off_is_taken_back(broken_off: Path) -> None:
    with JourneyFile.open(broken_off) as file:
        assert file.history[-1].label == "Write edit 2"
    assert list(broken_off.parent.iterdir()) == [broken_off]


def test_what_was_broken_off_is_seen_as_before_where_nothing_may_be_written(broken_off: Path) -> None:
    before = broken_off.read_bytes()
    with JourneyFile.open(broken_off, read_only=True) as file:
        assert file.history[-1].label == "Write edit 2"
        assert file.document().next_undo is not None
        assert file.recall(3).label == "Write edit 2"
        assert [remark for remark in file.remarks if "broken off" in remark] == list(file.remarks) != []
    assert broken_off.read_bytes() == before
    assert Path(f"{broken_off}-journal").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_journal_of_another_file_is_not_let_into_this_one(
    broken_off: Path, tmp_path: Path, read_only: bool
) -> None:
    other = broken_off.with_name("other.journey")
    JourneyFile.create(other, a_map().records()).close()
    shutil.move(f"{broken_off}-journal", f"{other}-journal")
    before = other.read_bytes()
    with pytest.raises(FileBusy, match=r"“other.journey-journal” lies beside .* does not belong to it"):
        JourneyFile.open(other, read_only=read_only)
    assert other.read_bytes() == before
    assert Path(f"{other}-journal").exists()


def test_a_damaged_file_with_a_journal_is_left_as_it_is(broken_off: Path) -> None:
    spoilt = bytearray(broken_off.read_bytes())
    spoilt[8192:12288] = spoilt[40960:45056] = bytes(4096)
    broken_off.write_bytes(spoilt)
    with pytest.raises(FileDamaged):
        JourneyFile.open(broken_off)
    assert broken_off.read_bytes() == spoilt
