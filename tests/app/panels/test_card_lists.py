"""Measures, evidence and actions of a card: added, unfolded, written, taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desk import Desk
from app.panels.card_lists import share
from app.panels.faces import FaceButton
from app.panels.picker import Picker
from app.panels.side import SidePanels
from journey.model import (
    Action,
    ActionStatus,
    Backing,
    Card,
    Evidence,
    Knowledge,
    Measure,
    MeasureKind,
    Method,
    Owner,
)
from tests.app.panels.conftest import click, named, select, shows, write


def unfold(side: SidePanels, words: str) -> None:
    """Open the line that begins with these words."""
    QApplication.processEvents()
    lines = [one for one in side.findChildren(FaceButton) if one.isVisible() and one.isCheckable()]
    next(one for one in lines if one.accessibleName().startswith(words)).setChecked(True)


@pytest.mark.usefixtures("country")
def test_a_measure_is_added_by_its_name_and_opens(desk: Desk, side: SidePanels) -> None:
    select(desk, "letter")
    write(side, "Add a measure", "CSAT of letters")
    (made,) = desk.map.of(Measure).by("card")["letter"]
    assert (made.name, made.kind) == ("CSAT of letters", MeasureKind.CSAT)
    write(side, "Value", "4,2")
    assert desk.map.of(Measure)[made.id].value == 4.2


def test_a_measure_written_with_its_value_and_goal_has_them_in_one_step(desk: Desk, side: SidePanels) -> None:
    select(desk, "letter")
    told: list[str] = []
    desk.said.connect(lambda words, _wrong: told.append(words))
    before = desk.document.revision
    write(side, "Add a measure", "NPS 12 goal 40")
    (made,) = desk.map.of(Measure).by("card")["letter"]
    assert (made.name, made.kind, made.value, made.goal) == ("NPS", MeasureKind.NPS, 12, 40)
    assert told[-1] == "Read as “NPS”: +12, goal +40"
    assert desk.document.revision == before + 1


@pytest.mark.parametrize(
    ("field", "text", "of", "value"),
    [
        *(("Name", "Net score", "name", "Net score"), ("Scale", "Per cent", "kind", MeasureKind.PERCENT)),
        *(("Value", "-12", "value", -12), ("Goal", "", "goal", None), ("Lower bound", "20", "low", 20)),
        *(("Upper bound", "44", "high", 44), ("Answers", "402", "answers", 402)),
        *(("Day", "2026-03-01", "date", "2026-03-01"), ("Source", "Survey", "source", "Survey")),
    ],
)
def test_each_field_of_a_measure_is_one_step(
    desk: Desk, side: SidePanels, field: str, text: str, of: str, value: object
) -> None:
    select(desk, "call")
    unfold(side, "NPS")
    before = desk.document.revision
    write(side, field, text)
    assert getattr(desk.map.of(Measure)["nps"], of) == value
    assert desk.document.revision == before + 1


def test_a_measure_is_removed(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    unfold(side, "NPS")
    click(side, "Remove this measure")
    assert not len(desk.map.of(Measure))
    assert not shows(side, "Remove this measure")


@pytest.mark.parametrize(
    ("kind", "value", "goal", "expected"),
    [
        *((MeasureKind.NPS, 30, 40, 0.75), (MeasureKind.NPS, 50, 40, 1.0), (MeasureKind.NPS, -50, 40, 0.25)),
        *((MeasureKind.NPS, 0, None, 0.5), (MeasureKind.PERCENT, 64, None, 0.64)),
        *((MeasureKind.COUNT, 5, None, None), (MeasureKind.NPS, None, 40, None)),
    ],
)
def test_the_bar_shows_how_far_a_value_has_come(
    kind: MeasureKind, value: float | None, goal: float | None, expected: float | None
) -> None:
    assert share(Measure(id="m", card="c", name="m", kind=kind, value=value, goal=goal)) == expected


def test_evidence_is_chosen_among_what_the_file_has(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Add evidence", "12 talks")
    (backing,) = desk.map.of(Backing)
    assert (backing.card, backing.evidence) == ("call", "talks")


def test_new_evidence_backs_the_card_in_one_step(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    before = desk.document.revision
    write(side, "Add evidence", "Call log")
    QTest.keyClick(named(side, "Add evidence"), Qt.Key.Key_Return)
    assert {one.title: one.method for one in desk.map.of(Evidence)}["Call log"] is Method.LOG
    assert len(desk.map.of(Backing)) == 1
    assert desk.document.revision == before + 1


def test_nothing_is_claimed_of_new_evidence_before_it_is_said_how_it_came_about(
    desk: Desk, side: SidePanels
) -> None:
    select(desk, "call")
    told: list[str] = []
    desk.said.connect(lambda words, _wrong: told.append(words))
    write(side, "Add evidence", "Meeting in May")
    assert "How did it come about?" in told[-1]
    add = named(side, "Add evidence")
    assert isinstance(add, Picker)
    assert len(desk.map.of(Evidence)) == 1
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert [row.data() for row in add.rows()][:2] == [
        "Interview, new: “Meeting in May”",
        "Survey, new: “Meeting in May”",
    ]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told[-1] == "Add evidence “Meeting in May”"
    assert {one.title: one.method for one in desk.map.of(Evidence)}["Meeting in May"] is Method.SURVEY


def test_evidence_named_and_left_without_saying_how_it_came_about_is_none(
    desk: Desk, side: SidePanels
) -> None:
    select(desk, "call")
    write(side, "Add evidence", "Meeting in May", Qt.Key.Key_Tab)
    assert len(desk.map.of(Evidence)) == 1


def test_a_source_makes_a_guess_known_in_the_same_step(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    assert named(side, "How well it is known: Guess").property("checked")
    write(side, "Add evidence", "12 talks")
    assert named(side, "How well it is known: Partly").property("checked")
    desk.undo()
    assert not len(desk.map.of(Backing))
    assert named(side, "How well it is known: Guess").property("checked")


def test_the_offers_go_when_new_evidence_is_entered(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    field = named(side, "Add evidence")
    field.setFocus()
    QTest.keyClicks(field, "Survey")
    for _enter in range(2):
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert "Survey" in {one.title for one in desk.map.of(Evidence)}
    assert QApplication.activePopupWidget() is None


def test_what_evidence_says_is_written_and_it_can_be_taken_from_the_card(
    desk: Desk, side: SidePanels
) -> None:
    select(desk, "call")
    write(side, "Add evidence", "12 talks")
    unfold(side, "12 talks")
    write(side, "What it says here", "Seven of twelve")
    write(side, "Method", "Survey")
    (backing,) = desk.map.of(Backing)
    assert backing.says == "Seven of twelve"
    assert desk.map.of(Evidence)["talks"].method is Method.SURVEY
    said: list[str] = []
    desk.said.connect(lambda words, _bad: said.append(words))
    click(side, "Take it from this card")
    assert not len(desk.map.of(Backing))
    assert desk.map.of(Card)["call"].evidence is Knowledge.PARTLY
    assert said[-1] == "No source backs “call” now. How well it is known stays “Partly”."
    assert "talks" in desk.map.of(Evidence)


@pytest.mark.usefixtures("country")
def test_an_action_is_added_given_to_somebody_and_removed(desk: Desk, side: SidePanels) -> None:
    select(desk, "silence")
    write(side, "Add an action", "Call on day two")
    write(side, "Who", "Night shift")
    write(side, "By", "2026-05-01")
    write(side, "Status", "Agreed")
    (made,) = desk.map.of(Action)
    assert made.owner is not None
    assert desk.map.of(Owner)[made.owner].name == "Night shift"
    assert (made.title, made.due, made.status) == ("Call on day two", "2026-05-01", ActionStatus.AGREED)
    click(side, "Remove this action")
    assert not len(desk.map.of(Action))


def test_a_day_that_is_none_is_refused(desk: Desk, side: SidePanels) -> None:
    select(desk, "silence")
    write(side, "Add an action", "Call on day two")
    write(side, "By", "tomorrow")
    (made,) = desk.map.of(Action)
    assert made.due == ""
    assert named(side, "By").property("text") == ""
