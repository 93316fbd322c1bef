"""A disk that neither works nor fails keeps nobody waiting, and what was done meanwhile is not lost."""

from __future__ import annotations

import json
import shutil
import signal
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journey.model import Card
from storage import JourneyFile, rescued_at, sweep
from storage.backups import backups_of
from storage.holder import Holder
from storage.lock_file import lock_path
from storage.log import Step
from storage.rescue import Ending
from storage.step_json import Item
from tests.faults.disk import run_child
from tests.storage.maps import written

SILENT = "The disk with “map.journey” does not answer at the moment."
KEPT = "Your latest changes are saved on this computer, and are not in the file yet."


def played(shim: Path, *arguments: object, end: int = 0) -> str:
    """What a child told, which must come to its end although its disk never answers."""
    return run_child(shim, *map(str, arguments), timeout=100.0, end=end)


@pytest.fixture
def data(path: Path) -> Path:
    """The user's folder for data, on a disk of its own."""
    return path.parents[1] / "data"


def labels(items: tuple[Item, ...]) -> list[str]:
    return [item.entry.label for item in items if isinstance(item, Step)]


def labels_of(file: JourneyFile) -> list[str]:
    return [entry.label for entry in file.history]


def expect_taken_up(path: Path, data: Path) -> None:
    """The next program finds the edits, writes them and has them for good."""
    with JourneyFile.open(path, data_folder=data) as file:
        assert labels(file.found.lacks) == ["Write two", "Write three"]
    with JourneyFile.open(path, data_folder=data) as file:
        assert (file.found.lacks, file.saved_revision) == ((), 3)
        assert file.map.of(Card)["call"].text == "three"


def expect_no_litter(path: Path, data: Path) -> None:
    """Nothing that was not finished lies about any more."""
    assert [*path.parent.glob("*.part*"), *data.rglob("*.part*")] == []
    assert [*path.parent.glob(".*"), Path(f"{path}-journal")] == [Path(f"{path}-journal")]
    assert not Path(f"{path}-journal").exists()


def test_edits_are_kept_while_the_disk_hangs_and_are_there_after_a_kill(
    shim: Path, path: Path, data: Path
) -> None:
    said = played(shim, "hanging_child", path.parents[1], "killed", end=-signal.SIGKILL)
    assert said.splitlines() == [f"{SILENT} {KEPT}"]
    (run,) = rescued_at(data, path)
    assert labels(run.items) == ["Write one", "Write two", "Write three"]
    expect_taken_up(path, data)
    expect_no_litter(path, data)


def test_closing_lets_go_of_a_disk_that_hangs_and_the_program_ends(
    shim: Path, path: Path, data: Path
) -> None:
    said = played(shim, "hanging_child", path.parents[1], "closed").splitlines()
    assert said[0] == f"“map.journey” is still being written. {KEPT}"
    (run,) = rescued_at(data, path)
    assert run.ending is Ending.BROKEN_OFF
    expect_taken_up(path, data)
    expect_no_litter(path, data)


def test_the_file_waits_for_no_log_whose_disk_hangs(shim: Path, path: Path, data: Path) -> None:
    played(shim, "hanging_child", path.parents[1], "killed", end=-signal.SIGKILL)
    said = played(shim, "hanging_child", path.parents[1], "own disk")
    assert said.splitlines() == ["0 4 True “map.journey” is still being written."]
    with JourneyFile.open(path, read_only=True) as file:
        assert labels_of(file) == ["Write one", "Write two", "Write three", "Write one"]
    JourneyFile.open(path, data_folder=data).close()
    sweep(data, datetime.now(UTC))
    expect_no_litter(path, data)


def test_what_was_let_go_of_is_written_when_the_disk_answers_after_all(
    shim: Path, path: Path, data: Path
) -> None:
    said = played(shim, "hanging_child", path.parents[1], "answers").splitlines()
    assert said[1] == "“map.journey” is still being written.", "it is not opened a second time"
    assert said[2] == "0 3"
    with JourneyFile.open(path, data_folder=data) as file:
        assert (file.found.lacks, file.saved_revision) == ((), 3)
        assert backups_of(file.document_id, data)[-1].revision == 3


def test_where_the_own_disk_hangs_too_nothing_is_said_to_be_kept(shim: Path, path: Path) -> None:
    said = played(shim, "hanging_child", path.parents[1], "nowhere to write").splitlines()
    assert said[0].startswith(SILENT)
    assert all("as long as Reisekart runs" in sentence for sentence in said)
    assert len(said) == 2


def test_the_window_goes_on_beside_a_disk_that_hangs_and_closes_at_the_first_asking(
    shim: Path, path: Path
) -> None:
    folder = path.parents[1]
    with JourneyFile.open(path) as file:
        before = file.map
        file.document().do(written(file.map, "one"))
    assert played(shim, "hanging_window", folder, "hangs").splitlines() == [
        f"{SILENT} {KEPT}",
        "Saved on this computer, waiting for the disk",
        "closed",
    ]
    said = played(shim, "hanging_window", folder, "again")
    assert said == "Taken up where you left off: 4 changes brought back.\n"
    for one in (path, folder / "copy.journey"):
        with JourneyFile.open(one, read_only=True) as file:
            assert (len(file.history), file.map) == (6, before)
    expect_no_litter(path, folder / "data")


def test_a_file_on_a_disk_that_hangs_is_left_for_the_start_screen_and_not_opened_twice(
    shim: Path, path: Path
) -> None:
    said = played(shim, "hanging_window", path.parents[1], "leaves")
    assert said == "“map.journey” is still being written. What was in it is kept on this computer.\n"


def test_a_file_whose_disk_hangs_keeps_no_window_waiting_and_comes_when_it_answers(
    shim: Path, path: Path
) -> None:
    said = played(shim, "hanging_window", path.parents[1], "opens").splitlines()
    assert said == [
        "Opening “map.journey” …",
        "on its way 1",
        "left '' 1",
        "Opening “map.journey” … 1",
        "there False ",
    ]
    with JourneyFile.open(path) as file:
        assert labels_of(file) == ["Write one"]


def test_what_was_left_of_a_file_keeps_no_start_screen_waiting_for_its_disk(
    shim: Path, path: Path, data: Path
) -> None:
    played(shim, "hanging_child", path.parents[1], "killed", end=-signal.SIGKILL)
    shutil.copytree(data, data / "reisekart")
    assert played(shim, "hanging_window", path.parents[1], "starts") == "''\n"


def test_a_new_map_keeps_no_window_waiting_for_the_disk_it_is_to_lie_on(shim: Path, path: Path) -> None:
    said = played(shim, "hanging_window", path.parents[1], "begins").splitlines()
    assert said == [
        "Opening “Untitled journey” …",
        "Untitled journey.journey Type what the customer does first",
    ]


def test_a_new_map_is_made_on_another_disk_meanwhile_and_what_nobody_wants_any_more_goes_again(
    shim: Path, path: Path
) -> None:
    said = played(shim, "hanging_window", path.parents[1], "begins_elsewhere").splitlines()
    assert said == ["Opening “Untitled journey” … 3", "stick/Untitled journey.journey"]


def test_a_file_that_is_taken_over_keeps_no_window_waiting_for_its_disk(shim: Path, path: Path) -> None:
    theirs = replace(Holder.this_program(), machine="KASSE-2", person="Kari", since="2026-03-01T09:12:00")
    lock_path(path).write_text(json.dumps(theirs.plain()), encoding="utf-8")
    said = played(shim, "hanging_window", path.parents[1], "takes_over").splitlines()
    assert said == ["True", "Opening “map.journey” …", "there False"]
    assert not lock_path(path).exists()


def test_what_is_brought_together_keeps_no_window_waiting_for_its_disk(shim: Path, path: Path) -> None:
    theirs = path.parents[1] / "theirs.journey"
    theirs.write_bytes(path.read_bytes())
    with JourneyFile.open(theirs) as file:
        file.document().do(written(file.map, "theirs", "letter"))
    said = played(shim, "hanging_window", path.parents[1], "brings_together").splitlines()
    assert said == ["Opening “map.journey” …", "there False", "['Write theirs']"]


def test_leaving_a_copy_that_its_disk_never_takes_is_asked_once_and_leaves_nothing_behind(
    shim: Path, path: Path
) -> None:
    said = played(shim, "hanging_window", path.parents[1], "copies").splitlines()
    assert said == [
        "open",
        "A copy is still being written. Close once more to leave without it.",
        "closed",
    ]
    assert list((path.parents[1] / "stick").iterdir()) == []
