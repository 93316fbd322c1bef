"""Touchpoints nobody owns, and hand-offs."""

from __future__ import annotations

import pytest

from journey.analysis import find
from journey.finding import Severity
from journey.model import CardStatus, Owner, Ownership, OwnershipRole
from tests.journey.analysis.maps import a_map, about, changed, having, owned


def test_a_touchpoint_without_an_owner_is_found_once_others_have_one() -> None:
    made = owned(a_map(touchpoints=("A", "B", "C")), A="IT", C="IT")
    assert about(find(made, "j"), "unowned-touchpoint") == [("B",)]


def test_a_touchpoint_with_an_owner_is_not_found() -> None:
    made = owned(a_map(touchpoints=("A", "B")), A="IT", B="IT")
    assert about(find(made, "j"), "unowned-touchpoint") == []


def test_somebody_who_is_only_consulted_does_not_own() -> None:
    made = owned(a_map(touchpoints=("A", "B")), A="IT")
    made = having(made, Ownership(id="w", card="B", owner="IT", role=OwnershipRole.CONSULTED))
    assert about(find(made, "j"), "unowned-touchpoint") == [("B",)]


def test_what_the_room_rejected_needs_no_owner() -> None:
    made = changed(owned(a_map(touchpoints=("A", "B")), A="IT"), "B", status=CardStatus.REJECTED)
    assert about(find(made, "j"), "unowned-touchpoint") == []


def test_a_journey_without_owners_or_a_lane_for_them_says_nothing_of_owners() -> None:
    assert about(find(a_map(touchpoints=("A", "B")), "j"), "unowned-touchpoint") == []


def test_an_empty_lane_of_owners_is_one_finding_not_one_for_each_touchpoint() -> None:
    made = having(a_map(touchpoints=("A", "B"), owners=()), Owner(id="IT", name="IT"))
    assert about(find(made, "j"), "unowned-touchpoint") == [("owners",)]


def test_an_empty_lane_of_owners_says_nothing_before_there_are_touchpoints() -> None:
    assert find(a_map(touchpoints=(), owners=()), "j") == ()


def test_a_moment_of_truth_without_an_owner_is_found_as_such_and_only_so() -> None:
    made = owned(changed(a_map(touchpoints=("A", "B")), "B", moment_of_truth=True), A="IT")
    findings = find(made, "j")
    assert about(findings, "moment-of-truth-unowned") == [("B",)]
    assert about(findings, "unowned-touchpoint") == []
    assert findings[0].severity == Severity.PROBLEM


@pytest.mark.parametrize("owners", [{}, {"A": "IT", "B": "IT"}])
def test_an_owned_moment_of_truth_or_a_journey_without_owners_is_not_found(owners: dict[str, str]) -> None:
    made = owned(changed(a_map(touchpoints=("A", "B")), "B", moment_of_truth=True), **owners)
    assert about(find(made, "j"), "moment-of-truth-unowned") == []


def test_a_change_of_owner_between_following_touchpoints_is_a_hand_off() -> None:
    made = owned(a_map(touchpoints=("A", "B", "C")), A="IT", B="IT", C="Claims")
    hand_offs = [finding for finding in find(made, "j") if finding.id == "hand-off"]
    assert [(one.records, one.message) for one in hand_offs] == [
        (("B", "C"), "Responsibility passes from IT to Claims between “B” and “C”.")
    ]


def test_a_hand_off_reaches_across_a_step_nobody_owns() -> None:
    made = owned(a_map(touchpoints=("A", "B", "C")), A="IT", C="Claims")
    assert about(find(made, "j"), "hand-off") == [("A", "C")]


def test_touchpoints_side_by_side_in_a_step_hand_nothing_over() -> None:
    made = changed(a_map(touchpoints=("A", "B")), "B", step="s0")
    assert about(find(owned(made, A="IT", B="Claims"), "j"), "hand-off") == []


def test_an_owner_who_stays_on_hands_nothing_over() -> None:
    made = changed(a_map(touchpoints=("A", "B", "C")), "B", step="s0")
    assert about(find(owned(made, A="IT", B="Claims", C="IT"), "j"), "hand-off") == []
