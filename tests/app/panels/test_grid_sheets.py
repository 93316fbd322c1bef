"""The inspector's fields of what is no card."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.desk import Desk
from app.panels.owners import Owners
from app.panels.picker import Picker
from app.panels.side import SidePanels
from journey.edits import add_journey, duplicate_journey, edit_workshop, set_accountable
from journey.model import (
    Feeling,
    Journey,
    Lane,
    Link,
    LinkKind,
    Owner,
    OwnerKind,
    Phase,
    Scope,
    Stage,
    State,
    Step,
)
from tests.app.panels.conftest import click, named, select, shows, write, written


@pytest.mark.parametrize(
    ("record", "sort", "field", "text", "of", "value"),
    [
        ("", Journey, "Title", "A burst pipe", "title", "A burst pipe"),
        ("", Journey, "Purpose", "A dry kitchen", "purpose", "A dry kitchen"),
        ("", Journey, "Notes", "Look again", "notes", "Look again"),
        ("", Journey, "Scope", "Part of it", "scope", Scope.PART),
        ("stage-1", Stage, "Title", "Before", "title", "Before"),
        ("step-1", Step, "Title", "Calls", "title", "Calls"),
        ("step-1", Step, "Takes, minutes", "10", "minutes", 10),
        ("step-1", Step, "Then waits, minutes", "90", "wait_minutes", 90),
        ("touchpoints", Lane, "Title", "Contacts", "title", "Contacts"),
        ("lost", Feeling, "Word", "adrift", "word", "adrift"),
        ("lost", Feeling, "Exactly", "-1.7", "score", -1.7),
        ("arrow", Link, "Label", "carries", "label", "carries"),
        ("claims", Owner, "Name", "Claims desk", "name", "Claims desk"),
        ("claims", Owner, "Initials", "CD", "initials", "CD"),
        ("claims", Owner, "Contact", "floor 2", "contact", "floor 2"),
        ("claims", Owner, "Kind", "Partner", "kind", OwnerKind.PARTNER),
        ("claims", Owner, "Part of", "Finance", "parent", "finance"),
        ("claims", Owner, "Another colour", "#123456", "colour", "#123456"),
    ],
)
def test_a_finished_field_is_one_step(
    desk: Desk, side: SidePanels, record: str, sort: Any, field: str, text: str, of: str, value: Any
) -> None:
    select(desk, *([record] if record else []))
    before = desk.document.revision
    write(side, field, text)
    assert getattr(desk.map.of(sort)[record or "journey"], of) == value
    assert desk.document.revision == before + 1
    desk.undo()
    assert getattr(desk.map.of(sort)[record or "journey"], of) != value


@pytest.mark.parametrize(
    ("field", "text", "of", "value"),
    [
        ("Language of the map", "Svenska", "language", "sv"),
        ("Title of the workshop", "Claims, day one", "title", "Claims, day one"),
        ("Organisation", "Northern Mutual", "organisation", "Northern Mutual"),
    ],
)
def test_what_is_said_of_the_workshop_is_written_beside_the_journey(
    desk: Desk, side: SidePanels, field: str, text: str, of: str, value: str
) -> None:
    select(desk)
    before = desk.document.revision
    write(side, field, text)
    assert getattr(desk.map.workshop, of) == value
    assert written(side, field) == text
    assert desk.document.revision == before + 1


def test_a_journey_details_a_card_that_is_found_by_its_words(desk: Desk, side: SidePanels) -> None:
    select(desk)
    assert not shows(side, "Details the card")
    desk.attempt(lambda: add_journey(desk.map, "How it is archived"))
    below = desk.map.journeys()[-1].id
    desk.show_journey(below)
    picker = named(side, "Details the card")
    assert isinstance(picker, Picker)
    picker.setFocus()
    QTest.keyClicks(picker, "arch")
    assert [str(row.data()) for row in picker.rows()] == ["archive · Systems"]
    picker.take(picker.rows()[0])
    assert desk.map.of(Journey)[below].parent_card == "archive"
    click(side, "Show that card")
    assert (desk.journey.id, desk.selected) == ("journey", ("archive",))
    click(side, "How it is archived")
    assert desk.journey.id == below
    write(side, "Details the card", "")
    assert desk.map.of(Journey)[below].parent_card is None


def test_another_language_of_the_map_is_kept_and_can_be_left(desk: Desk, side: SidePanels) -> None:
    desk.attempt(lambda: edit_workshop(desk.map, language="fi"))
    select(desk)
    assert written(side, "Language of the map") == "fi"
    write(side, "Language of the map", "Norsk")
    assert desk.map.workshop.language == "nb"


@pytest.mark.parametrize(
    ("record", "sort", "choice", "of", "value"),
    [
        ("", Journey, "Shows: Intended", "state", State.INTENDED),
        ("stage-1", Stage, "Phase: After", "phase", Phase.AFTER),
        ("lost", Feeling, "Feeling: +2", "score", 2.0),
        ("arrow", Link, "Meaning: Causes", "kind", LinkKind.CAUSES),
        ("touchpoints", Lane, "Shown", "hidden", True),
    ],
)
def test_a_choice_is_one_step(
    desk: Desk, side: SidePanels, record: str, sort: Any, choice: str, of: str, value: Any
) -> None:
    select(desk, *([record] if record else []))
    before = desk.document.revision
    click(side, choice)
    assert getattr(desk.map.of(sort)[record or "journey"], of) == value
    assert desk.document.revision == before + 1


def test_the_workshops_title_goes_with_that_of_its_journey_and_one_undo_takes_both_back(
    desk: Desk, side: SidePanels
) -> None:
    desk.attempt(lambda: edit_workshop(desk.map, title="Untitled journey"))
    select(desk)
    write(side, "Title", "A burst pipe")
    assert written(side, "Title of the workshop") == "A burst pipe"
    desk.undo()
    assert written(side, "Title of the workshop") == "Untitled journey"
    assert desk.journey.title == "A journey"


def test_a_stage_can_have_no_phase(desk: Desk, side: SidePanels) -> None:
    select(desk, "stage-1")
    assert named(side, "Phase: none").isChecked()
    click(side, "Phase: After")
    assert named(side, "Phase: After").isChecked()
    click(side, "Phase: none")
    assert named(side, "Phase: none").isChecked()
    assert desk.map.of(Stage)["stage-1"].phase is Phase.DURING
    desk.undo()
    assert named(side, "Phase: After").isChecked()


def test_a_phase_that_cannot_be_said_is_not_chosen(desk: Desk, side: SidePanels) -> None:
    select(desk, "stage-1")
    before = desk.document.revision
    click(side, "Phase: During")
    assert named(side, "Phase: none").isChecked()
    assert desk.document.revision == before


def test_a_link_is_turned_round(desk: Desk, side: SidePanels) -> None:
    select(desk, "arrow")
    click(side, "Turn it round")
    assert desk.map.of(Link)["arrow"].source == "call"


def test_a_title_cannot_be_emptied(desk: Desk, side: SidePanels) -> None:
    select(desk, "step-1")
    write(side, "Title", "")
    assert desk.map.of(Step)["step-1"].title == "Step 1"
    assert written(side, "Title") == "Step 1"


def test_with_nothing_selected_the_journey_is_shown(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    assert shows(side, "Channel")
    select(desk)
    assert not shows(side, "Channel")
    assert written(side, "Title") == "A journey"


def test_what_was_removed_is_no_longer_shown(desk: Desk, side: SidePanels) -> None:
    from journey.edits import remove_cards

    select(desk, "call")
    desk.attempt(lambda: remove_cards(desk.map, ["call"]))
    assert written(side, "Title") == "A journey"


def test_an_owner_leads_to_its_cards(desk: Desk, side: SidePanels) -> None:
    select(desk, "claims")
    click(side, "Select them on the map")
    assert desk.selected == ("letter",)


def test_an_owner_leads_to_as_many_cards_as_its_fields_tell(desk: Desk, side: SidePanels) -> None:
    desk.attempt(lambda: set_accountable(desk.map, ["archive", "silence"], "claims"))
    desk.attempt(lambda: duplicate_journey(desk.map, "journey"))
    side.open("owners")
    panel = side.findChild(Owners)
    assert panel is not None
    panel.tree.choose(["claims"])
    assert panel.tree.items()[0].text(1) == "1"
    assert shows(side, "Answers for 1 touchpoint in this journey (2 in the file), and for 2 other cards")
    click(side, "Select them on the map")
    assert set(desk.selected) == {"letter", "archive", "silence"}


def test_a_long_text_is_shown_to_its_last_line(desk: Desk, request: pytest.FixtureRequest) -> None:
    words = "What everybody has to say about the next step of it"
    agenda = "\n".join(f"{hour}:00 {words}" for hour in range(9, 17))
    desk.attempt(lambda: edit_workshop(desk.map, agenda=agenda))
    field = named(request.getfixturevalue("side"), "Agenda")
    assert isinstance(field, QPlainTextEdit)
    high = field.height()
    lines, block = 0, field.document().firstBlock()
    while block.isValid():
        field.document().documentLayout().blockBoundingRect(block)
        lines += block.layout().lineCount()
        block = block.next()
    assert lines > agenda.count("\n") + 1
    assert high >= lines * field.fontMetrics().lineSpacing()
