"""Cards: added, written, described, copied and removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journey import edits
from journey.edits.codes import LETTERS
from journey.model import (
    SHAPES,
    Asset,
    Card,
    CardKind,
    CardStatus,
    Contact,
    Journey,
    LaneKind,
    Persona,
    Refused,
    check_all,
)
from tests.builders import a_card, a_map, cell, new_of
from tests.busy_map import FACE, PHOTO, a_busy_map


@pytest.mark.parametrize(("place", "order"), [(None, "abN"), (0, "Nab"), (1, "aNb"), (7, "abN")])
def test_a_new_card_stands_where_it_was_put_in_its_cell(place: int | None, order: str) -> None:
    cards = [a_card("a", "touchpoints", "step-1", rank="a"), a_card("b", "touchpoints", "step-1", rank="b")]
    before = a_map(records=cards)
    change = edits.add_card(before, "touchpoints", "step-1", "New", place)
    new = new_of(change, Card)
    after = before.apply(change)
    assert "".join(cell(after, "touchpoints", "step-1")).replace(new.id, "N") == order
    assert change.label == "Add touchpoint “New”"


def test_a_new_card_is_of_the_kind_of_its_lane() -> None:
    assert new_of(edits.add_card(a_map(), "systems", "step-1"), Card).kind == CardKind.SYSTEM
    question = edits.add_card(a_map(), "questions", "step-1", kind=CardKind.GAP)
    assert new_of(question, Card).kind == CardKind.GAP


def test_a_new_card_may_be_described_at_once() -> None:
    change = edits.add_card(
        a_map(), "touchpoints", "step-1", "Calls\tback", channel=" Phone ", contact=Contact.PREVENTABLE
    )
    card = new_of(change, Card)
    assert (card.text, card.channel, card.contact) == ("Calls back", "Phone", Contact.PREVENTABLE)


@pytest.mark.parametrize(
    ("lane", "sentence"),
    [
        ("steps", "The lane “Steps” holds the steps themselves; add a step instead."),
        ("feelings", "The lane “Feelings” holds the feeling curve; set a feeling instead."),
        ("owners", "The lane “Owners” shows who answers; drop an owner there instead."),
        ("measures", "The lane “Measures” shows measures; add a measure to a card instead."),
        ("line", "The lane “Line” takes no cards."),
    ],
)
def test_a_lane_without_cards_says_what_to_do_instead(lane: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        edits.add_card(a_map(lanes=[LaneKind(lane)]), lane, "step-1")
    assert refused.value.sentence == sentence


def test_a_lane_of_other_cards_says_what_it_takes() -> None:
    with pytest.raises(Refused) as refused:
        edits.add_card(a_map(), "questions", "step-1", kind=CardKind.PAIN_POINT)
    assert refused.value.sentence == (
        "The lane “Questions” takes cards of the kind question, gap, not pain point."
    )


def test_a_card_stands_in_one_journey() -> None:
    with pytest.raises(Refused, match="of the same journey"):
        edits.add_card(a_busy_map(), "touchpoints", "other-step-1")


def test_a_pasted_table_is_one_change() -> None:
    before = a_map()
    cells = [("touchpoints", "step-1", "a"), ("touchpoints", "step-1", "b"), ("systems", "step-2", "c")]
    change = edits.add_cards(before, cells)
    after = before.apply(change)
    assert change.label == "Add 3 cards"
    assert [after.of(Card)[card].text for card in cell(after, "touchpoints", "step-1")] == ["a", "b"]
    assert sorted(card.code for card in after.of(Card)) == ["S1", "T1", "T2"]
    assert not edits.add_cards(before, [])


def test_a_table_with_one_wrong_cell_is_refused_whole() -> None:
    with pytest.raises(Refused):
        edits.add_cards(a_map(), [("touchpoints", "step-1", "a"), ("steps", "step-1", "b")])


def test_each_kind_has_a_letter_of_its_own() -> None:
    assert set(LETTERS) == set(CardKind)
    assert len(set(LETTERS.values())) == len(CardKind)
    assert not set(LETTERS.values()) & set("IO")


def test_a_code_follows_the_highest_of_its_kind_in_its_journey() -> None:
    before = a_busy_map()
    assert edits.next_code(before, "journey", CardKind.TOUCHPOINT) == "T4"
    assert edits.next_code(before, "other-journey", CardKind.TOUCHPOINT) == "T2"
    assert edits.next_code(before, "journey", CardKind.NOTE) == "N1"
    gone = before.apply(edits.remove_cards(before, ["line"]))
    assert edits.next_code(gone, "journey", CardKind.TOUCHPOINT) == "T4"


def test_a_code_that_somebody_gave_another_kind_is_passed_over() -> None:
    before = a_map(
        records=[
            a_card("a", "touchpoints", "step-1", code="T²"),
            a_card("b", "touchpoints", "step-1", code="T6"),
            a_card("c", "systems", "step-1", code="T7"),
            a_card("d", "systems", "step-1", code="T99"),
        ]
    )
    assert edits.next_code(before, "journey", CardKind.TOUCHPOINT) == "T8"


def test_a_code_is_given_once_in_a_journey() -> None:
    before = a_busy_map()
    with pytest.raises(Refused, match="The code T1 is taken by “line”"):
        edits.edit_card(before, "sms", code="T1")
    assert before.apply(edits.edit_card(before, "sms", code="")).of(Card)["sms"].code == ""
    assert edits.edit_card(before, "elsewhere", code="T2")
    with pytest.raises(Refused, match="The code T1 is taken by “line”"):
        edits.add_card(before, "systems", "step-1", code="T1")


def test_a_card_is_written_and_described() -> None:
    before = a_busy_map()
    after = before.apply(edits.set_text(before, "line", " Emergency\r\nline\x00 "))
    assert after.of(Card)["line"].text == "Emergency\nline"
    after = after.apply(edits.edit_card(after, "line", moment_of_truth=True, tags=("storm", " storm", "")))
    assert (after.of(Card)["line"].moment_of_truth, after.of(Card)["line"].tags) == (True, ("storm",))
    assert after.apply(edits.set_text(after, "line", "")).of(Card)["line"].text == ""
    assert not edits.set_text(after, "line", "Emergency\nline")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"text": "x" * 2001}, "2001 characters are too many"),
        ({"severity": 4}, "4 does not lie between 0 and 3"),
        ({"status": "approved"}, "this word is not known here"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        edits.edit_card(a_busy_map(), "line", **values)


@pytest.mark.parametrize("field", ["lane", "kind", "span", "rank", "picture", "id", "colour"])
def test_what_has_an_edit_of_its_own_is_not_edited_here(field: str) -> None:
    with pytest.raises(TypeError, match=field):
        edits.edit_card(a_busy_map(), "line", **{field: "x"})


def test_a_step_that_edits_a_single_card_is_called_after_it() -> None:
    before = a_busy_map()
    one = edits.edit_cards(before, ["sms"], moment_of_truth=True)
    assert one.label == edits.edit_card(before, "sms", moment_of_truth=True).label


def test_several_cards_get_the_same_in_one_change() -> None:
    before = a_busy_map()
    change = edits.edit_cards(before, ["line", "sms", "line"], status=CardStatus.APPROVED)
    assert len(change.touches) == 2
    assert {touch.record.id for touch in change.touches} == {"line", "sms"}


def test_copies_stand_below_with_codes_of_their_own_and_nothing_hanging_on_them() -> None:
    before = a_busy_map()
    change = edits.duplicate_cards(before, ["line", "letter"])
    after = before.apply(change)
    first = new_of(change, Card)
    assert cell(after, "touchpoints", "step-1") == ["line", first.id]
    assert (first.code, first.text, first.picture, first.status) == ("T4", "line", PHOTO.id, CardStatus.OPEN)
    second = cell(after, "touchpoints", "step-2")[1]
    assert (after.of(Card)[second].code, after.of(Card)[second].span) == ("T5", 2)
    assert len(after.of(Card)) == len(before.of(Card)) + 2
    for shape in SHAPES:
        if shape.record is not Card:
            assert after.of(shape.record) == before.of(shape.record)


def test_a_removed_card_takes_along_what_hangs_on_it() -> None:
    before = a_busy_map()
    change = edits.remove_cards(before, ["line"])
    after = before.apply(change)
    check_all(after)
    gone = {touch.record.id for touch in change.touches if touch.after is None}
    assert gone == {"line", "supports", "carries", "claims-line", "it-line", "nps", "backs", PHOTO.id}
    assert after.of(Journey)["other-journey"].parent_card is None
    assert after.apply(change.reversed()) == before
    assert change.label == "Remove “line”"


def test_several_cards_are_removed_in_one_change() -> None:
    before = a_busy_map()
    change = edits.remove_cards(before, ["line", "calm", "line"])
    assert change.label == "Remove 2 cards"
    assert {"line", "calm"} & {card.id for card in before.apply(change).of(Card)} == set()
    with pytest.raises(Refused, match="no longer in the map"):
        edits.remove_cards(before, ["line", "gone"])


def test_a_picture_is_kept_once_and_goes_with_the_last_card_that_shows_it() -> None:
    before = a_busy_map()
    both = before.apply(edits.set_picture(before, "sms", PHOTO))
    assert len(both.of(Asset)) == len(before.of(Asset))
    one = both.apply(edits.set_picture(both, "sms", None))
    assert PHOTO.id in one.of(Asset)
    none = one.apply(edits.set_picture(one, "line", None))
    assert PHOTO.id not in none.of(Asset)
    check_all(none)


def test_a_picture_takes_the_place_of_another() -> None:
    before = a_busy_map()
    new = edits.picture_of(b"new", "image/png", 1, 1)
    after = before.apply(edits.set_picture(before, "line", new))
    assert after.of(Card)["line"].picture == new.id
    assert {one.id for one in after.of(Asset)} == {FACE.id, new.id}
    assert not edits.set_picture(after, "line", new)


def test_a_portrait_shown_on_a_card_too_outlives_its_persona() -> None:
    before = a_busy_map()
    shared = before.apply(edits.set_picture(before, "sms", FACE))
    after = shared.apply(edits.remove_persona(shared, "maja"))
    assert FACE.id in after.of(Asset)
    alone = before.apply(edits.remove_persona(before, "maja"))
    assert FACE.id not in alone.of(Asset)
    bare = before.apply(edits.set_portrait(before, "maja", None))
    assert bare.of(Persona)["maja"].portrait is None


def test_a_picture_that_is_too_large_is_refused() -> None:
    with pytest.raises(Refused, match="too large"):
        edits.picture_of(bytes(16_000_001), "image/png", 1, 1)


def test_a_card_without_words_is_called_by_its_code() -> None:
    before = a_busy_map()
    bare = before.apply(edits.set_text(before, "line", ""))
    assert edits.remove_cards(bare, ["line"]).label == "Remove “T1”"
    silent = a_map(records=[replace(before.of(Card)["line"], text="", code="", picture=None)])
    assert edits.remove_cards(silent, ["line"]).label == "Remove “…”"


def test_a_long_name_is_cut_in_the_menu() -> None:
    change = edits.set_text(a_busy_map(), "line", "Search result, “damage” page, and\nall below it")
    assert change.label == "Rewrite “Search result, ‘damage’ page, a…”"
