"""The largest falls of a feeling curve."""

from __future__ import annotations

import pytest

from journey.analysis import find
from journey.model import Persona
from resources.words import speaking
from tests.journey.analysis.maps import a_map, about, felt, having


def test_a_fall_reaches_from_where_the_curve_leaves_its_peak_to_its_lowest_point() -> None:
    made = felt(a_map(7), 0, 1.5, 1.5, 1, -1, -1, 0)
    drops = [finding for finding in find(made, "j") if finding.id == "feeling-drop"]
    assert [(one.records, one.message) for one in drops] == [
        (("f4", "f2"), "The feeling falls 2.5 points from “step 2” to “step 4”.")
    ]


@pytest.mark.parametrize("scores", [(1, -0.4), (-2, 2), (1, 1, 1), (0,)])
def test_a_small_fall_or_none_is_not_found(scores: tuple[float, ...]) -> None:
    assert find(felt(a_map(), *scores), "j") == ()


def test_a_fall_of_just_the_limit_is_found() -> None:
    assert about(find(felt(a_map(), 0.4, -1.1), "j"), "feeling-drop") == [("f1", "f0")]


def test_only_the_two_largest_falls_of_a_curve_are_found() -> None:
    made = felt(a_map(6), 0, -2, 1.5, -1.5, 2, -1.8)
    assert about(find(made, "j"), "feeling-drop") == [("f3", "f2"), ("f5", "f4")]


def test_each_persona_has_falls_of_its_own_and_is_named() -> None:
    made = having(a_map(), Persona(id="Maja", name="Maja"), Persona(id="Per", name="Per"))
    made = felt(felt(made, 2, 0, persona="Maja"), 0, 2, -1, persona="Per")
    messages = [finding.message for finding in find(made, "j") if finding.id == "feeling-drop"]
    assert messages == [
        "For Maja, the feeling falls 2 points from “step 0” to “step 1”.",
        "For Per, the feeling falls 3 points from “step 1” to “step 2”.",
    ]


def test_a_fall_is_written_with_the_decimal_mark_of_the_language() -> None:
    made = felt(a_map(), 1, -1.5)
    with speaking("nb"):
        assert "2,5" in find(made, "j")[0].message
