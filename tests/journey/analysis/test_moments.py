"""Moments of truth nobody has evidence of."""

from __future__ import annotations

import dataclasses

import pytest

from journey import edits
from journey.analysis import find
from journey.model import Backing, Evidence, Journey, Knowledge, MapData, State, replacing
from tests.journey.analysis.maps import a_map, about, changed, having


@pytest.fixture
def made() -> MapData:
    return changed(a_map(1, touchpoints=("A",)), "A", moment_of_truth=True)


def test_a_moment_of_truth_that_is_a_guess_is_found(made: MapData) -> None:
    assert about(find(made, "j"), "moment-of-truth-unbacked") == [("A",)]


@pytest.mark.parametrize("evidence", [Knowledge.TOLD, Knowledge.PARTLY, Knowledge.RESEARCHED])
def test_a_moment_of_truth_that_is_more_than_a_guess_is_not_found(made: MapData, evidence: Knowledge) -> None:
    assert find(changed(made, "A", evidence=evidence), "j") == ()


def test_a_moment_of_truth_with_a_source_is_not_found(made: MapData) -> None:
    made = having(made, Evidence(id="e", title="survey"))
    assert find(made.apply(edits.back_card(made, "A", "e")), "j") == ()
    assert find(having(made, Backing(id="b", card="A", evidence="e")), "j") == ()


def test_another_card_may_be_a_guess(made: MapData) -> None:
    assert find(changed(made, "A", moment_of_truth=False), "j") == ()


def test_an_intended_journey_needs_no_evidence(made: MapData) -> None:
    old = made.of(Journey)["j"]
    intended = made.apply(replacing("aim", [(old, dataclasses.replace(old, state=State.INTENDED))]))
    assert find(intended, "j") == ()
