"""Behind what is carried, the map looks as ever, and is painted once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from canvas.map_editor import MapEditor
from journey.edits import set_text
from tests.canvas.pointing import LEFT, key, let_go, move, on, press, pull


def seen(editor: MapEditor) -> QImage:
    """What the window shows, and nothing painted anew for it that need not be."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    image = editor.screen().grabWindow(editor.winId()).toImage()
    return image.copy(editor.viewport().geometry()).convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(editor: MapEditor) -> QImage:
    """What the window should show, painted at once."""
    area = editor.viewport().rect()
    image = QImage(area.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    editor.picture.paint(painter, editor.camera, area)
    assert editor.overlay is not None
    editor.overlay(painter, editor.camera)
    painter.end()
    return image


@pytest.fixture
def held(editor: MapEditor) -> QPoint:
    """Where a card was pressed that is now carried over the map."""
    start = on(editor, "call")
    press(editor, start)
    pull(editor, start, start + QPoint(250, 90))
    return start


def test_a_map_looks_as_ever_behind_a_card_that_is_carried_over_it(editor: MapEditor, held: QPoint) -> None:
    for step in range(12):
        move(editor, held + QPoint(250 - 30 * step, 90 + 17 * step), LEFT)
        assert seen(editor) == painted_anew(editor)
    editor.look_at(editor.camera.zoomed(1.3, 300, 200))
    assert seen(editor) == painted_anew(editor)
    editor.document.do(set_text(editor.map, "visit", "Other words"))
    assert seen(editor) == painted_anew(editor)
    key(editor, Qt.Key.Key_Escape)
    assert seen(editor) == painted_anew(editor)


def test_a_place_that_a_card_was_carried_over_is_not_painted_again(editor: MapEditor, held: QPoint) -> None:
    end = held + QPoint(250, 90)
    pull(editor, end, held + QPoint(60, 20))
    seen(editor)
    before = editor.picture.painted
    for _time in range(3):
        pull(editor, held + QPoint(60, 20), end)
        pull(editor, end, held + QPoint(60, 20))
        seen(editor)
    assert editor.picture.painted == before
    let_go(editor, held + QPoint(60, 20))
    seen(editor)
    assert editor.picture.painted > before
