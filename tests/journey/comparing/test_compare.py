"""A comparison says in words what was added, changed and removed, each thing once."""

from __future__ import annotations

from journey.comparing import Difference, Fate, compare, difference_words, of_fate
from journey.edits import (
    edit_card,
    move_card,
    own_step,
    release,
    remove_cards,
    remove_owner,
    remove_step,
    set_feeling,
    set_picture,
    set_text,
    set_votes,
)
from journey.model import MapData, Ownership, adding
from resources.words import speaking
from tests.builders import a_card
from tests.journey.comparing.then import THEN, after
from tests.storage.maps import everything, picture


def told(now: MapData) -> list[tuple[str, str, list[str]]]:
    return [
        (str(one.fate), one.words, [difference_words(detail) for detail in one.details])
        for one in compare(THEN, now)
    ]


def the_one(now: MapData) -> Difference:
    (difference,) = compare(THEN, now)
    return difference


def test_two_maps_of_the_same_content_do_not_differ() -> None:
    assert compare(THEN, everything()) == ()


def test_what_was_written_is_told_with_what_it_said_before() -> None:
    assert told(after(set_text(THEN, "letter", "A longer letter"))) == [
        ("changed", "Touchpoint “A longer letter”, at “Step 2”", ["Text: “letter” became “A longer letter”"])
    ]


def test_a_card_that_was_moved_is_told_by_the_names_of_its_places() -> None:
    change = move_card(THEN, "call", "touchpoints", "step-3")
    ((fate, _words, details),) = told(after(change))
    assert (fate, details) == ("changed", ["Step: “Step 1” became “Step 3”"])


def test_a_new_card_and_one_that_went_are_told_by_kind_text_and_place() -> None:
    now = after(adding("Add", [a_card("new", "ideas", "step-4")]), remove_cards(THEN, ["photo"]))
    assert told(now) == [
        ("added", "Idea “new”, at “Step 4”", []),
        ("removed", "Picture “photo”, at “Step 4”", []),
    ]


def test_a_step_that_went_is_told_with_the_cards_it_took_along() -> None:
    gone = of_fate(compare(THEN, after(remove_step(THEN, "step-4"))), Fate.REMOVED)
    assert [one.words for one in gone] == ["Step “Step 4”, at “Stage 2”", "Picture “photo”, at “Step 4”"]


def test_what_belongs_to_a_card_is_told_at_the_card() -> None:
    now = after(own_step(THEN, "step-2", "claims"), set_votes(THEN, "idea", "staff", 9))
    assert told(now) == [
        ("changed", "Idea “idea”, at “Step 1”", ["staff (9): Dots: “4” became “9”"]),
        ("changed", "Touchpoint “letter”, at “Step 2”", ["Owner of a card: “Claims (answers for it)”"]),
    ]


def test_an_owner_that_was_taken_from_a_card_is_told_at_the_card() -> None:
    ownership = next(iter(THEN.of(Ownership)))
    difference = the_one(after(release(THEN, ownership.card, ownership.owner)))
    assert difference.key == "card/call"
    assert [difference_words(one) for one in difference.details] == [
        "Owner of a card: no longer “Desk (answers for it)”"
    ]


def test_fixed_words_numbers_and_marks_are_told_as_in_the_window() -> None:
    now = after(edit_card(THEN, "letter", severity=3, moment_of_truth=True, tags=("a", "b"), channel=""))
    ((_fate, _words, details),) = told(now)
    assert details == [
        "Channel: no longer “brev”",
        "Moment of truth: “no” became “yes”",
        "Severity: “2” became “3”",
        "Tags: “æ, O'B\"x” became “a, b”",
    ]


def test_another_feeling_and_another_picture_are_told() -> None:
    now = after(set_feeling(THEN, "journey", "step-3", 1.0, persona="kari"))
    assert told(now) == [("changed", "Feeling of Kari 客 at “Step 3”", ["Feeling: “−1.5” became “1”"])]
    assert the_one(after(set_picture(THEN, "photo", picture(b"another")))).key == "card/photo"


def test_people_come_before_the_map_and_the_map_from_left_to_right() -> None:
    now = after(
        remove_owner(THEN, "claims"), set_text(THEN, "photo", "4"), set_text(THEN, "letter", "2")
    ).apply(set_text(THEN, "idea", "1"))
    assert [one.key for one in compare(THEN, now)][:4] == [
        "owner/claims",
        "owner/desk",
        "card/idea",
        "card/letter",
    ]


def test_a_long_text_is_cut_where_it_is_told() -> None:
    difference = the_one(after(set_text(THEN, "letter", "word " * 300)))
    assert len(difference.details[0].after) <= 160


def test_it_is_told_in_the_language_that_is_spoken() -> None:
    now = after(set_text(THEN, "letter", "Brevet"))
    with speaking("nb"):
        assert the_one(now).words.startswith("Kontaktpunkt")
