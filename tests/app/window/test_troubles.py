"""Trouble with the file is said where it is seen, with one click out of it, and never stops the work."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.panels.merge_panel import MergePanel
from app.recent import data_folder, recent_files
from app.window import Window
from app.windows import Windows
from journey.merging import Side
from journey.model import Card
from storage import JourneyFile
from storage.backups import BackupKind, backups_of
from tests.app.window.conftest import Removed, Told, press, shown, status
from tests.storage.maps import written


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


def test_what_somebody_else_wrote_meanwhile_is_shown_to_one_who_has_done_nothing(
    windows: Windows, window: Window, told: Told, qtbot: QtBot
) -> None:
    path, (card, *_others) = window.desk.path, window.desk.map.of(Card)
    with JourneyFile.open(path) as other:
        other.document().do(written(other.map, "theirs", card.id))
    window.desk.file.retry()
    told("was changed by another program or another window")
    assert status(window) == "The file is not as it was"
    press(window, "Show it as it is now")
    qtbot.waitUntil(lambda: shown(windows) is not window)
    assert shown(windows).desk.map.of(Card)[card.id].text == "theirs"
    assert shown(windows).notice.sentence == ""
    assert list(path.parent.glob("*.journey")) == [path]


def test_a_file_that_others_wrote_to_and_that_is_gone_is_put_back_before_it_is_brought_together(
    windows: Windows, window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    path, (*_others, card) = window.desk.path, window.desk.map.of(Card)
    with JourneyFile.open(path) as other:
        other.document().do(written(other.map, "theirs", card.id))
    remove()
    told("was changed by another program or another window")
    path.unlink()
    press(window, "Bring both together")
    told("no longer where it was")
    assert list(path.parent.glob("*.journey")) == [], "no copy is written in vain"
    press(window, "Put it back")
    told("was changed by another program or another window")
    press(window, "Bring both together")
    qtbot.waitUntil(lambda: shown(windows) is not window)
    assert shown(windows).desk.map.of(Card)[card.id].text == "theirs"


def test_a_file_that_is_in_its_place_again_is_gone_on_with(
    window: Window, remove: Removed, told: Told, qtbot: QtBot
) -> None:
    path = window.desk.path
    path.rename(path.parent.with_name("away"))
    path.write_bytes(b"of another stick")
    remove()
    told("Another file was put in the place")
    path.parent.with_name("away").replace(path)
    press(window, "Retry")
    saved(window, qtbot)
    assert window.notice.sentence == ""


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
