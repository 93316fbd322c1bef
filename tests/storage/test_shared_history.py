"""What two copies of a file share: found by the names of their edits, rebuilt from their histories."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journey.merging import merge
from journey.model import Card, MapData
from journey.versions import VersionKind
from storage import JourneyFile
from storage.merged_copy import do_merge
from storage.shared_history import NotACopy, Shared, shared_history
from tests.storage.maps import everything, written

Copies = tuple[JourneyFile, JourneyFile]


@pytest.fixture
def origin(a_file: JourneyFile) -> JourneyFile:
    """A file with three steps, one of them undone."""
    document = a_file.document()
    document.do(written(document.map, "Once"))
    document.do(written(document.map, "Twice"))
    document.undo()
    a_file.wait_saved()
    return a_file


@pytest.fixture
def copies(origin: JourneyFile, tmp_path: Path, request: pytest.FixtureRequest) -> Copies:
    """Two copies of it, open."""

    def copy(name: str) -> JourneyFile:
        made = JourneyFile.open(shutil.copy(origin.path, tmp_path / name))
        request.addfinalizer(made.close)
        return made

    return copy("a.journey"), copy("b.journey")


def write(file: JourneyFile, text: str, card: str = "call") -> None:
    file.document().do(written(file.map, text, card))


def merge_into(mine: JourneyFile, theirs: JourneyFile) -> Shared:
    shared = shared_history(mine.moment(), theirs.moment())
    merged = merge(shared.base, mine.map, theirs.map)
    do_merge(mine, merged.change("Merge"), "Before", shared.upto)
    return shared


def text_of(map_data: MapData, card: str) -> str:
    return map_data.of(Card)[card].text


def test_the_base_is_the_map_from_which_both_went_on(origin: JourneyFile, copies: Copies) -> None:
    mine, theirs = copies
    write(mine, "A")
    for text in ("B", "C"):
        write(theirs, text)
    for one, other, since in ((mine, theirs, (1, 2)), (theirs, mine, (2, 1))):
        shared = shared_history(one.moment(), other.moment())
        assert shared.base == origin.map
        assert (shared.mine_since, shared.theirs_since) == since
    assert shared.upto == mine.history[-1].uid


def test_copies_that_were_never_edited_share_what_they_began_with(copies: Copies) -> None:
    mine, theirs = copies
    shared = shared_history(mine.moment(), theirs.moment())
    assert (shared.base, shared.mine_since, shared.theirs_since) == (mine.map, 0, 0)


def test_edits_that_are_not_on_the_disk_yet_count_too(copies: Copies) -> None:
    mine, theirs = copies
    write(mine, "A")
    assert shared_history(mine.moment(), theirs.moment()).mine_since == 1


@pytest.mark.parametrize("records", [everything(), None])
def test_files_that_do_not_come_from_one_are_refused(
    a_file: JourneyFile, tmp_path: Path, records: MapData | None
) -> None:
    other = JourneyFile.create(tmp_path / "other.journey", records.records() if records else ())
    with other, pytest.raises(NotACopy, match=r"“other\.journey” is no copy of “map\.journey”"):
        shared_history(a_file.moment(), other.moment())


def test_after_a_merge_only_what_was_done_since_comes_in(copies: Copies) -> None:
    mine, theirs = copies
    write(mine, "A")
    write(theirs, "B")
    merge_into(mine, theirs)
    write(theirs, "Later", "letter")
    shared = shared_history(mine.moment(), theirs.moment())
    assert (shared.base, shared.theirs_since) == (theirs_before_last(theirs), 1)
    again = merge(shared.base, mine.map, theirs.map)
    assert [one.key for one in again.conflicts] == []
    assert (text_of(again.map, "call"), text_of(again.map, "letter")) == ("A", "Later")


def test_the_other_copy_can_take_the_merged_one_in(copies: Copies) -> None:
    mine, theirs = copies
    write(mine, "A")
    write(theirs, "B")
    merge_into(mine, theirs)
    merge_into(theirs, mine)
    assert theirs.map == mine.map
    assert shared_history(theirs.moment(), mine.moment()).base == mine.map


@pytest.mark.parametrize(
    "take_back",
    [
        lambda file: file.document().undo(),
        lambda file: file.keep_version(VersionKind.RESTORE),
    ],
    ids=["undone", "an earlier map restored"],
)
def test_a_merge_that_was_taken_back_can_be_made_again(
    copies: Copies, take_back: Callable[[JourneyFile], object]
) -> None:
    mine, theirs = copies
    write(theirs, "B", "letter")
    base = mine.map
    merge_into(mine, theirs)
    assert shared_history(mine.moment(), theirs.moment()).base == theirs.map
    take_back(mine)
    assert shared_history(mine.moment(), theirs.moment()).base == base


def test_a_merge_that_was_undone_and_done_again_counts(copies: Copies) -> None:
    mine, theirs = copies
    write(theirs, "B", "letter")
    merge_into(mine, theirs)
    mine.document().undo()
    mine.document().redo()
    assert shared_history(mine.moment(), theirs.moment()).base == theirs.map


def test_a_merge_is_one_step_after_a_version_of_its_own(copies: Copies) -> None:
    mine, theirs = copies
    for text in ("B", "C"):
        write(theirs, text)
    before, steps = mine.map, len(mine.history)
    merge_into(mine, theirs)
    assert text_of(mine.map, "call") == "C"
    assert len(mine.history) == steps + 1
    assert [(it.kind, it.entry) for it in mine.versions] == [(VersionKind.MERGE, steps)]
    mine.document().undo()
    assert mine.map == before


def test_a_merge_that_brings_nothing_leaves_no_trace(copies: Copies) -> None:
    mine, theirs = copies
    write(mine, "A")
    merge_into(mine, theirs)
    assert mine.versions == ()
    assert mine.history[-1].label == "Write A"


def theirs_before_last(file: JourneyFile) -> MapData:
    return file.map.apply(file.recall(file.document().revision).reversed())
