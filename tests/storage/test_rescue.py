"""What was told to be safe is there, whatever became of the program and of its file."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journey.document import Entry
from journey.model import Asset, Card, adding, removing
from journey.versions import VersionKind
from storage import FileFault, FileGone, FileMissing, JourneyFile, NameTaken, rescued_at, restore, sweep
from storage.log import Step
from storage.log_thread import LogThread
from storage.parts import part_name
from storage.rescue import Rescued, told_in
from storage.rescue_log import Begun, RescueLog, told_line
from tests.killing import last_told
from tests.storage.maps import everything, picture, written

Harm = Callable[[Path, Path], object]


def edit(file: JourneyFile, *texts: str) -> None:
    for text in texts:
        file.document().do(written(file.map, text))


def text_of(file: JourneyFile) -> str:
    return file.map.of(Card)["call"].text


def give_up(file: JourneyFile) -> None:
    """Close a file that cannot take all edits."""
    with pytest.raises(FileFault, match="saved on this computer"):
        file.close()


def folders(data: Path) -> list[Path]:
    """The folders of the runs that something is kept of."""
    return sorted(folder for folder in data.glob("rescue/*/*") if folder.is_dir())


def edited(path: Path, data: Path, *texts: str) -> None:
    with JourneyFile.open(path, data_folder=data) as file:
        edit(file, *texts)


def killed_after(acknowledged: int, path: Path, data: Path, *pulled: str) -> int:
    """The last edit that a program told was safe, which was killed after so many of them."""
    return last_told(acknowledged, "tests.storage.rescue_writer", path, data, *pulled)


def test_a_log_that_found_no_memory_once_keeps_every_edit_with_the_next(closed: Path, data: Path) -> None:
    with JourneyFile.open(closed) as file:
        edit(file, "one", "two")
        image, short = file.image(), iter([True])

        def read() -> bytes:
            if next(short, False):
                raise MemoryError
            return image

        log = LogThread(RescueLog(data, Begun(file.document_id, closed, 0, "", read)))
        first, second = (Step(entry, written(file.map, "x"), entry.uid) for entry in file.history)
        whole = []
        for one in (first, second):
            log.append([one])
            assert log.settle(20)
            whole.append(log.is_whole)
        assert whole == [False, True]
        log.close(written=False)
    (run,) = rescued_at(data, closed)
    assert [item.entry.label for item in run.items if isinstance(item, Step)] == ["Write one", "Write two"]


# Killed, and the file harmed as well


def delete(path: Path, _older: Path) -> None:
    path.unlink()


def empty(path: Path, _older: Path) -> None:
    path.write_bytes(b"")


def zero(path: Path, _older: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def put_older_back(path: Path, older: Path) -> None:
    shutil.copy(older, path)


def put_older_in_its_place(path: Path, older: Path) -> None:
    shutil.copy(older, path.with_name("new"))
    path.with_name("new").replace(path)


@pytest.mark.parametrize("harm", [delete, empty, zero, put_older_back, put_older_in_its_place])
def test_nothing_is_lost_when_the_program_is_killed_and_the_file_harmed_at_once(
    closed: Path, data: Path, tmp_path: Path, harm: Harm
) -> None:
    older = Path(shutil.copy(closed, tmp_path / "older"))
    last = 0
    for acknowledged in (1, 7):
        last = killed_after(acknowledged, closed, data)
        Path(f"{closed}-journal").unlink(missing_ok=True)
        harm(closed, older)
        bring_back(closed, data)
        with JourneyFile.open(closed, data_folder=data) as file:
            file.wait_saved()
            assert file.saved_revision >= last
            assert text_of(file) == f"edit {file.saved_revision}"
            assert len(file.history) == file.saved_revision
    assert last > 7


def bring_back(path: Path, data: Path) -> None:
    """What the window offers where a file cannot be opened."""
    try:
        JourneyFile.open(path).close()
    except FileFault:
        path.unlink(missing_ok=True)
        restore(rescued_at(data, path)[0], path)


def test_edits_of_a_stick_that_was_pulled_out_are_written_when_it_is_back(closed: Path, data: Path) -> None:
    last = killed_after(9, closed, data, "4")
    assert last >= 9
    closed.with_name("map.journey").parent.parent.joinpath("stick away").rename(closed.parent)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert len(file.found.lacks) >= 5
        file.wait_saved()
        assert file.saved_revision >= last
        for _step in range(file.saved_revision):
            file.document().undo()
        assert file.map == everything()


# What is kept, and for how long


def test_a_run_without_edits_keeps_nothing(closed: Path, data: Path) -> None:
    JourneyFile.open(closed, data_folder=data).close()
    assert folders(data) == []


def test_only_the_last_run_is_kept_of_those_that_follow_on_one_another(closed: Path, data: Path) -> None:
    for text in ("one", "two", "three"):
        edited(closed, data, text)
    (folder,) = folders(data)
    run = Rescued.read(folder)
    assert run is not None
    assert (run.revision, len(run.items), run.path) == (2, 1, closed)


def test_what_ended_well_goes_after_a_month_and_what_did_not_stays(closed: Path, data: Path) -> None:
    edited(closed, data, "one")
    now = datetime.now(UTC)
    sweep(data, now + timedelta(days=29))
    assert folders(data)
    sweep(data, now + timedelta(days=31))
    assert not folders(data)
    killed_after(1, closed, data)
    sweep(data, now + timedelta(days=400))
    assert folders(data)


def test_a_log_that_another_program_is_just_making_is_not_swept(data: Path) -> None:
    made = data / "rescue" / "document" / part_name()
    left = made.with_name(made.name.replace(f"-{os.getpid()}-", f"-{2**22 + 1}-"))
    for folder in (made, left):
        folder.mkdir(parents=True)
    sweep(data, datetime.now(UTC))
    assert folders(data) == [made]


def test_pictures_and_versions_are_kept_too(closed: Path, data: Path) -> None:
    new = picture(b"another \x00\xff")
    (old,) = everything().of(Asset)
    file = JourneyFile.open(closed, data_folder=data)
    closed.unlink()
    file.document().do(adding("Add", [new]))
    file.document().do(removing("Remove", [new]))
    file.keep_version(VersionKind.NAMED, "Before lunch", "æøå")
    file.document().undo()
    kept = file.versions
    give_up(file)
    restore(rescued_at(data, closed)[0], closed)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert set(file.map.of(Asset)) == {old, new}
        assert (file.versions, len(file.history)) == (kept, 3)


def test_where_nothing_can_be_kept_editing_goes_on_and_it_is_said(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way of the folder", encoding="utf-8")
    file = JourneyFile.open(closed, data_folder=tmp_path / "data")
    edit(file, "one")
    file.wait_saved()
    closed.unlink()
    edit(file, "two")
    with pytest.raises(FileGone, match="as long as Reisekart runs"):
        file.wait_saved()
    assert not file.is_safe
    with pytest.raises(FileGone):
        file.close()


# What is found when a file is opened


def test_a_file_put_back_to_an_older_state_is_told_of_and_brought_forward_on_request(
    closed: Path, data: Path, tmp_path: Path
) -> None:
    edited(closed, data, "one")
    older = Path(shutil.copy(closed, tmp_path / "older"))
    edited(closed, data, "two", "three")
    shutil.copy(older, closed)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert (text_of(file), file.found.lacks) == ("one", ())
        assert file.found.older is not None
        file.found.older.want()
    with JourneyFile.open(closed, data_folder=data) as file:
        assert text_of(file) == "three"
    with JourneyFile.open(closed, data_folder=data) as file:
        assert (file.found.older, file.saved_revision) == (None, 3)


def test_an_older_copy_beside_the_file_stays_as_it_is(closed: Path, data: Path) -> None:
    copy = Path(shutil.copy(closed, closed.with_name("Before lunch.journey")))
    edited(closed, data, "one")
    with JourneyFile.open(copy, data_folder=data) as file:
        assert (file.found.older, file.found.lacks, file.found.settled) == (None, (), ())
    killed_after(3, closed, data, "3")
    closed.parent.with_name("stick away").rename(closed.parent)
    with JourneyFile.open(copy, data_folder=data) as file:
        assert (file.found.older, file.found.lacks, file.saved_revision) == (None, (), 0)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert file.found.lacks


def test_what_was_not_written_to_a_file_that_is_gone_is_offered_to_a_copy_of_it(
    closed: Path, data: Path
) -> None:
    copy = Path(shutil.copy(closed, closed.with_name("copy.journey")))
    file = JourneyFile.open(closed, data_folder=data)
    edit(file, "one")
    closed.rename(closed.with_name("hidden"))
    file.wait_saved()
    closed.with_name("hidden").unlink()
    edit(file, "two")
    give_up(file)
    with JourneyFile.open(copy, data_folder=data) as file:
        assert (file.found.lacks, file.saved_revision) == ((), 0)
        assert file.found.older is not None
        file.found.older.want()
    with JourneyFile.open(copy, data_folder=data) as file:
        assert text_of(file) == "two"


def test_what_is_not_wanted_is_not_offered_again(closed: Path, data: Path, tmp_path: Path) -> None:
    older = Path(shutil.copy(closed, tmp_path / "older"))
    edited(closed, data, "one")
    shutil.copy(older, closed)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert file.found.older is not None
        file.found.older.decline()
    with JourneyFile.open(closed, data_folder=data) as file:
        assert file.found.older is None
        assert file.saved_revision == 0


def test_edits_that_went_another_way_are_told_of_and_can_be_had_as_a_file(
    closed: Path, data: Path, tmp_path: Path
) -> None:
    mine = JourneyFile.open(closed, data_folder=data)
    edit(mine, "mine 1")
    mine.wait_saved()
    older = Path(shutil.copy(closed, tmp_path / "older"))
    edit(mine, "mine 2")
    mine.wait_saved()
    edited(older, tmp_path / "elsewhere", "theirs")
    older.replace(closed)
    edit(mine, "mine 3")
    give_up(mine)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert text_of(file) == "theirs"
        (apart,) = file.found.apart
        restore(apart, tmp_path / "mine.journey")
        edit(file, "more")
    with JourneyFile.open(tmp_path / "mine.journey") as had:
        assert [entry.label for entry in had.history] == ["Write mine 1", "Write mine 2", "Write mine 3"]
    with JourneyFile.open(closed, data_folder=data) as file:
        assert file.found.apart, "it is told until somebody decides"
        file.found.apart[0].decline()
    with JourneyFile.open(closed, data_folder=data) as file:
        assert not file.found.apart


def test_edits_that_follow_on_another_edit_of_the_same_number_are_not_taken_up(
    closed: Path, data: Path, tmp_path: Path
) -> None:
    theirs = Path(shutil.copy(closed, tmp_path / "theirs"))
    edited(theirs, tmp_path / "elsewhere", "theirs")
    edited(closed, data, "mine 1")
    file = JourneyFile.open(closed, data_folder=data)
    closed.unlink()
    edit(file, "mine 2")
    give_up(file)
    theirs.replace(closed)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert (text_of(file), file.found.lacks) == ("theirs", ())
        assert [run.last for run in file.found.apart] == [2]


def test_edits_that_cannot_be_done_to_the_file_are_told_of_and_kept(closed: Path, data: Path) -> None:
    with JourneyFile.open(closed, data_folder=data) as file:
        edit(file, "one")
        entry = Entry(2, "Change what is not there", None, "2026-03-01T10:00:00+00:00", uid="a")
        log = RescueLog(data, Begun(file.document_id, closed, 0, "", file.image))
        first = Step(file.history[0], file.recall(1), file.history[0].uid)
        log.append((first, Step(entry, written(everything(), "unlike"), "a")))
        log.close(written=False)
    with JourneyFile.open(closed, data_folder=data) as file:
        assert (text_of(file), file.found.lacks) == ("one", ())
        assert [run.last for run in file.found.apart] == [2]
        edit(file, "two")
    assert log.folder in folders(data)


def test_a_run_that_is_not_over_is_left_alone(closed: Path, data: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(closed, tmp_path / "copy.journey"))
    with JourneyFile.open(closed, data_folder=data) as file:
        edit(file, "mine")
        file.wait_saved()
        with JourneyFile.open(copy, data_folder=data) as other:
            assert (other.found.older, other.found.lacks, other.found.apart) == (None, (), ())
            edit(other, "theirs")
        edit(file, "mine again")
    with JourneyFile.open(closed, data_folder=data) as file:
        assert text_of(file) == "mine again"


def test_nothing_is_found_for_a_place_where_nothing_was(data: Path, tmp_path: Path) -> None:
    assert rescued_at(data, tmp_path / "never.journey") == []
    with pytest.raises(FileMissing):
        JourneyFile.open(tmp_path / "never.journey", data_folder=data)


@pytest.mark.parametrize(
    "content", [b"", b"not a file", bytes(9000), None], ids=["empty", "other", "zeros", "cut"]
)
def test_a_log_whose_base_is_ruined_harms_nobody(
    closed: Path, data: Path, tmp_path: Path, content: bytes | None
) -> None:
    older = Path(shutil.copy(closed, tmp_path / "older"))
    edited(closed, data, "one")
    edited(closed, data, "two")
    newest = Path(shutil.copy(closed, tmp_path / "newest"))
    (folder,) = folders(data)
    base = folder / "base.journey"
    base.write_bytes(base.read_bytes()[:50_000] if content is None else content)
    for state, revision in ((older, 0), (newest, 2)):
        shutil.copy(state, closed)
        with JourneyFile.open(closed, data_folder=data) as file:
            assert file.saved_revision == revision
    closed.unlink()
    with pytest.raises(FileFault):
        restore(rescued_at(data, closed)[0], closed)
    assert not closed.exists()


def test_bringing_back_leaves_what_took_the_name_as_it_is(closed: Path, data: Path) -> None:
    edited(closed, data, "one")
    (run,) = rescued_at(data, closed)
    closed.unlink()
    # A link to what is not there looks like no file at all, until one makes a file of that name.
    closed.symlink_to(closed.with_name("elsewhere"))
    with pytest.raises(NameTaken):
        restore(run, closed)
    assert list(closed.parent.iterdir()) == [closed]
    assert closed.is_symlink()


# The log


def test_a_log_that_was_harmed_anywhere_is_read_as_what_was_done_first() -> None:
    whole = [{"number": number, "text": "æ\n" * (number % 5)} for number in range(30)]
    log = b"".join(map(told_line, whole))
    chance = random.Random(1)
    cut_short = 0
    for _attempt in range(2000):
        place = chance.randrange(len(log))
        harmed = bytearray(log)
        if chance.random() < 0.5:
            del harmed[place:]
        else:
            harmed[place] ^= 1 << chance.randrange(8)
        read = list(told_in(bytes(harmed)))
        assert read == whole[: len(read)]
        cut_short += len(read) < len(whole)
    assert cut_short == 2000


def test_a_log_whose_end_is_torn_gives_back_what_stands_before(closed: Path, data: Path) -> None:
    killed_after(3, closed, data, "1")
    (folder,) = folders(data)
    log = folder / "steps.log"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:3]) + lines[3][:-9])
    closed.parent.mkdir()
    restore(rescued_at(data, closed)[0], closed)
    with JourneyFile.open(closed) as file:
        assert text_of(file) == "edit 2"
