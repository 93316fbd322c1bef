"""The view through Qt: what it paints, how much of it, and that scrolled pictures are right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from canvas.paint import colour_of, paint_drawing
from canvas.panes import panes
from journey import edits
from journey.drawing import PartName
from journey.model import Knowledge, LaneKind, Link
from tests.builders import a_card, a_map
from tests.canvas.conftest import Show
from tests.canvas.pointing import click, let_go, move, on, press

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS, LaneKind.IDEAS)
KNOWN = (Knowledge.RESEARCHED, Knowledge.GUESS)
CARDS = [
    a_card(
        f"{lane}-{step}-{place}",
        lane,
        f"step-{step}",
        text=f"Some words on card {step}",
        rank=f"c{place + 1}",
        evidence=KNOWN[place],
    )
    for lane in ("touchpoints", "systems", "ideas")
    for step in range(1, 25)
    for place in range(2)
]


@pytest.fixture
def editor(show: Show) -> MapEditor:
    editor = show(a_map(stages=6, steps=4, lanes=LANES, records=CARDS))
    settle()
    return editor


def settle() -> None:
    """Let Qt paint what it owes."""
    QApplication.processEvents()


def seen(editor: MapEditor) -> QImage:
    """What stands on the screen, without painting it anew."""
    settle()
    return editor.screen().grabWindow(editor.winId()).toImage()


def anew(editor: MapEditor) -> QImage:
    """The same after painting everything."""
    editor.viewport().update()
    return seen(editor)


def furthest(one: QImage, other: QImage) -> int:
    """How far two pictures are apart where they differ most, of 255; smoothed edges may differ by a hair."""
    a, b = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int(np.abs(a - b).max())


def painted(editor: MapEditor) -> int:
    """How many blocks were painted since this was last asked."""
    settle()
    count, editor.picture.painted = editor.picture.painted, 0
    return count


def test_a_scrolled_picture_is_the_picture_painted_anew(editor: MapEditor) -> None:
    click(editor, on(editor, "touchpoints-2-0"))
    before = seen(editor)
    for dx, dy in ((7, 0), (0, 5), (-3, 11), (160, 90), (-40, -60)):
        camera = editor.camera
        editor.look_at(camera.fitted(camera.x + dx, camera.y + dy))
        scrolled = seen(editor)
        assert furthest(scrolled, anew(editor)) <= 3, (dx, dy)
        assert scrolled != before


def test_scrolling_paints_little(editor: MapEditor) -> None:
    editor.viewport().update()
    whole = painted(editor)
    editor.look_at(editor.camera.fitted(4, 0))
    assert 0 < painted(editor) < whole / 2


def test_headers_stay_when_scrolling_down_and_the_rail_when_scrolling_right(editor: MapEditor) -> None:
    head, rail = (panes(editor.camera)[name].area for name in (PartName.HEADERS, PartName.RAIL))
    before = seen(editor)
    editor.look_at(editor.camera.fitted(0, 120))
    assert seen(editor).copy(head) == before.copy(head)
    assert seen(editor).copy(rail) != before.copy(rail)
    editor.look_at(editor.camera.fitted(130, 0))
    assert seen(editor).copy(rail) == before.copy(rail)
    assert seen(editor).copy(head) != before.copy(head)


def test_an_edit_paints_only_what_changed_and_leaves_a_right_picture(editor: MapEditor) -> None:
    click(editor, on(editor, "touchpoints-2-0"))
    editor.viewport().update()
    whole = painted(editor)
    editor.attempt(lambda: edits.set_text(editor.map, "touchpoints-2-0", "Other words"))
    assert 0 < painted(editor) < whole / 3
    after = seen(editor)
    assert furthest(after, anew(editor)) <= 3


def test_selecting_paints_only_around_what_is_selected(editor: MapEditor) -> None:
    editor.viewport().update()
    whole = painted(editor)
    click(editor, on(editor, "touchpoints-2-0"))
    assert 0 < painted(editor) < whole / 3
    click(editor, on(editor, "systems-1-0"))
    after = seen(editor)
    assert furthest(after, anew(editor)) <= 3


def test_a_find_changes_the_picture_and_so_does_another_theme(editor: MapEditor, show: Show) -> None:
    plain = seen(editor)
    editor.show_found(("systems-1-0",))
    found = seen(editor)
    assert found != plain
    dark = show(editor.map, "dark")
    dark.show_found(("systems-1-0",))
    assert seen(dark) != found


def test_far_away_cards_are_not_painted_one_by_one(editor: MapEditor) -> None:
    painted(editor)
    editor.look_at(replace(editor.camera, scale=0.5).fitted(0, 0))
    assert painted(editor) == 0
    assert len({seen(editor).pixel(x, 60) for x in range(30, 700)}) > 3


def test_the_view_goes_on_where_it_was_after_a_resize(editor: MapEditor) -> None:
    editor.look_at(editor.camera.fitted(200, 50))
    editor.resize(800, 600)
    settle()
    assert (editor.camera.x, editor.camera.y) == (200, 50)
    assert (editor.camera.view_w, editor.camera.view_h) == (
        editor.viewport().width(),
        editor.viewport().height(),
    )


def test_after_a_zoom_gesture_the_picture_is_sharp(editor: MapEditor, qtbot: QtBot) -> None:
    for _step in range(5):
        editor.zoom(1.1, QPointF(500, 300))
        settle()
    qtbot.waitUntil(lambda: not editor.blurred)
    after = seen(editor)
    assert furthest(after, anew(editor)) <= 3


def test_the_scroll_bars_move_the_camera(editor: MapEditor) -> None:
    editor.horizontalScrollBar().setValue(77)
    editor.verticalScrollBar().setValue(33)
    assert (editor.camera.x, editor.camera.y) == (77, 33)
    assert editor.horizontalScrollBar().maximum() == editor.camera.most_x


def test_a_journey_that_goes_makes_room_for_another(show: Show) -> None:
    editor = show(a_map(records=[]))
    editor.attempt(lambda: edits.duplicate_journey(editor.map, "journey"))
    editor.select(["step-1"])
    editor.attempt(lambda: edits.remove_journey(editor.map, "journey"))
    assert editor.journey == editor.map.journeys()[0].id
    assert editor.selected == ()


def test_the_overview_stays_in_its_corner_and_leads_through_the_map(editor: MapEditor) -> None:
    plain = seen(editor)
    editor.show_overview(True)
    assert editor.overview_shown
    corner = QPoint(editor.viewport().width() - 20, editor.viewport().height() - 20)
    shown = seen(editor)
    assert shown != plain
    editor.look_at(editor.camera.fitted(90, 30))
    assert furthest(seen(editor), anew(editor)) <= 3
    editor.look_at(editor.camera.fitted(0, 0))
    press(editor, corner - QPoint(100, 20))
    way = editor.camera.x
    move(editor, corner, Qt.MouseButton.LeftButton)
    let_go(editor, corner)
    assert 0 < way < editor.camera.x
    assert editor.selected == ()
    editor.show_overview(False)
    assert not editor.overview_shown


def test_the_overview_follows_an_edit_when_the_hands_rest(editor: MapEditor, qtbot: QtBot) -> None:
    editor.show_overview(True)
    before = seen(editor).copy(editor.viewport().width() - 260, editor.viewport().height() - 80, 250, 70)
    editor.attempt(lambda: edits.remove_cards(editor.map, [card.id for card in CARDS]))

    def other() -> bool:
        w, h = editor.viewport().width(), editor.viewport().height()
        return seen(editor).copy(w - 260, h - 80, 250, 70) != before

    qtbot.waitUntil(other)


def test_while_dragging_only_what_the_ghost_covers_is_painted_and_rightly(editor: MapEditor) -> None:
    start = on(editor, "touchpoints-2-0", down=0.3)
    press(editor, start)
    move(editor, start + QPoint(30, 0), Qt.MouseButton.LeftButton)
    editor.viewport().update()
    whole = painted(editor)
    for dx, dy in ((45, 5), (60, 20), (260, 150), (265, 155)):
        move(editor, start + QPoint(dx, dy), Qt.MouseButton.LeftButton)
        assert painted(editor) < whole / 2
        assert furthest(seen(editor), anew(editor)) <= 3
        editor.picture.painted = 0
    let_go(editor, start + QPoint(265, 155))
    assert furthest(seen(editor), anew(editor)) <= 3


def test_scroll_bars_come_and_go_with_what_there_is_to_scroll(editor: MapEditor) -> None:
    across = editor.horizontalScrollBar()
    settle()
    assert across.isVisible()
    editor.zoom_middle(0.2)
    settle()
    assert not across.isVisible()
    assert editor.camera.view_h == editor.viewport().height() == editor.height()
    editor.zoom_middle(5.0)
    settle()
    assert across.isVisible()
    assert across.maximum() == editor.camera.most_x


def test_the_quick_way_of_painting_gives_the_picture_of_the_plain_one(show: Show) -> None:
    links = [
        Link(id="down", source="touchpoints-1-0", target="ideas-2-1"),
        Link(id="up", source="systems-3-1", target="touchpoints-1-1"),
    ]
    editor = show(a_map(stages=6, steps=4, lanes=LANES, records=[*CARDS, *links]))
    drawing, area = editor.drawing, QRect(0, 0, editor.camera.view_w, editor.camera.view_h)
    assert drawing is not None
    quick, plain = (QImage(area.size(), QImage.Format.Format_RGB32) for _image in range(2))
    painter = QPainter(quick)
    editor.picture.paint(painter, editor.camera, area)
    painter.end()
    painter = QPainter(plain)
    painter.fillRect(area, colour_of(editor.theme, "paper"))
    painter.scale(editor.camera.scale, editor.camera.scale)
    paint_drawing(drawing, painter, editor.theme, editor.picture.pictures)
    painter.end()
    a, b = (np.frombuffer(one.constBits(), np.uint8).reshape(-1).astype(int) for one in (quick, plain))
    # Cards are moved to whole pixels, hence a little: a card one pixel further is 0.03.
    assert (np.abs(a - b) > 60).mean() < 0.01
    legs = [leg for leg in pairwise(editor.places.line_of("down")) if dist(*leg) > 10]
    middles = [editor.camera.to_pixel((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in legs]
    inked = [quick.pixel(int(x), int(y)) for x, y in middles if area.contains(int(x), int(y))]
    assert inked
    assert all(QColor(pixel).lightness() < 160 for pixel in inked)
