"""Where cards are, how far they reach, and of which kind they are."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import Card, CardKind, LaneKind, Refused
from tests.builders import a_card, a_map, cell
from tests.busy_map import a_busy_map

ROW = [a_card(name, "touchpoints", "step-1", rank=name) for name in "abc"]


@pytest.mark.parametrize(
    ("card", "place", "order"),
    [("a", 2, "bca"), ("a", 1, "bac"), ("c", 0, "cab"), ("b", None, "acb"), ("b", 1, "abc"), ("b", 9, "acb")],
)
def test_a_card_moves_in_its_cell(card: str, place: int | None, order: str) -> None:
    before = a_map(records=ROW)
    after = before.apply(edits.move_card(before, card, "touchpoints", "step-1", place))
    assert "".join(cell(after, "touchpoints", "step-1")) == order
    if place is not None:
        assert before.apply(edits.reorder_card(before, card, place)).of(Card).by("step") == after.of(Card).by(
            "step"
        )


def test_a_card_that_is_put_back_where_it_was_has_not_moved() -> None:
    assert not edits.move_card(a_map(records=ROW), "b", "touchpoints", "step-1", 1)


def test_a_move_rewrites_one_card() -> None:
    before = a_map(records=[*ROW, a_card("d", "touchpoints", "step-2")])
    change = edits.move_card(before, "d", "touchpoints", "step-1", 1)
    assert [touch.record.id for touch in change.touches] == ["d"]
    assert cell(before.apply(change), "touchpoints", "step-1") == ["a", "d", "b", "c"]
    assert change.label == "Move “d”"


def test_cards_of_equal_rank_make_room() -> None:
    before = a_map(records=[a_card(name, "touchpoints", "step-1") for name in "abcd"])
    after = before.apply(edits.move_card(before, "d", "touchpoints", "step-1", 1))
    assert cell(after, "touchpoints", "step-1") == ["a", "d", "b", "c"]


def test_a_span_is_cut_at_the_end_of_the_journey() -> None:
    before = a_busy_map()
    assert before.apply(edits.move_card(before, "crm", "systems", "step-3")).of(Card)["crm"].span == 2
    assert before.apply(edits.set_span(before, "letter", 99)).of(Card)["letter"].span == 3
    assert before.apply(edits.set_span(before, "crm", 1)).of(Card)["crm"].span == 1
    with pytest.raises(Refused, match="at least one step"):
        edits.set_span(before, "crm", 0)


def test_a_lane_of_another_kind_refuses_and_says_what_it_takes() -> None:
    with pytest.raises(Refused) as refused:
        edits.move_card(a_busy_map(), "line", "pains", "step-1")
    assert refused.value.sentence == ("The lane “Pains” takes cards of the kind pain point, not touchpoint.")


def test_a_card_can_be_converted_on_its_way_keeping_its_text() -> None:
    before = a_busy_map()
    card = before.apply(edits.move_card(before, "line", "pains", "step-1", convert=True)).of(Card)["line"]
    assert (card.kind, card.text, card.code) == (CardKind.PAIN_POINT, "line", "P2")


def test_a_gap_stays_a_gap_where_gaps_are_taken() -> None:
    before = a_busy_map()
    after = before.apply(edits.move_card(before, "gap", "questions", "step-1", convert=True))
    assert after.of(Card)["gap"].kind == CardKind.GAP


@pytest.mark.parametrize("lane", ["feelings", "line"])
def test_no_conversion_puts_a_card_where_none_may_be(lane: str) -> None:
    with pytest.raises(Refused, match="The lane"):
        edits.move_card(a_busy_map(), "sms", lane, "step-1", convert=True)


@pytest.mark.parametrize(
    ("lane", "step"), [("other-touchpoints", "other-step-1"), ("touchpoints", "other-step-1")]
)
def test_a_card_stays_in_its_journey(lane: str, step: str) -> None:
    with pytest.raises(Refused, match="within its journey"):
        edits.move_card(a_busy_map(), "line", lane, step)


def test_several_cards_keep_their_distance() -> None:
    before = a_busy_map()
    after = before.apply(edits.move_cards(before, ["line", "sms", "calm"], "touchpoints", "step-2"))
    where = {card: (after.of(Card)[card].lane, after.of(Card)[card].step) for card in ("line", "sms", "calm")}
    assert where == {
        "line": ("touchpoints", "step-2"),
        "sms": ("touchpoints", "step-3"),
        "calm": ("frontstage", "step-2"),
    }


def test_several_cards_stop_at_the_edge() -> None:
    before = a_busy_map()
    after = before.apply(edits.move_cards(before, ["line", "sms"], "touchpoints", "step-4"))
    assert [after.of(Card)[card].step for card in ("line", "sms")] == ["step-4", "step-4"]


def test_those_of_the_first_ones_lane_change_lanes_with_it() -> None:
    before = a_busy_map()
    change = edits.move_cards(before, ["line", "sms", "calm"], "frontstage", "step-1", convert=True)
    after = before.apply(change)
    assert {after.of(Card)[card].lane for card in ("line", "sms", "calm")} == {"frontstage"}
    assert change.label == "Move 3 cards"


def test_nothing_and_cards_of_two_journeys_do_not_move() -> None:
    with pytest.raises(Refused, match="Nothing is chosen"):
        edits.move_cards(a_busy_map(), [], "touchpoints", "step-1")
    with pytest.raises(Refused, match="within its journey"):
        edits.move_cards(a_busy_map(), ["line", "elsewhere"], "touchpoints", "step-2")


def test_a_question_becomes_a_gap_in_its_lane() -> None:
    before = a_busy_map()
    card = before.apply(edits.convert_card(before, "gap", CardKind.QUESTION)).of(Card)["gap"]
    assert (card.lane, card.kind, card.code) == ("questions", CardKind.QUESTION, "U1")


def test_a_card_of_another_kind_goes_to_the_lane_for_it() -> None:
    before = a_busy_map()
    after = before.apply(edits.convert_card(before, "silence", CardKind.IDEA))
    assert cell(after, "ideas", "step-3") == ["book", "silence"]
    assert after.of(Card)["silence"].severity == 3
    assert not edits.convert_card(before, "silence", CardKind.PAIN_POINT)
    with pytest.raises(Refused, match="No lane here takes cards of the kind quote; add one first"):
        edits.convert_card(before, "silence", CardKind.QUOTE)


def test_a_code_somebody_chose_survives_conversion() -> None:
    before = a_map(records=[a_card("gap", "questions", "step-1", code="GAP/7")])
    card = before.apply(edits.convert_card(before, "gap", CardKind.GAP)).of(Card)["gap"]
    assert (card.kind, card.code) == (CardKind.GAP, "GAP/7")


def test_a_hidden_lane_still_takes_cards() -> None:
    before = a_map(
        lanes=[LaneKind.TOUCHPOINTS, LaneKind.PAINS], records=[a_card("a", "touchpoints", "step-1")]
    )
    hidden = before.apply(edits.hide_lane(before, "pains"))
    assert hidden.apply(edits.convert_card(hidden, "a", CardKind.PAIN_POINT)).of(Card)["a"].lane == "pains"
