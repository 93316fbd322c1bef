"""What is copied as words and as cards, and what becomes of what is pasted."""

from __future__ import annotations

import json

import pytest

from canvas.clipboard import cells_of, copied
from canvas.pasting import pasted_cards, pasted_picture, pasted_text
from canvas.places import Cell
from journey.edits import picture_of
from journey.model import (
    Asset,
    Card,
    CardKind,
    CardStatus,
    LaneKind,
    Link,
    LinkKind,
    Owner,
    Ownership,
    Refused,
)
from tests.builders import a_card, a_map, cell, titles
from tests.canvas.tiny_stage import TinyStage

PHOTO = picture_of(b"photo", "image/png", 4, 3)
LANES = (LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.SYSTEMS, LaneKind.FEELINGS, LaneKind.PICTURES)


@pytest.fixture
def stage() -> TinyStage:
    records = [
        PHOTO,
        Owner(id="claims", name="Claims"),
        a_card("call", "touchpoints", "step-1", code="T1", channel="Phone", status=CardStatus.APPROVED),
        a_card("letter", "touchpoints", "step-2", text="A letter\nin two lines", span=2, rank="b"),
        a_card("sms", "touchpoints", "step-2", rank="d", picture=PHOTO.id),
        a_card("crm", "systems", "step-1", text="CRM & <more>"),
        Link(id="link", source="crm", target="call", kind=LinkKind.CAUSES, label="late"),
        Ownership(id="own", card="call", owner="claims"),
    ]
    return TinyStage(a_map(lanes=LANES, records=records))


def texts(stage: TinyStage, lane: str, step: str) -> list[str]:
    """What stands on a cell's cards."""
    return [stage.map.of(Card)[one].text for one in cell(stage.map, lane, step)]


def test_one_card_is_copied_as_its_words(stage: TinyStage) -> None:
    assert copied(stage, ["letter"]).text == "A letter\nin two lines"


def test_several_are_copied_as_a_table_with_tabs(stage: TinyStage) -> None:
    text = copied(stage, ["crm", "sms", "letter", "call"]).text
    assert text == 'call\t"A letter\nin two lines"\n\tsms\nCRM & <more>\t'
    assert cells_of(text) == [["call", "A letter\nin two lines"], ["", "sms"], ["CRM & <more>", ""]]


def test_the_table_for_word_and_excel_keeps_lines_in_their_cell(stage: TinyStage) -> None:
    table = copied(stage, ["letter", "crm"]).table
    assert "<tr><td></td><td>A letter<br" in table
    assert "<td>CRM &amp; &lt;more&gt;</td>" in table


def test_lines_become_cards_under_one_another_in_one_step(stage: TinyStage) -> None:
    stage.select([], Cell("systems", "step-3"))
    stage.do(pasted_text(stage, "- Mainframe\n\n• Portal\r\nFax\n"))
    assert texts(stage, "systems", "step-3") == ["Mainframe", "Portal", "Fax"]
    assert stage.undoable == 1


def test_lines_become_steps_to_the_right_where_a_step_is_selected(stage: TinyStage) -> None:
    stage.select(["step-2"])
    stage.do(pasted_text(stage, "Signs\nWaits"))
    names = titles(stage.map.grid("journey").steps)
    assert names == ["Step 1", "Step 2", "Signs", "Waits", "Step 3", "Step 4"]
    assert stage.undoable == 1


def test_cells_keep_their_shape_over_lanes_that_take_cards(stage: TinyStage) -> None:
    stage.select([], Cell("touchpoints", "step-3"))
    stage.do(pasted_text(stage, "a\tb\n\td\n"))
    assert texts(stage, "touchpoints", "step-3") == ["a"]
    assert texts(stage, "touchpoints", "step-4") == ["b"]
    assert texts(stage, "systems", "step-3") == []
    assert texts(stage, "systems", "step-4") == ["d"]


def test_a_table_wider_than_the_map_brings_steps_along(stage: TinyStage) -> None:
    stage.select([], Cell("systems", "step-4"))
    stage.do(pasted_text(stage, "a\tb\tc"))
    steps = stage.map.grid("journey").steps
    assert len(steps) == 6
    assert [texts(stage, "systems", step.id) for step in steps[3:]] == [["a"], ["b"], ["c"]]
    assert stage.undoable == 1


def test_under_a_selected_step_the_first_row_names_new_steps(stage: TinyStage) -> None:
    stage.select(["step-4"])
    stage.do(pasted_text(stage, "Signs\tWaits\nform\t\n\tqueue"))
    steps = stage.map.grid("journey").steps
    assert titles(steps[4:]) == ["Signs", "Waits"]
    assert texts(stage, "touchpoints", steps[4].id) == ["form"]
    assert texts(stage, "systems", steps[5].id) == ["queue"]


def test_text_without_a_place_to_go_says_so(stage: TinyStage) -> None:
    with pytest.raises(Refused, match="Go to a cell first"):
        pasted_text(stage, "words")
    stage.select([], Cell("feelings", "step-1"))
    with pytest.raises(Refused, match="takes no cards"):
        pasted_text(stage, "words")
    with pytest.raises(Refused, match="no text"):
        pasted_text(stage, " \n ")


def test_cards_are_pasted_with_all_their_fields_links_owners_and_pictures(stage: TinyStage) -> None:
    own = copied(stage, ["call", "sms", "crm"]).own
    stage.select([], Cell("touchpoints", "step-3"))
    stage.do(pasted_cards(stage, own))
    (call,), (sms,) = cell(stage.map, "touchpoints", "step-3"), cell(stage.map, "touchpoints", "step-4")
    (crm,) = cell(stage.map, "systems", "step-3")
    copy = stage.map.of(Card)[call]
    assert (copy.channel, copy.text, copy.status) == ("Phone", "call", CardStatus.OPEN)
    assert copy.code not in ("", "T1")
    assert stage.map.of(Card)[sms].picture == PHOTO.id
    (link,) = (one for one in stage.map.of(Link) if one.id != "link")
    assert (link.source, link.target, link.kind, link.label) == (crm, call, LinkKind.CAUSES, "late")
    assert [one.owner for one in stage.map.of(Ownership).by("card")[call]] == ["claims"]
    assert stage.undoable == 1


def test_cards_from_another_file_come_without_owners_that_this_one_lacks(stage: TinyStage) -> None:
    own = copied(stage, ["call", "sms"]).own
    other = TinyStage(a_map(lanes=LANES))
    other.select([], Cell("systems", "step-1"))
    other.do(pasted_cards(other, own))
    (call,), (sms,) = cell(other.map, "systems", "step-1"), cell(other.map, "systems", "step-2")
    assert other.map.of(Card)[call].kind is CardKind.SYSTEM
    assert len(other.map.of(Ownership)) == 0
    assert other.map.of(Card)[sms].picture in other.map.of(Asset)


def test_a_link_to_a_card_that_did_not_come_along_is_left_out(stage: TinyStage) -> None:
    told = json.loads(copied(stage, ["crm", "call"]).own)
    told["cards"], told["places"] = told["cards"][1:], told["places"][1:]
    stage.select([], Cell("systems", "step-3"))
    stage.do(pasted_cards(stage, json.dumps(told)))
    assert len(cell(stage.map, "systems", "step-3")) == 1
    assert len(stage.map.of(Link)) == 1


def test_a_wide_card_pasted_at_the_end_stops_there(stage: TinyStage) -> None:
    own = copied(stage, ["letter"]).own
    stage.select([], Cell("touchpoints", "step-4"))
    stage.do(pasted_cards(stage, own))
    (made,) = cell(stage.map, "touchpoints", "step-4")
    assert stage.map.of(Card)[made].span == 1


@pytest.mark.parametrize(
    "own",
    ["", "[]", "{}", '{"cards": [], "places": [], "others": []}', '{"cards": [{}], "places": [[0, 0]]}'],
)
def test_what_is_no_card_is_refused(stage: TinyStage, own: str) -> None:
    stage.select([], Cell("touchpoints", "step-1"))
    with pytest.raises(Refused, match="no cards that can be pasted"):
        pasted_cards(stage, own)


def test_a_field_that_is_wrong_is_refused(stage: TinyStage) -> None:
    told = json.loads(copied(stage, ["call"]).own)
    told["cards"][0]["kind"] = "nonsense"
    stage.select([], Cell("touchpoints", "step-1"))
    with pytest.raises(Refused):
        pasted_cards(stage, json.dumps(told))


def test_a_picture_becomes_a_card_at_the_cursor(stage: TinyStage) -> None:
    face = picture_of(b"face", "image/png", 3, 4)
    stage.select([], Cell("pictures", "step-2"))
    stage.do(pasted_picture(stage, face))
    (made,) = cell(stage.map, "pictures", "step-2")
    assert (stage.map.of(Card)[made].kind, stage.map.of(Card)[made].picture) == (CardKind.PICTURE, face.id)
    stage.select(["step-3"], Cell("feelings", "step-3"))
    stage.do(pasted_picture(stage, face))
    assert len(cell(stage.map, "pictures", "step-3")) == 1
