"""Menus by keyboard: Alt and a letter opens one, a letter chooses from it, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from app.menus import plain
from app.settings import Settings
from app.window import Window
from app.windows import Windows
from resources.words import LANGUAGES
from tests.app.window.conftest import add_notes, shown


def letters(menu: QMenu | QMenuBar) -> list[str]:
    """The letter of each line, empty for one without."""
    found = []
    for action in menu.actions():
        if not action.isSeparator():
            at = action.text().replace("&&", "  ").find("&")
            found.append(action.text()[at + 1].lower() if at >= 0 else "")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_every_menu_has_a_letter_of_its_own(
    windows: Windows, window: Window, language: str
) -> None:
    windows.settle(Settings(language=language))
    bar = shown(windows).menuBar()
    menus = [bar, *(menu for menu in shown(windows).findChildren(QMenu) if menu.parent() is not None)]
    named = [menu for menu in menus if isinstance(menu, QMenuBar) or menu.menuAction().text()]
    assert len(named) > 8
    for menu in named:
        found = letters(menu)
        assert "" not in found, [plain(action) for action in menu.actions()]
        assert len(set(found)) == len(found)
    windows.settle(Settings())


def test_alt_and_two_letters_do_something(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.editor.setFocus()
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    assert plain(opened.menuAction()) == "View"
    letter = QKeySequence.mnemonic(window.menus.actions["overview"].text())[0].key()
    QTest.keyClick(opened, letter)
    assert window.desk.editor.overview_shown


def test_undo_keeps_its_letter_whatever_it_takes_back(window: Window) -> None:
    before = QKeySequence.mnemonic(window.menus.actions["undo"].text())
    add_notes(window)
    window.menus.refresh()
    assert QKeySequence.mnemonic(window.menus.actions["undo"].text()) == before != QKeySequence()
