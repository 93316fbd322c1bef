"""Notes from the wall are typed line after line, each with the code of its card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.desk import Desk
from app.panels.faces import FaceButton
from app.panels.side import SidePanels
from app.panels.wall_notes import WallNotes
from journey.edits import edit_card
from journey.model import Card


@pytest.fixture
def notes(desk: Desk, side: SidePanels) -> WallNotes:
    desk.document.do(edit_card(desk.map, "call", code="T14"))
    side.begin("wall")
    QApplication.processEvents()
    return next(one for one in side.findChildren(WallNotes) if one.isVisible())


def enter(notes: WallNotes, line: str) -> None:
    assert notes.field.hasFocus()
    QTest.keyClicks(notes.field, line)
    QTest.keyClick(notes.field, Qt.Key.Key_Return)


def said(notes: WallNotes) -> list[str]:
    return [button.face.words for button in notes.findChildren(FaceButton)]


def test_lines_are_noted_one_after_the_other(desk: Desk, notes: WallNotes) -> None:
    enter(notes, "t14 call back")
    enter(notes, "T14: who answers at night?")

    assert desk.map.of(Card)["call"].note == "call back\nwho answers at night?"
    assert notes.field.text() == ""
    assert set(said(notes)) == {"call back", "who answers at night?"}
    desk.undo()
    assert desk.map.of(Card)["call"].note == "call back"


def test_what_cannot_be_noted_stays_in_the_field_with_the_reason(desk: Desk, notes: WallNotes) -> None:
    enter(notes, "T15 call back")

    assert desk.map.of(Card)["call"].note == ""
    assert notes.field.text() == "T15 call back"
    shown = [label.text() for label in notes.findChildren(QLabel) if label.isVisible()]
    assert any("No card has the code T15." in words for words in shown)


def test_a_click_on_what_was_noted_goes_to_its_card(desk: Desk, notes: WallNotes) -> None:
    enter(notes, "t14 call back")
    [button] = notes.findChildren(FaceButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert desk.selected == ("call",)
