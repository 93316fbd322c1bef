"""When the world is in the way, edits stay queued, it is told once, and they are written when it can be."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journey.document import Entry
from journey.model import Card, adding
from resources.words import speaking, spoken
from storage import (
    ChangedOutside,
    FileBusy,
    FileFault,
    FileGone,
    FileReadOnly,
    JourneyFile,
)
from storage.connection import connect
from storage.log import Step
from storage.reading import read_content
from storage.writing import write_step
from tests.repository import REPOSITORY
from tests.storage.maps import picture, text_in, written


@pytest.fixture
def file(closed: Path) -> Iterator[JourneyFile]:
    """An open file that may be closed with edits it could not write."""
    opened = JourneyFile.open(closed)
    yield opened
    try:
        opened.close()
    except FileFault:
        assert opened.unsaved


def test_of_two_that_write_to_one_file_the_second_overwrites_nothing(closed: Path, file: JourneyFile) -> None:
    told: list[tuple[str, str]] = []
    file.on_trouble = lambda sentence, kind: told.append((sentence, kind))
    with JourneyFile.open(closed) as first:
        first.document().do(written(first.map, "first"))
    file.document().do(written(file.map, "second"))
    with pytest.raises(ChangedOutside, match=r"not overwritten.*are kept"):
        file.wait_saved()
    file.document().do(written(file.map, "third"))
    with pytest.raises(ChangedOutside):
        file.wait_saved()
    assert text_in(closed) == "first"
    assert (file.unsaved, file.saved_revision, file.map.of(Card)["call"].text) == (2, 0, "third")
    assert [kind for _sentence, kind in told] == ["changed"]


def test_a_file_put_back_to_another_state_of_the_same_revision_is_noticed(
    closed: Path, file: JourneyFile, tmp_path: Path
) -> None:
    shutil.copy(closed, tmp_path / "other")
    with JourneyFile.open(tmp_path / "other") as other:
        other.document().do(written(other.map, "theirs"))
    file.document().do(written(file.map, "ours"))
    file.wait_saved()
    with (tmp_path / "other").open("rb") as theirs, closed.open("r+b") as ours:
        ours.write(theirs.read())
    file.document().do(written(file.map, "more"))
    with pytest.raises(ChangedOutside):
        file.wait_saved()
    assert text_in(closed) == "theirs"


@pytest.mark.parametrize("what", ["moved", "deleted"])
def test_edits_of_a_file_that_is_gone_stay_queued_until_it_is_back(
    closed: Path, file: JourneyFile, tmp_path: Path, what: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(closed, elsewhere / "copy")
    closed.rename(elsewhere / "away")
    file.document().do(written(file.map, "kept"))
    with pytest.raises(FileGone, match="no longer where it was"):
        file.wait_saved()
    assert file.unsaved == 1
    # A copy that holds the very same is as good as the file itself.
    (elsewhere / ("away" if what == "moved" else "copy")).rename(closed)
    file.wait_saved()
    assert text_in(closed) == "kept"


def test_a_file_held_by_another_program_is_written_when_it_lets_go(closed: Path, file: JourneyFile) -> None:
    heard = threading.Event()
    file.on_trouble = lambda _sentence, kind: heard.set() if kind == "busy" else None
    with closing(sqlite3.connect(closed, isolation_level=None, check_same_thread=False)) as other:
        other.execute("begin immediate")
        file.document().do(written(file.map, "patient"))
        assert heard.wait(30)
        assert file.unsaved == 1
        other.execute("rollback")
    saved = threading.Event()
    file.on_saved = lambda _revision: saved.set()
    assert saved.wait(30), "the next attempt must come by itself"
    assert text_in(closed) == "patient"


def test_waiting_ends_when_time_is_up(closed: Path, file: JourneyFile) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("begin immediate")
        file.document().do(written(file.map, "patient"))
        with pytest.raises(FileBusy, match="still being written"):
            file.wait_saved(0.01)
        other.execute("rollback")
    file.wait_saved()
    assert file.unsaved == 0


def test_a_file_opened_for_reading_keeps_edits_queued(closed: Path) -> None:
    before = closed.read_bytes()
    reading = JourneyFile.open(closed, read_only=True)
    reading.document().do(written(reading.map, "kept"))
    with pytest.raises(FileReadOnly, match="reading only"):
        reading.wait_saved()
    assert reading.map.of(Card)["call"].text == "kept"
    with pytest.raises(FileReadOnly):
        reading.close()
    assert closed.read_bytes() == before


def test_a_file_that_may_not_be_written_is_opened_for_reading(closed: Path) -> None:
    if not _made_unchangeable(closed, "+i"):
        closed.chmod(0o444)
    try:
        with JourneyFile.open(closed) as file:
            assert file.read_only or _writes_anyway(closed)
    finally:
        _made_unchangeable(closed, "-i")


def _made_unchangeable(path: Path, sign: str) -> bool:
    """Whether this system has the command for it, and the disk and our rights let it."""
    if shutil.which("chattr") is None:
        return False
    return subprocess.run(["chattr", sign, path], check=False, capture_output=True).returncode == 0


def _writes_anyway(path: Path) -> bool:
    """Whether we are root on a disk that knows no unchangeable files."""
    with path.open("r+b"):
        return True


def test_a_full_disk_loses_nothing_and_the_edit_is_written_when_there_is_room(closed: Path) -> None:
    db = connect(closed)
    try:
        content = read_content(db, closed)
        db.execute(f"pragma max_page_count = {db.execute('pragma page_count').fetchone()[0]}")
        step = Step(Entry(1, "Write", at="2026-01-02"), adding("Add", [picture(b"large" * 20_000)]), "uid")
        for _attempt in range(2):
            with pytest.raises(sqlite3.OperationalError, match="full"):
                write_step(db, step, content.seen)
        db.execute("pragma max_page_count = 100000")
        after = write_step(db, step, content.seen)
    finally:
        db.close()
    with JourneyFile.open(closed) as file:
        assert (file.saved_revision, after.revision) == (1, 1)


LIMITED = """
import json, resource, sys
from pathlib import Path
from storage import FileFault, JourneyFile
from tests.storage.maps import written
path = Path(sys.argv[1])
file = JourneyFile.open(path)
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, most))
done = 0
try:
    while done < 100:
        done += 1
        file.document().do(written(file.map, f"{done} " * 500))
        file.wait_saved()
except FileFault as fault:
    kind, unsaved = fault.kind, file.unsaved
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
file.wait_saved()
file.close()
print(json.dumps([kind, unsaved, done]))
"""


def test_a_disk_that_takes_no_more_and_then_does_again_has_every_edit(closed: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, closed], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    kind, unsaved, done = json.loads(run.stdout)
    assert (kind, unsaved) == ("disk", 1)
    assert text_in(closed) == f"{done} " * 500


def test_an_edit_whose_commit_was_reported_as_failed_is_not_written_twice(closed: Path) -> None:
    db = connect(closed)
    try:
        content = read_content(db, closed)
        step = Step(Entry(1, "Write", at="2026-01-02"), written(content.map, "once"), "uid")
        assert write_step(db, step, content.seen) == write_step(db, step, content.seen)
        assert db.execute("select count(*) from entry").fetchone() == (1,)
    finally:
        db.close()
    assert text_in(closed) == "once"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("limit", [None, 60.0])
def test_closing_does_not_hide_that_the_storage_thread_broke(closed: Path, limit: float | None) -> None:
    file = JourneyFile.open(closed)

    def break_down(_revision: int) -> None:
        raise MemoryError

    file.on_saved = break_down
    file.document().do(written(file.map, "the last that was written"))
    with pytest.raises(RuntimeError, match="the storage thread has ended"):
        file.close(limit)
    assert text_in(closed) == "the last that was written"


def test_trouble_is_told_in_the_language_of_the_one_who_edits(closed: Path, file: JourneyFile) -> None:
    closed.unlink()
    languages: list[str] = []
    file.on_trouble = lambda *_told: languages.append(spoken())
    with speaking("nb"):
        file.document().do(written(file.map, "borte"))
        with pytest.raises(FileGone):
            file.wait_saved()
    assert languages == ["nb"]
