"""A journey written as a sheet comes back the same, and is harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.json_in import read_json
from export.sheets.csv_in import read_csv
from export.sheets.csv_out import HEADINGS, write_csv
from journey.model import (
    SHAPE_OF,
    Card,
    Journey,
    Lane,
    Link,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Record,
    Stage,
    Step,
    map_of,
)
from resources.samples import SAMPLES, sample_bytes
from tests.builders import a_card, a_map
from tests.export.sheets.sheet_maps import held, sheet_maps


def back_again(map_data: MapData, journey: str, separator: str, encoding: str = "utf-8") -> MapData:
    read = read_csv(write_csv(map_data, journey, separator).encode(encoding), "a name")
    assert read.notices == ()
    return map_of(read.records)


def rows_of(text: str, separator: str = ";") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator))


@given(sheet_maps(), st.sampled_from(";,\t"))
def test_a_journey_comes_back_the_same(map_data: MapData, separator: str) -> None:
    back = back_again(map_data, "Journey000", separator)
    assert held(back, back.journeys()[0].id) == held(map_data, "Journey000")


@given(sheet_maps())
def test_a_sheet_of_what_came_back_is_the_same_text(map_data: MapData) -> None:
    back = back_again(map_data, "Journey000", ";")
    assert write_csv(back, back.journeys()[0].id) == write_csv(map_data, "Journey000")


@given(sheet_maps())
def test_no_cell_can_be_taken_for_a_formula(map_data: MapData) -> None:
    for row in rows_of(write_csv(map_data, "Journey000")):
        for cell in row.values():
            assert cell[:1] not in {"=", "+", "@", "\t", "\r", "\uff1d"}
            assert not cell.startswith("-") or float(cell.replace(",", ".")) < 0


@pytest.mark.parametrize("name", list(SAMPLES))
def test_the_journeys_of_a_sample_come_back_the_same(name: str) -> None:
    """But for pictures, and for links and feelings of the other journey."""
    there = map_of(read_json(sample_bytes(name)).records)
    for journey in there.journeys():
        back = back_again(there, journey.id, ";")
        came, went = held(back, back.journeys()[0].id), held_alone(there, journey.id)
        assert came == went


def held_alone(map_data: MapData, journey: str) -> dict[str, Any]:
    """What a sheet holds of one journey among several."""
    grid = map_data.grid(journey)
    within = {one.id for one in (*grid.stages, *grid.steps, *grid.lanes)} | {journey}
    cards = {card.id for card in map_data.of(Card) if card.lane in within}
    homes = {Journey: within, Stage: within, Step: within, Lane: within, Card: cards}

    def stays(record: Record) -> bool:
        needed = (ref for ref in SHAPE_OF[type(record)].references if not ref.clears and ref.target in homes)
        return all(getattr(record, ref.field) in homes[ref.target] for ref in needed)

    return held(map_of(record for record in map_data.records() if stays(record)), journey)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_sheet_comes_back_from_every_encoding_of_a_spreadsheet(encoding: str) -> None:
    map_data = a_map(records=[a_card("card", "touchpoints", "step-1", text="Æ “ok” €")])
    back = back_again(map_data, "journey", "\t", encoding)
    assert [card.text for card in back.of(Card)] == ["Æ “ok” €"]


def test_a_sheet_has_a_byte_order_mark_and_a_row_of_headings() -> None:
    text = write_csv(a_map(), "journey")
    assert text.startswith("\ufeff" + ";".join(HEADINGS) + "\r\n")


def test_between_semicolons_numbers_have_a_comma_and_else_a_point() -> None:
    map_data = a_map(records=[a_card("card", "touchpoints", "step-1", cost=1.5)])
    for separator, cost in ((";", "1,5"), (",", "1.5"), ("\t", "1.5")):
        *_lanes, row = (
            row for row in rows_of(write_csv(map_data, "journey", separator), separator) if row["cost"]
        )
        assert row["cost"] == cost


def test_a_formula_on_a_card_is_written_as_text() -> None:
    map_data = a_map(records=[a_card("card", "touchpoints", "step-1", text="=1+1", note="'=1")])
    row = next(row for row in rows_of(write_csv(map_data, "journey")) if row["kind"])
    assert (row["text"], row["note"]) == ("'=1+1", "''=1")


def test_links_go_by_code_where_it_is_clear_and_else_by_number() -> None:
    codes = {"a": "T1", "b": "T2", "c": "T2", "d": "T 4"}
    cards = [
        a_card(name, "touchpoints", "step-1", code=code, rank=rank)
        for (name, code), rank in zip(codes.items(), "GVkz", strict=True)
    ]
    links = [
        Link(id=f"to-{one.id}", source="b", target=one.id, label="at once") for one in cards if one.id != "b"
    ]
    text = write_csv(a_map(records=[*cards, *links]), "journey")
    told = next(row["links"] for row in rows_of(text) if row["links"])
    assert told == "supports:#3 at once; supports:#4 at once; supports:T1 at once"


def test_rows_in_another_order_still_make_the_same_map() -> None:
    cards = [a_card(name, "touchpoints", f"step-{n}") for n, name in enumerate("dbca", start=1)]
    map_data = a_map(records=cards)
    heading, *rows = write_csv(map_data, "journey").split("\r\n")
    back = map_of(read_csv("\r\n".join([heading, *reversed(rows)]), "x").records)
    assert held(back, back.journeys()[0].id) == held(map_data, "journey")


def test_a_card_without_an_owner_has_none_when_it_comes_back() -> None:
    map_data = a_map(records=[a_card("card", "touchpoints", "step-1", channel="web")])
    assert not back_again(map_data, "journey", ";").of(Ownership)


def test_owners_with_marks_in_their_names_come_back() -> None:
    owners = [Owner(id="a", name="Sales; West"), Owner(id="b", name="informed: IT; ops")]
    roles = (OwnershipRole.ACCOUNTABLE, OwnershipRole.INFORMED)
    owned = [
        Ownership(id=one.id, card="card", owner=one.id, role=role)
        for one, role in zip(owners, roles, strict=True)
    ]
    map_data = a_map(records=[a_card("card", "touchpoints", "step-1"), *owners, *owned])
    back = back_again(map_data, "journey", ";")
    assert held(back, back.journeys()[0].id)["owners"] == held(map_data, "journey")["owners"]


def test_what_is_hidden_or_empty_stays_so() -> None:
    lanes = [replace(lane, hidden=True) for lane in a_map().grid("journey").lanes]
    hidden = map_of([*a_map().records(), *lanes])
    back = back_again(hidden, "journey", ",")
    assert all(lane.hidden for lane in back.grid(back.journeys()[0].id).lanes)
    assert len(back.grid(back.journeys()[0].id).lanes) == len(lanes)
