"""The cell the keyboard is in is marked at its corners; only what is selected has a ring."""

from __future__ import annotations

from canvas.map_editor import MapEditor
from canvas.panes import panes
from canvas.places import Cell
from journey.drawing import PartName


def test_the_middle_of_no_side_is_marked(editor: MapEditor) -> None:
    cell = Cell("touchpoints", "step-3")
    rect = editor.places.cell_rect(cell)
    assert rect is not None
    area = panes(editor.camera)[PartName.BODY].to_pixels(rect).toRect()
    before = editor.viewport().grab(area).toImage()
    editor.select([], cell)
    after = editor.viewport().grab(area).toImage()
    marked = {
        (x, y)
        for x in range(area.width())
        for y in range(area.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    assert marked
    third_w, third_h = area.width() / 3 + 2, area.height() / 3 + 2
    for right in (False, True):
        for low in (False, True):
            assert any((x > area.width() / 2, y > area.height() / 2) == (right, low) for x, y in marked)
    assert not [
        (x, y)
        for x, y in marked
        if third_w < x < area.width() - third_w or third_h < y < area.height() - third_h
    ]
