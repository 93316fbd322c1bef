"""After a crash the next program goes on with the map that was shown, and says so in one quiet line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.left_open import left_open, note_shown
from app.making import begin_map, copy_sample
from app.recent import data_folder, note_recent
from app.start_screen import StartScreen
from app.windows import Windows
from journey.model import Card
from storage import JourneyFile
from tests.app.window.conftest import add_notes, shown
from tests.repository import REPOSITORY
from tests.storage.maps import written

_SHOW = """
import sys
from pathlib import Path
from app.left_open import note_shown
note_shown(Path(sys.argv[1]))
"""


@pytest.fixture
def crashed(windows: Windows, documents: Path) -> Path:
    """A file whose last card was being worked on when the program that showed it came to a sudden end."""
    path = copy_sample("water-damage")
    with JourneyFile.open(path) as file:
        *_others, card = file.map.of(Card)
        file.document().do(written(file.map, "the last words", card.id))
    note_recent(path)
    subprocess.run([sys.executable, "-c", _SHOW, str(path)], cwd=REPOSITORY, check=True)
    return path


def line(windows: Windows) -> str:
    status = shown(windows).findChild(QLabel, "status")
    assert isinstance(status, QLabel)
    return status.text()


def noted() -> list[str]:
    """What the program would go on with after a crash."""
    notes = (data_folder() / "shown").glob("*.json")
    return [json.loads(note.read_text(encoding="utf-8"))["path"] for note in notes]


def test_the_map_that_was_shown_is_shown_again_where_it_was_worked_on(
    windows: Windows, crashed: Path
) -> None:
    windows.begin(None, bears=False)
    desk = shown(windows).desk
    assert desk.path == crashed
    (card,) = desk.selected
    assert desk.map.of(Card)[card].text == "the last words"
    assert line(windows) == "Taken up where you left off."
    assert shown(windows).notice.sentence == ""


def test_what_was_gone_on_with_is_noted_anew_once_somebody_edits_it(windows: Windows, crashed: Path) -> None:
    windows.begin(None, bears=False)
    notes = data_folder() / "shown"
    assert list(notes.iterdir()) == [], "what brings the program down at once is not shown for ever"
    shown(windows).menus.actions["remove"].trigger()
    assert [note.stem for note in notes.iterdir()] == [str(os.getpid())]
    windows.start()
    assert list(notes.iterdir()) == []


def test_what_was_closed_in_order_or_is_not_there_is_not_shown_again(windows: Windows, crashed: Path) -> None:
    crashed.rename(crashed.with_suffix(".away"))
    windows.begin(None, bears=False)
    assert isinstance(windows.window, StartScreen)
    crashed.with_suffix(".away").rename(crashed)
    windows.open(crashed)
    windows.start()
    assert left_open() is None


def test_what_somebody_went_on_with_by_its_name_is_not_shown_once_more(
    windows: Windows, crashed: Path
) -> None:
    windows.begin(crashed, bears=False)
    windows.start()
    assert left_open() is None


def test_what_another_program_shows_is_left_to_that(windows: Windows, documents: Path) -> None:
    path = copy_sample("water-damage")
    note_recent(path)
    note_shown(path)
    windows.begin(None, bears=False)
    assert isinstance(windows.window, StartScreen)


def test_a_window_of_other_settings_is_gone_on_with_under_every_name_of_its_file(
    windows: Windows, documents: Path, qtbot: QtBot
) -> None:
    path = begin_map("journey-map")
    windows.open(path)
    windows.settle(replace(windows.manner.settings, theme="dark"))
    renamed = path.rename(path.with_name("renamed.journey"))
    add_notes(shown(windows))
    qtbot.waitUntil(lambda: shown(windows).desk.path == renamed, timeout=20_000)
    qtbot.waitUntil(lambda: noted() == [str(renamed)], timeout=20_000)


def test_what_was_gone_on_with_is_noted_anew_in_a_window_of_other_settings_too(
    windows: Windows, crashed: Path
) -> None:
    windows.begin(None, bears=False)
    windows.settle(replace(windows.manner.settings, theme="dark"))
    add_notes(shown(windows))
    assert noted() == [str(crashed)]


def test_a_file_that_cannot_be_opened_again_is_not_gone_on_with(windows: Windows, documents: Path) -> None:
    path = begin_map("journey-map")
    windows.open(path)
    path.write_bytes(bytes(5000))
    shown(windows).renewed.emit(False, None)
    assert isinstance(windows.window, StartScreen)
    assert noted() == []
