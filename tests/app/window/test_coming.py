"""A file whose disk takes its time is shown when it is there, or what is wrong with it is said then."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.coming import Opening, Wish
from app.making import begin_map
from app.recent import data_folder, recent_paths
from app.window import Window
from app.windows import Windows
from journey.model import Step
from storage import JourneyFile
from storage.closing import end_closing
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
    opening = Opening(Wish(path))
    opening.errand.wait()
    opening.give_up()
    end_closing(60)
    with JourneyFile.open(path, data_folder=data_folder()) as file:
        assert not file.read_only
