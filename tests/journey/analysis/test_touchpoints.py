"""Steps and stages in which the customer meets nobody."""

from __future__ import annotations

from journey.analysis import find
from tests.journey.analysis.maps import a_map, about, changed


def test_a_step_without_a_touchpoint_is_found() -> None:
    assert about(find(a_map(touchpoints=("A", "", "B")), "j"), "step-without-touchpoint") == [("s1",)]


def test_a_touchpoint_that_spans_a_step_is_met_there() -> None:
    made = changed(a_map(touchpoints=("A", "", "B")), "A", span=2)
    assert about(find(made, "j"), "step-without-touchpoint") == []


def test_a_stage_without_a_touchpoint_is_found_instead_of_its_steps() -> None:
    findings = find(a_map(stages=(1, 2, 2), touchpoints=("A", "", "", "B", "")), "j")
    assert about(findings, "stage-without-touchpoint") == [("g1",)]
    assert about(findings, "step-without-touchpoint") == [("s4",)]


def test_before_the_first_touchpoint_no_step_is_found() -> None:
    assert find(a_map(touchpoints=(), backstage=()), "j") == ()


def test_a_journey_of_pains_alone_misses_no_touchpoints() -> None:
    assert find(a_map(pains=("slow",)), "j") == ()
