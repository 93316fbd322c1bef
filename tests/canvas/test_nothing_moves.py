"""Opening a text in its place moves nothing: its letters stand on the very pixels they stood on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from journey.model import Feeling, LaneKind, Link
from tests.builders import a_card, a_map
from tests.canvas.conftest import Show
from tests.canvas.pointing import field

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS)
DARK = 140
"""Letters are darker than this, and every ground is lighter."""
SEVERAL = "The letter that says who comes when, and what to have ready"


@pytest.fixture
def editor(show: Show) -> MapEditor:
    records = [
        a_card("call", "touchpoints", "step-1", text=SEVERAL, moment_of_truth=True),
        a_card("crm", "systems", "step-2", text="Customer register"),
        Feeling(id="calm", journey="journey", step="step-1", score=1.0, word="relieved at last"),
        Link(id="link", source="call", target="crm", label="by hand"),
    ]
    return show(a_map(lanes=LANES, records=records))


def letters(editor: MapEditor, area: QRect) -> set[tuple[int, int]]:
    """The dark pixels of a rectangle of the window."""
    seen = editor.viewport().grab(area).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return {
        (x, y)
        for x in range(seen.width())
        for y in range(seen.height())
        if seen.pixelColor(x, y).value() < DARK
    }


def opened(editor: MapEditor, record: str) -> QRect:
    """Open a record's text without anything selected in it; gives where its letters are."""
    editor.edit(record)
    text = field(editor)
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    text.setTextCursor(cursor)
    return text.geometry()


@pytest.mark.parametrize("zoom", [1.0, 0.83, 1.37])
@pytest.mark.parametrize("record", ["call", "crm", "step-2", "touchpoints", "steps", "link"])
def test_the_letters_stay_on_their_pixels(editor: MapEditor, qtbot: QtBot, record: str, zoom: float) -> None:
    editor.zoom_middle(zoom)
    qtbot.waitUntil(lambda: not editor.blurred)
    editor.select([record])
    editor.select([])
    editor.clearFocus()
    area = opened(editor, record)
    editor.finish_writing()
    before = letters(editor, area)
    assert editor.document.revision == 0
    editor.edit(record)
    assert opened(editor, record) == area
    now = letters(editor, area)
    assert len(now & before) > 30
    caret = {x for x, _y in now - before}
    assert max(caret, default=0) - min(caret, default=0) <= 2


def test_what_a_card_has_at_its_foot_stays_in_view(editor: MapEditor) -> None:
    star = editor.places.rects["call"]
    area = opened(editor, "call")
    right, _top = editor.in_window(star.x + star.w, star.y)
    assert area.right() < right - 10


@pytest.mark.parametrize("record", ["step-1", "touchpoints"])
def test_headers_and_names_that_are_in_view_do_not_scroll_the_map(show: Show, record: str) -> None:
    editor = show(a_map(stages=3, steps=4, lanes=LANES, records=[]))
    editor.resize(700, 400)
    editor.look_at(editor.camera.fitted(0 if record == "step-1" else 300, 60))
    seen = editor.camera
    assert seen.y > 0
    editor.select([record])
    editor.edit(record)
    assert (editor.camera.x, editor.camera.y) == (seen.x, seen.y)


def test_a_click_in_the_text_puts_the_caret_there(editor: MapEditor) -> None:
    editor.edit("crm")
    text = field(editor)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 12))
    QTest.keyClicks(text, "A ")
    assert text.toPlainText() == "A Customer register"
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert text.textCursor().selectedText() == "Customer"
