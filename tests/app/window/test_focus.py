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
