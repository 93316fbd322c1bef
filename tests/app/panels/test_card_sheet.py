"""The inspector's fields of cards: each edits the document once, and says what stands there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.card_sheet import CardSheet
from app.panels.picker import Picker
from app.panels.side import SidePanels
from journey import edits
from journey.edits import accountable, feeling_at
from journey.model import Card, CardKind, CardStatus, Contact, Knowledge, Owner, Ownership, OwnershipRole
from tests.app.panels.conftest import click, named, select, shows, write, written


def the_card(desk: Desk, card: str = "call") -> Card:
    return desk.map.of(Card)[card]


def test_the_sheet_is_made_before_a_card_is_selected_and_shown_when_one_is(
    desk: Desk, side: SidePanels, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: side.findChild(CardSheet) is not None)
    made = side.findChild(CardSheet)
    assert not made.isVisible()
    select(desk, "call")
    assert made.isVisible()
    assert side.findChildren(CardSheet) == [made]


@pytest.mark.parametrize(
    ("card", "field", "text", "of", "value"),
    [
        ("call", "Text", "They answer", "text", "They answer"),
        ("call", "Channel", "Pigeon", "channel", "Pigeon"),
        ("call", "Note", "Listen in", "note", "Listen in"),
        ("call", "Tags", "loud, late", "tags", ("loud", "late")),
        ("call", "Code", "T99", "code", "T99"),
        ("call", "Steps wide", "2", "span", 2),
        ("text", "Cost", "1,5", "cost", 1.5),
    ],
)
def test_a_finished_field_is_one_step(
    desk: Desk, side: SidePanels, card: str, field: str, text: str, of: str, value: Any
) -> None:
    select(desk, card)
    before = desk.document.revision
    write(side, field, text)
    assert getattr(the_card(desk, card), of) == value
    assert desk.document.revision == before + 1
    desk.undo()
    assert getattr(the_card(desk, card), of) != value


@pytest.mark.parametrize(
    ("card", "choice", "of", "value"),
    [
        ("call", "Contact: Wanted", "contact", Contact.WANTED),
        ("call", "How well it is known: Researched", "evidence", Knowledge.RESEARCHED),
        ("call", "What the room says: Approved", "status", CardStatus.APPROVED),
        ("silence", "Severity: 3", "severity", 3),
        ("text", "Value: 4", "value", 4),
        ("text", "Effort: 0", "effort", 0),
    ],
)
def test_a_choice_is_one_step(
    desk: Desk, side: SidePanels, card: str, choice: str, of: str, value: Any
) -> None:
    select(desk, card)
    before = desk.document.revision
    click(side, choice)
    assert getattr(the_card(desk, card), of) == value
    assert desk.document.revision == before + 1


def test_a_field_is_finished_by_leaving_it(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Note", "Listen in", key=Qt.Key.Key_Tab)
    assert the_card(desk).note == "Listen in"


def test_what_was_being_written_belongs_to_the_card_it_was_written_for(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    field = named(side, "Code")
    field.setFocus()
    QTest.keyClicks(field, "7")
    select(desk, "letter")
    assert the_card(desk, "call").code == "7"
    assert the_card(desk, "letter").code == ""


def test_escape_gives_back_what_stood_there_and_goes_to_the_map(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Text", "Nonsense", key=Qt.Key.Key_Escape)
    assert the_card(desk).text == "call"
    assert written(side, "Text") == "call"
    assert desk.editor.hasFocus()


def test_a_change_elsewhere_shows_in_the_fields(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Text", "They answer")
    desk.undo()
    QApplication.processEvents()
    assert written(side, "Text") == "call"


def test_a_refused_edit_shows_what_stands_in_the_map(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Code", "T7")
    select(desk, "letter")
    told: list[tuple[str, bool]] = []
    desk.said.connect(lambda sentence, wrong: told.append((sentence, wrong)))
    write(side, "Code", "T7")
    assert the_card(desk, "letter").code == ""
    assert written(side, "Code") == ""
    assert told[-1][1]


def test_what_is_no_number_stays_to_be_mended(desk: Desk, side: SidePanels) -> None:
    select(desk, "text")
    before = desk.document.revision
    write(side, "Cost", "plenty")
    assert desk.document.revision == before
    assert named(side, "Cost").property("wrong")
    write(side, "Cost", "12")
    assert the_card(desk, "text").cost == 12


def test_several_cards_show_what_differs_and_take_one_value(desk: Desk, side: SidePanels) -> None:
    select(desk, "call", "letter", "visit")
    channel = named(side, "Channel")
    assert isinstance(channel, QLineEdit)
    assert (channel.text(), channel.placeholderText()) == ("", "several")
    before = desk.document.revision
    write(side, "Channel", "Letter")
    assert {the_card(desk, card).channel for card in ("call", "letter", "visit")} == {"Letter"}
    assert desk.document.revision == before + 1


def test_several_cards_have_no_text_in_common_to_write(desk: Desk, side: SidePanels) -> None:
    select(desk, "call", "letter")
    assert not shows(side, "Text")
    assert not shows(side, "Add a measure")


def test_a_moment_of_truth_is_ticked_for_all(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    click(side, "Moment")
    assert the_card(desk).moment_of_truth
    select(desk, "call", "letter")
    box = named(side, "Moment")
    assert isinstance(box, QCheckBox)
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    click(side, "Moment")
    assert the_card(desk, "letter").moment_of_truth


def test_channels_are_offered_as_they_are_used(desk: Desk, side: SidePanels) -> None:
    select(desk, "visit")
    channel = named(side, "Channel")
    assert isinstance(channel, Picker)
    channel.open()
    offered = [str(row.data()) for row in channel.rows()]
    assert offered[:2] == ["Phone", "In person"]
    assert offered.count("Phone") == 1
    assert "E-mail" in offered


def test_owners_of_most_cards_are_offered_first(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    owner = named(side, "Owner")
    assert isinstance(owner, Picker)
    owner.open()
    assert [str(row.data()) for row in owner.rows()][:2] == ["Claims", "Finance"]
    desk.document.do(edits.set_accountable(desk.map, ["call", "visit"], "finance"))
    owner.open()
    assert [str(row.data()) for row in owner.rows()][:2] == ["Finance", "Claims"]


def test_an_owner_is_found_by_part_of_the_name(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    owner = named(side, "Owner")
    assert isinstance(owner, Picker)
    owner.setFocus()
    QTest.keyClicks(owner, "nan")
    assert [str(row.data()) for row in owner.rows()] == ["Finance", "New owner “nan”"]
    owner.take(owner.rows()[0])
    present = accountable(desk.map, "call")
    assert present is not None
    assert present.owner == "finance"


def test_a_new_owner_is_made_and_answers_in_one_step(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    before = desk.document.revision
    write(side, "Owner", "Night shift")
    present = accountable(desk.map, "call")
    assert present is not None
    assert desk.map.of(Owner)[present.owner].name == "Night shift"
    assert desk.document.revision == before + 1
    desk.undo()
    assert "Night shift" not in {owner.name for owner in desk.map.of(Owner)}


def test_a_name_that_is_left_unfinished_makes_no_owner(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Owner", "Night sh", key=Qt.Key.Key_Tab)
    assert accountable(desk.map, "call") is None
    assert len(desk.map.of(Owner)) == 2


def test_enter_takes_the_owner_the_arrows_went_to(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    field = named(side, "Owner")
    field.setFocus()
    QTest.keyClicks(field, "n")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert {one.card: one.owner for one in desk.map.of(Ownership)}["call"] == "finance"
    assert len(desk.map.of(Owner)) == 2


def test_an_owner_is_taken_away_by_emptying_the_field(desk: Desk, side: SidePanels) -> None:
    select(desk, "letter")
    write(side, "Owner", "")
    assert accountable(desk.map, "letter") is None


def test_one_owner_answers_for_several_cards_at_once(desk: Desk, side: SidePanels) -> None:
    select(desk, "call", "letter", "visit")
    write(side, "Owner", "finance")
    owners = {one.card: one.owner for one in desk.map.of(Ownership)}
    assert owners == {"call": "finance", "letter": "finance", "visit": "finance"}


def test_others_are_involved_given_other_parts_and_let_go(desk: Desk, side: SidePanels) -> None:
    select(desk, "letter")
    write(side, "Involve another owner", "Finance")
    roles = {one.owner: one.role for one in desk.map.of(Ownership)}
    assert roles == {"claims": OwnershipRole.ACCOUNTABLE, "finance": OwnershipRole.CONSULTED}
    line = named(side, "Finance (consulted)")
    assert isinstance(line, QPushButton)
    actions = {action.text(): action for action in line.actions()}
    actions["informed"].trigger()
    assert {one.owner: one.role for one in desk.map.of(Ownership)}["finance"] is OwnershipRole.INFORMED
    QApplication.processEvents()
    line = named(side, "Finance (informed)")
    {action.text(): action for action in line.actions()}["Not involved"].trigger()
    assert [one.owner for one in desk.map.of(Ownership)] == ["claims"]


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(
    ("text", "score", "word"),
    [("+1.5 calm", 1.5, "calm"), ("−2 afraid", -2.0, "afraid"), ("0,5", 0.5, ""), ("angry", -1.0, "angry")],
)
def test_a_feeling_is_written_as_number_and_word(
    desk: Desk, side: SidePanels, text: str, score: float, word: str
) -> None:
    select(desk, "call")
    assert written(side, "Feeling") == "−1 lost"
    write(side, "Feeling", text)
    feeling = feeling_at(desk.map, "journey", "step-1", "maja")
    assert feeling is not None
    assert (feeling.score, feeling.word) == (score, word)


def test_an_emptied_feeling_is_cleared(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Feeling", "")
    assert feeling_at(desk.map, "journey", "step-1", "maja") is None


def test_a_card_becomes_one_of_another_kind(desk: Desk, side: SidePanels) -> None:
    select(desk, "silence")
    write(side, "Kind", "Idea")
    assert the_card(desk, "silence").kind is CardKind.IDEA


def test_fields_are_those_of_the_kind(desk: Desk, side: SidePanels) -> None:
    select(desk, "silence")
    assert shows(side, "Severity: 2")
    assert not shows(side, "Channel")
    select(desk, "call")
    assert shows(side, "Channel")
    assert not shows(side, "Severity: 2")


def test_what_supports_a_card_is_a_way_to_it(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    click(side, "archive")
    assert desk.selected == ("archive",)


def test_what_the_customer_says_at_the_step_is_shown(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    click(side, "sigh")
    assert desk.selected == ("sigh",)
