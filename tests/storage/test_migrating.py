"""An older file stays as it is until the first edit, before which it is backed up and brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import FileFault, JourneyFile, NameImpossible
from storage.backups import BackupKind, backups_of
from storage.connection import connect
from storage.schema import version_of
from tests.storage.maps import everything, written
from tests.storage.test_old_files import OLD_FILES

OLD = (OLD_FILES / "version-1.journey").read_bytes()


@pytest.fixture
def old(path: Path) -> Path:
    """A file of version 1."""
    path.write_bytes(OLD)
    return path


def tables(path: Path) -> tuple[int, dict[str, str]]:
    """The version of a file's tables, and the statements that made them."""
    db = connect(path, "ro")
    try:
        return version_of(db), dict(db.execute("select name, sql from sqlite_schema where sql is not null"))
    finally:
        db.close()


def edit(path: Path, data_folder: Path | None = None) -> None:
    with JourneyFile.open(path, data_folder=data_folder) as file:
        file.document().do(written(file.map, "after", "new"))


def test_an_older_file_gets_the_tables_of_a_new_one_to_the_letter(old: Path, tmp_path: Path) -> None:
    edit(old)
    JourneyFile.create(tmp_path / "fresh.journey", everything().records()).close()
    assert tables(old) == tables(tmp_path / "fresh.journey")


def test_an_older_file_that_is_only_opened_stays_as_it_is(old: Path) -> None:
    JourneyFile.open(old).close()
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_a_backup_lies_beside_an_older_file_before_it_is_changed(old: Path) -> None:
    edit(old)
    beside = old.with_name("map (before version 2).journey")
    assert beside.read_bytes() == OLD
    assert sorted(old.parent.iterdir()) == [beside, old]


def test_a_backup_of_another_file_beside_it_stays(old: Path) -> None:
    beside = old.with_name("map (before version 2).journey")
    beside.write_bytes(b"another")
    edit(old)
    assert beside.read_bytes() == b"another"
    assert old.with_name("map (before version 2 2).journey").read_bytes() == OLD


def test_a_backup_lies_in_the_folder_for_data_where_there_is_one(old: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    edit(old, data)
    with JourneyFile.open(old) as file:
        (backup,) = [one for one in backups_of(file.document_id, data) if one.kind is BackupKind.OLDER]
    assert backup.path.read_bytes() == OLD
    assert not old.with_name("map (before version 2).journey").exists()


def test_a_folder_for_data_that_cannot_be_written_is_no_hindrance(old: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    edit(old, tmp_path / "data")
    assert old.with_name("map (before version 2).journey").read_bytes() == OLD


def test_where_no_backup_can_be_made_the_file_is_not_touched(old: Path) -> None:
    # There is room for the name of the file and of its journal, but not for what is said of a backup.
    long = old.rename(old.with_name("n" * 235 + ".journey"))
    file = JourneyFile.open(long)
    file.document().do(written(file.map, "after", "new"))
    with pytest.raises(NameImpossible):
        file.wait_saved()
    assert (long.read_bytes(), file.unsaved) == (OLD, 1)
    long.rename(old)
    file.close()
    assert tables(old)[0] == 2


def test_a_file_that_only_claims_to_be_up_to_date_is_told(old: Path) -> None:
    db = connect(old)
    db.execute("insert into _sqlite_migrations values (2, 'journey', 'm002_versions', 'never')")
    db.close()
    before = old.read_bytes()
    with pytest.raises(FileFault, match="damaged"):
        edit(old)
    assert old.read_bytes() == before
