"""A window with a map in it, for tests that go through Qt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from journey.document import Document
from journey.model import MapData
from resources.theme import load_theme

Show = Callable[[MapData], MapEditor]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a map in an editor of 1,000 x 700 pixels, with the keyboard in it."""

    def shown(map_data: MapData) -> MapEditor:
        document = Document(map_data)
        editor = MapEditor(document, map_data.journeys()[0].id, load_theme())
        qtbot.addWidget(editor)
        editor.resize(1000, 700)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.activateWindow()
        editor.setFocus()
        qtbot.waitUntil(editor.hasFocus)
        return editor

    return shown
