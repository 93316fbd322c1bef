"""Fingers on the map of a whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window import Window
from journey.model import Card
from tests.canvas.pointing import on

PATIENCE = 20_000


@pytest.fixture
def resting(qapp: QApplication) -> Iterator[None]:
    """A finger rests as soon as it has come."""
    hints = qapp.styleHints()
    usual = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(1)
    yield
    hints.setMousePressAndHoldInterval(usual)


def in_reach(window: Window) -> list[str]:
    """The cards of the journey that stand on the screen, which may be smaller than the window."""
    desk, editor = window.desk, window.desk.editor
    lanes = {lane.id for lane in desk.map.grid(desk.journey.id).lanes}
    cards = [one.id for one in desk.map.of(Card) if one.lane in lanes]
    glass, seen = editor.screen().geometry(), editor.viewport().rect()
    return [
        one
        for one in cards
        if seen.contains(on(editor, one)) and glass.contains(editor.viewport().mapToGlobal(on(editor, one)))
    ]


@pytest.mark.usefixtures("resting")
def test_a_resting_finger_opens_a_menu_that_stays_and_the_next_one_does_so_again(
    window: Window, qtbot: QtBot
) -> None:
    desk, editor, screen = window.desk, window.desk.editor, QTest.createTouchDevice()
    with qtbot.waitExposed(window):
        window.show()
    one, other = in_reach(window)[:2]
    for record in (one, other):
        at = on(editor, record)
        QTest.touchEvent(editor.viewport(), screen).press(1, at, editor.viewport()).commit()
        qtbot.waitUntil(lambda: not editor.hand.busy, timeout=PATIENCE)
        QTest.touchEvent(editor.viewport(), screen).release(1, at, editor.viewport()).commit()
        assert desk.selected == (record,)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()
