"""What was written on the wall comes back to the card whose code stands there."""

from __future__ import annotations

import pytest

from journey.document import Document
from journey.edits.wall_notes import note_at, taken_apart
from journey.model import Card, Lane, LaneKind, MapData, Refused, map_of
from tests.builders import a_card, a_journey, a_map


def a_wall() -> MapData:
    cards = [
        a_card("call", "touchpoints", "step-1", text="Calls", code="T14", note="Rings twice"),
        a_card("mail", "touchpoints", "step-2", text="Mails", code="T15"),
    ]
    return a_map(lanes=(LaneKind.STEPS, LaneKind.TOUCHPOINTS), records=cards)


@pytest.mark.parametrize("line", ["T14 call back", "t14: call back", " T14.  call back ", "T14 – call back"])
def test_a_line_is_a_code_and_what_is_noted(line: str) -> None:
    code, text = taken_apart(line)
    assert (code.upper(), text) == ("T14", "call back")


@pytest.mark.parametrize("line", ["", "T14", "  ", ": call"])
def test_a_line_without_code_or_words_is_refused(line: str) -> None:
    with pytest.raises(Refused, match="T14 call back the same day"):
        taken_apart(line)


def test_a_note_goes_below_what_is_noted_already_as_one_step() -> None:
    document = Document(a_wall())
    document.do(note_at(document.map, "t14", "who answers\x07 at night?"))

    assert document.map.of(Card)["call"].note == "Rings twice\nwho answers at night?"
    assert document.next_undo is not None
    assert document.next_undo.label == "Note at T14 “Calls”"
    document.undo()
    assert document.map == a_wall()


def test_an_unknown_code_is_refused_with_those_that_look_like_it() -> None:
    with pytest.raises(Refused, match=r"No card has the code T1\..*T1[45], T1[45]"):
        note_at(a_wall(), "T1", "x")


def test_a_code_of_two_journeys_needs_to_be_told_apart() -> None:
    second = a_journey("other-", lanes=(LaneKind.STEPS, LaneKind.TOUCHPOINTS))
    [lane] = [it for it in second if isinstance(it, Lane) and it.kind is LaneKind.TOUCHPOINTS]
    twin = a_card("twin", lane.id, "other-step-1", text="Twin", code="T14")
    both = map_of([*a_wall().records(), *second, twin])

    with pytest.raises(Refused, match=r"Cards of several journeys have the code T14.*: 1 .*; 2 "):
        note_at(both, "T14", "x")
    [touch] = note_at(both, "T14", "x", lane.journey).touches
    assert touch.record.id == "twin"


def test_nothing_but_spaces_is_no_note() -> None:
    with pytest.raises(Refused, match="nothing to note"):
        note_at(a_wall(), "T14", " \n")
