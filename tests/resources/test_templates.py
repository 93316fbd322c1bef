"""What a new journey starts with."""

from __future__ import annotations

import pytest

from journey.model import CARDS_OF_LANE, LaneKind, Phase, Scope
from resources.templates import PRESETS, lane_title, step_title, template


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_speaks_the_models_words(preset: str) -> None:
    chosen = template(preset)
    assert [Phase(stage.phase) for stage in chosen.stages] == list(Phase)
    kinds = [LaneKind(lane.kind) for lane in chosen.lanes]
    assert kinds[0] == LaneKind.STEPS
    assert any(CARDS_OF_LANE[kind] for kind in kinds)
    assert Scope(chosen.scope)


def test_the_presets_are_those_we_promise() -> None:
    assert PRESETS == ("journey-map", "service-blueprint", "full-map", "b2b-journey", "lifecycle")
    assert [template(preset).title for preset in PRESETS] == [
        *("Journey map", "Service blueprint", "Full map", "B2B journey", "Lifecycle"),
    ]


def test_the_full_map_has_all_of_the_journey_map_and_the_blueprint() -> None:
    full = set(template("full-map").lanes)
    assert full == set(template("journey-map").lanes) | set(template("service-blueprint").lanes)


@pytest.mark.parametrize("kind", LaneKind)
def test_every_kind_of_lane_has_a_title(kind: LaneKind) -> None:
    assert lane_title(kind).strip()


def test_steps_are_numbered_until_they_are_named() -> None:
    assert step_title(3) == "Step 3"
