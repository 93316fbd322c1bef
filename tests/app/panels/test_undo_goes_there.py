"""Undo and redo go to what they change, so that the next key writes there and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.desk import Desk
from canvas.places import Cell
from journey import edits
from journey.model import Change, MapData, Owner

Edit = Callable[[MapData], Change]


@pytest.mark.parametrize(
    ("edit", "touched"),
    [
        (lambda it: edits.set_accountable(it, ["visit"], "claims"), "visit"),
        (lambda it: edits.rename_lane(it, "systems", "Machines"), "systems"),
        (lambda it: edits.edit_step(it, "step-2", title="Waits"), "step-2"),
        (lambda it: edits.remove_step(it, "step-2"), "step-2"),
        (lambda it: edits.remove_link(it, "arrow"), "arrow"),
        (lambda it: edits.remove_measure(it, "nps"), "call"),
    ],
)
def test_what_an_undo_brings_back_is_selected(desk: Desk, edit: Edit, touched: str) -> None:
    desk.document.do(edit(desk.map))
    desk.editor.select([], Cell("systems", "step-4"))
    desk.undo()
    assert desk.selected == (touched,)


def test_undo_and_redo_of_a_move_take_the_keyboard_along(desk: Desk) -> None:
    desk.document.do(edits.move_cards(desk.map, ["call"], "touchpoints", "step-4"))
    desk.select(["call"])
    desk.undo()
    assert (desk.selected, desk.editor.cell) == (("call",), Cell("touchpoints", "step-1"))
    desk.editor.select([], Cell("systems", "step-3"))
    desk.redo()
    assert (desk.selected, desk.editor.cell) == (("call",), Cell("touchpoints", "step-4"))


@pytest.mark.parametrize("selected", [[], ["visit"]])
def test_where_an_undone_card_stood_the_keyboard_is(desk: Desk, selected: list[str]) -> None:
    desk.document.do(edits.add_card(desk.map, "systems", "step-3", "Register"))
    desk.editor.select(selected, Cell("ideas", "step-4"))
    desk.undo()
    assert (desk.selected, desk.editor.cell) == ((), Cell("systems", "step-3"))


def test_of_several_that_are_selected_all_stay_so_if_they_were_touched(desk: Desk) -> None:
    desk.document.do(edits.set_accountable(desk.map, ["call", "visit", "archive"], "finance"))
    desk.select(["visit", "archive"])
    desk.undo()
    assert desk.selected == ("visit", "archive")


def test_what_is_selected_stays_so_where_nothing_on_the_map_was_touched(desk: Desk) -> None:
    desk.document.do(edits.add_owner(desk.map, "Law"))
    desk.editor.select(["visit"])
    desk.undo()
    assert "Law" not in {owner.name for owner in desk.map.of(Owner)}
    assert (desk.selected, desk.editor.cell) == (("visit",), Cell("touchpoints", "step-3"))


def test_where_an_undo_takes_a_column_away_the_keyboard_is_in_no_other_cell(desk: Desk) -> None:
    desk.document.do(edits.add_step_after(desk.map, "step-4", "Waits"))
    desk.editor.select([], Cell("systems", "step-2"))
    desk.undo()
    assert (desk.selected, desk.editor.cell) == ((), None)


def test_what_an_undo_touches_comes_into_view(desk: Desk) -> None:
    desk.document.do(edits.edit_step(desk.map, "step-1", title="Calls"))
    desk.select(["step-1"])
    camera = desk.editor.camera
    desk.editor.look_at(camera.fitted(camera.most_x, camera.y))
    assert desk.editor.camera.x > 0
    desk.undo()
    assert desk.editor.camera.x == 0
