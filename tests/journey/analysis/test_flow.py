"""Dead ends, open gaps and preventable contacts."""

from __future__ import annotations

import pytest

from journey.analysis import find
from journey.model import CardKind, CardStatus, Contact, LinkKind, MapData
from tests.journey.analysis.maps import a_map, about, changed, linked


def a_fork(*arrows: tuple[str, str]) -> MapData:
    """A call that leads to a chat or to a page, in following steps, and a visit at the end."""
    made = a_map(4, touchpoints=("call", "chat", "page", "visit"))
    return linked(made, ("call", "chat"), ("call", "page"), *arrows, kind=LinkKind.NEXT)


def test_a_branch_from_which_nothing_leads_on_is_a_dead_end() -> None:
    assert about(find(a_fork(("chat", "visit")), "j"), "dead-end") == [("page",)]


def test_branches_that_all_lead_on_have_no_dead_end() -> None:
    assert about(find(a_fork(("chat", "visit"), ("page", "visit")), "j"), "dead-end") == []


def test_a_hand_over_leads_on_too() -> None:
    made = linked(a_fork(("chat", "visit")), ("page", "visit"), kind=LinkKind.HANDS_OVER)
    assert about(find(made, "j"), "dead-end") == []


def test_a_card_beside_which_another_leads_on_is_a_dead_end() -> None:
    made = changed(a_map(4, touchpoints=("call", "chat", "page", "visit")), "page", step="s1")
    made = linked(made, ("call", "chat"), ("page", "visit"), kind=LinkKind.NEXT)
    assert about(find(made, "j"), "dead-end") == [("chat",)]


def test_the_last_step_of_the_journey_is_no_dead_end() -> None:
    made = linked(a_map(3, touchpoints=("call", "chat", "visit")), ("call", "visit"), kind=LinkKind.NEXT)
    assert (
        about(find(linked(made, ("call", "chat"), ("chat", "visit"), kind=LinkKind.NEXT), "j"), "dead-end")
        == []
    )


def test_a_lone_arrow_in_the_middle_makes_no_dead_end() -> None:
    made = a_map(5, touchpoints=("call", "chat", "page", "mail", "visit"))
    made = linked(made, ("call", "chat"), ("mail", "visit"), kind=LinkKind.NEXT)
    assert about(find(made, "j"), "dead-end") == []


def test_a_gap_is_found_until_something_answers_it() -> None:
    made = a_map(questions=("who calls?", "why?"), ideas=("we do",))
    made = changed(made, "who calls?", kind=CardKind.GAP)
    assert about(find(made, "j"), "open-gap") == [("who calls?",)]
    assert find(linked(made, ("we do", "who calls?"), kind=LinkKind.ANSWERS), "j") == ()


@pytest.mark.parametrize("status", [CardStatus.APPROVED, CardStatus.REJECTED])
def test_a_gap_the_room_settled_is_not_found(status: CardStatus) -> None:
    made = changed(a_map(questions=("who calls?",)), "who calls?", kind=CardKind.GAP, status=status)
    assert find(made, "j") == ()


@pytest.fixture
def chase() -> MapData:
    made = a_map(4, touchpoints=("", "", "", "chase"), backstage=("queue", "delay", "other", ""))
    return changed(made, "chase", contact=Contact.PREVENTABLE)


def preventable(made: MapData) -> list[tuple[tuple[str, ...], str]]:
    return [(one.records, one.message) for one in find(made, "j") if one.id == "preventable-contact"]


def test_a_preventable_contact_names_where_its_causes_begin_and_holds_all(chase: MapData) -> None:
    made = linked(chase, ("queue", "delay"), ("delay", "chase"), ("chase", "other"), kind=LinkKind.CAUSES)
    assert preventable(made) == [
        (("chase", "queue", "delay"), "“chase” need not happen: it comes from “queue”.")
    ]


def test_causes_that_run_in_a_ring_are_all_named(chase: MapData) -> None:
    made = linked(chase, ("queue", "delay"), ("delay", "queue"), ("delay", "chase"), kind=LinkKind.CAUSES)
    assert preventable(made) == [
        (("chase", "queue", "delay"), "“chase” need not happen: it comes from “queue” and “delay”.")
    ]


def test_a_preventable_contact_without_a_cause_asks_for_one(chase: MapData) -> None:
    assert preventable(chase) == [(("chase",), "“chase” need not happen; nobody has said what causes it.")]


@pytest.mark.parametrize("contact", [Contact.WANTED, Contact.NEUTRAL])
def test_another_contact_may_have_causes(chase: MapData, contact: Contact) -> None:
    made = linked(chase, ("queue", "chase"), kind=LinkKind.CAUSES)
    assert preventable(changed(made, "chase", contact=contact)) == []
