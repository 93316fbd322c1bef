"""What is in the hand leaves it when an undo takes its record off the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from canvas.map_editor import MapEditor
from canvas.places import Cell, Hit, Kind, Rect
from canvas.stage import Pointer, State
from canvas.tools import Aiming, PlacingOwner
from canvas.tools.dragging import DraggingCards, PressedCard
from canvas.tools.edges import PressedEdge
from canvas.tools.feelings import PressedFeeling
from canvas.tools.ground import PressedGround
from canvas.tools.headers import PressedLane, PressedStage, PressedStep
from canvas.tools.linking import PressedHandle
from canvas.tools.owners import PressedOwner
from canvas.tools.trying import given_back
from journey import edits
from journey.model import Change, LaneKind
from tests.canvas.pointing import key, let_go, move, over

FAR = Pointer(300.0, 200.0, 600.0, 400.0)
START = Pointer(0.0, 0.0)


def _made(editor: MapEditor, change: Change) -> str:
    editor.document.do(change)
    return change.touches[0].record.id


def _new_card(editor: MapEditor) -> str:
    return _made(editor, edits.add_card(editor.map, "touchpoints", "step-3", "New"))


def _new_step(editor: MapEditor) -> str:
    return _made(editor, edits.add_step_after(editor.map, "step-3", "New"))


def _states(editor: MapEditor, what: str) -> list[State]:
    if what == "owner":
        owner = _made(editor, edits.add_owner(editor.map, "Nobody"))
        return [PlacingOwner(owner), PressedOwner(START, owner)]
    if what == "card":
        card = _new_card(editor)
        pressed: list[State] = [
            PressedCard(START, card),
            PressedEdge(START, card),
            PressedHandle(START, card),
        ]
        return [*pressed, DraggingCards(START, ("call", card)), Aiming(card), Aiming("call", card)]
    if what == "step":
        step = _new_step(editor)
        hit = Hit(Kind.CELL, "", Rect(0.0, 0.0, 9.0, 9.0), Cell("touchpoints", step))
        point = PressedFeeling(START, Cell("feelings", step))
        return [PressedStep(START, step), point, PressedGround(START, hit)]
    if what == "stage":
        return [PressedStage(START, _made(editor, edits.add_stage(editor.map, editor.journey, "New")))]
    if what == "lane":
        return [PressedLane(START, _made(editor, edits.add_lane(editor.map, editor.journey, LaneKind.NOTES)))]
    feeling = _made(editor, edits.set_feeling(editor.map, editor.journey, "step-3", 1.0, None))
    return [PressedFeeling(START, Cell("feelings", "step-3"), feeling)]


@pytest.mark.parametrize("what", ["owner", "card", "step", "stage", "lane", "feeling"])
def test_what_an_undo_takes_away_leaves_the_hand(editor: MapEditor, what: str) -> None:
    for number in range(len(_states(editor, what))):
        editor.document.undo()
        editor.hand.hold(_states(editor, what)[number])
        editor.document.undo()
        assert not editor.dragging, number
        editor.hand.move(FAR)
        editor.hand.release(FAR)
        _states(editor, what)


def test_the_pointer_goes_on_over_the_map(editor: MapEditor) -> None:
    owner = _made(editor, edits.add_owner(editor.map, "Nobody"))
    editor.hold(PlacingOwner(owner))
    at = over(editor, "touchpoints", "step-1")
    move(editor, at)
    editor.document.undo()
    move(editor, at + QPoint(5, 5))
    let_go(editor, at)
    assert not editor.dragging
    assert editor.document.next_undo is None


def test_what_stays_on_the_map_stays_in_the_hand(editor: MapEditor) -> None:
    held: list[State] = [PlacingOwner("claims"), PressedLane(START, "systems"), PressedStep(START, "step-1")]
    held += [PressedFeeling(START, Cell("feelings", "step-1"), "calm"), DraggingCards(START, ("call", "crm"))]
    for state in held:
        editor.hand.hold(state)
        _new_card(editor)
        assert editor.hand.state is state
        given_back(editor)


def test_the_keyboard_stays_at_no_cell_whose_lane_or_step_is_gone(editor: MapEditor) -> None:
    for made in (edits.add_lane(editor.map, editor.journey, LaneKind.FEELINGS), None):
        if made is not None:
            lane, step = _made(editor, made), "step-1"
        else:
            lane, step = "feelings", _new_step(editor)
        editor.select([], Cell(lane, step))
        editor.document.undo()
        key(editor, Qt.Key.Key_Plus, Qt.KeyboardModifier.AltModifier)
        assert editor.cell is None
        key(editor, Qt.Key.Key_Right)
        assert editor.cell is not None
        assert editor.places.cell_rect(editor.cell) is not None
