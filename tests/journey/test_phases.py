"""Phases are said where somebody gave them, and not where a preset merely began with them."""

from __future__ import annotations

import pytest

from journey.model import Phase, Stage
from journey.phases import phase_said, phases_over, says_its_phase

B, D, A = Phase.BEFORE, Phase.DURING, Phase.AFTER


def stages(*said: tuple[str, Phase]) -> list[Stage]:
    return [Stage(id=title or "s", journey="j", title=title, phase=phase) for title, phase in said]


@pytest.mark.parametrize(
    ("given", "over"),
    [
        ((("Before", B), ("During", D), ("After", A)), (None, None, None)),
        ((("", B), ("", D), ("", A)), (None, None, None)),
        ((("Calls", D), ("During", D), ("After", A)), (None, None, None)),
        ((("Calls", D), ("At the station", D)), (None, None)),
        ((("Calls", B), ("At the station", D)), (B, None)),
        ((("Calls", D), ("At the station", A)), (None, A)),
        ((("Calls", B), ("Waits", D), ("Leaves", A)), (B, D, A)),
        ((("Before", B), ("During", D), ("Aftercare", A)), (B, D, A)),
        ((("Leaves", A), ("Waits", D), ("Calls", B)), (A, None, B)),
    ],
)
def test_a_phase_is_said_where_it_was_given(
    given: tuple[tuple[str, Phase], ...], over: tuple[Phase | None, ...]
) -> None:
    assert phases_over(stages(*given)) == over


@pytest.mark.parametrize("title", ["Before", "  før ", "INNAN", "Före", ""])
def test_a_stage_says_its_phase_itself_in_any_language_of_ours(title: str) -> None:
    [stage] = stages((title, B))
    assert says_its_phase(stage) == (title != "INNAN")


def test_a_stage_is_seen_to_have_the_phase_that_its_title_says() -> None:
    found = stages(("Before", B), ("", D), ("Settled", D))
    assert [phase_said(found, one) for one in found] == [B, None, None]
