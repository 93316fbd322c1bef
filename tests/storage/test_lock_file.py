"""A lock tells who has a file open, is nobody's when its program has ended, and stands in nobody's way."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage import JourneyFile
from storage.holder import Holder
from storage.lock_file import LockFile, holder_of, lock_path
from tests.repository import REPOSITORY
from tests.storage.maps import written


def leave_lock(path: Path, **differences: Any) -> Holder:
    """A lock as a program leaves it that has the file open; this one, but for the differences."""
    holder = replace(Holder.this_program(), **differences)
    lock_path(path).write_text(json.dumps(holder.plain()), encoding="utf-8")
    return holder


def test_a_file_that_is_open_is_locked_until_it_is_closed(closed: Path, data: Path) -> None:
    with JourneyFile.open(closed, data_folder=data):
        found = holder_of(closed)
        assert found is not None
        assert found.process == Holder.this_program().process
        assert found.moment is not None
    assert not lock_path(closed).exists()


def test_a_file_that_another_machine_has_open_is_for_reading_until_it_is_taken_over(
    closed: Path, data: Path
) -> None:
    other = leave_lock(closed, machine="OTHER-PC", person="Kari")
    with JourneyFile.open(closed, data_folder=data) as file:
        assert file.read_only
        assert file.in_use == other
    assert holder_of(closed) == other, "who only reads leaves the lock alone"
    with JourneyFile.open(closed, data_folder=data, take_over=True) as file:
        assert not file.read_only
        assert holder_of(closed) != other
    assert not lock_path(closed).exists()


@pytest.mark.parametrize(
    "differences",
    [{"process": 2**22 + 1}, {"boot": "another run of the system"}, {"started": "1"}],
    ids=["no such process", "the machine was started anew", "another process has its number"],
)
def test_a_lock_of_a_program_that_has_ended_is_taken_without_a_word(
    closed: Path, data: Path, differences: dict[str, Any]
) -> None:
    leave_lock(closed, **differences)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert not file.read_only
        assert file.in_use is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"machine": 1}', b"\xff" * 9000, b"[" * 4000, b'{"process": -1}']
)
def test_a_lock_that_makes_no_sense_is_nobodys(closed: Path, data: Path, content: bytes) -> None:
    lock_path(closed).write_bytes(content)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert not file.read_only


def test_words_in_a_lock_cannot_mislead(closed: Path) -> None:
    leave_lock(closed, machine="OTHER\u202e\nPC" + "x" * 9000, person="\x00Kari")
    assert holder_of(closed) is None, "a lock of more than a few hundred letters is not ours"
    leave_lock(closed, machine="OTHER\u202e\nPC", person="\x00Kari")
    found = holder_of(closed)
    assert found is not None
    assert (found.machine, found.person) == ("OTHER PC", "Kari")


def test_who_takes_a_lock_over_from_a_running_program_writes_and_the_other_overwrites_nothing(
    closed: Path, data: Path
) -> None:
    first = JourneyFile.open(closed, data_folder=data)
    with JourneyFile.open(closed, data_folder=data) as second:
        assert second.read_only
    with JourneyFile.open(closed, data_folder=data, take_over=True) as second:
        second.document().do(written(second.map, "taken over"))
    first.close()
    with JourneyFile.open(closed, data_folder=data) as again:
        assert [entry.label for entry in again.history] == ["Write taken over"]


def test_who_looks_at_a_lock_sees_all_of_it_or_none(closed: Path) -> None:
    lock, over = lock_path(closed), threading.Event()

    def take_again_and_again() -> None:
        while not over.is_set():
            LockFile(closed, take_over=True).release()

    taker = threading.Thread(target=take_again_and_again)
    taker.start()
    seen: list[bytes] = []
    while len(seen) < 300:
        with suppress(FileNotFoundError):
            seen.append(lock.read_bytes())
    over.set()
    taker.join()
    assert all(Holder.of_plain(json.loads(content)) for content in seen)
    assert list(closed.parent.iterdir()) == [closed]


def test_a_lock_is_not_taken_from_one_who_took_it_over(closed: Path) -> None:
    ours = LockFile(closed)
    other = leave_lock(closed, machine="OTHER-PC")
    assert not ours.is_ours
    ours.release()
    assert holder_of(closed) == other


def test_a_lock_that_could_not_be_taken_away_with_its_disk_is_nobodys(
    closed: Path, data: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    file = JourneyFile.open(closed, data_folder=data)
    closed.parent.rename(away)
    file.close()
    away.rename(closed.parent)
    assert lock_path(closed).exists()
    with JourneyFile.open(closed, data_folder=data) as again:
        assert not again.read_only


def test_the_file_is_the_same_one_by_whatever_link_it_is_opened(closed: Path, data: Path) -> None:
    link = closed.with_name("link.journey")
    link.symlink_to(closed)
    with JourneyFile.open(closed, data_folder=data), JourneyFile.open(link, data_folder=data) as second:
        assert second.read_only


HOLDER = """
import sys
from pathlib import Path
from storage import JourneyFile
file = JourneyFile.open(sys.argv[1], data_folder=Path(sys.argv[2]))
print(file.read_only, flush=True)
sys.stdin.read()
"""


def test_a_lock_of_a_program_that_was_killed_is_gone_at_once(closed: Path, data: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(closed), str(data)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "False\n"
        with JourneyFile.open(closed, data_folder=data) as second:
            assert second.read_only
            assert second.in_use is not None
            assert second.in_use.process == other.pid
        other.kill()
        other.wait()
    with JourneyFile.open(closed, data_folder=data) as file:
        assert not file.read_only
