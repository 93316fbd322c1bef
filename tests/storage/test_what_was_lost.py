"""A repair says what is missing and where none can know, and finds backups for a file without its id."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journey.model import Card, Persona, Step, Workshop
from journey.versions import VersionKind
from storage import JourneyFile
from storage.backups import BackupKind, folder_of, keep_backup
from storage.salvage import Repaired, repair_file
from storage.salvage.carving import carve
from storage.salvage.last_backup import likely_backup
from storage.salvage.pages import Pages, pages_of
from tests.storage.maps import everything, written

PAGE = 4096
NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of every sort of record with a history and a version, of which there is a backup."""
    path = tmp_path / "map.journey"
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(written(file.map, "before"))
        file.keep_version(VersionKind.NAMED, "Agreed")
        folder = folder_of(file.document_id, tmp_path / "data")
    keep_backup(path.read_bytes(), folder, 1, BackupKind.CLOSED, NOW)
    return path


def repaired(path: Path, data: bytes, data_folder: Path | None = None) -> Repaired:
    path.write_bytes(data)
    return repair_file(path, path.with_name("repaired.journey"), data_folder)


def cut(path: Path) -> bytes:
    """The first pages of a file, as many as it takes for some records, but not for steps, cards or its id."""
    return path.read_bytes()[: 12 * PAGE + 800]


def without(path: Path, *tables: str) -> bytes:
    """The bytes of a file with nothing in the pages that these tables and indexes begin on."""
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        roots = dict(connection.execute("select name, rootpage from sqlite_schema where rootpage > 0"))
    for table in tables:
        data[(roots[table] - 1) * PAGE : roots[table] * PAGE] = bytes(PAGE)
    return bytes(data)


def test_of_a_file_that_was_cut_off_it_is_said_how_little_can_be_known(path: Path) -> None:
    pages = len(path.read_bytes()) // PAGE
    said = repaired(path, cut(path)).missing
    assert said[0] == (
        f"How much is missing cannot be told: {pages - 12} of {pages} pages could not be read."
    )
    assert said[1].startswith("Of these nothing was found, and whether there were any cannot be told: ")
    assert all(word in said[1] for word in ("stage", "step", "card", "vote"))
    assert "persona," not in said[1]
    assert "The history did not come back whole, so the new file begins without one." in said
    assert "Whether versions that somebody kept are missing cannot be told." in said


def test_a_sort_whose_rows_and_index_are_gone_is_named(path: Path) -> None:
    said = repaired(path, without(path, "vote", "sqlite_autoindex_vote_1")).missing
    assert said[0].startswith("How much is missing cannot be told: 2 of ")
    assert said[1].endswith("whether there were any cannot be told: vote.")
    assert len(said) == 2


def test_what_an_index_still_names_is_counted(path: Path) -> None:
    done = repaired(path, without(path, "vote"))
    assert done.missing == ()
    assert done.lines == ("Did not come back: 1 vote.",)


def test_versions_and_history_that_are_gone_are_named(path: Path) -> None:
    done = repaired(path, without(path, "change"))
    assert done.missing == (
        "The history did not come back whole, so the new file begins without one.",
        "Did not come back: 1 version (“Agreed”).",
    )


def test_nothing_is_missing_of_a_whole_file(path: Path) -> None:
    data = path.read_bytes()
    assert repaired(path, data).missing == ()
    carved = carve(pages_of(data))
    assert (carved.unread, carved.pages, carved.unknown) == (0, len(data) // PAGE, frozenset())


def test_a_header_that_cannot_be_is_not_believed(path: Path) -> None:
    data = bytearray(cut(path))
    data[28:32] = b"\xff" * 4
    data[24:28] = b"none"
    assert Pages(bytes(data), PAGE).expected() == 13


def test_a_file_that_lost_its_id_is_filled_from_the_backup_that_shares_its_records(
    path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "other.journey"
    with JourneyFile.create(elsewhere, [Workshop(id="w"), Persona(id="p", name="P")]) as file:
        folder = folder_of(file.document_id, tmp_path / "data")
        keep_backup(file.image(), folder, 0, BackupKind.CLOSED, NOW)
    with JourneyFile.open(path) as file:
        expected = file.map
    done = repaired(path, cut(path), tmp_path / "data")
    assert done.backup is not None
    assert done.backup.by_likeness
    assert all(done.map.holds(record) for sort in (Card, Step) for record in expected.of(sort))
    assert len(done.map.of(Card)) == len(expected.of(Card))
    assert not done.stood_in
    assert "look whether it is of the same map" in done.missing[-1]


def test_a_backup_that_shares_little_is_not_taken(path: Path, tmp_path: Path) -> None:
    ids = {record.id for record in everything().records()}
    data_folder = tmp_path / "data"
    assert likely_backup(ids, path, data_folder) is not None
    assert likely_backup({f"other-{one}" for one in ids}, path, data_folder) is None
    assert likely_backup({"call", "idea"}, path, data_folder) is None
    assert likely_backup(set(), path, data_folder) is None
    assert likely_backup(ids, path, tmp_path / "nowhere") is None


def test_where_a_file_lay_speaks_for_a_backup(path: Path, tmp_path: Path) -> None:
    data_folder, few = tmp_path / "data", {"call", "idea"}
    with JourneyFile.open(path, data_folder=data_folder) as file:
        file.document().do(written(file.map, "later"))
    assert likely_backup(few, path, data_folder) is not None
    assert likely_backup(few, tmp_path / "elsewhere.journey", data_folder) is None
