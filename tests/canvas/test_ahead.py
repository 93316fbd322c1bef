"""A map that scrolls prepares what it will come to, so that no frame has to make many pictures at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from canvas.map_editor import MapEditor
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


def most_at_once(editor: MapEditor, steps: int) -> int:
    """The most pictures of blocks that one frame made while the map scrolled to the right."""
    most = 0
    for _step in range(steps):
        before = editor.picture.stamps.made
        editor.look_at(editor.camera.fitted(editor.camera.x + 12, 0))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        most = max(most, editor.picture.stamps.made - before)
    return most


def test_the_cards_of_a_column_that_comes_into_view_are_made_one_by_one(
    editor: MapEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("canvas.ahead._SECONDS", 0.0)  # one a frame, however fast the machine is
    most_at_once(editor, 20)
    made = editor.picture.stamps.made
    assert most_at_once(editor, 60) <= 2  # the column's header may come as well
    assert editor.picture.stamps.made - made >= 24
