"""A file that is moved, deleted or replaced while it is being edited."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journey.edits import new_workshop
from journey.model import Card
from storage import (
    FileGone,
    JourneyFile,
    ReplacedOutside,
)
from storage.base import with_items
from storage.lock_file import holder_of, lock_path
from storage.log import Step
from tests.storage.editing.heard import Heard, edit, labels_in, older_of
from tests.storage.maps import everything, text_in

# Changed


def test_what_somebody_else_wrote_is_noticed_before_anybody_edits(closed: Path, file: JourneyFile) -> None:
    heard = Heard(file)
    with JourneyFile.open(closed) as other:
        edit(other, "theirs")
    file.retry()
    heard.wait_for("changed")
    assert file.fault is not None
    assert "latest changes" not in file.fault.sentence
    assert labels_in(closed) == ["Write theirs"]


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


def test_a_copy_is_not_gone_on_with_when_a_file_that_came_back_goes_once_more(
    closed: Path, file: JourneyFile, tmp_path: Path
) -> None:
    heard = Heard(file)
    copy = Path(shutil.copy(closed, closed.with_name("copy.journey")))
    closed.rename(tmp_path / "elsewhere.journey")
    file.retry()
    heard.wait_for("gone")
    (tmp_path / "elsewhere.journey").rename(closed)
    file.go_on_beside()
    heard.wait_for("")
    closed.unlink()
    edit(file, "after")
    heard.wait_for("gone")
    assert text_in(copy) != "after"


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


@pytest.mark.parametrize("is_moved", [True, False], ids=["moved", "deleted"])
def test_what_others_wrote_is_put_back_too_and_edits_that_were_made_here_wait(
    closed: Path, file: JourneyFile, tmp_path: Path, is_moved: bool
) -> None:
    heard = Heard(file)
    with JourneyFile.open(closed) as other:
        edit(other, "theirs")
    closed.rename(tmp_path / "elsewhere.journey") if is_moved else closed.unlink()
    edit(file, "mine")
    heard.wait_for("gone")
    file.put_back()
    heard.wait_for("changed")
    assert labels_in(closed) == ["Write theirs"]
    assert file.unsaved == 1
    file.save_copy(closed.with_name("mine.journey"))
    assert labels_in(closed.with_name("mine.journey")) == ["Write mine"]


def test_where_others_changed_the_file_unseen_it_is_said_that_an_older_one_would_be_put_back(
    closed: Path, file: JourneyFile
) -> None:
    heard = Heard(file)
    older_of(closed, file).replace(closed)
    file.retry()
    heard.wait_for("replaced")
    closed.unlink()
    edit(file, "three")
    with pytest.raises(FileGone, match=r"what it was here at \d\d:\d\d.*may hold more"):
        file.wait_saved()
    file.put_back()
    heard.wait_for("")
    assert labels_in(closed)[-1] == "Write three"
    closed.unlink()
    file.retry()
    heard.wait_for("gone")
    assert file.fault is not None
    assert "may hold more" not in file.fault.sentence


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


@pytest.mark.parametrize(
    "take",
    [
        Path.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to("nowhere.journey"),
        lambda path: path.symlink_to("/dev/zero"),
    ],
    ids=["folder", "pipe", "link to itself", "link to nothing", "device"],
)
def test_what_is_no_file_in_the_place_of_the_file_is_left_alone_and_can_be_worked_beside(
    closed: Path, file: JourneyFile, take: Callable[[Path], object]
) -> None:
    heard = Heard(file)
    closed.unlink()
    take(closed)
    edit(file, "one")
    heard.wait_for("replaced")
    file.put_back()
    file.save_copy(closed.with_name("mine.journey"))
    assert labels_in(closed.with_name("mine.journey")) == ["Write one"]
    assert not closed.is_file()


def test_a_file_is_followed_to_where_a_link_in_its_place_leads(closed: Path, file: JourneyFile) -> None:
    new = closed.rename(closed.with_name("new.journey"))
    closed.symlink_to(new.name)
    edit(file, "one")
    file.wait_saved()
    assert labels_in(new) == ["Write one"]


def test_a_renamed_file_is_found_again_although_its_old_name_is_a_link_to_nothing(
    closed: Path, file: JourneyFile
) -> None:
    new = closed.rename(closed.with_name("new.journey"))
    closed.symlink_to("nowhere.journey")
    edit(file, "one")
    file.wait_saved()
    assert (file.path, labels_in(new)) == (new, ["Write one"])


@pytest.mark.parametrize(
    ("share", "kind"), [(0.0, "changed"), (0.5, "damaged")], ids=["emptied", "cut in half"]
)
def test_a_file_that_somebody_cuts_off_is_no_fault_of_the_disk(
    closed: Path, file: JourneyFile, share: float, kind: str
) -> None:
    heard = Heard(file)
    os.truncate(closed, int(closed.stat().st_size * share))
    content = closed.read_bytes()
    edit(file, "one")
    heard.wait_for(kind)
    assert closed.read_bytes() == content
    file.save_copy(closed.with_name("mine.journey"))
    assert labels_in(closed.with_name("mine.journey")) == ["Write one"]


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
