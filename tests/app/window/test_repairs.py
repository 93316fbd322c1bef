"""A damaged file is repaired from the window, into a new file, and the window says what came back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.making import copy_sample
from app.panels.repair_sheet import RepairSheet
from app.recent import data_folder, recent_paths
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from journey.model import Card
from storage import JourneyFile
from storage.backups import BackupKind, folder_of, keep_backup
from tests.app.window.conftest import shown


@pytest.fixture
def damaged(documents: Path) -> Path:
    """A sample with a page of its cards zeroed."""
    path = copy_sample("water-damage")
    with JourneyFile.open(path) as file:
        keep_backup(
            file.image(),
            folder_of(file.document_id, data_folder()),
            0,
            BackupKind.CLOSED,
            datetime(2026, 5, 1, 12, tzinfo=UTC),
        )
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("select rootpage from sqlite_schema where name = 'owner'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(data)
    return path


def press(windows: Windows, words: str) -> None:
    assert windows.window is not None
    buttons = {button.text(): button for button in windows.window.findChildren(QPushButton)}
    buttons[words].click()


def repaired(windows: Windows, qtbot: QtBot, words: str) -> RepairSheet:
    press(windows, words)
    qtbot.waitUntil(
        lambda: isinstance(windows.window, Window) and windows.window.drawer.panel is not None, timeout=20_000
    )
    panel = shown(windows).drawer.panel
    assert isinstance(panel, RepairSheet)
    return panel


def test_a_damaged_file_is_repaired_beside_the_old_one(windows: Windows, damaged: Path, qtbot: QtBot) -> None:
    before = damaged.read_bytes()
    windows.begin(damaged, bears=False)
    assert isinstance(windows.window, StartScreen)
    assert "is damaged" in windows.window.notice.sentence
    assert damaged not in recent_paths()
    sheet = repaired(windows, qtbot, "Repair to a new file")
    assert shown(windows).desk.path == damaged.with_name(f"{damaged.stem} (repaired).journey")
    assert damaged.read_bytes() == before
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert said[0].startswith("Everything came back")
    assert any(line.startswith("Came back from a backup: 6 owners") for line in said)
    assert "Backup of 1 May 2026" in " ".join(said)


def test_what_came_back_is_told_too_where_the_repaired_file_is_on_a_slow_disk(
    windows: Windows, damaged: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows.begin(damaged, bears=False)
    monkeypatch.setattr(Windows, "patience", 0.0)
    sheet = repaired(windows, qtbot, "Repair to a new file")
    assert sheet.findChildren(QLabel)[0].text().startswith("Everything came back")


def test_the_last_good_backup_opens_as_a_file_of_its_own(
    windows: Windows, damaged: Path, qtbot: QtBot
) -> None:
    windows.begin(damaged, bears=False)
    repaired(windows, qtbot, "Repair to a new file")
    press(windows, "Open the backup as a file of its own")
    qtbot.waitUntil(lambda: "(backup)" in shown(windows).desk.path.name)
    assert shown(windows).desk.path.name.endswith("(repaired) (backup).journey")
    assert len(shown(windows).desk.map.of(Card)) == 50


def test_the_plain_content_of_a_strange_file_is_taken(
    windows: Windows, documents: Path, qtbot: QtBot
) -> None:
    path = copy_sample("water-damage")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create trigger t after insert on card begin delete from card; end")
    windows.start()
    windows.open(path)
    sheet = repaired(windows, qtbot, "Take its plain content into a new file")
    assert sheet.findChildren(QLabel)[0].text().startswith("Everything came back")


def test_a_repair_that_finds_nothing_says_so(windows: Windows, damaged: Path, qtbot: QtBot) -> None:
    windows.begin(damaged, bears=False)
    damaged.write_bytes(bytes(5000))
    press(windows, "Repair to a new file")
    screen = windows.window
    assert isinstance(screen, StartScreen)
    qtbot.waitUntil(lambda: "Nothing of a map could be found" in screen.notice.sentence)


def test_a_remark_on_how_a_file_was_found_is_shown(windows: Windows, documents: Path) -> None:
    path = copy_sample("water-damage")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = wal")
    windows.open(path)
    assert "may be older than it looks" in shown(windows).notice.sentence
