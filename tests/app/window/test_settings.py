"""Settings: kept, tolerant of damage, and in force at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.making import copy_sample
from app.menus import plain
from app.panels.settings_sheet import SettingsSheet
from app.place import place_of, put_at
from app.settings import Settings, load_settings, save_settings
from app.window import Window
from app.windows import Windows
from resources.words import spoken
from storage.whose import login_name
from tests.app.window.conftest import Act, card, shown, start_of


def test_settings_are_found_again(tmp_path: Path) -> None:
    chosen = Settings("sv", "dark", 1.5, "cGxhY2U=", "personas")
    save_settings(chosen, tmp_path / "deep" / "settings.json")
    assert load_settings(tmp_path / "deep" / "settings.json") == chosen


@pytest.mark.parametrize(
    "damage", ["", "[]", "{", '{"theme": 3}', '{"size": 9.0}', '{"language": "xx"}', "\x00"]
)
def test_what_makes_no_sense_in_the_file_is_the_usual(tmp_path: Path, damage: str) -> None:
    (tmp_path / "settings.json").write_text(damage, encoding="utf-8")
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_what_makes_sense_beside_damage_is_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "size": "huge", "new": 1}', encoding="utf-8")
    assert load_settings(tmp_path / "settings.json") == Settings(theme="dark")


@pytest.mark.parametrize("at_start", [False, True])
def test_the_keyboard_stays_in_the_field_that_is_changed(
    windows: Windows, qtbot: QtBot, at_start: bool
) -> None:
    if at_start:
        windows.start()
    else:
        windows.open(copy_sample("water-damage"))
    assert windows.window is not None
    windows.window.show_settings()
    sheet_of(windows, qtbot).theme.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Down):
        sheet_of(windows, qtbot)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    chosen = load_settings()
    assert (chosen.theme, chosen.size, chosen.language) == ("dark", 1.25, Settings().language)
    assert sheet_of(windows, qtbot).scale.hasFocus()
    windows.settle(Settings())


def sheet_of(windows: Windows, qtbot: QtBot) -> SettingsSheet:
    """The settings in the window that is shown, once that has the keyboard."""
    window = windows.window
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    assert isinstance(window.drawer.panel, SettingsSheet)
    return window.drawer.panel


def test_settings_that_cannot_be_kept_hold_anyway(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    save_settings(Settings(theme="dark"), tmp_path / "file" / "settings.json")
    assert load_settings(tmp_path / "file" / "settings.json") == Settings()


def test_another_name_counts_at_once_and_the_window_stays(windows: Windows, window: Window, act: Act) -> None:
    act("settings")
    sheet = window.drawer.panel
    assert isinstance(sheet, SettingsSheet)
    sheet.name.setText("Maja")
    sheet.name.editingFinished.emit()
    assert shown(windows) is window
    assert window.drawer.panel is sheet
    assert (window.desk.file.who, window.settings.name, load_settings().name) == ("Maja", "Maja", "Maja")
    sheet.theme.setCurrentIndex(sheet.theme.findData("dark"))
    renewed = shown(windows)
    assert renewed is not window
    assert renewed.desk.file.who == "Maja"


def test_another_language_is_spoken_at_once_and_the_work_stays(
    windows: Windows, window: Window, act: Act
) -> None:
    window.desk.select([card(window.desk, "Assessor’s visit")])
    selected, file = window.desk.selected, window.desk.file
    act("settings")
    sheet = window.drawer.panel
    assert isinstance(sheet, SettingsSheet)
    sheet.language.setCurrentIndex(sheet.language.findData("sv"))
    renewed = shown(windows)
    assert renewed is not window
    assert spoken() == "sv"
    assert plain(renewed.menus.actions["whole"]) == "Hela kartan"
    assert (renewed.desk.file, renewed.desk.selected) == (file, selected)
    assert load_settings().language == "sv"


def test_other_colours_and_another_size_are_there_at_once(windows: Windows, window: Window) -> None:
    windows.settle(Settings(theme="contrast", size=1.5))
    assert shown(windows).desk.editor.theme.name == "contrast"
    font = shown(windows).font()
    assert font.pixelSize() == round(13 * 1.5)
    windows.settle(Settings())


@pytest.mark.parametrize("side", ["owners", ""])
def test_the_panel_at_the_right_is_there_again_next_time(windows: Windows, window: Window, side: str) -> None:
    window.side.open(side) if side else window.side.put_away()
    windows.settle(Settings(theme="dark"))
    assert shown(windows).side.shown == side
    windows.start()
    assert load_settings().side == side
    windows.open(copy_sample("water-damage"))
    assert shown(windows).side.shown == side
    windows.settle(Settings())
    shown(windows).side.open("inspector")


def test_a_panel_that_is_none_is_not_opened(windows: Windows) -> None:
    windows.manner.settings = Settings(side="no such panel")
    windows.open(copy_sample("water-damage"))
    assert shown(windows).side.shown == ""


def test_a_window_stands_where_one_stood_and_where_it_likes_if_its_place_makes_no_sense(qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    for one in (first, second):
        qtbot.addWidget(one)
    first.setGeometry(40, 60, 500, 400)
    put_at(second, place_of(first))
    assert second.geometry() == first.geometry()
    for nonsense in ("", "no place", "AAAA", "ø" * 99):
        put_at(second, nonsense)
        assert second.geometry() == first.geometry()


def test_the_start_screen_has_the_settings_too(windows: Windows) -> None:
    start_of(windows).show_settings()
    sheet = start_of(windows).drawer.panel
    assert isinstance(sheet, SettingsSheet)
    sheet.theme.setCurrentIndex(sheet.theme.findData("dark"))
    assert start_of(windows).theme.name == "dark"
    windows.settle(Settings())


def test_the_edits_go_on_after_a_change_of_settings(windows: Windows, window: Window) -> None:
    windows.settle(Settings(theme="dark"))
    renewed = shown(windows)
    renewed.desk.select([card(renewed.desk, "Assessor’s visit")])
    renewed.menus.actions["remove"].trigger()
    renewed.desk.file.wait_saved(10)
    assert renewed.desk.file.saved_revision == renewed.desk.document.revision
    windows.settle(Settings())


def test_edits_bear_the_name_that_was_chosen_and_before_that_the_one_logged_in_by(
    windows: Windows, window: Window, act: Act
) -> None:
    desk = window.desk
    desk.select([card(desk, "Assessor’s visit")])
    act("remove")
    act("settings")
    sheet = window.drawer.panel
    assert isinstance(sheet, SettingsSheet)
    sheet.name.setText("Kari Nordmann")
    sheet.name.editingFinished.emit()
    renewed = shown(windows)
    renewed.desk.undo()
    assert [entry.who for entry in desk.file.history] == [login_name(), "Kari Nordmann"]
    assert load_settings().name == "Kari Nordmann"
