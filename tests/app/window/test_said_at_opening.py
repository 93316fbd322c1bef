"""What is said of a file when it is opened, and done: what it lacks, who has it, what became of it."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.making import begin_map
from app.panels.merge_panel import MergePanel
from app.recent import data_folder
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from journey.model import Card
from storage.holder import Holder
from storage.lock_file import lock_path
from tests.app.conftest import Typed
from tests.app.window.conftest import Removed, Told, press, shown, start_of, status
from tests.storage.newer import made_newer


def test_what_was_not_in_the_file_is_in_it_when_it_is_opened_again(
    windows: Windows, window: Window, remove: Removed, told: Told, let_go: Callable[[], None], qtbot: QtBot
) -> None:
    path, away = window.desk.path, window.desk.path.parent.with_name("unplugged")
    path.parent.rename(away)
    remove()
    told("unplugged")
    after = set(window.desk.map.records())
    let_go()
    # The lock lies where nobody could take it away.
    away.rename(path.parent)
    windows.begin(path, bears=False)
    assert set(shown(windows).desk.map.records()) == after
    qtbot.waitUntil(lambda: status(shown(windows)).startswith("Saved"))
    line = shown(windows).findChild(QLabel, "status")
    assert isinstance(line, QLabel)
    qtbot.waitUntil(lambda: line.text() == "Taken up where you left off: 1 change brought back.")


def test_an_older_state_put_there_meanwhile_is_said_and_brought_forward_when_asked_for(
    windows: Windows, window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    path = window.desk.path
    older = Path(shutil.copy(path, path.with_name("older")))
    remove()
    after = set(window.desk.map.records())
    windows.start()
    older.replace(path)
    windows.open(path)
    told("1 change of yours is not in it")
    first = shown(windows)
    press(first, "Bring them back")
    qtbot.waitUntil(lambda: shown(windows) is not first)
    assert set(shown(windows).desk.map.records()) == after


def test_edits_that_went_another_way_are_told_of_at_opening(
    windows: Windows, replaced: Path, told: Told, let_go: Callable[[], None], qtbot: QtBot
) -> None:
    let_go()
    windows.begin(replaced, bears=False)
    told("are kept on this computer that it does not have")
    press(shown(windows), "Bring both together")
    drawer = shown(windows).drawer
    qtbot.waitUntil(drawer.isVisible)
    assert replaced.with_name(f"{replaced.stem} (mine).journey").is_file()
    assert shown(windows).notice.sentence == "", "what is being brought in is not offered once more"
    panel = drawer.panel
    assert isinstance(panel, MergePanel)
    qtbot.waitUntil(lambda: panel.stop.isHidden() and panel.go.isEnabled(), timeout=20_000)
    panel.go.click()
    assert shown(windows).notice.sentence == ""


def test_a_file_that_is_open_elsewhere_is_read_and_can_be_taken_over(
    windows: Windows, window: Window, told: Told, qtbot: QtBot
) -> None:
    path = window.desk.path
    windows.start()
    other = replace(Holder.this_program(), machine="KASSE-2", person="Kari", since="2026-03-01T09:12:00")
    lock_path(path).write_text(json.dumps(other.plain()), encoding="utf-8")
    windows.open(path)
    told("has been open on KASSE-2 (Kari) since 1 March 2026, 09:12")
    first = shown(windows)
    assert status(first) == "Read only"
    press(first, "Take over")
    qtbot.waitUntil(lambda: shown(windows) is not first)
    assert not shown(windows).desk.file.read_only
    assert shown(windows).notice.sentence == ""


def test_what_was_done_here_is_brought_into_a_file_that_is_open_elsewhere_by_taking_it_over(
    windows: Windows, replaced: Path, told: Told, qtbot: QtBot
) -> None:
    first, mine = shown(windows), replaced.with_name(f"{replaced.stem} (mine).journey")
    other = replace(Holder.this_program(), machine="KASSE-2", person="Kari", since="2026-03-01T09:12:00")
    lock_path(replaced).write_text(json.dumps(other.plain()), encoding="utf-8")
    press(first, "Bring both together")
    told(f"What you did is in “{mine.name}” now, and not yet in “{replaced.name}”.")
    reading = shown(windows)
    assert "has been open on KASSE-2 (Kari)" in reading.notice.sentence
    assert not reading.drawer.isVisible(), "nothing can be merged yet"
    press(reading, "Take over and bring both together")
    qtbot.waitUntil(lambda: shown(windows) is not reading)
    window = shown(windows)
    assert window.notice.sentence == ""
    panel, before = window.drawer.panel, len(window.desk.map.of(Card))
    assert isinstance(panel, MergePanel)
    qtbot.waitUntil(lambda: panel.stop.isHidden() and panel.go.isEnabled(), timeout=20_000)
    panel.go.click()
    assert len(window.desk.map.of(Card)) == before - 2
    assert sorted(replaced.parent.glob("*.journey")) == [mine, replaced]


def test_a_newer_file_is_shown_and_says_what_to_do(windows: Windows, window: Window, remove: Removed) -> None:
    path = window.desk.path
    windows.start()
    made_newer(path)
    before = path.read_bytes()
    windows.open(path)
    newer = shown(windows)
    assert newer.notice.sentence.endswith("Bring Reisekart up to date to edit it.")
    assert [it.text() for it in newer.notice.findChildren(QPushButton)] == ["Dismiss"]
    assert status(newer) == "Read only"
    said: list[str] = []
    newer.desk.said.connect(lambda sentence, _refused: said.append(sentence))
    remove()
    assert said == ["A newer version of Reisekart made this file: bring this one up to date to edit it."]
    assert path.read_bytes() == before


def test_a_file_that_is_not_there_any_more_is_brought_back_to_its_place(
    windows: Windows, edited: Path, qtbot: QtBot
) -> None:
    before = edited.read_bytes()
    edited.unlink()
    windows.begin(edited, bears=False)
    start = windows.window
    assert isinstance(start, StartScreen)
    assert "There is no file" in start.notice.sentence
    assert start.notice.sentence.endswith("What was in it is kept on this computer.")
    next(it for it in start.notice.findChildren(QPushButton) if it.text() == "Bring it back").click()
    qtbot.waitUntil(lambda: isinstance(windows.window, Window))
    assert shown(windows).desk.path == edited
    assert len(shown(windows).desk.file.history) == 1
    assert len(before) == edited.stat().st_size


@pytest.mark.parametrize("content", [b"", bytes(300_000)], ids=["emptied", "zeroed"])
def test_a_file_that_was_ruined_stays_as_it_is_and_what_was_in_it_is_brought_back_beside_it(
    windows: Windows, edited: Path, content: bytes, qtbot: QtBot
) -> None:
    edited.write_bytes(content)
    start_of(windows)
    windows.open(edited)
    start = start_of(windows)
    next(it for it in start.notice.findChildren(QPushButton) if it.text().startswith("Bring back")).click()
    qtbot.waitUntil(lambda: isinstance(windows.window, Window))
    assert shown(windows).desk.path == edited.with_name(f"{edited.stem} (brought back).journey")
    assert len(shown(windows).desk.file.history) == 1
    assert edited.read_bytes() == content


def test_changes_of_a_file_that_is_elsewhere_are_told_of_on_the_start_screen(
    windows: Windows, window: Window, remove: Removed, told: Told, let_go: Callable[[], None], qtbot: QtBot
) -> None:
    path = window.desk.path
    path.unlink()
    remove()
    told("no longer where it was")
    let_go()
    windows.begin(None, bears=False)
    start = start_of(windows)
    said = f"“{path.name}” is not where it was, and 1 change is"
    qtbot.waitUntil(lambda: said in start.notice.sentence, timeout=20_000)
    next(it for it in start.notice.findChildren(QPushButton) if it.text() == "Bring it back").click()
    qtbot.waitUntil(lambda: isinstance(windows.window, Window))
    assert len(shown(windows).desk.file.history) == 1


def test_of_a_file_that_is_elsewhere_nothing_is_said_over_another_map(
    windows: Windows, window: Window, remove: Removed, let_go: Callable[[], None], qapp: QApplication
) -> None:
    path = window.desk.path
    path.parent.rename(path.parent.with_name("elsewhere"))
    remove()
    let_go()
    windows.begin(None, bears=False)
    (looking,) = (one for one in threading.enumerate() if one.name == "look what was left")
    windows.open(begin_map("journey-map"))
    looking.join()
    qapp.processEvents()
    assert shown(windows).notice.sentence == ""


def test_the_command_line_edits_nothing_that_is_open_elsewhere(edited: Path, typed: Typed) -> None:
    before = edited.read_bytes()
    lock_path(edited).write_text(
        json.dumps(replace(Holder.this_program(), machine="KASSE-2").plain()), encoding="utf-8"
    )
    refused = typed("note", edited, "T1", "later")
    assert refused.exit_code == 1
    assert "open on KASSE-2" in refused.output
    assert edited.read_bytes() == before


def test_nothing_is_kept_in_the_users_own_folder() -> None:
    assert Path.home() not in data_folder().parents
