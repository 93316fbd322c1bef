"""What edits are called in the undo menu and the history: they say what is changed."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import CardStatus, Knowledge, LinkKind
from tests.busy_map import a_busy_map

MAP = a_busy_map()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"moment_of_truth": True}, "Mark “crm” as moment of truth"),
        ({"channel": "Phone"}, "Edit “crm”: Channel"),
        ({"evidence": Knowledge.TOLD}, "Edit “crm”: How well it is known"),
        ({"status": CardStatus.APPROVED, "note": "Good"}, "Edit “crm”: Note, Status"),
        ({"text": "Ledger"}, "Rewrite “Ledger”"),
        ({}, "Edit “crm”"),
    ],
)
def test_an_edit_of_a_card_says_what_it_changes(values: dict[str, object], expected: str) -> None:
    assert edits.edit_card(MAP, "crm", **values).label == expected


def test_a_blank_card_is_written_not_rewritten_and_a_star_is_taken_away() -> None:
    blank = MAP.apply(edits.set_text(MAP, "crm", ""))
    assert edits.set_text(blank, "crm", "Ledger").label == "Write “Ledger”"
    starred = MAP.apply(edits.edit_card(MAP, "crm", moment_of_truth=True))
    label = edits.edit_card(starred, "crm", moment_of_truth=False).label
    assert label == "“crm” is no moment of truth any more"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"moment_of_truth": True}, "Mark 2 cards as moments of truth"),
        ({"channel": "Phone", "value": 3}, "Edit 2 cards: Channel, Value"),
        ({"channel": ""}, "Edit 2 cards"),
    ],
)
def test_an_edit_of_several_cards_says_what_it_changes(values: dict[str, object], expected: str) -> None:
    assert edits.edit_cards(MAP, ["crm", "pay"], **values).label == expected


def test_another_name_is_told_beside_the_one_before() -> None:
    assert edits.edit_step(MAP, "step-1", title="Calls").label == "Rename “Step 1” to “Calls”"
    assert edits.edit_owner(MAP, "it", name="Data").label == "Rename “IT” to “Data”"
    assert edits.edit_step(MAP, "step-1", minutes=5).label == "Edit “Step 1”: Minutes"
    assert edits.edit_measure(MAP, "nps", goal=50).label == "Edit “NPS”: Goal"
    assert edits.edit_workshop(MAP, agenda="Lunch").label == "Edit the workshop: Agenda"


def test_an_edit_of_a_link_says_which_and_what() -> None:
    said = "the link from “book” to “silence”"
    assert edits.edit_link(MAP, "answers", kind=LinkKind.CAUSES).label == f"Edit {said}: Kind"
    assert edits.reverse_link(MAP, "answers").label == f"Turn {said} round"
    assert edits.remove_link(MAP, "answers").label == f"Remove {said}"


def test_a_card_made_narrower_is_not_said_to_be_widened() -> None:
    assert edits.set_span(MAP, "crm", 2).label == "Narrow “crm”"
    assert edits.set_span(MAP, "pay", 1).label == "Widen “pay”"
