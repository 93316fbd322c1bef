"""What differs between two states of a map is ringed on it, in its colour and with a sign."""

from __future__ import annotations

import pytest

from canvas.map_editor import MapEditor
from canvas.overlay import Marking, covered
from canvas.panes import panes
from journey.comparing import Fate
from journey.drawing import PartName


def painted(editor: MapEditor, token: str) -> set[tuple[int, int]]:
    """The pixels that have exactly a token's colour."""
    picture, wanted = editor.viewport().grab().toImage(), editor.theme.rgb(token)
    return {
        (x, y)
        for x in range(picture.width())
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).getRgb()[:3] == wanted
    }


@pytest.mark.parametrize("fate", Fate)
def test_a_record_is_ringed_in_the_colour_of_what_became_of_it(editor: MapEditor, fate: Fate) -> None:
    token = f"compare.{fate}"
    before = painted(editor, token)
    editor.show_fates((("call", fate),))
    ring = painted(editor, token) - before
    assert len(ring) > 50
    area = panes(editor.camera)[PartName.BODY].to_pixels(editor.places.rects["call"]).adjusted(-9, -9, 9, 9)
    assert all(area.contains(x, y) for x, y in ring)
    editor.show_fates(())
    assert painted(editor, token) == before


def test_steps_and_feelings_can_be_ringed_too(editor: MapEditor) -> None:
    marked = Marking(fates=(("step-2", Fate.CHANGED), ("calm", Fate.ADDED), ("gone", Fate.REMOVED)))
    assert len(list(covered(editor.camera, editor.places, marked))) == 2
    editor.show_fates(tuple(marked.fates))
    assert painted(editor, "compare.added")
