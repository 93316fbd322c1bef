"""Lanes: the rows."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import Card, Lane, LaneKind, Link, MapData, Refused
from tests.builders import a_map, new_of
from tests.busy_map import a_busy_map


def lanes(map_data: MapData) -> list[str]:
    return [lane.id for lane in map_data.grid("journey").lanes]


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (LaneKind.QUOTES, 1),
        (LaneKind.FRONTSTAGE, 3),
        (LaneKind.STEPS, 1),
        (LaneKind.IDEAS, 5),
        (LaneKind.LINE, 5),
    ],
)
def test_a_new_lane_goes_where_its_kind_belongs(kind: LaneKind, place: int) -> None:
    before = a_map()
    change = edits.add_lane(before, "journey", kind)
    assert lanes(before.apply(change)).index(new_of(change, Lane).id) == place


def test_a_new_lane_above_a_lane_stays_above_its_line_too() -> None:
    kinds = (LaneKind.TOUCHPOINTS, LaneKind.LINE, LaneKind.BACKSTAGE)
    before = a_map(lanes=kinds)
    change = edits.add_lane(before, "journey", LaneKind.FRONTSTAGE)
    assert lanes(before.apply(change)).index(new_of(change, Lane).id) == 1


def test_a_lane_can_be_put_anywhere_and_named() -> None:
    change = edits.add_lane(a_map(), "journey", LaneKind.LINE, "Line of visibility", 2)
    assert lanes(a_map().apply(change))[2] == new_of(change, Lane).id
    assert new_of(change, Lane).title == "Line of visibility"
    assert new_of(edits.add_lane(a_map(), "journey", LaneKind.PAINS), Lane).title == "Pain points"


def test_lanes_change_places_names_and_visibility() -> None:
    before = a_map()
    after = before.apply(edits.move_lane(before, "systems", 0))
    assert lanes(after)[0] == "systems"
    assert not edits.move_lane(after, "systems", 0)
    assert before.apply(edits.rename_lane(before, "systems", "IT")).of(Lane)["systems"].title == "IT"
    hidden = before.apply(edits.hide_lane(before, "systems"))
    assert hidden.of(Lane)["systems"].hidden
    assert hidden.apply(edits.show_lane(hidden, "systems")) == before
    assert not edits.show_lane(before, "systems")


def test_a_lane_takes_its_cards_along_and_what_hangs_on_them() -> None:
    before = a_busy_map()
    after = before.apply(edits.remove_lane(before, "touchpoints"))
    assert sorted(card.id for card in after.of(Card)) == [
        *("book", "calm", "crm", "elsewhere", "gap", "pay", "silence"),
    ]
    assert [link.id for link in after.of(Link)] == ["answers"]


def test_a_lane_is_not_named_nothing() -> None:
    with pytest.raises(Refused, match="name is missing"):
        edits.rename_lane(a_map(), "systems", "")
