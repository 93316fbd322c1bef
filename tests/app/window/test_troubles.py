"""Trouble with the file is said where it is seen, with one click out of it, and never stops the work."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.panels.merge_panel import MergePanel
from app.recent import data_folder, recent_files
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from journey.merging import Side
from journey.model import Card
from storage import JourneyFile
from storage.backups import BackupKind, backups_of
from storage.holder import Holder
from storage.lock_file import lock_path
from tests.app.conftest import Typed
from tests.app.window.conftest import Told, shown, start_of
from tests.storage.maps import written
from tests.storage.newer import made_newer

Removed = Callable[[], None]


@pytest.fixture
def remove(windows: Windows) -> Removed:
    """Remove one card from the map that is shown."""

    def go() -> None:
        desk = shown(windows).desk
        lanes = {lane.id for lane in desk.map.grid(desk.journey.id).lanes}
        desk.select([next(one.id for one in desk.map.of(Card) if one.lane in lanes)])
        shown(windows).menus.actions["remove"].trigger()

    return go


@pytest.fixture
def let_go(windows: Windows, window: Window) -> Callable[[], None]:
    """Close a window although its file has not got everything."""

    def go() -> None:
        shown(windows).close()
        shown(windows).close()
        windows.window = None

    return go


def status(window: Window) -> str:
    """What the top bar says of the file."""
    label = window.findChild(QLabel, "saved")
    assert isinstance(label, QLabel)
    return label.text()


def press(window: Window, words: str) -> None:
    """Press a button of the notice."""
    offers = {it.text(): it for it in window.notice.findChildren(QPushButton) if it.isVisibleTo(window)}
    assert words in offers, sorted(offers)
    offers[words].click()


def saved(window: Window, qtbot: QtBot) -> None:
    """Wait until all is well."""
    qtbot.waitUntil(lambda: status(window).startswith("Saved ") and ":" in status(window))


def test_when_it_was_saved_is_said(window: Window, remove: Removed, qtbot: QtBot) -> None:
    assert status(window) == "Saved"
    remove()
    assert status(window) == "Saving …"
    saved(window, qtbot)


def test_a_deleted_file_is_put_back_with_one_click(
    window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    window.desk.path.unlink()
    remove()
    told("no longer where it was")
    assert status(window) == "Saved on this computer, not in the file"
    press(window, "Put it back")
    saved(window, qtbot)
    assert window.notice.sentence == ""
    with JourneyFile.open(window.desk.path, read_only=True) as file:
        assert set(file.map.records()) == set(window.desk.map.records())


def test_of_a_deleted_file_changes_are_told_of_only_where_there_are_any(
    window: Window, remove: Removed, told: Told
) -> None:
    window.desk.path.unlink()
    window.desk.file.retry()
    told("no longer where it was")
    assert "latest changes" not in window.notice.sentence
    fault = window.desk.file.fault
    assert fault is None or "latest changes" not in fault.sentence
    remove()
    told("Your latest changes are saved on this computer")


def test_what_was_dismissed_and_is_true_still_is_said_again_to_one_who_asks(
    window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    window.desk.path.unlink()
    remove()
    told("no longer where it was")
    press(window, "Dismiss")
    assert window.notice.sentence == ""
    label = window.findChild(QLabel, "saved")
    assert isinstance(label, QLabel)
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    press(window, "Dismiss")
    window.menus.actions["notice"].trigger()
    press(window, "Put it back")
    saved(window, qtbot)
    window.menus.actions["notice"].trigger()
    assert window.notice.sentence == "", "it is not true any more"


def test_a_very_long_name_makes_no_window_wider_than_a_small_screen(
    windows: Windows, window: Window, remove: Removed, told: Told, let_go: Callable[[], None]
) -> None:
    path = window.desk.path.rename(window.desk.path.with_name("w" * 230 + ".journey"))
    copy = shutil.copy(path, path.with_name("v" * 230 + ".journey"))
    windows.open(path)
    path.unlink()
    remove()
    told("no longer where it was")
    wide = shown(windows)
    assert "w" * 230 in wide.notice.sentence
    assert any("Go on in" in it.accessibleName() for it in wide.notice.findChildren(QPushButton)), copy
    assert wide.minimumSizeHint().width() <= 1280
    let_go()


def test_what_is_wrong_still_is_said_again_after_something_else_was(
    window: Window, remove: Removed, told: Told, tmp_path: Path, let_go: Callable[[], None]
) -> None:
    window.desk.path.unlink()
    remove()
    told("no longer where it was")
    window.work.write_copy(tmp_path / "copy.journey")
    told("A copy is in")
    press(window, "Dismiss")
    told("no longer where it was")
    press(window, "Dismiss")
    assert window.notice.sentence == ""
    let_go()


def test_a_renamed_file_is_gone_on_with_under_its_new_name(
    window: Window, remove: Removed, qtbot: QtBot
) -> None:
    said: list[str] = []
    window.desk.said.connect(lambda words, _wrong: said.append(words))
    new = window.desk.path.rename(window.desk.path.with_name("Renamed.journey"))
    remove()
    saved(window, qtbot)
    assert window.desk.path == new
    assert window.windowTitle() == "Renamed – Reisekart"
    assert recent_files()[0].path == new
    assert "The file is called “Renamed.journey” now; you go on in it." in said


def test_a_file_renamed_by_copying_is_gone_on_with_when_somebody_says_so(
    window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    copy = Path(shutil.copy(window.desk.path, window.desk.path.with_name("Synced.journey")))
    window.desk.path.unlink()
    remove()
    told("no longer where it was")
    press(window, "Go on in “Synced.journey”")
    saved(window, qtbot)
    assert window.desk.path == copy


def test_a_file_that_vanished_is_said_and_a_second_close_lets_go(
    windows: Windows, window: Window, remove: Removed, told: Told
) -> None:
    window.desk.path.unlink()
    remove()
    told("no longer where it was")
    assert not window.close()
    assert "Close once more" in window.notice.sentence
    assert "saved on this computer" in window.notice.sentence
    assert window.close()
    windows.window = None


def test_what_a_vanished_file_did_not_take_goes_into_a_copy(
    window: Window, remove: Removed, told: Told, let_go: Callable[[], None], tmp_path: Path
) -> None:
    window.desk.path.unlink()
    remove()
    told("no longer where it was")
    window.work.write_copy(tmp_path / "saved.journey")
    told("A copy is in")
    with JourneyFile.open(tmp_path / "saved.journey") as copy:
        assert set(copy.map.records()) == set(window.desk.map.records())
        assert len(copy.history) == len(window.desk.file.history)
    let_go()


def test_a_file_that_is_held_is_said_while_editing_goes_on_and_is_over_by_itself(
    window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(window.desk.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        remove()
        told("Another program is holding")
        remove()
        qtbot.waitUntil(lambda: status(window) == "Saved on this computer, not in the file")
        other.execute("rollback")
    saved(window, qtbot)
    assert window.notice.sentence == ""


@pytest.fixture
def edited(windows: Windows, window: Window, remove: Removed) -> Path:
    """A file that was edited and closed."""
    remove()
    window.close()
    windows.window = None
    return window.desk.path


def test_a_window_that_closes_leaves_everything_in_the_file_and_a_backup_of_it(edited: Path) -> None:
    with JourneyFile.open(edited, read_only=True) as file:
        assert len(file.history) == 1
    last = backups_of(file.document_id, data_folder())[-1]
    assert (last.kind, last.path.read_bytes()) == (BackupKind.CLOSED, edited.read_bytes())
    assert list(edited.parent.iterdir()) == [edited]


def test_what_was_done_to_a_file_that_is_held_can_be_undone_shown_and_copied(
    windows: Windows, edited: Path, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    windows.begin(edited, bears=False)
    window = shown(windows)
    qtbot.waitUntil(lambda: len(window.desk.file.history) == 1)
    with closing(sqlite3.connect(edited, isolation_level=None)) as other:
        other.execute("begin immediate")
        remove()
        told("Another program is holding")
        # The step before was made in an earlier run, so it is read from what was kept of the file.
        window.menus.actions["undo"].trigger()
        window.menus.actions["undo"].trigger()
        window.work.show_history()
        window.work.write_copy(edited.with_name("copy.journey"))
        told("A copy is in")
        assert "copy.journey" in window.notice.sentence
        other.execute("rollback")
    saved_to_file(window, qtbot)


def saved_to_file(window: Window, qtbot: QtBot) -> None:
    """Wait until the file has every edit."""
    qtbot.waitUntil(lambda: not window.desk.file.unsaved)


@pytest.fixture
def replaced(windows: Windows, window: Window, remove: Removed, told: Told) -> Path:
    """An open file in whose place somebody else's copy was put, which went on from an earlier state."""
    path = window.desk.path
    theirs = Path(shutil.copy(path, path.with_name("theirs")))
    with JourneyFile.open(theirs) as file:
        *_others, card = file.map.of(Card)
        file.document().do(written(file.map, "said by others", card.id))
    remove()
    window.desk.file.wait_saved()
    theirs.replace(path)
    remove()
    told("Another file was put in the place")
    return path


def test_what_others_put_in_its_place_is_brought_together_with_what_was_done_here(
    windows: Windows, replaced: Path, qtbot: QtBot
) -> None:
    first = shown(windows)
    press(first, "Bring both together")
    qtbot.waitUntil(lambda: shown(windows) is not first)
    window = shown(windows)
    mine = replaced.with_name(f"{replaced.stem} (mine).journey")
    assert window.desk.path == replaced
    assert "said by others" in {card.text for card in window.desk.map.of(Card)}
    assert not window.desk.file.unsaved
    with JourneyFile.open(mine, read_only=True) as kept:
        assert len(kept.history) == 2
    assert window.notice.sentence == "", "what is being brought in is not offered once more"
    before = len(window.desk.map.of(Card))
    panel = window.drawer.panel
    assert isinstance(panel, MergePanel)
    # While the copy is being read it can only be stopped.
    qtbot.waitUntil(lambda: panel.stop.isHidden() and panel.go.isEnabled(), timeout=20_000)
    panel.go.click()
    assert len(window.desk.map.of(Card)) == before - 2


def test_where_both_changed_the_same_what_was_done_here_is_followed_unless_somebody_chooses(
    windows: Windows, window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    path, (*_others, card) = window.desk.path, window.desk.map.of(Card)
    theirs = Path(shutil.copy(path, path.with_name("theirs")))
    with JourneyFile.open(theirs) as file:
        file.document().do(written(file.map, "said by others", card.id))
    window.desk.document.do(written(window.desk.map, "said here", card.id))
    window.desk.file.wait_saved()
    theirs.replace(path)
    remove()
    told("Another file was put in the place")
    press(window, "Bring both together")
    qtbot.waitUntil(lambda: shown(windows) is not window)
    panel = shown(windows).drawer.panel
    assert isinstance(panel, MergePanel)
    qtbot.waitUntil(lambda: bool(panel.boxes), timeout=20_000)
    (box,) = panel.boxes.values()
    said = [option.accessibleName().rpartition(". ")[2] for option in box.sides.values()]
    assert said == ["In the file: said by others", "Yours: said here"]
    assert box.sides[Side.THEIRS].isChecked()
    panel.go.click()
    assert shown(windows).desk.map.of(Card)[card.id].text == "said here"
    assert "said by others" in shown(windows).desk.map.of(Card)[card.id].note


def test_bringing_together_an_older_state_brings_every_step_back(
    windows: Windows, window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    path = window.desk.path
    older = Path(shutil.copy(path, path.with_name("older")))
    remove()
    window.desk.file.wait_saved()
    older.replace(path)
    remove()
    told("Another file was put in the place")
    press(window, "Bring both together")
    qtbot.waitUntil(lambda: shown(windows) is not window)
    assert [entry.number for entry in shown(windows).desk.file.history] == [1, 2]
    assert not shown(windows).drawer.isVisible()
    saved_to_file(shown(windows), qtbot)


def test_what_was_done_here_is_saved_beside_what_others_put_there(
    windows: Windows, replaced: Path, told: Told, let_go: Callable[[], None]
) -> None:
    content = replaced.read_bytes()
    press(shown(windows), "Save mine beside it")
    told("(mine).journey")
    assert replaced.read_bytes() == content
    let_go()


def test_what_was_done_to_a_file_that_was_cut_off_meanwhile_is_saved_beside_it(
    window: Window, remove: Removed, told: Told, let_go: Callable[[], None]
) -> None:
    path = window.desk.path
    os.truncate(path, 5000)
    remove()
    told("is damaged")
    press(window, "Save mine beside it")
    told("(mine).journey")
    with JourneyFile.open(path.with_name(f"{path.stem} (mine).journey"), read_only=True) as mine:
        assert set(mine.map.records()) == set(window.desk.map.records())
    let_go()


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
    qtbot.waitUntil(lambda: line.text() == "Taken up where you left off: 1 step brought back.")


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
    told("1 step of yours is not in it")
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
    panel = shown(windows).drawer
    qtbot.waitUntil(panel.isVisible)
    assert replaced.with_name(f"{replaced.stem} (mine).journey").is_file()


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
