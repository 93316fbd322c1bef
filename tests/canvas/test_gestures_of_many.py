"""Gestures with many cards, with owners and with the clipboard, through Qt, asserting on the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from canvas.tools import PlacingOwner
from journey.edits import accountable, add_link
from journey.model import Card, Link, Ownership, OwnershipRole
from tests.builders import a_card, a_map, cell, titles
from tests.canvas.conftest import Show
from tests.canvas.pointing import click, drag, key, let_go, move, on, over, press, pull, type_in

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_pointer_that_rests_at_the_edge_goes_on_pulling_until_it_lets_go(show: Show, qtbot: QtBot) -> None:
    editor = show(a_map(stages=5, steps=5, records=[a_card("call", "touchpoints", "step-1")]))
    start = on(editor, "call")
    beyond = QPoint(editor.viewport().width() + 30, start.y())
    press(editor, start)
    move(editor, start + QPoint(20, 0), Qt.MouseButton.LeftButton)
    move(editor, beyond, Qt.MouseButton.LeftButton)
    here = editor.camera.x
    qtbot.waitUntil(lambda: editor.camera.x > here + 30)
    key(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in editor.findChildren(QTimer)))
    assert editor.document.revision == 0


CELLS = "Letter\tPortal\nPaper\tServer"


def test_cells_of_a_spreadsheet_are_pasted_in_their_shape_as_one_step(editor: MapEditor) -> None:
    data = QMimeData()
    data.setText(CELLS)
    QGuiApplication.clipboard().setMimeData(data)
    click(editor, over(editor, "touchpoints", "step-3"))
    key(editor, Qt.Key.Key_V, CTRL)
    cards = editor.map.of(Card)
    found = [
        cards[cell(editor.map, lane, step)[0]].text
        for lane in ("touchpoints", "systems")
        for step in ("step-3", "step-4")
    ]
    assert found == ["Letter", "Portal", "Paper", "Server"]
    assert editor.document.revision == 1


def test_lines_on_a_selected_step_become_steps(editor: MapEditor) -> None:
    QGuiApplication.clipboard().setText("Signs\nWaits")
    click(editor, on(editor, "step-1"))
    key(editor, Qt.Key.Key_V, CTRL)
    assert titles(editor.map.grid("journey").steps)[:4] == ["Step 1", "Signs", "Waits", "Step 2"]
    assert editor.document.revision == 1


def test_copied_cards_are_cells_for_a_spreadsheet_and_a_table_for_a_word_processor(editor: MapEditor) -> None:
    click(editor, on(editor, "visit"))
    click(editor, on(editor, "crm"), CTRL)
    key(editor, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "\tvisit\ncrm\t"
    assert "<tr><td>crm</td><td></td></tr>" in copied.html()


@pytest.mark.parametrize(("held", "copies"), [(Qt.KeyboardModifier.NoModifier, False), (CTRL, True)])
def test_several_cards_are_dragged_together(
    editor: MapEditor, held: Qt.KeyboardModifier, copies: bool
) -> None:
    click(editor, on(editor, "call"))
    click(editor, on(editor, "visit"), CTRL)
    # The one that is pressed leads; the other keeps its distance.
    drag(editor, on(editor, "call"), over(editor, "touchpoints", "step-3"), held)
    there = [cell(editor.map, "touchpoints", step) for step in ("step-3", "step-4")]
    assert [len(one) for one in there] == [1, 1]
    assert (there == [["call"], ["visit"]]) is not copies
    assert len(editor.map.of(Card)) == (6 if copies else 4)
    assert editor.document.revision == 1


def test_with_ctrl_an_owner_is_involved_and_on_its_lane_answers_for_the_step(editor: MapEditor) -> None:
    editor.hold(PlacingOwner("claims"))
    move(editor, on(editor, "visit"), Qt.MouseButton.LeftButton, CTRL)
    let_go(editor, on(editor, "visit"), CTRL)
    (involved,) = editor.map.of(Ownership)
    assert (involved.card, involved.role) == ("visit", OwnershipRole.CONSULTED)
    editor.hold(PlacingOwner("claims"))
    click(editor, over(editor, "owners", "step-1", down=0.5))
    answering = [accountable(editor.map, card) for card in ("call", "letter", "crm")]
    assert [one.owner if one else None for one in answering] == ["claims", "claims", None]
    drag(editor, over(editor, "owners", "step-1", down=0.5), on(editor, "crm"))
    assert accountable(editor.map, "crm") is not None
    assert editor.document.revision == 3


def test_a_double_click_on_a_link_writes_its_label(editor: MapEditor) -> None:
    editor.document.do(add_link(editor.map, "visit", "crm"))
    (link,) = editor.map.of(Link)
    line = editor.places.line_of(link.id)
    (ax, ay), (bx, by) = line[len(line) // 2 - 1 : len(line) // 2 + 1]
    x, y = editor.in_window((ax + bx) / 2, (ay + by) / 2)
    middle = QPoint(int(x), int(y))
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    type_in(editor, "too late", Qt.Key.Key_Return)
    assert editor.map.of(Link)[link.id].label == "too late"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (("step-1", 0.5, 0.5), ("step-2", 0.9, 0.5)),
        (("stage-2", 0.5, 0.5), ("stage-1", 0.2, 0.5)),
        (("feelings", 0.5, 0.5), ("systems", 0.5, 0.9)),
        (("visit", 0.99, 0.5), ("step-4", 0.5, 0.5)),
        (("calm", 0.5, 0.5), ("touchpoints", 0.9, 0.1)),
    ],
)
def test_escape_gives_everything_that_is_dragged_back(
    editor: MapEditor, start: tuple[str, float, float], end: tuple[str, float, float]
) -> None:
    press(editor, on(editor, *start))
    pull(editor, on(editor, *start), on(editor, *end))
    assert editor.dragging
    key(editor, Qt.Key.Key_Escape)
    let_go(editor, on(editor, *end))
    assert (editor.dragging, editor.document.revision) == (False, 0)


@pytest.mark.parametrize("record", ["call", "step-1", "stage-1", "touchpoints", "steps", "calm", "claims"])
def test_the_right_button_asks_for_the_menu_of_whatever_is_there(
    editor: MapEditor, qtbot: QtBot, record: str
) -> None:
    editor.hold(PlacingOwner("claims"))
    click(editor, on(editor, "call"))
    with qtbot.waitSignal(editor.menu_asked):
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.RightButton, pos=on(editor, record))
    assert editor.selected == (record,)
