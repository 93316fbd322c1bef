"""A file whose disk is full, pulled out, held or broken while it is being edited."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from journey.model import Evidence, adding
from journey.versions import VersionKind
from storage import (
    DiskFull,
    FileAway,
    FileGone,
    JourneyFile,
)
from storage.log import Step
from storage.rescue import rescued_of
from tests.repository import REPOSITORY
from tests.storage.editing.heard import Heard, edit, labels_in, older_of
from tests.storage.maps import everything, text_in
from tests.storage.test_old_files import OLD_FILES


def test_a_disk_that_is_pulled_out_and_comes_back_gets_every_edit(closed: Path, file: JourneyFile) -> None:
    edit(file, "one")
    file.wait_saved()
    heard = Heard(file)
    closed.parent.rename(closed.parent.with_name("away"))
    edit(file, "two")
    heard.wait_for("away")
    edit(file, "three")
    closed.parent.with_name("away").rename(closed.parent)
    heard.wait_for("")
    file.wait_saved()
    assert labels_in(closed) == ["Write one", "Write two", "Write three"]


def test_a_disk_that_comes_back_without_what_it_had_said_was_written_gets_that_again(
    closed: Path, file: JourneyFile
) -> None:
    older = older_of(closed, file)
    heard = Heard(file)
    away = closed.parent.rename(closed.parent.with_name("away"))
    closed.parent.mkdir()
    edit(file, "three")
    heard.wait_for("away")
    shutil.copy(away / older.name, closed)
    file.wait_saved()
    assert labels_in(closed) == ["Write one", "Write two", "Write three"]


def test_a_disk_that_comes_back_without_its_new_tables_gets_them_again(closed: Path, data: Path) -> None:
    old = OLD_FILES / "version-1.journey"
    shutil.copy(old, closed)
    with JourneyFile.open(closed, data_folder=data) as file:
        file.document().do(adding("Add a source", [Evidence(id="new", title="A source")]))
        file.keep_version(VersionKind.NAMED, "with a source")
        file.wait_saved()
        heard = Heard(file)
        closed.parent.rename(closed.parent.with_name("away"))
        file.retry()
        heard.wait_for("away")
        closed.parent.mkdir()
        shutil.copy(old, closed)
        file.retry()
        heard.wait_for("")
    with JourneyFile.open(closed, read_only=True) as again:
        assert (again.map, again.versions) == (file.map, file.versions)


def test_an_empty_place_where_the_disk_was_is_not_written_to(closed: Path, file: JourneyFile) -> None:
    closed.parent.rename(closed.parent.with_name("away"))
    closed.parent.mkdir()
    edit(file, "one")
    with pytest.raises(FileAway, match="unplugged"):
        file.wait_saved()
    file.put_back()
    with pytest.raises(FileAway):
        file.wait_saved()
    assert not closed.exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for little more than one map; not everybody may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(path: Path) -> None:
    """Write until the disk is full."""
    handle = os.open(path, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while os.write(handle, bytes(4096)):
            pass
    os.close(handle)


def test_a_full_disk_keeps_edits_waiting_and_gets_them_when_there_is_room(
    small_disk: Path, data: Path
) -> None:
    path = small_disk / "map.journey"
    JourneyFile.create(path, everything().records()).close()
    with JourneyFile.open(path, data_folder=data) as file:
        heard = Heard(file)
        filling = small_disk / "filling"
        fill(filling)
        edit(file, "æ" * 2000)
        with pytest.raises(DiskFull, match=r"no room left.*saved on this computer"):
            file.wait_saved()
        edit(file, "last")
        assert file.unsaved == 2
        filling.unlink()
        heard.wait_for("")
        file.wait_saved()
        assert heard.kinds == ["full", "", ""]
    assert text_in(path) == "last"


def test_where_the_computers_own_disk_is_full_edits_are_kept_in_memory_until_there_is_room(
    small_disk: Path,
) -> None:
    path = small_disk / "map.journey"
    JourneyFile.create(path, everything().records()).close()
    with JourneyFile.open(path, data_folder=small_disk / "data") as file:
        heard = Heard(file)
        fill(small_disk / "filling")
        edit(file, "æ" * 2000)
        with pytest.raises(DiskFull, match="as long as Reisekart runs"):
            file.wait_saved()
        assert not file.is_safe
        (small_disk / "filling").unlink()
        heard.wait_for("")
        assert file.is_safe
    assert text_in(path) == "æ" * 2000


def test_a_disk_that_is_really_pulled_out_takes_nothing_along(small_disk: Path, data: Path) -> None:
    path = small_disk / "map.journey"
    JourneyFile.create(path, everything().records()).close()
    file = JourneyFile.open(path, data_folder=data)
    edit(file, "one")
    file.wait_saved()
    subprocess.run(["umount", "--lazy", small_disk], check=True)
    try:
        edit(file, "two")
        with pytest.raises(FileAway, match="saved on this computer"):
            file.close()
        (run,) = rescued_of(data, file.document_id)
        assert [item.entry.label for item in run.items if isinstance(item, Step)] == [
            "Write one",
            "Write two",
        ]
    finally:
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", small_disk], check=True)


def test_trouble_is_told_when_the_edits_are_safe_and_not_before(
    closed: Path, data: Path, file: JourneyFile
) -> None:
    kept: list[list[str]] = []

    def look(_sentence: str, _kind: str) -> None:
        logs = [log.read_bytes().splitlines() for log in data.rglob("steps.log")]
        kept.append([str(line) for log in logs for line in log if b"Write one" in line])

    file.on_trouble = look
    closed.unlink()
    edit(file, "one")
    with pytest.raises(FileGone):
        file.wait_saved()
    assert [len(lines) for lines in kept] == [1]


FAILING = """
import resource, sys, threading
from pathlib import Path
from storage import JourneyFile
from tests.storage.maps import written
path, data, copy = map(Path, sys.argv[1:])
file = JourneyFile.open(path, data_folder=data)
told, saved = threading.Event(), threading.Event()
file.on_trouble = lambda sentence, kind: told.set() if (kind, file.is_safe) == ("disk", True) else None
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, most))
for number in range(20):
    file.document().do(written(file.map, f"{number} " * 600))
assert told.wait(30)
file.on_saved = lambda revision: saved.set()
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
file.save_copy(copy)
assert not saved.wait(2.5), "a disk that failed is not trusted again by itself"
file.retry()
assert saved.wait(30)
file.close()
assert file.saved_revision == 20
"""


def test_a_disk_that_reported_an_error_is_tried_again_only_on_request(
    closed: Path, data: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.journey"
    command = [sys.executable, "-c", FAILING, str(closed), str(data), str(copy)]
    subprocess.run(command, cwd=REPOSITORY, check=True)
    assert text_in(closed) == text_in(copy) == "19 " * 600


# Held by others


def test_a_file_that_others_read_without_end_gets_its_edits_when_they_are_done(
    closed: Path, file: JourneyFile
) -> None:
    heard = Heard(file)
    with closing(sqlite3.connect(closed, isolation_level=None, check_same_thread=False)) as other:
        other.execute("begin")
        other.execute("select * from meta").fetchall()
        edit(file, "patient")
        heard.wait_for("busy")
        assert file.is_safe
        other.execute("rollback")
    heard.wait_for("")
    assert text_in(closed) == "patient"


def test_undo_reaches_back_over_what_was_saved_before_while_the_file_is_out_of_reach(
    closed: Path, data: Path
) -> None:
    with JourneyFile.open(closed, data_folder=data) as before:
        edit(before, "one")
        edit(before, "two")
    file = JourneyFile.open(closed, data_folder=data)
    closed.unlink()
    file.document().undo()
    file.document().undo()
    assert file.map == everything()
    with pytest.raises(FileGone):
        file.close()
    assert file.is_safe
