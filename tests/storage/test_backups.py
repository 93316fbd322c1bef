"""Backups are whole files, made in the background, and not more of them than anybody needs."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journey.versions import VersionKind
from storage import FileDamaged, FileFault, JourneyFile
from storage.backup_rounds import BackupRounds
from storage.backups import (
    Backup,
    BackupKind,
    backups_of,
    folder_of,
    holds,
    keep_backup,
    kept,
    tidy,
    write_proved,
)
from storage.parts import part_of
from tests.storage.maps import everything, written

NOBODY = 2**22 + 1
"""The number of a process that there is not."""
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
TODAY = NOON.astimezone().date()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of("doc", tmp_path / "data")


def kinds(folder: Path) -> list[tuple[int, str]]:
    found = backups_of(folder.name, folder.parent.parent)
    return [(one.revision, str(one.kind)) for one in found]


def test_a_backup_is_a_file_that_can_be_opened(a_file: JourneyFile, folder: Path) -> None:
    a_file.document().do(written(a_file.map, "kept"))
    a_file.keep_version(VersionKind.NAMED, "Before lunch")
    a_file.wait_saved()
    backup = keep_backup(a_file.image(), folder, 1, BackupKind.WORKING, NOON)
    with JourneyFile.open(backup.path, read_only=True) as opened:
        assert (opened.map, opened.history, opened.versions) == (a_file.map, a_file.history, a_file.versions)
    assert list(folder.iterdir()) == [backup.path]
    assert backups_of("doc", folder.parent.parent) == (backup,)


def test_bytes_that_the_newest_backup_has_are_not_kept_twice(a_file: JourneyFile, folder: Path) -> None:
    first = keep_backup(a_file.image(), folder, 0, BackupKind.CLOSED, NOON)
    assert keep_backup(a_file.image(), folder, 0, BackupKind.OPENED, NOON + timedelta(hours=1)) == first
    assert kinds(folder) == [(0, "closed")]
    older = keep_backup(a_file.image(), folder, 0, BackupKind.OLDER, NOON + timedelta(hours=2))
    assert keep_backup(a_file.image(), folder, 0, BackupKind.OPENED, NOON + timedelta(hours=3)) == older


def cut(image: bytes) -> bytes:
    return image[:-5000]


def flipped(image: bytes) -> bytes:
    place = image.index(b"Ringer")
    return image[:place] + b"S" + image[place + 1 :]


def emptied(_image: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoilt", [cut, flipped, emptied])
def test_bytes_that_are_no_whole_file_do_not_count(
    a_file: JourneyFile, folder: Path, spoilt: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(FileFault):
        keep_backup(spoilt(a_file.image()), folder, 1, BackupKind.WORKING, NOON)
    assert list(folder.iterdir()) == []


def test_a_backup_replaces_a_file_only_when_it_is_whole(a_file: JourneyFile, tmp_path: Path) -> None:
    target = tmp_path / "there.journey"
    target.write_bytes(b"mine")
    with pytest.raises(FileDamaged):
        write_proved(flipped(a_file.image()), target)
    assert target.read_bytes() == b"mine"
    write_proved(a_file.image(), target)
    assert target.read_bytes() == a_file.image()


def test_a_folder_that_cannot_be_made_is_told(a_file: JourneyFile, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(FileFault):
        keep_backup(a_file.image(), folder_of("doc", tmp_path / "data"), 1, BackupKind.WORKING, NOON)


def made(day: date, hour: int = 12, kind: BackupKind = BackupKind.WORKING) -> Backup:
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Backup(Path(f"{at:%Y%m%d%H}-{kind}"), at.toordinal(), at, kind)


def days_ago(*days: int, hours: tuple[int, ...] = (10, 12)) -> list[Backup]:
    return [made(TODAY - timedelta(days=one), hour) for one in days for hour in hours]


def test_all_of_today_and_yesterday_stay() -> None:
    backups = days_ago(1, 0)
    assert kept(backups, TODAY) == backups


def test_of_the_days_before_the_last_of_each_day_stays() -> None:
    backups = days_ago(30, 12, 2)
    assert kept(backups, TODAY) == backups[1::2]


def test_later_the_last_of_each_week_stays_and_then_of_each_month() -> None:
    weeks = days_ago(*range(90, 40, -1), hours=(12,))
    assert 7 <= len(kept(weeks, TODAY)) <= 9
    months = days_ago(*range(460, 95, -1), hours=(12,))
    assert 12 <= len(kept(months, TODAY)) <= 14


def test_the_last_before_older_tables_were_added_to_stays_for_ever() -> None:
    old = made(TODAY - timedelta(days=900), 8, BackupKind.OLDER)
    backups = [old, *days_ago(900)]
    assert kept(backups, TODAY) == [old, backups[-1]]


def test_a_clock_that_went_back_loses_nothing() -> None:
    backups = days_ago(-40, -3)
    assert kept(backups, TODAY) == backups


def test_the_oldest_go_when_there_is_more_than_a_folder_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.backups.LARGEST_FOLDER", 2000)
    backups = []
    for hour in range(10):
        path = tmp_path / f"{hour}"
        path.write_bytes(bytes(500))
        backups.append(Backup(path, hour, NOON + timedelta(hours=hour), BackupKind.WORKING))
    assert kept(backups, TODAY) == backups[6:]
    monkeypatch.setattr("storage.backups.LARGEST_FOLDER", 100)
    assert kept(backups, TODAY) == backups[7:]


def test_what_was_broken_off_is_swept_and_what_is_not_ours_stays(a_file: JourneyFile, folder: Path) -> None:
    backup = keep_backup(a_file.image(), folder, 0, BackupKind.OPENED, NOON)
    (folder / "notes.txt").write_text("mine")
    with part_of(folder / "being made") as part:
        part.write_bytes(b"half")
        for end in ("", "-journal"):
            left = part.name.replace(f"-{os.getpid()}-", f"-{NOBODY}-")
            (folder / f"{left}{end}").write_bytes(b"half")
        tidy(folder, TODAY)
        assert sorted(folder.iterdir()) == [part, backup.path, folder / "notes.txt"]


@pytest.fixture
def rounds(a_file: JourneyFile, folder: Path) -> Iterator[BackupRounds]:
    """Rounds that have begun: what the file was then is on its way."""
    begun = threading.Event()

    def image() -> bytes:
        try:
            return a_file.image()
        finally:
            begun.set()

    made = BackupRounds(image, lambda: a_file.saved_revision, folder)
    assert begun.wait(30)
    yield made
    made.finish()


def test_a_backup_is_made_at_the_beginning_and_at_the_end(
    a_file: JourneyFile, folder: Path, rounds: BackupRounds
) -> None:
    begun = a_file.image()
    a_file.document().do(written(a_file.map, "more"))
    a_file.wait_saved()
    rounds.finish()
    (opened, closed) = backups_of("doc", folder.parent.parent)
    assert (opened.kind, closed.kind) == (BackupKind.OPENED, BackupKind.CLOSED)
    assert (opened.path.read_bytes(), closed.path.read_bytes()) == (begun, a_file.image())


def test_one_who_only_looks_leaves_one_backup(folder: Path, rounds: BackupRounds) -> None:
    rounds.finish()
    assert kinds(folder) == [(0, "opened")]


def test_backups_go_on_while_somebody_works(a_file: JourneyFile, folder: Path) -> None:
    rounds = BackupRounds(a_file.image, lambda: a_file.saved_revision, folder, every=0.01)
    for number in range(1, 4):
        a_file.document().do(written(a_file.map, f"edit {number}"))
        a_file.wait_saved()
    rounds.finish()
    assert kinds(folder)[-1][0] == 3


def expect_kept(image: bytes, folder: Path) -> None:
    """Return as soon as a backup has these bytes."""
    end = time.monotonic() + 60
    while not any(holds(one.path, image) for one in backups_of("doc", folder.parent.parent)):
        assert time.monotonic() < end, "no backup is made any more"
        os.sched_yield()


def test_the_oldest_go_after_each_backup_and_not_only_at_the_next_opening(
    a_file: JourneyFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.backups.LARGEST_FOLDER", 100)
    rounds = BackupRounds(a_file.image, lambda: a_file.saved_revision, folder, every=0.01, brief=True)
    for number in range(1, 7):
        a_file.document().do(written(a_file.map, f"edit {number}"))
        a_file.wait_saved()
        image = a_file.image()
        expect_kept(image, folder)
    rounds.finish()
    assert len(kinds(folder)) == 3


def test_of_a_brief_visit_one_backup_is_enough(path: Path, tmp_path: Path) -> None:
    JourneyFile.create(path, everything().records()).close()
    with JourneyFile.open(path, data_folder=tmp_path / "data", brief=True) as file:
        file.document().do(written(file.map, "more"))
    (backup,) = backups_of(file.document_id, tmp_path / "data")
    assert (backup.kind, backup.path.read_bytes()) == (BackupKind.CLOSED, path.read_bytes())


def test_a_backup_that_fails_is_told_and_harms_nothing(a_file: JourneyFile, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    rounds = BackupRounds(a_file.image, lambda: a_file.saved_revision, folder_of("doc", tmp_path / "data"))
    rounds.finish()
    assert rounds.fault is not None


def test_a_file_opened_to_edit_is_backed_up_when_it_is_opened_and_closed(path: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    JourneyFile.create(path, everything().records()).close()
    begun = path.read_bytes()
    with JourneyFile.open(path, data_folder=data) as file:
        document_id = file.document_id
        file.document().do(written(file.map, "more"))
    assert file.backup_fault is None
    found = backups_of(document_id, data)
    assert found[-1].path.read_bytes() == path.read_bytes() != begun
    JourneyFile.open(path, data_folder=data).close()
    assert backups_of(document_id, data) == found


def test_a_version_that_was_named_without_an_edit_is_in_the_backup_at_the_end(
    path: Path, tmp_path: Path
) -> None:
    JourneyFile.create(path, everything().records()).close()
    with JourneyFile.open(path, data_folder=tmp_path / "data") as file:
        file.keep_version(VersionKind.NAMED, "Before lunch")
        file.wait_saved()
    [last] = [one for one in backups_of(file.document_id, tmp_path / "data") if one.kind is BackupKind.CLOSED]
    with JourneyFile.open(last.path, read_only=True) as kept:
        assert [version.name for version in kept.versions] == ["Before lunch"]
