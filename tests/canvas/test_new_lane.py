"""A new lane has its row while it is named, and takes the keyboard when it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvas.beginning import new_lane
from canvas.inline import InlineEditor
from canvas.map_editor import MapEditor
from canvas.places import Cell
from journey.edits import remove_journey, remove_lane
from journey.model import Card, Lane, LaneKind
from tests.builders import a_journey, a_map
from tests.canvas.conftest import LANES, Show


def field(editor: MapEditor) -> InlineEditor:
    """The text that is open."""
    assert editor.editing
    return editor.findChildren(InlineEditor)[-1]


def rows(editor: MapEditor) -> list[str]:
    return [lane.title for _top, _bottom, lane in editor.places.rows]


def test_its_name_is_written_in_a_row_of_its_own(editor: MapEditor) -> None:
    editor.begin(new_lane(editor, LaneKind.QUESTIONS))
    assert "Questions" in rows(editor)
    assert editor.document.revision == 0
    box = field(editor).geometry()
    for top, bottom, lane in editor.places.rows:
        above, below = editor.in_window(0.0, top)[1], editor.in_window(0.0, bottom)[1]
        inside = above <= box.center().y() < below
        assert inside == (lane.title == "Questions")
        if inside:
            assert above <= box.top()
            assert box.bottom() <= below


def test_enter_goes_into_it_at_the_same_step(editor: MapEditor) -> None:
    editor.select([], Cell("touchpoints", "step-3"))
    editor.begin(new_lane(editor, LaneKind.QUESTIONS))
    QTest.keyClicks(field(editor), "What we ask")
    QTest.keyClick(field(editor), Qt.Key.Key_Return)
    made = next(lane for lane in editor.map.grid("journey").lanes if lane.title == "What we ask")
    assert editor.cell == Cell(made.id, "step-3")
    assert editor.selected == ()
    QTest.keyClicks(editor, "W")
    assert editor.editing
    QTest.keyClick(field(editor), Qt.Key.Key_Escape)
    assert [card.lane for card in editor.map.of(Card) if card.text == "W"] == [made.id]


def test_escape_takes_its_row_away(editor: MapEditor) -> None:
    before = rows(editor)
    editor.begin(new_lane(editor, LaneKind.QUESTIONS))
    QTest.keyClick(field(editor), Qt.Key.Key_Escape)
    assert rows(editor) == before
    assert editor.document.revision == 0


def test_a_line_is_selected_as_nothing_can_be_written_in_it(editor: MapEditor) -> None:
    editor.begin(new_lane(editor, LaneKind.LINE))
    QTest.keyClick(field(editor), Qt.Key.Key_Return)
    line = next(lane for lane in editor.map.grid("journey").lanes if lane.kind is LaneKind.LINE)
    assert editor.selected == (line.id,)


def test_its_row_and_its_name_follow_a_map_that_changes_meanwhile(editor: MapEditor) -> None:
    editor.document.do(remove_lane(editor.map, "touchpoints"))
    editor.begin(new_lane(editor, LaneKind.QUESTIONS))
    QTest.keyClicks(field(editor), "What we ask")
    editor.document.undo()
    box = field(editor).geometry()
    (top,) = (top for top, _bottom, lane in editor.places.rows if lane.title == "Questions")
    (bottom,) = (bottom for _top, bottom, lane in editor.places.rows if lane.title == "Questions")
    assert editor.in_window(0.0, top)[1] <= box.top()
    assert box.bottom() <= editor.in_window(0.0, bottom)[1]
    assert field(editor).hasFocus()
    QTest.keyClick(field(editor), Qt.Key.Key_Return)
    assert [lane.title for lane in editor.map.grid("journey").lanes].count("What we ask") == 1
    editor.document.undo()
    assert "touchpoints" in editor.map.of(Lane)


def test_nothing_is_named_in_a_journey_that_has_gone(show: Show) -> None:
    editor = show(a_map(lanes=LANES, records=a_journey("other-")))
    editor.show_journey("other-journey")
    editor.begin(new_lane(editor, LaneKind.QUESTIONS))
    editor.document.do(remove_journey(editor.map, "other-journey"))
    assert (editor.journey, editor.editing) == ("journey", False)
    assert "Questions" not in rows(editor)
