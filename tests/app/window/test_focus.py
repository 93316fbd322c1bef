"""The keyboard stays where one works: a button that goes must not lend it to another far away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.panels.entries import Entry
from app.panels.export_sheet import ExportSheet
from app.panels.notice import Offer
from app.panels.topbar import TopBar
from app.window import Window
from app.windows import Windows
from journey import edits
from tests.app.window.conftest import Act, shown, start_of


@pytest.fixture
def sheet(window: Window, act: Act, qtbot: QtBot) -> ExportSheet:
    """The export sheet of a window that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    act("export")
    assert isinstance(window.drawer.panel, ExportSheet)
    return window.drawer.panel


def called(parent: QWidget, words: str) -> QPushButton:
    """The button that says this."""
    return next(one for one in parent.findChildren(QPushButton) if one.text() == words)


def with_keyboard() -> QWidget:
    """The widget that has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize(("folder", "left"), [("", "Open folder"), ("nowhere/", "Write the file")])
def test_the_keyboard_stays_in_the_sheet_that_writes_a_file(
    sheet: ExportSheet, qtbot: QtBot, tmp_path: Path, folder: str, left: str
) -> None:
    sheet.target.setText(f"{tmp_path}/{folder}out.pdf")
    go = called(sheet, "Write the file")
    go.setFocus()
    QTest.keyClick(go, Qt.Key.Key_Space)
    assert with_keyboard() is called(sheet, "Cancel")
    qtbot.waitUntil(sheet.progress.isHidden, timeout=60_000)
    assert with_keyboard() is called(sheet, left)


def test_a_button_of_the_top_bar_that_turns_grey_gives_the_keyboard_to_the_map(
    window: Window, sheet: ExportSheet, qtbot: QtBot
) -> None:
    desk = window.desk
    desk.attempt(lambda: edits.edit_journey(desk.map, desk.journey.id, title="Once"))
    bar = window.findChild(TopBar)
    assert bar is not None
    undo = bar.findChildren(QToolButton)[0]
    undo.setFocus()
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert not undo.isEnabled()
    qtbot.waitUntil(desk.editor.hasFocus)


def test_tab_still_leads_through_the_top_bar(window: Window, sheet: ExportSheet) -> None:
    bar = window.findChild(TopBar)
    assert bar is not None
    sheet.target.setFocus()
    bar.findChildren(QToolButton)[2].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert bar.isAncestorOf(with_keyboard())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_what_has_the_keyboard_on_the_start_screen(
    windows: Windows, qtbot: QtBot, key: Qt.Key
) -> None:
    screen = start_of(windows)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    entry = next(one for one in screen.findChildren(Entry) if "Journey map" in one.accessibleName())
    entry.setFocus()
    QTest.keyClick(entry, key)
    assert shown(windows).desk.journey.title == "Untitled journey"


def test_enter_with_ctrl_presses_nothing(windows: Windows, qtbot: QtBot) -> None:
    screen = start_of(windows)
    entry = screen.findChildren(Entry)[0]
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert start_of(windows) is screen


@pytest.fixture
def noticed(window: Window, qtbot: QtBot) -> Window:
    """A window that has the keyboard on its map, and a notice with a way out."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.editor.setFocus()
    mend = Offer("Mend it", lambda: window.notice.withdraw("told"))
    window.notice.tell("told", "Something is wrong.", (mend,))
    return window


def test_a_key_leads_from_the_map_to_the_notice_and_escape_back(noticed: Window, act: Act) -> None:
    act("notice")
    assert with_keyboard() is called(noticed.notice, "Mend it")
    QTest.keyClick(with_keyboard(), Qt.Key.Key_Escape)
    assert with_keyboard() is noticed.desk.editor
    assert noticed.notice.sentence == "Something is wrong."


@pytest.mark.parametrize("words", ["Mend it", "Dismiss"])
def test_what_is_chosen_in_the_notice_by_key_gives_the_keyboard_back_to_the_map(
    noticed: Window, act: Act, words: str
) -> None:
    act("notice")
    called(noticed.notice, words).setFocus()
    QTest.keyClick(with_keyboard(), Qt.Key.Key_Space)
    assert noticed.notice.isHidden()
    assert with_keyboard() is noticed.desk.editor


@pytest.mark.parametrize("in_it", [True, False])
def test_a_notice_that_changes_keeps_the_keyboard_and_takes_none(
    noticed: Window, act: Act, in_it: bool
) -> None:
    if in_it:
        act("notice")
    noticed.notice.tell("told", "It is worse.", (Offer("Retry", lambda: None),))
    retry = next(one for one in noticed.notice.findChildren(QPushButton) if one.text() == "Retry")
    assert with_keyboard() is (retry if in_it else noticed.desk.editor)


def test_without_a_notice_the_keyboard_stays_on_the_map(noticed: Window, act: Act) -> None:
    noticed.notice.withdraw("told")
    act("notice")
    assert with_keyboard() is noticed.desk.editor


@pytest.mark.parametrize("name", ["settings", "export", "history", "keys"])
def test_escape_in_the_drawer_leads_back_to_the_map(
    window: Window, act: Act, qtbot: QtBot, name: str
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    act(name)
    assert window.drawer.isAncestorOf(with_keyboard())
    QTest.keyClick(with_keyboard(), Qt.Key.Key_Escape)
    assert window.drawer.panel is None
    assert with_keyboard() is window.desk.editor
