"""What comes of it when two copies do not agree, rule by rule."""

from __future__ import annotations

import pytest

from journey import edits
from journey.merging import Dispute, Note, Side, merge, told
from journey.model import (
    Asset,
    Card,
    CardKind,
    CardStatus,
    Feeling,
    Judgement,
    Link,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
    Verdict,
)
from tests.builders import cell, titles
from tests.busy_map import a_busy_map
from tests.journey.merging.merged import Edit, after, merged, only


def test_different_fields_of_a_card_go_together() -> None:
    result = merged(
        [lambda m: edits.set_text(m, "line", "Emergency line")],
        [lambda m: edits.edit_card(m, "line", channel="phone"), lambda m: edits.set_span(m, "line", 2)],
    )
    card = result.map.of(Card)["line"]
    assert (card.text, card.channel, card.span) == ("Emergency line", "phone", 2)
    assert not result.conflicts


@pytest.mark.parametrize(("side", "text", "kept"), [(Side.MINE, "A", "B"), (Side.THEIRS, "B", "A")])
def test_of_two_texts_one_is_taken_and_the_other_kept_in_the_note(side: Side, text: str, kept: str) -> None:
    writing = ([lambda m: edits.set_text(m, "line", "A")], [lambda m: edits.set_text(m, "line", "B")])
    result = merged(*writing, usual=side)
    card = result.map.of(Card)["line"]
    assert (card.text, card.note) == (text, f"In the other copy: {kept}")
    assert merge(a_busy_map(), result.map, result.copies[Side.THEIRS], usual=side).map == result.map
    words = told(result, only(result))
    assert (words.what, words.field, words.mine, words.theirs) == (
        "Touchpoint “A”, at “Step 1”, in “A journey”" if side is Side.MINE else words.what,
        "Text",
        "A",
        "B",
    )


def test_a_choice_stands_against_what_is_usual() -> None:
    approve = ([lambda m: edits.edit_card(m, "line", status=CardStatus.APPROVED)],)
    reject = [lambda m: edits.edit_card(m, "line", status=CardStatus.REJECTED)]
    key = only(merged(*approve, reject)).key
    result = merged(*approve, reject, choices={key: Side.THEIRS})
    assert only(result).taken is Side.THEIRS
    assert result.map.of(Card)["line"].status is CardStatus.REJECTED


def test_where_a_card_stands_is_one_thing() -> None:
    result = merged(
        [lambda m: edits.move_card(m, "line", "touchpoints", "step-3")],
        [lambda m: edits.move_card(m, "line", "touchpoints", "step-4")],
    )
    assert cell(result.map, "touchpoints", "step-3") == ["line"]
    words = told(result, only(result))
    assert (words.field, words.mine, words.theirs) == (
        "Place",
        "Touchpoints at “Step 3”",
        "Touchpoints at “Step 4”",
    )


def test_a_card_that_was_converted_goes_to_its_new_lane_as_a_whole() -> None:
    result = merged(
        [lambda m: edits.move_card(m, "line", "systems", "step-1", convert=True)],
        [lambda m: edits.move_card(m, "line", "pains", "step-2", convert=True)],
        usual=Side.THEIRS,
    )
    card = result.map.of(Card)["line"]
    assert (card.lane, card.kind, card.code) == ("pains", CardKind.PAIN_POINT, "P2")
    assert only(result).fields[-2:] == ("kind", "code")


def test_a_wide_card_covers_the_steps_that_both_put_in_between() -> None:
    result = merged(
        [lambda m: edits.add_step_after(m, "step-1", "Mine")],
        [lambda m: edits.add_step_after(m, "step-3", "Theirs")],
    )
    steps = titles(result.map.grid("journey").steps)
    assert steps == ["Step 1", "Mine", "Step 2", "Step 3", "Theirs", "Step 4"]
    assert result.map.of(Card)["crm"].span == 6
    assert not result.conflicts


def test_cards_at_one_place_stand_in_one_order_with_ranks_and_codes_of_their_own() -> None:
    result = merged(
        [lambda m: edits.add_card(m, "touchpoints", "step-3", "Mine")],
        [lambda m: edits.add_card(m, "touchpoints", "step-3", "Theirs")],
    )
    cards = [result.map.of(Card)[card] for card in cell(result.map, "touchpoints", "step-3")]
    assert [card.text for card in cards] == ["Mine", "Theirs"]
    assert cards[0].rank < cards[1].rank
    assert [card.code for card in cards] == ["T4", "T5"]
    (remark,) = result.remarks
    assert (remark.note, remark.before, remark.after) == (Note.RENUMBERED, "T4", "T5")


def test_a_code_stays_with_the_card_that_had_it_before() -> None:
    result = merged(
        [lambda m: edits.edit_card(m, "sms", code=""), lambda m: edits.edit_card(m, "letter", code="T3")],
        [lambda m: edits.edit_card(m, "letter", note="x")],
    )
    assert not result.remarks
    result = merged(
        [lambda m: edits.edit_card(m, "sms", code="T9")],
        [lambda m: edits.add_card(m, "touchpoints", "step-3", "New", code="T9")],
    )
    assert sorted(card.code for card in result.map.of(Card) if card.lane == "touchpoints") == [
        *("T1", "T10", "T2", "T9"),
    ]


def test_tags_of_both_stand_and_what_either_took_away_goes() -> None:
    base = a_busy_map()
    base = after(base, "b", lambda m: edits.edit_card(m, "line", tags=("night", "phone", "old")))
    mine = after(base, "m", lambda m: edits.edit_card(m, "line", tags=("night", "phone", "urgent")))
    theirs = after(base, "t", lambda m: edits.edit_card(m, "line", tags=("phone", "old", "cheap")))
    assert merge(base, mine, theirs).map.of(Card)["line"].tags == ("phone", "cheap", "urgent")


def test_notes_that_both_wrote_on_hold_what_both_wrote() -> None:
    base = after(a_busy_map(), "b", lambda m: edits.edit_card(m, "line", note="Ask Kari."))
    mine = after(base, "m", lambda m: edits.edit_card(m, "line", note="Ask Kari.\nAsk Ola."))
    theirs = after(base, "t", lambda m: edits.edit_card(m, "line", note="Ask Kari. Done."))
    result = merge(base, mine, theirs)
    assert result.map.of(Card)["line"].note == "Ask Kari.\n\nAsk Ola.\n\nDone."
    assert [(it.note, it.record.id) for it in result.remarks] == [(Note.JOINED, "line")]
    assert merge(base, result.map, theirs).map == result.map


@pytest.mark.parametrize("left", ["", "Ask Kari."])
def test_a_note_that_one_cut_short_and_the_other_wrote_on_in_is_told(left: str) -> None:
    base = after(a_busy_map(), "b", lambda m: edits.edit_card(m, "line", note="Ask Kari. Ask Ola."))
    mine = after(base, "m", lambda m: edits.edit_card(m, "line", note=left))
    theirs = after(base, "t", lambda m: edits.edit_card(m, "line", note="Ask Kari. Ask Ola. Ask Per."))
    conflict = only(merge(base, mine, theirs))
    assert (conflict.record.id, conflict.fields) == ("line", ("note",))


def test_one_answers_for_a_card_and_the_other_works_on_it() -> None:
    result = merged(
        [lambda m: edits.set_accountable(m, ["sms"], "claims")],
        [lambda m: edits.set_accountable(m, ["sms"], "it")],
    )
    roles = {one.owner: one.role for one in result.map.of(Ownership) if one.card == "sms"}
    assert roles == {"claims": OwnershipRole.ACCOUNTABLE, "it": OwnershipRole.RESPONSIBLE}
    words = told(result, only(result))
    assert (words.field, words.mine, words.theirs) == ("Who answers for it", "Claims", "IT")


def test_one_feeling_is_told_at_a_step() -> None:
    felt = (
        [lambda m: edits.set_feeling(m, "journey", "step-3", 1, "maja", "hopeful")],
        [lambda m: edits.set_feeling(m, "journey", "step-3", -2, "maja", "lost")],
    )
    result = merged(*felt)
    (feeling,) = [one for one in result.map.of(Feeling) if one.step == "step-3"]
    assert feeling.word == "hopeful"
    words = told(result, only(result))
    assert (words.what, words.mine, words.theirs) == (
        "Feeling of Maja at “Step 3”, in “A journey”",
        "+1 hopeful",
        "−2 lost",
    )
    (feeling,) = [one for one in merged(*felt, usual=Side.THEIRS).map.of(Feeling) if one.step == "step-3"]
    assert feeling.word == "lost"


def test_no_owner_comes_to_stand_above_itself() -> None:
    below = (
        [lambda m: edits.edit_owner(m, "it", parent="claims")],
        [lambda m: edits.edit_owner(m, "claims", parent="it")],
        lambda m: edits.edit_owner(m, "it", parent=None),
    )
    result = merged(*below)
    assert (only(result).dispute, told(result, only(result)).field) == (Dispute.RING, "Part of")
    for side, parents in ((Side.MINE, ("claims", None)), (Side.THEIRS, (None, "it"))):
        owners = merged(*below, usual=side).map.of(Owner)
        assert (owners["it"].parent, owners["claims"].parent) == parents


def test_pictures_that_nobody_shows_after_a_merge_are_left_out() -> None:
    one, other = (edits.picture_of(data, "image/png", 1, 1) for data in (b"one", b"other"))
    result = merged(
        [lambda m: edits.set_picture(m, "line", one)], [lambda m: edits.set_picture(m, "line", other)]
    )
    assert {asset.id for asset in result.map.of(Asset)} == {
        one.id,
        *(it.portrait for it in result.map.of(Persona) if it.portrait),
    }


def test_conflicts_are_listed_as_a_map_is_read() -> None:
    def write(text: str) -> list[Edit]:
        return [
            lambda m: edits.set_text(m, "pay", text),
            lambda m: edits.set_text(m, "elsewhere", text),
            lambda m: edits.edit_journey(m, "journey", title=text),
            lambda m: edits.edit_stage(m, "stage-1", title=text),
            lambda m: edits.set_text(m, "line", text),
            lambda m: edits.give_verdict(
                m, "book", "bo", Judgement.APPROVE if text == "A" else Judgement.REJECT
            ),
        ]

    result = merged(write("A"), write("B"))
    assert [one.record.id for one in result.conflicts] == [
        *("journey", "stage-1", "line"),
        result.conflicts[3].record.id,
        *("pay", "elsewhere"),
    ]
    assert isinstance(result.conflicts[3].record, Verdict)
    assert told(result, result.conflicts[1]).what == "Stage “A”, in “A”"


def test_steps_that_both_moved_are_told_by_what_stands_before_them() -> None:
    result = merged(
        [lambda m: edits.move_step(m, "step-1", "stage-1", 1)],
        [lambda m: edits.move_step(m, "step-1", "stage-2", 2)],
        lambda m: edits.remove_cards(m, ["crm"]),
    )
    words = told(result, only(result))
    assert (words.field, words.mine, words.theirs) == ("Place", "after “Step 2”", "after “Step 4”")


def test_a_link_that_both_turned_elsewhere_is_told_by_its_ends() -> None:
    base = a_busy_map()
    mine = base.apply(edits.reverse_link(base, "answers"))
    theirs = base.apply(edits.edit_link(base, "answers", label="why"))
    result = merge(base, mine, theirs)
    link = result.map.of(Link)["answers"]
    assert (link.source, link.target, link.label) == ("silence", "book", "why")
