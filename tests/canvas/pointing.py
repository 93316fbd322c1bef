"""Pointing, dragging and typing in a map's window, through Qt."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas.inline import InlineEditor
from canvas.map_editor import MapEditor
from canvas.panes import pane_of, panes
from canvas.places import Cell

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def on(editor: MapEditor, record: str, across: float = 0.5, down: float = 0.5) -> QPoint:
    """A place on a record, in the window."""
    found = editor.places.find(record)
    assert found is not None
    area = panes(editor.camera)[pane_of(found[1])].to_pixels(found[0])
    return QPoint(int(area.x() + area.width() * across), int(area.y() + area.height() * down))


def over(editor: MapEditor, lane: str, step: str, across: float = 0.5, down: float = 0.9) -> QPoint:
    """A place over a cell, in the window."""
    rect = editor.places.cell_rect(Cell(lane, step))
    assert rect is not None
    x, y = editor.camera.to_pixel(rect.x + rect.w * across, rect.y + rect.h * down)
    return QPoint(int(x), int(y))


def click(editor: MapEditor, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Click at a place."""
    QTest.mouseClick(editor.viewport(), LEFT, held, at)


def drag(editor: MapEditor, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Press, move in three steps, let go."""
    press(editor, start, held)
    pull(editor, start, end, held)
    let_go(editor, end, held)


def press(editor: MapEditor, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Press the left button."""
    QTest.mousePress(editor.viewport(), LEFT, held, at)


def pull(editor: MapEditor, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Move with the button down."""
    for part in (1, 2, 3):
        move(editor, start + (end - start) * part / 3, LEFT, held)


def move(
    editor: MapEditor,
    at: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.NoButton,
    held: Qt.KeyboardModifier = NONE,
) -> None:
    """Move the pointer, with a button or keys held."""
    where = QPointF(at)
    above = QPointF(editor.viewport().mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, where, above, Qt.MouseButton.NoButton, button, held)
    QApplication.sendEvent(editor.viewport(), event)


def let_go(editor: MapEditor, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Let the left button go."""
    QTest.mouseRelease(editor.viewport(), LEFT, held, at)


def key(editor: MapEditor, one: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the map."""
    QTest.keyClick(editor, one, held)


def field(editor: MapEditor) -> InlineEditor:
    """The text that is open."""
    found = [one for one in editor.viewport().findChildren(InlineEditor) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def type_in(editor: MapEditor, text: str, end: Qt.Key | None = None) -> None:
    """Type into the text that is open, and end it with a key."""
    open_field = field(editor)
    QTest.keyClicks(open_field, text)
    if end is not None:
        QTest.keyClick(open_field, end)
