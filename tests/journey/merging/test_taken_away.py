"""What one copy took away and the other worked on or still needs."""

from __future__ import annotations

from dataclasses import replace

from journey import edits
from journey.merging import Dispute, Note, Side, merge, told
from journey.model import (
    Action,
    Asset,
    Card,
    JourneyPersona,
    Link,
    Measure,
    Owner,
    Ownership,
    map_of,
)
from tests.builders import cell, titles
from tests.busy_map import a_busy_map
from tests.journey.merging.merged import merged, only


def test_a_card_that_was_worked_on_stays_with_all_that_hangs_on_it() -> None:
    remove, write = (
        [lambda m: edits.remove_cards(m, ["line"])],
        [lambda m: edits.set_text(m, "line", "Better")],
    )
    result = merged(remove, write)
    m = result.map
    assert m.of(Card)["line"].text == "Better"
    for sort, record in (
        *((Ownership, "claims-line"), (Ownership, "it-line"), (Measure, "nps"), (Link, "supports")),
        (Asset, m.of(Card)["line"].picture or ""),
    ):
        assert record in m.of(sort)
    conflict = only(result)
    assert (conflict.dispute, conflict.mine, conflict.taken) == (Dispute.GONE, None, Side.THEIRS)
    words = told(result, conflict)
    assert (words.mine, words.theirs) == ("taken away", "worked on or still needed")


def test_a_card_goes_if_one_chooses_so() -> None:
    remove, write = (
        [lambda m: edits.remove_cards(m, ["line"])],
        [lambda m: edits.set_text(m, "line", "Better")],
    )
    result = merged(remove, write, choices={"gone/card/line": Side.MINE})
    assert "line" not in result.map.of(Card)
    assert only(result).taken is Side.MINE
    assert not result.change("Merge")


def test_what_nobody_worked_on_goes() -> None:
    result = merged(
        [lambda m: edits.remove_cards(m, ["line"])], [lambda m: edits.set_text(m, "sms", "Text message")]
    )
    assert "line" not in result.map.of(Card)
    assert not result.conflicts


def test_a_lane_comes_back_whole_for_a_card_that_was_put_there() -> None:
    result = merged(
        [lambda m: edits.remove_lane(m, "touchpoints")],
        [lambda m: edits.add_card(m, "touchpoints", "step-3", "New")],
    )
    here = {card.text for card in result.map.of(Card) if card.lane == "touchpoints"}
    assert here == {"line", "letter", "sms", "New"}
    assert only(result).key == "gone/lane/touchpoints"


def test_a_lane_that_was_chosen_to_go_stays_for_the_new_card_alone() -> None:
    result = merged(
        [lambda m: edits.remove_lane(m, "touchpoints")],
        [lambda m: edits.add_card(m, "touchpoints", "step-3", "New")],
        choices={"gone/lane/touchpoints": Side.MINE},
    )
    assert [card.text for card in result.map.of(Card) if card.lane == "touchpoints"] == ["New"]


def test_a_card_that_was_chosen_to_go_does_not_come_back_with_its_lane() -> None:
    result = merged(
        [lambda m: edits.remove_lane(m, "touchpoints")],
        [
            lambda m: edits.add_card(m, "touchpoints", "step-3", "New"),
            lambda m: edits.set_text(m, "line", "Better"),
        ],
        choices={"gone/card/line": Side.MINE},
    )
    here = {card.text for card in result.map.of(Card) if card.lane == "touchpoints"}
    assert here == {"letter", "sms", "New"}


def test_what_comes_back_pushes_nothing_out_that_was_put_in_its_place() -> None:
    result = merged(
        [lambda m: edits.remove_owner(m, "claims"), lambda m: edits.set_accountable(m, ["line"], "it")],
        [lambda m: edits.edit_owner(m, "claims", contact="Kari")],
    )
    assert result.map.of(Owner)["claims"].contact == "Kari"
    assert [one.owner for one in result.map.of(Ownership) if one.card == "line"] == ["it"]
    assert {one.dispute for one in result.conflicts} == {Dispute.GONE}


def test_what_comes_back_does_not_name_what_went() -> None:
    result = merged(
        [lambda m: edits.remove_cards(m, ["book"]), lambda m: edits.remove_owner(m, "portal")],
        [lambda m: edits.set_text(m, "book", "Better")],
        lambda m: edits.edit_action(m, "booking", owner="portal"),
    )
    assert result.map.of(Action)["booking"].owner is None
    assert "portal" not in result.map.of(Owner)


def test_a_card_whose_last_step_went_is_as_wide_as_there_is_room() -> None:
    result = merged([lambda m: edits.set_span(m, "letter", 3)], [lambda m: edits.remove_step(m, "step-4")])
    assert result.map.of(Card)["letter"].span == 2


def test_ranks_and_codes_that_were_the_same_before_are_left_alone() -> None:
    alike = map_of(
        replace(one, code="T1", rank="V") if isinstance(one, Card) and one.id in ("letter", "sms") else one
        for one in a_busy_map().records()
    )
    theirs = alike.apply(edits.set_text(alike, "line", "Theirs"))
    result = merge(alike, alike, theirs)
    assert result.map == theirs
    assert not result.remarks


def test_a_step_and_its_stage_come_back_for_a_card_that_was_moved_there() -> None:
    result = merged(
        [lambda m: edits.remove_stage(m, "stage-2")],
        [lambda m: edits.move_card(m, "line", "touchpoints", "step-4")],
    )
    assert titles(result.map.grid("journey").steps) == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert cell(result.map, "pains", "step-3") == ["silence"]
    assert only(result).key == "gone/stage/stage-2"


def test_a_journey_comes_back_for_what_was_done_in_it() -> None:
    result = merged(
        [lambda m: edits.remove_journey(m, "other-journey")],
        [lambda m: edits.set_text(m, "elsewhere", "New words")],
    )
    assert titles(result.map.grid("other-journey").steps) == ["Step 1", "Step 2"]
    assert {one.key for one in result.conflicts} == {"gone/card/elsewhere", "gone/journey/other-journey"}


def test_a_feeling_brings_back_that_its_persona_looks() -> None:
    result = merged(
        [lambda m: edits.hide_from_persona(m, "journey", "ola")],
        [lambda m: edits.set_feeling(m, "journey", "step-1", 1, "ola", "glad")],
    )
    assert "looks-ola" in result.map.of(JourneyPersona)


def test_a_feeling_of_a_persona_that_was_hidden_on_purpose_brings_nothing_back() -> None:
    result = merged(
        [
            lambda m: edits.hide_from_persona(m, "journey", "ola"),
            lambda m: edits.set_feeling(m, "journey", "step-1", 1, "ola", "glad"),
        ],
        [],
    )
    assert "looks-ola" not in result.map.of(JourneyPersona)


def test_together_they_cannot_take_all_journeys() -> None:
    result = merged(
        [lambda m: edits.remove_journey(m, "journey")],
        [lambda m: edits.remove_journey(m, "other-journey")],
        lambda m: edits.edit_journey(m, "other-journey", parent_card=None),
    )
    (stays,) = result.map.journeys()
    assert stays.id == "journey"
    assert len(result.map.of(Card)) == len(a_busy_map().of(Card)) - 1


def test_together_they_cannot_take_all_steps_of_a_journey() -> None:
    result = merged(
        [lambda m: edits.remove_stage(m, "stage-1")],
        [lambda m: edits.remove_stage(m, "stage-2")],
        lambda m: edits.remove_cards(m, ["crm", "letter"]),
    )
    assert titles(result.map.grid("journey").steps) == ["Step 1", "Step 2"]
    assert cell(result.map, "touchpoints", "step-1") == ["line"]
    assert only(result).key == "gone/stage/stage-1"


def test_a_stage_whose_steps_both_took_goes() -> None:
    result = merged([lambda m: edits.remove_step(m, "step-3")], [lambda m: edits.remove_step(m, "step-4")])
    assert titles(result.map.grid("journey").stages) == ["Stage 1"]
    assert [(it.note, it.record.id) for it in result.remarks] == [(Note.LEFT_OUT, "stage-2")]


# What can only be said once
