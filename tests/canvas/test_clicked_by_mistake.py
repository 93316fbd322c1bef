"""What was begun with the mouse and got no text: a click elsewhere leaves nothing, Enter makes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt

from canvas.beginning import new_end, new_lane, new_stage, new_step, split_off
from canvas.map_editor import MapEditor
from canvas.writing import Writing
from journey.model import LaneKind
from tests.builders import titles
from tests.canvas.pointing import click, move, on, over, type_in

Begin = Callable[[MapEditor], Writing | None]
BEGUN: dict[str, Begin] = {
    "step": lambda editor: new_step(editor, "step-2", wanted=True),
    "stage": lambda editor: new_stage(editor, 1),
    "stage of a step": lambda editor: split_off(editor, "step-2"),
    "end of a row": lambda editor: new_end(editor, "systems", "step-4"),
}


@pytest.mark.parametrize("what", BEGUN)
def test_without_a_text_a_click_elsewhere_makes_nothing_and_enter_makes_it(
    editor: MapEditor, what: str
) -> None:
    editor.begin(BEGUN[what](editor))
    assert editor.editing
    click(editor, over(editor, "systems", "step-1"))
    assert (editor.editing, editor.document.revision) == (False, 0)
    editor.begin(BEGUN[what](editor))
    type_in(editor, "", Qt.Key.Key_Return)
    assert editor.document.revision == 1


@pytest.mark.parametrize("what", BEGUN)
def test_with_a_text_a_click_elsewhere_makes_it(editor: MapEditor, what: str) -> None:
    editor.begin(BEGUN[what](editor))
    type_in(editor, "Waits")
    click(editor, over(editor, "systems", "step-1"))
    assert editor.document.revision == 1


def test_a_plus_that_was_clicked_by_mistake_leaves_no_step(editor: MapEditor) -> None:
    at = on(editor, "step-2") - QPoint(75, 0)
    move(editor, at)
    click(editor, at)
    assert editor.editing
    click(editor, over(editor, "systems", "step-1"))
    assert titles(editor.map.grid("journey").steps) == ["Step 1", "Step 2", "Step 3", "Step 4"]


def test_a_lane_has_the_name_it_was_chosen_by(editor: MapEditor) -> None:
    editor.begin(new_lane(editor, LaneKind.PAINS))
    click(editor, over(editor, "systems", "step-1"))
    assert "Pain points" in titles(editor.map.grid("journey").lanes)
