"""Pain points nobody picked up."""

from __future__ import annotations

import pytest

from journey.analysis import find
from journey.finding import Severity
from journey.model import Action, ActionStatus, CardStatus, LinkKind
from tests.journey.analysis.maps import a_map, about, changed, having, linked


def test_a_pain_without_an_idea_or_action_is_found() -> None:
    assert about(find(a_map(pains=("slow", "dear"), ideas=("faster", "")), "j"), "pain-without-plan") == [
        ("dear",)
    ]


def test_only_a_severe_pain_without_plan_is_a_problem() -> None:
    made = changed(a_map(pains=("slow", "dear", "dull"), ideas=("faster",)), "dear", severity=3)
    found = {finding.records[0]: finding.severity for finding in find(made, "j")}
    assert found == {"dear": Severity.PROBLEM, "dull": Severity.WARNING}


@pytest.mark.parametrize("arrow", [("faster", "slow"), ("slow", "faster")])
def test_an_idea_answers_a_pain_elsewhere_whichever_way_the_arrow_was_drawn(arrow: tuple[str, str]) -> None:
    made = linked(a_map(pains=("slow", ""), ideas=("", "faster")), arrow, kind=LinkKind.ANSWERS)
    assert about(find(made, "j"), "pain-without-plan") == []


def test_an_idea_drawn_to_one_pain_does_not_also_answer_the_one_above_it() -> None:
    made = a_map(pains=("slow", "dear"), ideas=("", "faster"))
    made = linked(made, ("faster", "slow"), kind=LinkKind.ANSWERS)
    assert about(find(made, "j"), "pain-without-plan") == [("dear",)]


def test_a_rejected_idea_is_no_plan() -> None:
    made = changed(a_map(pains=("slow",), ideas=("faster", "")), "faster", status=CardStatus.REJECTED)
    made = having(made, Action(id="a", card="faster", title="build it"))
    assert about(find(made, "j"), "pain-without-plan") == [("ideas",)]


@pytest.mark.parametrize(
    ("status", "found"), [(ActionStatus.AGREED, []), (ActionStatus.DROPPED, [("slow",)])]
)
def test_an_action_on_a_pain_is_a_plan_unless_it_was_dropped(
    status: ActionStatus, found: list[tuple[str, ...]]
) -> None:
    made = a_map(pains=("slow",), ideas=("", "other"))
    made = having(made, Action(id="a", card="slow", title="hire", status=status))
    assert about(find(made, "j"), "pain-without-plan") == found


def test_an_action_card_under_a_pain_is_a_plan() -> None:
    assert about(find(a_map(pains=("slow",), actions=("hire",)), "j"), "pain-without-plan") == []


def test_an_empty_lane_of_ideas_is_one_finding_not_one_for_each_pain() -> None:
    assert about(find(a_map(pains=("slow", "dear"), ideas=()), "j"), "pain-without-plan") == [("ideas",)]


def test_a_journey_without_a_lane_for_plans_says_nothing_of_them() -> None:
    assert find(a_map(pains=("slow", "dear")), "j") == ()
