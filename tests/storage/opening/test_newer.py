"""Files of newer versions: read as far as they are known where they allow it, and never written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journey.past import map_after
from journey.versions import VersionKind
from storage import FileReadOnly, JourneyFile, MadeByNewer
from storage.shared_history import shared_history
from tests.storage.maps import written
from tests.storage.newer import made_newer
from tests.storage.tampering import opened, tampered


@pytest.fixture
def newer(closed: Path) -> Path:
    """The file with a few edits, as a newer program left it."""
    made_newer(closed)
    return closed


def everything_in(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_known_of_it_is_read_and_no_byte_is_changed(
    closed: Path, data: Path, read_only: bool
) -> None:
    with JourneyFile.open(closed) as file:
        file.keep_version(VersionKind.NAMED, "Lunch")
        expected, first = file.map, map_after(file, file.document(), 0)
    made_newer(closed)
    before = everything_in(closed.parent)
    with JourneyFile.open(closed, read_only=read_only, data_folder=data) as file:
        assert (file.read_only, file.newer) == (True, True)
        assert set(file.map.records()) == set(expected.records())
        assert set(map_after(file, file.document(), 0).records()) == set(first.records())
        assert [version.name for version in file.versions] == ["Lunch"]
        assert "made by a newer version of Reisekart: it can only be read here" in " ".join(file.remarks)
        assert everything_in(closed.parent) == before
    assert everything_in(closed.parent) == before
    assert not data.exists()


def test_an_edit_of_it_is_never_written(newer: Path) -> None:
    before = newer.read_bytes()
    file = JourneyFile.open(newer)
    file.document().do(written(file.map, "More"))
    with pytest.raises(FileReadOnly):
        file.wait_saved(20)
    with pytest.raises(FileReadOnly):
        file.close()
    assert newer.read_bytes() == before


def test_no_copy_is_made_that_would_not_be_whole(newer: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.journey"
    with (
        JourneyFile.open(newer) as file,
        pytest.raises(MadeByNewer, match=r"would not be whole\. Copy the file itself"),
    ):
        file.save_copy(target)
    assert not target.exists()


def test_it_is_merged_by_newer_programs_alone(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.journey"
    other.write_bytes(closed.read_bytes())
    made_newer(other)
    with JourneyFile.open(closed) as mine, JourneyFile.open(other) as theirs:
        for one, two in ((mine, theirs), (theirs, mine)):
            with pytest.raises(MadeByNewer, match=r"“other\.journey” .* only that can merge it"):
                shared_history(one.moment(), two.moment())


@pytest.mark.parametrize("oldest", ["3", "99", "two", ""])
def test_one_that_says_it_is_too_new_is_refused(closed: Path, oldest: str) -> None:
    made_newer(closed, oldest=oldest)
    expect_refused(closed)


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger t after update on card begin delete from card; end",
        "create view extra as select * from card",
        "create virtual table extra using fts5 (text)",
        "alter table card rename column text to words",
        "drop table vote",
        "delete from meta where key = 'oldest_reader'",
        "update card set text = 'Changed' where id = 'call'",
        "update meta set value = '7' where key = 'revision'",
        "delete from entry where number = 2",
    ],
)
def test_one_that_is_not_what_it_says_is_refused(newer: Path, statement: str) -> None:
    tampered(newer, statement)
    expect_refused(newer)


def test_a_column_that_is_made_of_others_is_not_computed(newer: Path) -> None:
    tampered(
        newer,
        "alter table vote drop column role",
        "alter table vote add column role text as ('staff')",
    )
    expect_refused(newer)


def test_words_that_this_version_does_not_have_are_refused(newer: Path) -> None:
    with closing(sqlite3.connect(newer, isolation_level=None)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute("update card set status = 'in doubt' where id = 'call'")
    expect_refused(newer)


def test_a_newer_file_that_is_cut_short_is_refused(newer: Path) -> None:
    newer.write_bytes(newer.read_bytes()[:20_000])
    expect_refused(newer)


def test_what_a_newer_program_left_in_a_log_beside_it_is_read_too(newer: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(newer, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("update meta set value = '5' where key = 'tempo'")
        before = everything_in(newer.parent)
        assert f"{newer.name}-wal" in before
        opened(newer)
        after = everything_in(newer.parent)
        assert {name: after[name] for name in before if not name.endswith("-shm")} == {
            name: content for name, content in before.items() if not name.endswith("-shm")
        }


def expect_refused(path: Path) -> None:
    before = everything_in(path.parent)
    with pytest.raises(MadeByNewer, match=r"bring this one up to date to open it\. The file was not changed"):
        opened(path)
    assert everything_in(path.parent) == before
