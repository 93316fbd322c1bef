"""Writing where nothing stands yet: the place of the field, the first letter; and a pinch on a touch pad."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas.inline import InlineEditor
from canvas.map_editor import MapEditor
from journey.edits import edit_step
from journey.model import Stage, Step
from tests.builders import a_map, titles
from tests.canvas.conftest import Show
from tests.canvas.pointing import field, key, type_in


@pytest.fixture
def wide(show: Show) -> MapEditor:
    """A map wider than its window, the keyboard at its last step."""
    editor = show(a_map(stages=3, steps=4, records=[]))
    assert editor.camera.most_x > 0
    editor.select([last(editor)])
    return editor


def last(editor: MapEditor) -> str:
    """The last step of the map."""
    return editor.map.grid("journey").steps[-1].id


def card_end(editor: MapEditor, step: str) -> float:
    """Where a step's card ends in the window."""
    rect = editor.places.rects[step]
    return editor.in_window(rect.x + rect.w, rect.y)[0]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_the_field_for_the_next_step_covers_none_that_is_there(wide: MapEditor, zoom: float) -> None:
    wide.zoom_middle(zoom)
    key(wide, Qt.Key.Key_F2)
    for word in ("Signs", "Waits", "Pays"):
        type_in(wide, word, Qt.Key.Key_Return)
        begun: InlineEditor = field(wide)
        assert begun.x() >= card_end(wide, last(wide))
        assert begun.geometry().right() <= wide.viewport().width()
    assert titles(wide.map.grid("journey").steps)[-3:] == ["Signs", "Waits", "Pays"]


def test_the_room_goes_with_the_field(wide: MapEditor) -> None:
    most = wide.camera.most_x
    key(wide, Qt.Key.Key_1)
    assert wide.camera.most_x > most
    type_in(wide, "", Qt.Key.Key_Escape)
    assert wide.camera.x <= wide.camera.most_x == most
    key(wide, Qt.Key.Key_1)
    type_in(wide, "", Qt.Key.Key_Return)
    assert wide.camera.most_x == most
    assert len(wide.map.of(Step)) == 12


@pytest.mark.parametrize(("told", "factor"), [(0.25, 1.25), (-0.25, 0.75), (-1.5, 0.1)])
def test_a_pinch_on_a_touch_pad_zooms(wide: MapEditor, told: float, factor: float) -> None:
    before = wide.camera.scale
    at = QPointF(400, 300)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        at,
        told,
        QPointF(),
    )
    QApplication.sendEvent(wide.viewport(), pinch)
    assert wide.camera.scale == pytest.approx(before * factor)


@pytest.mark.parametrize("word", ["Something breaks", "Says so", "Lives on"])
def test_a_title_that_begins_with_a_capital_is_written_though_that_letter_is_a_key(
    wide: MapEditor, word: str
) -> None:
    for letter in word:
        QTest.keyClicks(QApplication.focusWidget() or wide, letter)
    type_in(wide, "", Qt.Key.Key_Return)
    assert titles(wide.map.grid("journey").steps)[-1] == word


def test_on_a_step_that_nobody_named_a_small_letter_begins_its_title(wide: MapEditor) -> None:
    stages = len(wide.map.of(Stage))
    key(wide, "s")
    type_in(wide, "igns up", Qt.Key.Key_Escape)
    assert titles(wide.map.grid("journey").steps)[-1] == "signs up"
    assert len(wide.map.of(Stage)) == stages


def test_from_stage_to_stage_the_keyboard_stays_at_the_steps(wide: MapEditor) -> None:
    steps = [one.id for one in wide.map.grid("journey").steps]
    for column, title in ((1, "Asks"), (2, "Signs")):
        wide.document.do(edit_step(wide.map, steps[column], title=f"Does {title}"))
        wide.select([steps[column]])
        key(wide, Qt.Key.Key_S)
        type_in(wide, title, Qt.Key.Key_Return)
        assert wide.selected == (steps[column],)
    assert titles(wide.map.grid("journey").stages)[:3] == ["Stage 1", "Asks", "Signs"]


def test_the_small_letter_is_the_key(wide: MapEditor) -> None:
    step = last(wide)
    wide.document.do(edit_step(wide.map, step, title="Signs up"))
    stages = len(wide.map.of(Stage))
    key(wide, Qt.Key.Key_S)
    type_in(wide, "", Qt.Key.Key_Escape)
    assert len(wide.map.of(Stage)) == stages
    key(wide, Qt.Key.Key_S)
    type_in(wide, "Signing", Qt.Key.Key_Return)
    assert len(wide.map.of(Stage)) == stages + 1
    assert wide.document.revision == 2
