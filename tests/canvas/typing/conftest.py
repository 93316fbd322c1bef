"""A map that is written in with the keys, and what stands in it then."""

from __future__ import annotations

import pytest

from canvas.map_editor import MapEditor
from journey.model import Card, LaneKind
from tests.builders import a_card, a_map
from tests.canvas.conftest import Show

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS)


@pytest.fixture
def editor(show: Show) -> MapEditor:
    """Two touchpoints and a system; its lanes named by their kind."""
    records = [
        a_card("call", "touchpoints", "step-1", rank="b"),
        a_card("visit", "touchpoints", "step-2"),
        a_card("crm", "systems", "step-1"),
    ]
    return show(a_map(lanes=LANES, records=records))


def texts(editor: MapEditor, lane: str) -> list[str]:
    """What stands in a lane, from the left."""
    column = editor.map.grid("journey").column
    cards = sorted(editor.map.of(Card).by("lane").get(lane, ()), key=lambda card: column[card.step])
    return [card.text for card in cards]
