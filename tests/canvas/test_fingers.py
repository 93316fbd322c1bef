"""Fingers on a touch screen: one does what the mouse does or asks for the menu, two pan and zoom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from canvas.tools import Placing
from journey.model import Card, CardKind
from tests.builders import a_map
from tests.canvas.conftest import Show
from tests.canvas.pointing import field, on

State = QEventPoint.State
Fingers = dict[int, QPoint]


PATIENCE = 60_000
"""Milliseconds that no test takes."""


@pytest.fixture
def screen(qapp: QApplication) -> Iterator[QPointingDevice]:
    """A touch screen on which nothing hangs on how fast it is touched."""
    hints = qapp.styleHints()
    rest, again = hints.mousePressAndHoldInterval(), hints.mouseDoubleClickInterval()
    hints.setMousePressAndHoldInterval(PATIENCE)
    hints.setMouseDoubleClickInterval(PATIENCE)
    yield QTest.createTouchDevice()
    hints.setMousePressAndHoldInterval(rest)
    hints.setMouseDoubleClickInterval(again)


@pytest.fixture
def large(show: Show) -> MapEditor:
    """A map larger than its window, seen in its middle."""
    made = show(a_map(stages=4, steps=4))
    made.zoom_middle(2.0)
    made.look_at(made.camera.fitted(made.camera.most_x // 2, made.camera.most_y // 2))
    return made


@pytest.fixture
def menu(editor: MapEditor) -> QMenu:
    """The menu that pops up where one is asked for; while it is open no finger reaches the map."""
    made = QMenu(editor)
    made.addAction("Remove")
    editor.menu_asked.connect(made.popup)
    return made


def touch(editor: MapEditor, screen: QPointingDevice, *moves: Fingers) -> None:
    """Fingers come, move from place to place, and go all at once."""
    came: Fingers = {}
    for fingers in moves:
        sequence = QTest.touchEvent(editor.viewport(), screen, False)
        for number, at in fingers.items():
            if number in came:
                sequence.move(number, at, editor.viewport())
            else:
                sequence.press(number, at, editor.viewport())
        came = fingers
        sequence.commit()
    sequence = QTest.touchEvent(editor.viewport(), screen, False)
    for number, at in came.items():
        sequence.release(number, at, editor.viewport())
    sequence.commit()


def place(editor: MapEditor, at: QPoint) -> tuple[float, float]:
    """What of the map is there."""
    return editor.camera.to_map(at.x() * editor.dpr, at.y() * editor.dpr)


def test_two_fingers_zoom_the_map_around_what_is_between_them(
    large: MapEditor, screen: QPointingDevice
) -> None:
    before, middle = large.camera.scale, QPoint(600, 400)
    there = place(large, middle)
    apart = [{1: middle - QPoint(half, 0), 2: middle + QPoint(half, 0)} for half in (50, 60, 75)]
    touch(large, screen, *apart)
    assert large.camera.scale == pytest.approx(before * 1.5)
    assert place(large, middle) == pytest.approx(there, abs=1.0)


def test_two_fingers_pull_the_map_along_as_large_as_it_is(large: MapEditor, screen: QPointingDevice) -> None:
    before, there = large.camera.scale, place(large, QPoint(600, 400))
    touch(
        *(large, screen),
        {1: QPoint(560, 400), 2: QPoint(640, 400)},
        {1: QPoint(500, 380), 2: QPoint(580, 380)},
        {1: QPoint(460, 370), 2: QPoint(541, 370)},
    )
    assert large.camera.scale == before
    assert place(large, QPoint(500, 370)) == pytest.approx(there, abs=1.0)


def test_one_finger_drags_a_card(editor: MapEditor, screen: QPointingDevice) -> None:
    begin, end = on(editor, "call"), on(editor, "visit")
    touch(editor, screen, {1: begin}, {1: (begin + end) / 2}, {1: end})
    assert editor.map.of(Card)["call"].step == "step-2"


def test_a_tap_selects_and_two_taps_open_the_text(editor: MapEditor, screen: QPointingDevice) -> None:
    touch(editor, screen, {1: on(editor, "call")})
    assert editor.selected == ("call",)
    touch(editor, screen, {1: on(editor, "call")})
    assert field(editor).toPlainText() == "call"


def test_a_second_finger_gives_back_what_the_first_one_dragged(
    editor: MapEditor, screen: QPointingDevice
) -> None:
    begin, end = on(editor, "call"), on(editor, "visit")
    touch(editor, screen, {1: begin}, {1: end}, {1: end, 2: end + QPoint(80, 0)})
    assert not editor.hand.busy
    assert editor.document.revision == 0


def test_what_was_in_the_hand_stays_there_while_two_fingers_move_the_map(
    editor: MapEditor, screen: QPointingDevice
) -> None:
    editor.hold(Placing(CardKind.TOUCHPOINT))
    touch(editor, screen, {1: QPoint(500, 300)}, {1: QPoint(500, 300), 2: QPoint(600, 300)})
    assert isinstance(editor.hand.state, Placing)


def rest(editor: MapEditor, screen: QPointingDevice, at: QPoint, qtbot: QtBot, end: QPoint) -> None:
    """A finger rests at a place until something comes of it, and leaves at another."""
    QApplication.styleHints().setMousePressAndHoldInterval(1)
    QTest.touchEvent(editor.viewport(), screen).press(1, at, editor.viewport()).commit()
    qtbot.waitUntil(lambda: not editor.hand.busy, timeout=20_000)
    QTest.touchEvent(editor.viewport(), screen).move(1, end, editor.viewport()).commit()
    QTest.touchEvent(editor.viewport(), screen).release(1, end, editor.viewport()).commit()
    QApplication.styleHints().setMousePressAndHoldInterval(PATIENCE)


@pytest.mark.parametrize("aside", [0, 3])
def test_a_finger_that_rests_asks_for_the_menu_and_drags_nothing(
    editor: MapEditor, menu: QMenu, screen: QPointingDevice, qtbot: QtBot, aside: int
) -> None:
    at = on(editor, "call")
    rest(editor, screen, at, qtbot, at + QPoint(aside, aside))
    assert menu.isVisible()
    assert editor.selected == ("call",)
    assert editor.document.revision == 0
    menu.close()
    touch(editor, screen, {1: on(editor, "visit")})
    assert editor.selected == ("visit",)


def test_a_finger_that_rested_and_went_elsewhere_asks_for_nothing(
    editor: MapEditor, menu: QMenu, screen: QPointingDevice, qtbot: QtBot
) -> None:
    rest(editor, screen, on(editor, "call"), qtbot, on(editor, "visit"))
    assert not menu.isVisible()
    assert editor.document.revision == 0
    touch(editor, screen, {1: on(editor, "visit")})
    assert editor.selected == ("visit",)


def test_a_touch_after_a_menu_that_came_by_itself_drags_nothing_from_the_old_place(
    editor: MapEditor, menu: QMenu, screen: QPointingDevice
) -> None:
    begin, end = on(editor, "call"), on(editor, "visit")
    QTest.touchEvent(editor.viewport(), screen).press(1, begin, editor.viewport()).commit()
    QTest.touchEvent(editor.viewport(), screen).move(1, begin + QPoint(40, 0), editor.viewport()).commit()
    menu.popup(QPoint(0, 0))
    QTest.touchEvent(editor.viewport(), screen).release(1, begin, editor.viewport()).commit()
    menu.close()
    touch(editor, screen, {1: end})
    assert (editor.selected, editor.document.revision) == (("visit",), 0)
    assert not editor.hand.busy


def test_a_finger_in_the_text_that_is_written_puts_the_caret_there(
    editor: MapEditor, screen: QPointingDevice
) -> None:
    QApplication.styleHints().setMouseDoubleClickInterval(0)
    editor.edit("call")
    written = field(editor)
    for across, caret in ((1, 0), (written.width() - 2, len("call"))):
        at = written.geometry().topLeft() + QPoint(across, written.height() // 2)
        touch(editor, screen, {1: at}, {1: at})
        assert editor.editing
        assert (written.textCursor().position(), written.textCursor().hasSelection()) == (caret, False)
    touch(editor, screen, {1: on(editor, "visit")})
    assert (editor.editing, editor.selected) == (False, ("visit",))


def test_fingers_on_a_touch_pad_are_left_to_its_wheel_and_pinch(large: MapEditor) -> None:
    able = QInputDevice.Capability.Position | QInputDevice.Capability.MouseEmulation
    pad, before = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad, able), large.camera
    touch(
        *(large, pad),
        {1: QPoint(560, 400), 2: QPoint(640, 400)},
        {1: QPoint(500, 300), 2: QPoint(660, 300)},
    )
    assert large.camera == before
    assert not large.dragging


def test_fingers_that_are_taken_over_by_the_system_leave_nothing_done(
    editor: MapEditor, screen: QPointingDevice
) -> None:
    begin, end = on(editor, "call"), on(editor, "visit")
    sequence = QTest.touchEvent(editor.viewport(), screen, False)
    sequence.press(1, begin, editor.viewport()).commit()
    QTest.touchEvent(editor.viewport(), screen, False).move(1, end, editor.viewport()).commit()
    QApplication.sendEvent(editor.viewport(), QTouchEvent(QEvent.Type.TouchCancel, screen))
    assert not editor.hand.busy
    assert editor.document.revision == 0
