"""A file that is moved, deleted, replaced or out of reach while it is being edited."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from journey.edits import new_workshop
from journey.model import Card
from storage import (
    DiskFull,
    FileAway,
    FileFault,
    FileGone,
    JourneyFile,
    ReplacedOutside,
)
from storage.base import with_items
from storage.lock_file import holder_of, lock_path
from storage.log import Step
from storage.rescue import rescued_of
from tests.storage.maps import everything, written
from tests.storage.test_trouble import REPOSITORY


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "map.journey"
    JourneyFile.create(path, everything().records()).close()
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def file(closed: Path, data: Path) -> Iterator[JourneyFile]:
    """An open file that may be closed with edits it could not write."""
    opened = JourneyFile.open(closed, data_folder=data)
    yield opened
    try:
        opened.close()
    except FileFault:
        assert opened.unsaved


class Heard:
    """What a file told of itself."""

    def __init__(self, file: JourneyFile) -> None:
        self.kinds: list[str] = []
        self.moved: list[Path] = []
        self._bell = threading.Condition()
        self._saved = 0
        file.on_trouble = self._trouble
        file.on_saved = self._well
        file.on_moved = self.moved.append

    def wait_for(self, kind: str) -> None:
        """Until a trouble was told; "" is that all is well again."""
        with self._bell:
            assert self._bell.wait_for(lambda: self.kinds[-1:] == [kind], 30), self.kinds

    def _trouble(self, sentence: str, kind: str) -> None:
        assert sentence
        self._tell(kind)

    def _well(self, _revision: int) -> None:
        self._tell("")

    def _tell(self, kind: str) -> None:
        with self._bell:
            self.kinds.append(kind)
            self._bell.notify_all()


def edit(file: JourneyFile, text: str) -> None:
    file.document().do(written(file.map, text))


def text_in(path: Path) -> str:
    with JourneyFile.open(path, read_only=True) as other:
        return other.map.of(Card)["call"].text


def labels_in(path: Path) -> list[str]:
    with JourneyFile.open(path, read_only=True) as other:
        return [entry.label for entry in other.history]


# Renamed, moved, deleted


def test_a_file_that_is_renamed_is_found_again_and_edited_under_its_new_name(
    closed: Path, file: JourneyFile
) -> None:
    heard = Heard(file)
    new = closed.rename(closed.with_name("Ny æøå %.journey"))
    edit(file, "after")
    file.wait_saved()
    assert (file.path, heard.moved, heard.kinds) == (new, [new], [""])
    assert text_in(new) == "after"
    assert holder_of(new) is not None
    assert not lock_path(closed).exists()


def test_a_renamed_file_is_told_from_its_copies(closed: Path, file: JourneyFile) -> None:
    shutil.copy(closed, closed.with_name("a copy.journey"))
    new = closed.rename(closed.with_name("renamed.journey"))
    shutil.copy(new, closed.with_name("second copy.journey"))
    edit(file, "after")
    file.wait_saved()
    assert file.path == new


def test_a_copy_in_the_same_folder_is_gone_on_with_only_when_somebody_says_so(
    closed: Path, file: JourneyFile
) -> None:
    first = Path(shutil.copy(closed, closed.with_name("copy 1.journey")))
    second = Path(shutil.copy(closed, closed.with_name("copy 2.journey")))
    closed.unlink()
    edit(file, "after")
    with pytest.raises(FileGone):
        file.wait_saved()
    assert file.same_beside is None, "nobody can tell which of the two it is"
    second.unlink()
    with pytest.raises(FileGone):
        file.wait_saved()
    assert file.same_beside == first
    file.go_on_beside()
    file.wait_saved()
    assert (file.path, text_in(first)) == (first, "after")


def test_a_file_that_is_deleted_is_noticed_before_anybody_edits_and_put_back_with_all_its_history(
    closed: Path, file: JourneyFile
) -> None:
    edit(file, "one")
    file.wait_saved()
    heard = Heard(file)
    closed.unlink()
    file.retry()
    heard.wait_for("gone")
    edit(file, "two")
    file.put_back()
    heard.wait_for("")
    file.wait_saved()
    assert labels_in(closed) == ["Write one", "Write two"]
    edit(file, "three")
    file.wait_saved()
    assert text_in(closed) == "three"


def test_a_deleted_file_with_nothing_to_write_is_put_back_too(closed: Path, file: JourneyFile) -> None:
    heard = Heard(file)
    closed.unlink()
    file.retry()
    heard.wait_for("gone")
    file.put_back()
    heard.wait_for("")
    assert text_in(closed) == everything().of(Card)["call"].text


def test_a_file_that_came_back_by_itself_is_not_put_back_when_it_goes_once_more(
    closed: Path, file: JourneyFile, tmp_path: Path
) -> None:
    heard = Heard(file)
    closed.rename(tmp_path / "elsewhere.journey")
    file.retry()
    heard.wait_for("gone")
    (tmp_path / "elsewhere.journey").rename(closed)
    file.put_back()
    heard.wait_for("")
    closed.unlink()
    edit(file, "after")
    heard.wait_for("gone")
    assert not closed.exists()


def test_what_lies_in_the_place_of_a_deleted_file_is_not_overwritten_by_putting_it_back(
    closed: Path, file: JourneyFile
) -> None:
    heard = Heard(file)
    closed.unlink()
    edit(file, "mine")
    heard.wait_for("gone")
    closed.write_bytes(b"somebody else's")
    file.put_back()
    heard.wait_for("replaced")
    assert closed.read_bytes() == b"somebody else's"


def test_a_file_is_not_put_back_over_the_journal_of_another(closed: Path, file: JourneyFile) -> None:
    heard = Heard(file)
    closed.unlink()
    edit(file, "mine")
    heard.wait_for("gone")
    journal = Path(f"{closed}-journal")
    journal.write_bytes(b"of something")
    file.put_back()
    heard.wait_for("busy")
    journal.unlink()
    file.put_back()
    heard.wait_for("")
    assert text_in(closed) == "mine"


# Replaced


def older_of(closed: Path, file: JourneyFile) -> Path:
    """A copy from before the last edit."""
    edit(file, "one")
    file.wait_saved()
    older = Path(shutil.copy(closed, closed.with_name("older")))
    edit(file, "two")
    file.wait_saved()
    return older


@pytest.mark.parametrize("what", ["an older version", "another map", "something else", "nothing in it"])
def test_what_was_put_in_the_place_of_the_file_is_not_overwritten(
    closed: Path, file: JourneyFile, what: str
) -> None:
    other = older_of(closed, file)
    if what == "another map":
        other.unlink()
        JourneyFile.create(other, new_workshop("Another").records()).close()
    elif what != "an older version":
        other.write_bytes(b"not ours" if what == "something else" else b"")
    content = other.read_bytes()
    other.replace(closed)
    edit(file, "three")
    with pytest.raises(ReplacedOutside, match=r"Another file.*saved on this computer"):
        file.wait_saved()
    assert closed.read_bytes() == content
    file.save_copy(closed.with_name("mine.journey"))
    assert labels_in(closed.with_name("mine.journey")) == ["Write one", "Write two", "Write three"]


def test_the_same_put_in_the_place_of_the_file_is_the_file(closed: Path, file: JourneyFile) -> None:
    edit(file, "one")
    file.wait_saved()
    Path(shutil.copy(closed, closed.with_name("synced"))).replace(closed)
    edit(file, "two")
    file.wait_saved()
    assert labels_in(closed) == ["Write one", "Write two"]


def test_the_right_file_put_back_in_its_place_is_gone_on_with(closed: Path, file: JourneyFile) -> None:
    older = older_of(closed, file)
    right = Path(shutil.copy(closed, closed.with_name("right")))
    older.replace(closed)
    heard = Heard(file)
    edit(file, "three")
    heard.wait_for("replaced")
    right.replace(closed)
    file.retry()
    heard.wait_for("")
    assert text_in(closed) == "three"


def test_a_copy_has_every_edit_once_whether_or_not_it_was_written_meanwhile(
    closed: Path, file: JourneyFile
) -> None:
    edit(file, "one")
    edit(file, "two")
    file.wait_saved()
    image = file.image()
    edit(file, "three")
    file.wait_saved()
    steps = tuple(Step(entry, file.recall(entry.number), entry.uid) for entry in file.history)
    copy = closed.with_name("copy.journey")
    copy.write_bytes(with_items(image, (*steps, *steps), closed))
    assert labels_in(copy) == ["Write one", "Write two", "Write three"]


# Out of reach


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
