"""A file whose disk takes its time is shown when it is there, or what is wrong with it is said then."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.beginnings import new_map, sample_map
from app.coming import Coming, Opening
from app.making import begin_map
from app.recent import data_folder, recent_paths
from app.window import Window
from app.windows import Windows
from app.wish import Found, found_new, of_file, of_file_again
from journey.model import Step
from storage import JourneyFile, NameTaken
from storage.closing import end_closing, is_over_within
from storage.holder import Holder
from storage.lock_file import lock_path
from tests.app.window.conftest import shown, start_of


@pytest.fixture
def hasty(windows: Windows, monkeypatch: pytest.MonkeyPatch) -> Windows:
    """The program, which waits for no file."""
    monkeypatch.setattr(Windows, "patience", 0.0)
    return windows


@pytest.fixture
def path(documents: Path) -> Path:
    """A file that nobody has open."""
    return begin_map("journey-map")


def test_a_file_that_takes_its_time_is_begun_with_on_the_start_screen(
    hasty: Windows, path: Path, qtbot: QtBot
) -> None:
    hasty.begin(path, bears=False)
    assert hasty.window is not None
    qtbot.waitUntil(lambda: isinstance(hasty.window, Window), timeout=20_000)
    assert shown(hasty).desk.path == path
    assert shown(hasty).notice.sentence == ""


def test_how_one_begins_is_said_of_a_new_map_that_takes_its_time_too(
    hasty: Windows, documents: Path, qtbot: QtBot
) -> None:
    start_of(hasty).begun.emit("journey-map")
    qtbot.waitUntil(lambda: isinstance(hasty.window, Window), timeout=20_000)
    assert shown(hasty).notice.sentence.startswith("Type what the customer does first")
    (first,) = shown(hasty).desk.selected
    assert first in shown(hasty).desk.map.of(Step)


def test_a_file_that_cannot_be_opened_again_leaves_the_copy_of_what_was_done_on_the_screen(
    hasty: Windows, path: Path, qtbot: QtBot
) -> None:
    hasty.begin(path, bears=False)
    qtbot.waitUntil(lambda: isinstance(hasty.window, Window), timeout=20_000)
    copy = path.with_name("mine.journey")
    shown(hasty).desk.file.save_copy(copy)
    path.write_bytes(bytes(5000))
    shown(hasty).renewed.emit(False, copy)
    qtbot.waitUntil(
        lambda: isinstance(hasty.window, Window) and hasty.window.desk.path == copy, timeout=20_000
    )
    assert "is not a journey file" in shown(hasty).notice.sentence


def test_what_is_wrong_with_a_file_that_takes_its_time_is_said_as_it_is_at_once(
    hasty: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "wrong.journey"
    wrong.write_text("nothing of ours", encoding="utf-8")
    start = start_of(hasty)
    hasty.open(wrong)
    qtbot.waitUntil(lambda: "not a journey file" in start.notice.sentence, timeout=20_000)


def test_of_two_files_that_take_their_time_the_one_wanted_last_is_shown(
    hasty: Windows, path: Path, qtbot: QtBot
) -> None:
    other = begin_map("lifecycle")
    start_of(hasty)
    hasty.open(path)
    came_at_once = [path] if isinstance(hasty.window, Window) else []
    hasty.open(other)
    qtbot.waitUntil(
        lambda: isinstance(hasty.window, Window) and hasty.window.desk.path == other, timeout=20_000
    )
    assert recent_paths() == [other, *came_at_once]


def test_a_file_that_nobody_wants_any_more_is_closed_again(path: Path, qtbot: QtBot) -> None:
    opening = Opening(of_file(path))
    opening.errand.wait()
    opening.give_up()
    end_closing(60)
    with JourneyFile.open(path, data_folder=data_folder()) as file:
        assert not file.read_only


def test_what_nobody_wanted_any_more_is_removed_again_only_if_it_was_made_for_them(
    documents: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = tmp_path / "cards.csv"
    sheet.write_text("stage;step;lane;text\nBefore;Looks;Touchpoints;A sign\n", encoding="utf-8")
    mine = begin_map("journey-map")
    for wish in (new_map("journey-map"), sample_map("water-damage"), of_file(sheet), of_file(mine)):
        opening = Opening(wish)
        opening.errand.wait()
        opening.give_up()
    qtbot.waitUntil(lambda: [*documents.iterdir(), *tmp_path.glob("cards*")] == [mine, sheet], timeout=20_000)


def test_what_is_made_is_made_anew_for_one_who_left_it_here_or_in_another_folder(
    documents: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    made: list[Path] = []
    coming, answers, wish = Coming(made.clear), Event(), new_map("journey-map")

    def found_late() -> Found:
        answers.wait()
        found = wish.find()
        made.append(found.file.path)
        return found

    assert coming.opened_within(0.0, replace(wish, find=found_late)) is None
    coming.leave()
    for again in (wish, new_map("journey-map", tmp_path / "other")):
        opening = coming.opened_within(60.0, again)
        assert opening is not None
        with opening.take().file as file:
            assert file.path.name == "Untitled journey.journey"
    answers.set()
    qtbot.waitUntil(lambda: bool(made) and not made[0].exists(), timeout=20_000)
    assert made == [documents / "Untitled journey 2.journey"]


def test_a_file_that_is_left_and_then_taken_over_is_opened_to_be_edited(path: Path, qtbot: QtBot) -> None:
    theirs = replace(Holder.this_program(), machine="KASSE-2", person="Kari", since="2026-03-01T09:12:00")
    lock_path(path).write_text(json.dumps(theirs.plain()), encoding="utf-8")
    arrived: list[Opening] = []
    coming, answers = Coming(arrived.append), Event()
    assert not is_over_within(0.0, answers.wait, path, None)
    for take_over in (False, True):
        assert coming.opened_within(0.0, of_file_again(path, take_over, lambda _window: None, None)) is None
    answers.set()
    qtbot.waitUntil(lambda: len(arrived) == 1, timeout=20_000)
    with arrived[0].take().file as file:
        assert not file.read_only


def test_a_map_is_made_although_another_one_took_its_name_at_the_same_moment(documents: Path) -> None:
    wrong: list[Exception] = [NameTaken("Untitled journey.journey is there already.")]

    def make() -> Path:
        if wrong:
            raise wrong.pop()
        return begin_map("journey-map")

    with found_new(make).file as file:
        assert file.path == documents / "Untitled journey.journey"
