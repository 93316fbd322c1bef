"""The bag of records, and the changes that lead from one to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import (
    Card,
    Change,
    Journey,
    Lane,
    MapData,
    Owner,
    Stage,
    Step,
    Table,
    Touch,
    Workshop,
    adding,
    joined,
    map_of,
    removing,
    replacing,
)
from tests.builders import a_card, a_map, cell, titles

A, B = Owner(id="a", name="A"), Owner(id="b", name="B")
A2 = replace(A, name="Another")


def test_a_change_gives_a_new_map_and_leaves_the_old_one() -> None:
    before = a_map()
    after = before.apply(adding("Add", [A]))
    assert "a" in after.of(Owner)
    assert "a" not in before.of(Owner)
    assert after.of(Card) is before.of(Card)


def test_the_reverse_of_a_change_gives_the_map_from_before() -> None:
    before = a_map(records=[A])
    change = joined(
        "All",
        [adding("", [B]), replacing("", [(A, replace(A, name="C"))]), removing("", [replace(A, name="C")])],
    )
    after = before.apply(change)
    assert [owner.id for owner in after.of(Owner)] == ["b"]
    assert after.apply(change.reversed()) == before


def test_joined_changes_keep_the_first_before_and_the_last_after() -> None:
    renamed, again = replace(A, name="1"), replace(A, name="2")
    change = joined("Twice", [replacing("", [(A, renamed)]), replacing("", [(renamed, again)])])
    assert change.touches == (Touch(A, again),)
    assert change.label == "Twice"


@pytest.mark.parametrize(
    "changes",
    [
        [adding("", [A]), removing("", [A])],
        [replacing("", [(A, A2)]), replacing("", [(A2, A)])],
        [replacing("", [(A, A)])],
        [],
    ],
    ids=["come and gone", "there and back", "the same", "nothing"],
)
def test_changes_that_come_to_nothing_are_empty(changes: list[Change]) -> None:
    assert not joined("Nothing", changes)


def test_maps_are_equal_by_what_they_hold() -> None:
    assert a_map() == a_map()
    assert a_map() != a_map(records=[A])
    assert a_map() != "a map"
    with pytest.raises(TypeError):
        hash(a_map())


def test_a_map_knows_whether_it_holds_exactly_a_record() -> None:
    assert a_map(records=[A]).holds(A)
    assert not a_map(records=[A]).holds(replace(A, name="Other"))
    assert not a_map().holds(A)


def test_a_map_without_a_workshop_has_a_bare_one() -> None:
    assert map_of().workshop == Workshop(id="workshop")
    assert a_map().workshop.title == "A workshop"


def test_a_map_says_in_short_what_it_holds() -> None:
    assert repr(map_of()) == "<map: empty>"
    assert repr(map_of([A, B])) == "<map: owner 2>"


def test_journeys_stages_steps_and_cards_stand_in_rank_order() -> None:
    records = [
        Journey(id="j2", title="Second", rank="z"),
        Stage(id="s2", journey="j2", title="Only"),
        Step(id="late", stage="s2", title="Late", rank="b"),
        Step(id="early", stage="s2", title="Early", rank="a"),
        a_card("low", "touchpoints", "step-1", rank="b"),
        a_card("high", "touchpoints", "step-1", rank="a"),
    ]
    whole = a_map(records=records)
    assert titles(whole.journeys()) == ["A journey", "Second"]
    assert titles(whole.grid("j2").steps) == ["Early", "Late"]
    assert cell(whole, "touchpoints", "step-1") == ["high", "low"]


def test_the_grid_counts_columns_across_stages() -> None:
    grid = a_map(stages=2, steps=2).grid("journey")
    assert grid.column == {"step-1": 0, "step-2": 1, "step-3": 2, "step-4": 3}
    assert titles(grid.steps_of("stage-2")) == ["Step 3", "Step 4"]
    assert [lane.id for lane in grid.lanes] == ["steps", "feelings", "touchpoints", "systems", "questions"]


def test_the_grid_follows_the_steps() -> None:
    before = a_map()
    assert before.grid("journey").column["step-1"] == 0
    first = before.of(Step)["step-1"]
    after = before.apply(replacing("Move", [(first, replace(first, rank="zz"))]))
    assert after.grid("journey").column["step-1"] == 1
    assert before.grid("journey").column["step-1"] == 0


def test_the_grid_is_kept_while_only_cards_change() -> None:
    before = a_map()
    grid = before.grid("journey")
    assert before.apply(adding("Add", [a_card("c", "touchpoints", "step-1")])).grid("journey") is grid


def test_groups_that_do_not_change_are_shared() -> None:
    before = a_map(records=[a_card(f"c{n}", "touchpoints", f"step-{n}") for n in (1, 2)])
    groups = before.of(Card).by("step")
    card = before.of(Card)["c1"]
    after = before.apply(replacing("Edit", [(card, replace(card, text="new"))])).of(Card).by("step")
    assert after["step-2"] is groups["step-2"]
    assert [one.text for one in after["step-1"]] == ["new"]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3), st.sampled_from("abc"))))
def test_groups_carried_along_equal_groups_made_anew(edits: list[tuple[int, int, str]]) -> None:
    """Cards come, move and go at random; ``step`` 3 stands for going."""
    table: Table[Card] = Table({})
    assert not table.by("lane", "step")
    assert not table.by("lane")
    for number, step, rank in edits:
        old = table.get(f"c{number}")
        new = None if step == 3 else a_card(f"c{number}", "systems", f"step-{step}", rank=rank)
        if old is not None or new is not None:
            table = table.after([Touch(old, new)])
    fresh = Table({card.id: card for card in table})
    assert table.by("lane", "step") == fresh.by("lane", "step")
    assert table.by("lane") == fresh.by("lane")


def test_a_table_gives_records_by_id() -> None:
    lanes = a_map().of(Lane)
    assert lanes["systems"].title == "Systems"
    assert lanes.get("none") is None
    assert lanes.get(None) is None
    assert "systems" in lanes
    assert "none" not in lanes
    assert len(lanes) == 5


def test_records_come_with_those_first_that_others_point_at() -> None:
    whole: MapData = a_map(records=[a_card("c", "systems", "step-1")])
    kinds = [type(record).__name__ for record in whole.records()]
    assert kinds == ["Workshop", "Journey", *["Stage"] * 2, *["Step"] * 4, *["Lane"] * 5, "Card"]
