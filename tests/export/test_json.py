"""A map goes out as JSON and comes back the same; what is no map is refused with a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.json_in import read_json
from export.json_out import write_json
from journey.model import SHAPES, Card, Journey, MapData, Record, Stage, Workshop, map_of
from journey.plain import Plain
from resources.errors import Fault
from resources.samples import SAMPLES, sample_bytes
from tests.builders import a_card, a_map
from tests.record_strategies import of_sort


def document(map_data: MapData) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(write_json(map_data))
    return made


def sorts(map_data: MapData) -> dict[str, list[Plain]]:
    made: dict[str, list[Plain]] = document(map_data)["records"]
    return made


def refused(value: object) -> str:
    text = value if isinstance(value, str | bytes) else json.dumps(value)
    with pytest.raises(Fault) as caught:
        read_json(text)
    return caught.value.sentence


@pytest.mark.parametrize("name", list(SAMPLES))
def test_a_sample_comes_back_the_same(name: str) -> None:
    there = read_json(sample_bytes(name))
    text = write_json(map_of(there.records))
    back = read_json(text.encode())
    assert map_of(back.records) == map_of(there.records)
    assert back.notices == ()
    assert write_json(map_of(reversed(back.records))) == text


@given(st.data())
def test_any_record_comes_back_the_same(data: st.DataObject) -> None:
    """Each sort without references, with whatever its fields may hold."""
    alone = [shape.record for shape in SHAPES if not shape.references]
    drawn = {
        one.id: one for one in data.draw(st.lists(st.one_of([of_sort(sort) for sort in alone]), max_size=5))
    }
    workshop = data.draw(of_sort(Workshop))
    records: list[Record] = [
        one for one in drawn.values() if type(one) is not Workshop and one.id != workshop.id
    ]
    there = map_of([workshop, *records])
    assert map_of(read_json(write_json(there)).records) == there


def test_siblings_stand_in_the_order_of_their_ranks() -> None:
    cards = [
        a_card(card, "touchpoints", "step-2", rank=rank) for card, rank in zip("abc", "VGk", strict=True)
    ]
    map_data = a_map(records=[*cards, a_card("z", "touchpoints", "step-1", rank="z")])
    assert [card["id"] for card in sorts(map_data)["card"]] == ["z", "b", "a", "c"]


def test_records_without_ranks_stand_in_the_order_of_their_list() -> None:
    written = document(a_map(stages=3))
    for row in written["records"]["stage"]:
        del row["rank"]
    written["records"]["stage"].reverse()
    back = map_of(read_json(json.dumps(written)).records)
    assert [stage.title for stage in back.grid("journey").stages] == ["Stage 3", "Stage 2", "Stage 1"]


def test_a_file_that_names_no_workshop_gets_one() -> None:
    records = [record for record in a_map().records() if not isinstance(record, Workshop)]
    back = map_of(read_json(write_json(map_of(records))).records)
    assert len(back.of(Workshop)) == 1


def test_text_from_outside_is_cleaned_and_that_is_told() -> None:
    written = document(a_map(records=[a_card("card", "touchpoints", "step-1")]))
    written["records"]["card"][0] |= {"text": "a\u202eb\x00\r\nc\ud800", "tags": ["x\ty"]}
    back = read_json(json.dumps(written))
    card = map_of(back.records).of(Card)["card"]
    assert (card.text, card.tags) == ("ab\nc", ("x y",))
    assert [notice.message for notice in back.notices] == [
        "Card 1: characters that cannot be shown were left out of its text."
    ]


def test_what_stands_beside_the_records_is_told() -> None:
    back = read_json(json.dumps(document(a_map()) | {"author": "Maja"}))
    assert [notice.message for notice in back.notices] == ["“author” is not part of a map and was left out."]


def test_json_may_begin_with_a_byte_order_mark_and_be_utf_16() -> None:
    text = write_json(a_map())
    assert map_of(read_json("\ufeff" + text).records) == a_map()
    assert map_of(read_json(text.encode("utf-16")).records) == a_map()


@pytest.mark.parametrize(
    "other", [[], 1, {}, {"nodes": []}, {"reisekart": None}, {"reisekart": "1"}, {"reisekart": True}]
)
def test_json_of_other_programs_is_refused(other: object) -> None:
    assert refused(other) == "This JSON was not written by Reisekart. Nothing was imported."


@pytest.mark.parametrize("lists", [None, [], {"card": {}}, {"card": None}])
def test_a_file_without_lists_of_records_is_refused(lists: object) -> None:
    assert refused({"reisekart": 1, "records": lists}) == (
        "The JSON file has no lists of records. Nothing was imported."
    )


def test_a_file_of_a_newer_version_is_refused() -> None:
    assert "is of version 2" in refused({"reisekart": 2, "records": {}})


@pytest.mark.parametrize("text", ["", "{", '{"reisekart": 1,}', "journey", b"\x89PNG\r\n"])
def test_what_is_no_json_is_refused_with_its_place(text: str | bytes) -> None:
    assert "not valid JSON (line 1, character" in refused(text)


def test_json_nested_too_deeply_is_refused() -> None:
    assert "nested too deeply" in refused("[" * 200_000)
    title = "[" * 900 + "]" * 900
    refused(f'{{"reisekart": 1, "records": {{"workshop": [{{"id": "w", "title": {title}}}]}}}}')


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    assert f"“{number}”" in refused(f'{{"reisekart": 1, "records": {{"step": [{{"minutes": {number}}}]}}}}')


@pytest.mark.parametrize("number", ["1e999", "9" * 5000, "9" * 400])
def test_a_number_that_is_far_too_long_is_refused(number: str) -> None:
    step = f'{{"id": "s", "stage": "t", "title": "", "minutes": {number}}}'
    refused(f'{{"reisekart": 1, "records": {{"step": [{step}]}}}}')


def test_a_name_given_twice_is_refused() -> None:
    assert "gives “records” twice" in refused('{"reisekart": 1, "records": {}, "records": {}}')


def test_two_records_with_one_id_are_refused() -> None:
    written = document(a_map())
    written["records"]["step"][1]["id"] = "step-1"
    assert "two records with the id “step-1”" in refused(written)


def test_a_record_that_points_to_nothing_is_refused_with_its_place() -> None:
    written = document(a_map())
    written["records"]["step"][1]["stage"] = "gone"
    assert refused(written) == "Step “step-2”: “Stage” is “gone”, which the JSON file does not have."


@pytest.mark.parametrize(
    ("sort", "row"),
    [
        ("card", 5),
        ("card", {"id": "c"}),
        ("stage", {"id": "s", "journey": "journey", "title": 5}),
        ("stage", {"id": "s", "journey": "journey", "title": "x" * 3000}),
        ("stage", {"id": "s", "journey": "journey", "title": "", "phase": "later"}),
        ("stage", {"id": "s", "journey": "journey", "title": "", "mood": 1}),
        ("asset", {"id": "a", "media_type": "image/png", "width": 1, "height": 1, "data": "no base64"}),
        ("dragon", {"id": "d"}),
    ],
)
def test_a_record_that_cannot_be_is_refused_with_its_place(sort: str, row: object) -> None:
    written = document(a_map())
    written["records"][sort] = [row]
    assert refused(written).startswith(f"The JSON file cannot be imported. Number 1 of its “{sort}”: ")


def test_records_and_fields_are_named_as_in_the_window() -> None:
    written = document(a_map(records=[a_card("card", "touchpoints", "step-1")]))
    written["records"]["card"][0] |= {"moment_of_truth": "perhaps"}
    assert refused(written).endswith("Card, “Moment of truth”: this is either yes or no")


def test_a_file_that_breaks_a_rule_of_the_map_is_refused() -> None:
    written = document(a_map(stages=2, steps=1))
    del written["records"]["step"][1]
    sentence = "The stage “Stage 2” needs at least one step."
    assert refused(written) == f"The JSON file does not make a map: {sentence} Nothing was imported."


def test_what_is_written_is_the_same_text_for_the_same_map() -> None:
    map_data = a_map(records=[a_card("card", "touchpoints", "step-1", text="Æ “ok”")])
    assert write_json(map_data) == write_json(map_of(reversed(list(map_data.records()))))
    assert '"text": "Æ “ok”"' in write_json(map_data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: (
            st.lists(x) | st.dictionaries(st.sampled_from(["id", "rank", "title", "journey", "tags"]), x)
        ),
        max_leaves=8,
    )
)
def test_no_value_in_the_place_of_a_record_is_more_than_refused(value: object) -> None:
    written = document(a_map())
    written["records"]["stage"].append(value)
    written["records"]["journey"][0]["notes"] = value
    refused(written)


def test_journeys_may_point_at_each_other() -> None:
    first = a_map().of(Journey)["journey"]
    second = replace(first, id="intended", intended_for="journey")
    stage = Stage(id="s", journey="intended", title="")
    step = {"id": "t", "stage": "s", "title": ""}
    written = document(map_of([*a_map().records(), second, stage]))
    written["records"]["step"].append(step)
    assert map_of(read_json(json.dumps(written)).records).of(Journey)["intended"] == second
