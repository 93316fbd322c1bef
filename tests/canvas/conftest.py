"""A window with a map in it, for tests that go through Qt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from canvas.map_editor import MapEditor
from journey.document import Document
from journey.model import Feeling, LaneKind, MapData, Owner
from resources.theme import load_theme
from tests.builders import a_card, a_map

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS, LaneKind.OWNERS)
Show = Callable[..., MapEditor]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a map, in a theme, in an editor of 1,000 x 700 pixels, with the keyboard in it."""

    def shown(map_data: MapData, theme: str = "light") -> MapEditor:
        document = Document(map_data)
        editor = MapEditor(document, map_data.journeys()[0].id, load_theme(theme))
        qtbot.addWidget(editor)
        editor.resize(1000, 700)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.activateWindow()
        editor.setFocus()
        qtbot.waitUntil(editor.hasFocus)
        return editor

    return shown


@pytest.fixture
def editor(show: Show) -> MapEditor:
    """A small map: three touchpoints, a system, a feeling, an owner; its lanes named by their kind."""
    records = [
        Owner(id="claims", name="Claims"),
        a_card("call", "touchpoints", "step-1", rank="b"),
        a_card("letter", "touchpoints", "step-1", rank="d"),
        a_card("visit", "touchpoints", "step-2"),
        a_card("crm", "systems", "step-1"),
        Feeling(id="calm", journey="journey", step="step-1", score=0.0, word="calm"),
    ]
    return show(a_map(lanes=LANES, records=records))
