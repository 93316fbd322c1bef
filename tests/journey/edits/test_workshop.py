"""A fresh map, and the record about the whole file."""

from __future__ import annotations

import pytest

from journey.edits import edit_workshop, new_workshop
from journey.model import LaneKind, Phase, Refused, Scope, Step, check_all, map_of
from resources.templates import PRESETS
from tests.builders import a_map, titles


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_every_preset_gives_a_map_that_keeps_the_rules(preset: str, language: str) -> None:
    fresh = new_workshop("Water damage", language, preset)
    check_all(fresh)
    grid = fresh.grid(fresh.journeys()[0].id)
    assert [stage.phase for stage in grid.stages] == [Phase.BEFORE, Phase.DURING, Phase.AFTER]
    assert len(grid.steps) == 3
    assert all(titles([*grid.stages, *grid.steps, *grid.lanes]))


def test_a_fresh_map_is_called_as_the_workshop() -> None:
    fresh = new_workshop(" Water\tdamage ", "nb", organisation="Fjord")
    workshop = fresh.workshop
    assert (workshop.title, workshop.language, workshop.organisation) == ("Water damage", "nb", "Fjord")
    assert titles(fresh.journeys()) == ["Water damage"]


def test_a_fresh_map_without_a_title_has_a_journey_named_by_its_preset() -> None:
    assert titles(new_workshop("").journeys()) == ["Journey map"]


def test_a_service_blueprint_has_its_three_lines_in_their_places() -> None:
    fresh = new_workshop("Water damage", "en", "service-blueprint")
    lanes = fresh.grid(fresh.journeys()[0].id).lanes
    assert titles(lanes)[1:7] == [
        "Touchpoints",
        "Line of interaction",
        "Frontstage",
        "Line of visibility",
        "Backstage",
        "Line of internal interaction",
    ]
    assert [lane.kind for lane in lanes].count(LaneKind.LINE) == 3


def test_a_b2b_journey_has_a_lane_for_each_buying_role() -> None:
    fresh = new_workshop("Portal", "en", "b2b-journey")
    lanes = fresh.grid(fresh.journeys()[0].id).lanes
    roles = [lane.title for lane in lanes if lane.kind == LaneKind.ACTORS]
    assert roles == ["User", "Buyer", "Decider", "Influencer", "Gatekeeper"]


def test_only_a_lifecycle_is_about_the_whole_life() -> None:
    scopes = {preset: new_workshop("A", "en", preset).journeys()[0].scope for preset in PRESETS}
    assert scopes.pop("lifecycle") == Scope.LIFECYCLE
    assert set(scopes.values()) == {Scope.SERVICE}


def test_a_preset_nobody_knows_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        new_workshop("A", "en", "org-chart")


@pytest.mark.parametrize("tag", ["", "norsk bokmål", "x", "nb_NO"])
def test_what_is_no_language_is_refused(tag: str) -> None:
    with pytest.raises(Refused, match="is no language"):
        edit_workshop(a_map(), language=tag)
    with pytest.raises(Refused, match="is no language"):
        new_workshop("A", tag)


def test_the_workshop_can_be_edited_also_where_a_file_has_none_yet() -> None:
    bare = map_of()
    change = edit_workshop(bare, facilitator="Kari")
    assert bare.apply(change).workshop.facilitator == "Kari"
    assert bare.apply(change).apply(change.reversed()) == bare
    assert a_map().apply(edit_workshop(a_map(), title="B")).workshop.title == "B"
    assert not edit_workshop(a_map(), title="A workshop")


def test_a_field_that_does_not_exist_is_our_mistake() -> None:
    with pytest.raises(TypeError, match="budget"):
        edit_workshop(a_map(), budget=1)


def test_the_steps_of_a_fresh_map_are_numbered() -> None:
    assert titles(new_workshop("A").of(Step)) == ["Step 1", "Step 2", "Step 3"]
