"""What is typed is never lost: runs of steps and rows of cards, their ends, and typing on a card."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas.beginning import new_lane, new_stage, new_text
from canvas.map_editor import MapEditor
from canvas.places import Cell
from canvas.writing import Writing
from journey.edits import remove_lane
from journey.model import Card, Feeling, JourneyPersona, Lane, LaneKind, MapData, Persona, Stage
from tests.builders import a_card, a_journey, a_map, cell, titles
from tests.canvas.conftest import Show
from tests.canvas.pointing import click, key, on, over, type_in
from tests.canvas.typing.conftest import LANES, texts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("word", ["Mail", "Sales", "Order", "Letter", "Price page", "tea"])
def test_a_word_typed_on_a_card_is_another_card_below_it(editor: MapEditor, word: str) -> None:
    click(editor, on(editor, "visit"))
    for letter in word:
        QTest.keyClicks(QApplication.focusWidget() or editor, letter)
    type_in(editor, "", Qt.Key.Key_Escape)
    assert [editor.map.of(Card)[one].text for one in cell(editor.map, "touchpoints", "step-2")] == [
        "visit",
        word,
    ]
    assert editor.document.revision == 1


def test_a_capital_on_a_stage_or_a_lane_begins_its_title_and_so_does_an_s(editor: MapEditor) -> None:
    for record, letter in (("stage-1", "s"), ("touchpoints", "S")):
        click(editor, on(editor, record))
        key(editor, letter)
        type_in(editor, "ales", Qt.Key.Key_Return)
    assert titles(editor.map.of(Stage))[0] == "sales"
    assert editor.map.of(Lane)["touchpoints"].title == "Sales"


def test_what_cannot_be_written_anywhere_is_said(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, on(editor, "call"))
    key(editor, Qt.Key.Key_A, CTRL)
    with qtbot.waitSignal(editor.said, check_params_cb=lambda words, wrong: wrong and "Choose one" in words):
        key(editor, "X")
    assert (editor.editing, editor.document.revision) == (False, 0)


def test_at_the_end_of_a_row_typing_goes_on_below_in_the_same_cell(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, over(editor, "touchpoints", "step-4"))
    key(editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.said, check_params_cb=lambda words, _w: words.startswith("Nothing follows")):
        type_in(editor, "Letter", Qt.Key.Key_Return)
    key(editor, "m")
    type_in(editor, "ail", Qt.Key.Key_Return)
    assert texts(editor, "touchpoints")[-2:] == ["Letter", "mail"]
    assert not any(card.moment_of_truth for card in editor.map.of(Card))


@pytest.mark.parametrize("end", [(Qt.Key.Key_Escape, Qt.Key.Key_Down), (Qt.Key.Key_Down,)])
@pytest.mark.parametrize("last", ["Call for help", ""])
def test_after_a_run_of_steps_down_goes_under_its_beginning(
    show: Show, last: str, end: tuple[Qt.Key, ...]
) -> None:
    editor = show(a_map(lanes=LANES[::2]))
    click(editor, on(editor, "step-2"))
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "Looks", Qt.Key.Key_Return)
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "Asks", Qt.Key.Key_Return)
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "Waits", Qt.Key.Key_Return)
    type_in(editor, last)
    for one in end:
        QTest.keyClick(QApplication.focusWidget() or editor, one)
    named = titles(editor.map.grid("journey").steps)
    assert named == ["Step 1", "Looks", "Asks", "Waits", *([last] if last else [])]
    assert (editor.editing, editor.cell) == (False, Cell("touchpoints", "step-2"))


def test_down_after_a_run_goes_past_the_cells_that_are_full(editor: MapEditor) -> None:
    editor.document.do(remove_lane(editor.map, "feelings"))
    click(editor, on(editor, "step-1"))
    for word in ("Looks", "Asks"):
        key(editor, Qt.Key.Key_F2)
        type_in(editor, word, Qt.Key.Key_Return)
    key(editor, Qt.Key.Key_Down)
    assert (editor.selected, editor.cell) == ((), Cell("touchpoints", "step-3"))


def test_who_walked_elsewhere_meanwhile_goes_straight_down(editor: MapEditor) -> None:
    click(editor, on(editor, "step-1"))
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "Looks", Qt.Key.Key_Return)
    for one in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        key(editor, one)
    assert editor.cell == Cell("feelings", "step-2")


def test_escape_keeps_what_is_new_and_gives_an_edit_back(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, over(editor, "systems", "step-2"))
    key(editor, "P")
    type_in(editor, "ortal", Qt.Key.Key_Escape)
    assert texts(editor, "systems") == ["crm", "Portal"]
    key(editor, Qt.Key.Key_F2)
    with qtbot.waitSignal(editor.said, check_params_cb=lambda words, _w: "“Other” were given up" in words):
        type_in(editor, "Other", Qt.Key.Key_Escape)
    assert texts(editor, "systems") == ["crm", "Portal"]


def test_nothing_is_said_any_more_of_a_card_that_escape_did_not_make(editor: MapEditor, qtbot: QtBot) -> None:
    click(editor, over(editor, "systems", "step-2"))
    editor.say("New card in Systems")
    key(editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.said, check_params_cb=lambda words, _w: not words):
        type_in(editor, "", Qt.Key.Key_Escape)
    assert texts(editor, "systems") == ["crm"]


def test_words_that_were_given_up_can_be_had_again_until_something_is_done(editor: MapEditor) -> None:
    click(editor, over(editor, "systems", "step-2"))
    key(editor, "P")
    type_in(editor, "ortal", Qt.Key.Key_Escape)
    assert not editor.may_take_up
    key(editor, Qt.Key.Key_F2)
    type_in(editor, "Other", Qt.Key.Key_Escape)
    editor.take_up()
    assert texts(editor, "systems") == ["crm", "Other"]
    editor.document.undo()
    assert texts(editor, "systems") == ["crm", "Portal"]
    assert not editor.may_take_up


def given_up(editor: MapEditor) -> None:
    """Give words up on a card."""
    editor.select(["crm"])
    editor.edit("crm")
    type_in(editor, "Other", Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "go",
    [
        lambda editor: editor.select(["call"]),
        lambda editor: editor.be_nowhere(),
        lambda editor: editor.select([], Cell("systems", "step-3")),
        lambda editor: editor.edit("crm"),
        lambda editor: editor.write(Cell("systems", "step-3")),
        lambda editor: editor.show_journey("other-journey"),
        lambda editor: editor.document.do(remove_lane(editor.map, "feelings")),
    ],
)
def test_words_that_were_given_up_are_forgotten_by_one_who_goes_elsewhere(
    show: Show, go: Callable[[MapEditor], object]
) -> None:
    editor = show(two_journeys())
    given_up(editor)
    assert editor.may_take_up
    heard: list[bool] = []
    for signal in (editor.selection_changed, editor.redo_changed):
        signal.connect(lambda: heard.append(editor.may_take_up))
    go(editor)
    assert not editor.may_take_up
    assert heard
    assert not any(heard)


def test_what_can_be_redone_goes_before_words_that_were_given_up(editor: MapEditor) -> None:
    history = editor.document
    history.do(remove_lane(editor.map, "feelings"))
    history.undo()
    told: list[str] = []
    editor.said.connect(lambda words, _wrong: told.append(words))
    given_up(editor)
    assert told[-1] == "Your words “Other” were given up"
    assert not editor.may_take_up
    editor.take_up()
    assert texts(editor, "systems") == ["crm"]
    history.redo()
    assert "feelings" not in editor.map.of(Lane)


@pytest.mark.parametrize(
    "begin",
    [
        lambda editor: new_stage(editor, 0),
        lambda editor: new_lane(editor, LaneKind.QUESTIONS),
        lambda editor: new_text(editor, Cell("feelings", "step-2")),
    ],
)
def test_a_text_stays_one_of_the_journey_it_was_begun_in(
    show: Show, begin: Callable[[MapEditor], Writing]
) -> None:
    editor = show(two_journeys())
    writing = begin(editor)
    editor.show_journey("other-journey")
    (made, *_rest) = writing.change("Lost").touches
    assert isinstance(made.record, Stage | Lane | Feeling)
    assert made.record.journey == "journey"
    assert not isinstance(made.record, Feeling) or made.record.persona is None


def two_journeys() -> MapData:
    """A map with a second journey, which a persona is seen in."""
    return a_map(
        lanes=LANES,
        records=[
            a_card("call", "touchpoints", "step-1"),
            a_card("crm", "systems", "step-1"),
            *a_journey("other-", lanes=LANES),
            Persona(id="maja", name="Maja"),
            JourneyPersona(id="look", journey="other-journey", persona="maja"),
        ],
    )
