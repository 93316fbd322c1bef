"""A new lane has its row while it is named, and takes the keyboard when it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvas.beginning import new_lane
from canvas.inline import InlineEditor
from canvas.map_editor import MapEditor
from canvas.places import Cell
from journey.model import Card, LaneKind


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
