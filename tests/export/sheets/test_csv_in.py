"""Sheets as people fill them become maps, and nothing in them is lost without a word."""

from __future__ import annotations

from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.sheets import place, separated
from export.sheets.column_words import FIELDS, KINDS
from export.sheets.csv_in import read_csv
from journey.model import (
    Card,
    CardKind,
    Feeling,
    Lane,
    LaneKind,
    Owner,
    Ownership,
    Phase,
    Stage,
    Step,
    check_all,
    map_of,
)
from resources.errors import Fault
from tests.export.sheets.small_sheets import WIDE, read, refused, texts, titles, told


def test_each_filled_cell_of_a_wide_sheet_becomes_a_card_in_its_lane() -> None:
    map_data = read(WIDE)
    assert titles(map_data) == [("Før", ["Ser annonsen", "Søker pris"]), ("Etter", ["Bestiller"])]
    assert texts(map_data, CardKind.TOUCHPOINT) == ["Annonse", "Nettside", "Skjema", "Kvittering"]
    assert texts(map_data, CardKind.PAIN_POINT) == ["Vanskelig å\nfinne pris", "=1+1"]
    assert texts(map_data, CardKind.IDEA) == ["Vis prisen"]
    assert texts(map_data, CardKind.QUOTE) == ["«Hva koster det?»"]
    assert told(WIDE) == []


def test_channel_and_owner_of_a_wide_row_belong_to_its_touchpoint() -> None:
    map_data = read(WIDE)
    owners = {one.card: map_data.of(Owner)[one.owner].name for one in map_data.of(Ownership)}
    seen = [(card.text, card.channel, owners.get(card.id)) for card in map_data.of(Card) if card.channel]
    assert seen == [
        ("Annonse", "Web", "Marked"),
        ("Nettside", "Web", "Digital"),
        ("Skjema", "Web", None),
        ("Kvittering", "E-post", "Digital"),
    ]
    assert len(map_data.of(Owner)) == 2


def test_scores_become_feelings_with_their_words() -> None:
    map_data = read(WIDE)
    assert [(one.score, one.word) for one in map_data.of(Feeling)] == [(1.0, "nysgjerrig"), (-1.5, "")]


def test_lanes_come_in_the_usual_order_with_the_steps_first() -> None:
    map_data = read(WIDE)
    kinds = [lane.kind for lane in map_data.grid(map_data.journeys()[0].id).lanes]
    assert kinds == ["steps", "quotes", "feelings", "touchpoints", "pains", "ideas"]


def test_cards_without_codes_get_those_of_their_kind_and_place() -> None:
    codes = {card.text: card.code for card in read(WIDE).of(Card)}
    assert (codes["Annonse"], codes["Kvittering"], codes["=1+1"]) == ("T1", "T4", "P2")


def test_a_stage_titled_before_or_after_is_of_that_phase() -> None:
    assert [stage.phase for stage in read(WIDE).of(Stage)] == [Phase.BEFORE, Phase.AFTER]


def test_a_row_of_its_own_may_give_the_phase_of_a_stage() -> None:
    (stage,) = read("stage;phase;step\nWarm-up;before;\n;;Search\n").of(Stage)
    assert (stage.title, stage.phase) == ("Warm-up", Phase.BEFORE)


@pytest.mark.parametrize(
    ("separator", "encoding"),
    list(product(";,\t", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])),
)
def test_separator_and_encoding_are_found_out(separator: str, encoding: str) -> None:
    cells = ["Fase", "Steg", "Smertepunkt", "Følelse"], ["Før", "Søker", 'Kø; rot, "støy"', "-1,5"]
    quoted = (separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells)
    map_data = read("\r\n".join(quoted).encode(encoding))
    assert texts(map_data, CardKind.PAIN_POINT) == ['Kø; rot, "støy"']
    assert [one.score for one in map_data.of(Feeling)] == [-1.5]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_will_do(line_end: str) -> None:
    assert titles(read(WIDE.replace("\n", line_end))) == titles(read(WIDE))


def test_a_line_that_names_the_separator_is_believed() -> None:
    map_data = read("sep=,\nstep,pain\nBuy,a;b;c;d\n")
    assert texts(map_data, CardKind.PAIN_POINT) == ["a;b;c;d"]


def test_decimal_commas_do_not_make_the_comma_the_separator() -> None:
    map_data = read("steg;verdi;idé\nA;1,0;x,y\nB;2,0;z,w\n")
    assert texts(map_data, CardKind.IDEA) == ["x,y", "z,w"]


def test_the_separator_is_the_one_that_makes_headings_of_the_first_row() -> None:
    map_data = read("steg;idé 1\nA, B, C;x\nD, E, F;y\n")
    assert texts(map_data, CardKind.IDEA) == ["x", "y"]
    assert titles(read("steg;ønsker, gjerne flere, mange\nA;x, y, z\n"))[0][1] == ["A"]


def test_a_row_a_card_has_its_lane_and_kind() -> None:
    sheet = (
        "stage,step,lane,kind,text\nBefore,Search,,pain,Slow\n,,Tanker,,Hm\n,,Our notes,gain,Good\n,,,,Free\n"
    )
    map_data = read(sheet)
    lanes = {card.text: map_data.of(Lane)[card.lane] for card in map_data.of(Card)}
    assert {text: (lane.kind, lane.title) for text, lane in lanes.items()} == {
        "Slow": (LaneKind.PAINS, "Pain points"),
        "Hm": (LaneKind.QUOTES, "Tanker"),
        "Good": (LaneKind.GAINS, "Our notes"),
        "Free": (LaneKind.NOTES, "Notes"),
    }


def test_a_card_in_a_lane_that_does_not_take_it_gets_one_of_the_same_title_that_does() -> None:
    map_data = read("step;lane;kind;text\nBuy;Touchpoints;touchpoint;Shop\nBuy;Touchpoints;pain;Slow\n")
    lanes = [(lane.kind, lane.title) for lane in map_data.of(Lane)][1:]
    assert lanes == [(LaneKind.TOUCHPOINTS, "Touchpoints"), (LaneKind.PAINS, "Touchpoints")]


def test_a_row_may_give_only_a_stage_a_step_or_a_lane() -> None:
    sheet = "stage;step;lane;text\nBefore;;;\n;Search;;\n;;Backstage;\nAfter;;;\n"
    map_data = read(sheet)
    assert titles(map_data) == [("Before", ["Search"]), ("After", ["After"])]
    assert [lane.kind for lane in map_data.of(Lane)] == ["steps", "backstage"]
    assert not map_data.of(Card)
    assert told(sheet) == []


def test_a_sheet_without_steps_has_one_for_each_touchpoint_or_stage() -> None:
    assert titles(read("stage;touchpoint\nBefore;Advert\n;Website\nAfter;Survey\n")) == [
        ("Before", ["Advert", "Website"]),
        ("After", ["Survey"]),
    ]
    assert titles(read("Phase,Pain\nDiscover,a\nBuy,b\n")) == [("Discover", ["Discover"]), ("Buy", ["Buy"])]
    assert titles(read("touchpoint\nAdvert\nWebsite\n", "Shop")) == [("Shop", ["Advert", "Website"])]


def test_rows_of_the_same_step_are_put_together_wherever_they_stand() -> None:
    sheet = "stage;step;pain\nA;x;1\nB;y;2\nA;x;3\nB;x;4\n"
    assert titles(read(sheet)) == [("A", ["x"]), ("B", ["y", "x"])]


def test_a_new_stage_does_not_go_on_with_the_step_of_the_stage_before() -> None:
    map_data = read("stage;step;pain\nA;x;1\nB;;2\n")
    assert titles(map_data) == [("A", ["x"]), ("B", ["B"])]
    steps = map_data.of(Step)
    assert [steps[card.step].title for card in map_data.of(Card)] == ["x", "B"]


def test_codes_run_from_left_to_right_whatever_the_order_of_the_rows() -> None:
    cards = read("stage;step;pain\nA;x;one\nB;y;three\nA;z;two\n").of(Card)
    assert {card.text: card.code for card in cards} == {"one": "P1", "two": "P2", "three": "P3"}


def test_a_step_that_has_an_owner_but_no_touchpoint_gets_one() -> None:
    map_data = read("step;owner;pain\nCall us;Phones;\n")
    assert texts(map_data, CardKind.TOUCHPOINT) == ["Call us"]
    assert [owner.name for owner in map_data.of(Owner)] == ["Phones"]


def test_what_stands_over_the_headings_is_the_title() -> None:
    map_data = read("Customer journey: New customer;;\nMade in May;;\n;;\n" + WIDE)
    (journey,) = map_data.journeys()
    assert journey.title == "New customer"
    assert journey.notes == "Customer journey: New customer\nMade in May"
    assert read(WIDE, "A sheet").journeys()[0].title == "A sheet"


def test_a_sheet_on_its_side_is_turned_upright() -> None:
    sheet = "Stage,Before,,After\nStep,See,Ask,Buy\nPain,,Slow,\nFeeling,1,-1,2\n"
    map_data = read(sheet)
    assert titles(map_data) == [("Before", ["See", "Ask"]), ("After", ["Buy"])]
    assert texts(map_data, CardKind.PAIN_POINT) == ["Slow"]
    assert told(sheet) == [(0, "The headings stand in the first column; each column was read as a row.")]


def test_several_journeys_in_one_sheet_become_several() -> None:
    map_data = read("journey;stage;step;owner\nUser;A;x;IT\n;;y;\nBuyer;A;z;IT\n")
    assert [journey.title for journey in map_data.journeys()] == ["User", "Buyer"]
    assert titles(map_data, 0) == [("A", ["x", "y"])]
    assert titles(map_data, 1) == [("A", ["z"])]
    assert len(map_data.of(Owner)) == 1


def test_a_row_without_a_place_is_told_by_its_line() -> None:
    sheet = 'stage;pain\n;"Slow\nline"\nBefore;x\n'
    assert told(sheet) == [
        (2, "There is no stage or step on this row or above it, so it was left out: “Slow line”")
    ]


def test_lines_are_counted_with_those_inside_of_cells() -> None:
    sheet = 'step;pain;severity\nA;"one\ntwo\n";x\n\nB;y;bad\n'
    assert [line for line, _message in told(sheet)] == [2, 6]


@pytest.mark.parametrize("text", ["", "\n\n", "stage;step", b"\xff\xfe", ";;;\n;;\n"])
def test_a_sheet_without_rows_is_refused(text: str | bytes) -> None:
    assert refused(text) == "The sheet needs a row of headings and rows below it. Nothing was imported."


@pytest.mark.parametrize(
    "text", ["a;b\n1;2\n", "owner;pain\nIT;slow\n", "one\ntwo\nthree\n", "title: x\nstages:\n - y\n"]
)
def test_a_sheet_without_a_place_for_its_rows_is_refused(text: str) -> None:
    assert refused(text).startswith("No column is headed stage, step or touchpoint")


def test_a_sheet_whose_rows_name_nothing_is_refused() -> None:
    assert refused("stage;pain;owner\n;slow;\n").startswith("No row of the sheet names a stage or a step.")


def test_too_many_cards_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "CARD_LIMIT", 3)
    assert "more than 3 cards or steps" in refused("step;pain\n" + "A;x\n" * 9)
    assert len(read("step;pain\n" + "A;x\n" * 3).of(Card)) == 3


def test_too_many_rows_are_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separated, "ROW_LIMIT", 3)
    sheet = "step;pain\nA;x\nA;y\nA;z\n"
    assert len(read(sheet).of(Card)) == 2
    assert told(sheet) == [(3, "The sheet is longer than 3 rows; the rows after them were not read.")]


def test_many_remarks_are_told_by_their_number() -> None:
    remarks = told("step;pain;severity\n" + "A;x;bad\n" * 400)
    assert len(remarks) == 301
    assert remarks[-1] == (0, "There are 100 more remarks.")


_headings = st.sampled_from(
    [word for words in (*FIELDS.values(), *KINDS.values()) for word in words.split(", ")]
)
_cells = st.sampled_from(
    ["", "", "1", "-2", "x", "T1", "pain", "IT; Law", "next:T1", "steps", "a | b=c", "yes"]
) | st.text(max_size=8)


def made_or_refused(data: bytes | str) -> None:
    """Read a sheet; what is not refused with a sentence makes a map that keeps all rules."""
    with suppress(Fault):
        check_all(map_of(read_csv(data, "x").records))


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_any_bytes_make_a_map_or_a_sentence(data: bytes | str) -> None:
    made_or_refused(data)


def test_a_journey_named_further_down_is_that_of_the_rows_above() -> None:
    map_data = read("journey;stage;step\n;A;x\nShop;;y\n")
    assert [journey.title for journey in map_data.journeys()] == ["Shop"]
    assert titles(map_data) == [("A", ["x", "y"])]


@given(
    st.lists(_headings | st.text(max_size=5), min_size=1, max_size=8),
    st.lists(st.lists(_cells, max_size=9), max_size=6),
    st.sampled_from(";,\t"),
)
def test_any_sheet_makes_a_map_or_a_sentence(headings: list[str], cells: list[list[str]], mark: str) -> None:
    made_or_refused("\n".join(mark.join(row) for row in [headings, *cells]))


def test_owners_of_a_sheet_have_initials_that_differ() -> None:
    map_data = read("step;touchpoint;owner\nBuy;Shop;Police district\nPay;Till;Post department\nGo;Door;PD\n")
    assert [owner.initials for owner in map_data.of(Owner)] == ["PD", "PoD", "P"]


def test_a_row_without_a_place_below_an_empty_row_is_told() -> None:
    sheet = "stage;step;lane;text\nBefore;Books;Ideas;Online\n;;;\n;;Ideas;By SMS\n;;Ideas;By letter\n"
    assert texts(read(sheet), CardKind.IDEA) == ["Online", "By SMS", "By letter"]
    assert told(sheet) == [
        (
            4,
            "No stage and no step is named here; it was put at the step above, “Books”: “Ideas; By SMS”",
        )
    ]


def test_a_row_without_a_place_is_told_where_others_say_theirs_again() -> None:
    sheet = "step;pain;idea\nBooks;Slow;\nBooks;Dear;\n;;By SMS\n"
    assert told(sheet) == [
        (4, "No stage and no step is named here; it was put at the step above, “Books”: “By SMS”")
    ]


@pytest.mark.parametrize(
    "sheet",
    [
        "step;pain\nBooks;Slow\n;Dear\n;Late\nGoes;Far\n",
        "stage;touchpoint;pain\nBefore;Site;Slow\n;;\n;Desk;Closed\n",
        "stage;step;pain\nBefore;Books;Slow\n\nAfter;;Cold\n\n;Goes;Far\n",
    ],
)
def test_blank_cells_that_mean_the_row_above_are_no_oddity(sheet: str) -> None:
    assert told(sheet) == []


def test_a_lane_nobody_knows_is_told_once_and_takes_notes() -> None:
    sheet = "step;lane;text\nA;Smell;Smoke\nB;Smell;Soap\nB;Quotes;Nice\n;Sound;\n"
    lanes = {lane.title: lane.kind for lane in read(sheet).of(Lane)}
    assert [lanes[title] for title in ("Smell", "Sound")] == [LaneKind.NOTES] * 2
    assert told(sheet) == [
        (line, f"“{lane}” is no lane that is known here; it became a lane for notes.")
        for line, lane in ((2, "Smell"), (5, "Sound"))
    ]


def test_a_lane_of_ones_own_whose_rows_say_what_it_holds_is_no_oddity() -> None:
    assert told("step;lane;kind;text\nA;Smell;pain;Smoke\nA;Remarks of ours;note;Soap\n") == []
    assert told("step;lane;lane_kind;text\nA;Smell;gains;Soap\n") == []
