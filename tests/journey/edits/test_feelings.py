"""The feeling curve."""

from __future__ import annotations

import math

import pytest

from journey import edits
from journey.model import Feeling, Refused
from tests.builders import a_map, new_of
from tests.busy_map import a_busy_map


@pytest.mark.parametrize(
    ("dragged", "kept"),
    [(1, 1.0), (1.26, 1.3), (-2, -2.0), (2, 2.0), (0.04, 0.0), (-0.04, 0.0), (-1.96, -2.0)],
)
def test_a_feeling_is_kept_to_one_decimal(dragged: float, kept: float) -> None:
    score = new_of(edits.set_feeling(a_map(), "journey", "step-1", dragged), Feeling).score
    assert score == kept
    assert math.copysign(1, score) == math.copysign(1, kept)


@pytest.mark.parametrize("score", [2.01, -2.01, 9, math.nan, math.inf])
def test_a_feeling_beyond_the_ends_is_refused(score: float) -> None:
    with pytest.raises(Refused, match="between -2 and \\+2"):
        edits.set_feeling(a_map(), "journey", "step-1", score)


def test_a_persona_has_one_feeling_at_a_step() -> None:
    before = a_busy_map()
    change = edits.set_feeling(before, "journey", "step-1", 2, "maja", " relieved ")
    after = before.apply(change)
    assert len(after.of(Feeling)) == len(before.of(Feeling))
    assert (after.of(Feeling)["scared"].score, after.of(Feeling)["scared"].word) == (2, "relieved")
    assert change.label == "Feeling at “Step 1”"


def test_a_word_stays_when_only_the_point_is_dragged() -> None:
    before = a_busy_map()
    after = before.apply(edits.set_feeling(before, "journey", "step-1", 0, "maja"))
    assert after.of(Feeling)["scared"].word == "scared"
    wordless = before.apply(edits.set_feeling(before, "journey", "step-1", 0, "maja", ""))
    assert wordless.of(Feeling)["scared"].word == ""


def test_two_personas_and_the_customer_as_such_feel_apart() -> None:
    before = a_busy_map()
    after = before.apply(edits.set_feeling(before, "journey", "step-2", -1, "ola"))
    scores = {
        persona: edits.feeling_at(after, "journey", "step-2", persona) for persona in ("maja", "ola", None)
    }
    assert {persona: feeling.score for persona, feeling in scores.items() if feeling} == {
        "maja": 1,
        "ola": -1,
        None: 0.5,
    }


def test_a_point_is_taken_out_of_the_curve() -> None:
    before = a_busy_map()
    after = before.apply(edits.clear_feeling(before, "journey", "step-2", "maja"))
    assert edits.feeling_at(after, "journey", "step-2", "maja") is None
    with pytest.raises(Refused, match="no feeling"):
        edits.clear_feeling(after, "journey", "step-2", "maja")


def test_a_feeling_needs_its_journeys_step_and_a_persona_there_is() -> None:
    with pytest.raises(Refused, match="its own journey"):
        edits.set_feeling(a_busy_map(), "journey", "other-step-1", 1)
    with pytest.raises(Refused, match="no longer in the map"):
        edits.set_feeling(a_busy_map(), "journey", "step-1", 1, "gone")
