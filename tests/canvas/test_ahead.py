"""A map that scrolls prepares what it will come to, so that no frame has to make many pictures at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from journey.model import Link
from tests.builders import a_card, a_map
from tests.canvas.conftest import Show

LANES = ("touchpoints", "backstage", "systems")


@pytest.fixture
def editor(show: Show) -> MapEditor:
    """Twenty columns of six cards, of which six columns are seen."""
    cards = [
        a_card(f"{lane}-{step}-{n}", lane, f"step-{step}", text="Words that are read")
        for step in range(1, 21)
        for lane in LANES
        for n in range(2)
    ]
    return show(a_map(stages=5, steps=4, records=cards))


def scroll(editor: MapEditor, steps: int, *, rests: bool) -> int:
    """Scroll to the right; the most pictures of blocks that one frame made. ``rests``: between two frames."""
    most = 0
    for _step in range(steps):
        before = editor.picture.stamps.made
        editor.look_at(editor.camera.fitted(editor.camera.x + 12, 0))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        most = max(most, editor.picture.stamps.made - before)
        for _turn in range(3 if rests else 0):
            QCoreApplication.processEvents()
    return most


def test_between_frames_the_cards_of_the_column_that_comes_next_are_made(
    editor: MapEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("canvas.ahead._SECONDS", 0.0)  # one at a time, however fast the machine is
    scroll(editor, 20, rests=True)
    made = editor.picture.stamps.made
    assert scroll(editor, 60, rests=True) <= 1  # the column's header may come
    assert editor.picture.stamps.made - made >= 24


def test_many_links_are_sorted_after_the_first_picture_and_without_a_pause(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("canvas.ahead._SORTING", 0.0)  # one at a time, however fast the machine is
    cards = [a_card(f"card-{number}", "touchpoints", "step-1") for number in range(2)]
    links = [Link(id=f"link-{number}", source="card-0", target="card-1") for number in range(250)]
    editor = show(a_map(records=[*cards, *links]))
    qtbot.waitUntil(lambda: editor.picture.lines.waiting == 0, timeout=60_000)


def test_a_frame_makes_nothing_that_is_not_seen(editor: MapEditor) -> None:
    scroll(editor, 1, rests=True)
    editor.look_at(editor.camera.fitted(0, 0))
    before = editor.picture.stamps.made
    scroll(editor, 2, rests=False)
    assert editor.picture.stamps.made == before


def test_what_stands_where_is_read_once_nothing_else_is_to_be_done(editor: MapEditor, qtbot: QtBot) -> None:
    places = editor.places
    qtbot.waitUntil(lambda: places.is_read, timeout=60_000)
