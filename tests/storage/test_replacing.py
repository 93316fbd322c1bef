"""A file is replaced whole, or not at all."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journey.model import Refused, adding
from storage import FileBusy, FileMissing, JourneyFile, NameTaken, ReplacedOutside, replace_file
from storage.creating import in_a_free_place
from tests.builders import a_card, a_map
from tests.storage.maps import everything


@pytest.fixture
def old(path: Path) -> Path:
    """A file that is to be replaced."""
    JourneyFile.create(path, a_map().records()).close()
    return path


def expect_whole(path: Path) -> None:
    with JourneyFile.open(path) as file:
        assert file.map == everything()
        assert file.history == ()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_takes_the_place_of_another(old: Path) -> None:
    replace_file(old, everything().records())
    expect_whole(old)


@pytest.mark.parametrize("content", [None, b"", b"not ours"])
def test_whatever_is_there_is_replaced(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    replace_file(path, everything().records())
    expect_whole(path)


def test_a_map_that_breaks_a_rule_leaves_the_old_file(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(Refused):
        replace_file(old, [a_card("lost", "touchpoints", "nowhere")])
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]


def test_a_file_that_is_being_written_is_not_replaced(old: Path) -> None:
    before = old.read_bytes()
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(FileBusy):
            replace_file(old, everything().records())
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]


def test_one_who_has_the_old_file_open_writes_nothing_into_the_new_one(old: Path) -> None:
    file = JourneyFile.open(old)
    file.document().do(adding("Add", [a_card("new", "touchpoints", "step-1")]))
    file.wait_saved()
    replace_file(old, everything().records())
    file.document().undo()
    with pytest.raises(ReplacedOutside):
        file.close()
    expect_whole(old)


def test_a_journal_of_an_unknown_file_is_not_let_into_the_new_one(path: Path) -> None:
    path.write_bytes(b"not ours")
    journal = path.with_name("map.journey-journal")
    journal.write_bytes(b"something")
    with pytest.raises(FileBusy, match="lies beside"):
        replace_file(path, everything().records())
    assert path.read_bytes() == b"not ours"
    assert sorted(path.parent.iterdir()) == [path, journal]


def broken_off(path: Path, meanwhile: Callable[[], object]) -> None:
    """Begin to make a file, let something be done, and fail."""
    with in_a_free_place(path) as beside:
        beside.write_bytes(b"half")
        meanwhile()
        raise OSError(errno.ENOSPC, "full")


def test_one_who_cannot_finish_a_file_leaves_nothing_of_it(path: Path) -> None:
    with pytest.raises(OSError, match="full"):
        broken_off(path, list)
    assert list(path.parent.iterdir()) == []
    with pytest.raises(OSError, match="full"):
        broken_off(path, lambda: replace_file(path, everything().records()))
    expect_whole(path)


def taken_meanwhile(path: Path) -> None:
    with in_a_free_place(path) as beside:
        beside.write_bytes(b"ours")
        path.write_bytes(b"theirs")


def test_a_name_that_somebody_takes_meanwhile_stays_theirs(path: Path) -> None:
    with pytest.raises(FileExistsError):
        taken_meanwhile(path)
    assert path.read_bytes() == b"theirs"
    assert list(path.parent.iterdir()) == [path]


def test_a_stick_that_knows_one_name_a_file_takes_new_files_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "no second name here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    JourneyFile.create(path, everything().records()).close()
    expect_whole(path)
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(NameTaken):
        replace_file(folder, everything().records())
    assert list(tmp_path.iterdir()) == [folder]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="There is no folder “no folder”"):
        replace_file(tmp_path / "no folder" / "map.journey", everything().records())
