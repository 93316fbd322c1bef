"""While somebody zooms, the last sharp picture stands in for the map; the next zoom begins with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from tests.builders import a_card, a_map
from tests.canvas.conftest import Show


@pytest.fixture
def editor(show: Show, monkeypatch: pytest.MonkeyPatch) -> MapEditor:
    """A map that counts as slow to paint."""
    monkeypatch.setattr("canvas.zooming._SLOW", -1.0)
    cards = [a_card(f"card-{step}", "touchpoints", f"step-{step}", text="Words") for step in range(1, 9)]
    return show(a_map(stages=2, steps=4, records=cards))


def zoom(editor: MapEditor, factor: float) -> int:
    """Zoom one step; how many blocks were painted for it."""
    before = editor.picture.painted
    editor.zoom(factor, QPointF(300, 200))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    assert editor.blurred
    return editor.picture.painted - before


def test_a_zoom_that_follows_another_begins_with_the_picture_that_was_made_sharp(
    editor: MapEditor, qtbot: QtBot
) -> None:
    assert zoom(editor, 1.2) > 0
    assert zoom(editor, 1.2) == 0
    qtbot.waitUntil(lambda: not editor.blurred, timeout=20_000)
    assert zoom(editor, 0.9) == 0


def test_what_was_painted_over_since_is_not_what_a_zoom_begins_with(editor: MapEditor, qtbot: QtBot) -> None:
    zoom(editor, 1.2)
    qtbot.waitUntil(lambda: not editor.blurred, timeout=20_000)
    editor.select(["card-1"])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    assert zoom(editor, 0.9) > 0
