"""Records as plain values, and back."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import SHAPES, Card, CardKind, Record, Refused
from journey.model.fields import check_fields
from journey.plain import from_plain, sort_of, to_plain
from tests.record_strategies import records

CARD = {"id": "c", "lane": "l", "step": "s", "kind": "touchpoint"}


@given(records())
def test_any_record_comes_back_from_json_as_it_was(record: Record) -> None:
    check_fields(record)
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(sort_of(record), plain) == record


@given(records())
def test_plain_values_have_every_field_in_order(record: Record) -> None:
    assert list(to_plain(record)) == [field.name for field in fields(record)]


def test_fields_left_out_take_their_usual_value() -> None:
    assert from_plain("card", CARD) == Card(id="c", lane="l", step="s", kind=CardKind.TOUCHPOINT)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
SORTS = st.sampled_from([shape.name for shape in SHAPES])
FIELDS = st.sampled_from(sorted({field.name for shape in SHAPES for field in fields(shape.record)}))


@given(SORTS, st.dictionaries(FIELDS, JUNK, max_size=6))
def test_any_other_values_make_a_valid_record_or_are_refused(sort: str, plain: dict[str, Any]) -> None:
    with suppress(Refused):
        check_fields(from_plain(sort, plain))


@given(records(), st.data())
def test_one_wrong_value_makes_a_valid_record_or_is_refused(record: Record, data: st.DataObject) -> None:
    plain = to_plain(record)
    plain[data.draw(st.sampled_from(sorted(plain)))] = data.draw(JUNK)
    with suppress(Refused):
        again = from_plain(sort_of(record), plain)
        assert from_plain(sort_of(again), to_plain(again)) == again


@pytest.mark.parametrize(
    ("sort", "plain", "sentence"),
    [
        ("postcard", {}, "no records called “postcard”"),
        ("card", {**CARD, "colour": "#ffffff"}, "the field “colour” is not known"),
        ("card", {"id": "c"}, "“Lane” is missing (the field “lane”)"),
        ("card", {**CARD, "kind": "sticky"}, "“sticky” does not fit"),
        ("card", {**CARD, "tags": "one"}, "“one” does not fit"),
        ("card", {**CARD, "tags": [1]}, "this must be text"),
        ("card", {**CARD, "tags": ["x" * 101]}, "101 characters are too many"),
        ("card", {**CARD, "id": ""}, "this is no id"),
        ("card", {**CARD, "id": "a\nb"}, "this is no id"),
        ("card", {**CARD, "rank": "V0"}, "no place in an order"),
        ("card", {**CARD, "span": 0}, "0 does not lie between 1 and 10000"),
        ("card", {**CARD, "span": 1.5}, "whole number"),
        ("card", {**CARD, "span": True}, "whole number"),
        ("card", {**CARD, "value": 6}, "6 does not lie between 0 and 5"),
        ("card", {**CARD, "cost": "12"}, "this must be a number"),
        ("card", {**CARD, "cost": float("nan")}, "this must be a number"),
        ("card", {**CARD, "cost": 10**400}, "does not fit here"),
        ("card", {**CARD, "moment_of_truth": 1}, "yes or no"),
        ("card", {**CARD, "text": "x" * 2001}, "2001 characters are too many; there is room for 2000"),
        ("card", {**CARD, "text": "a\0b"}, "characters that cannot be shown"),
        ("card", {**CARD, "text": None}, "this must be text"),
        (
            "feeling",
            {"id": "f", "journey": "j", "step": "s", "score": 2.5},
            "2.5 does not lie between -2 and 2",
        ),
        ("persona", {"id": "p", "name": "Maja", "colour": "teal"}, "#RRGGBB"),
        ("action", {"id": "a", "card": "c", "title": "Do", "due": "1 May"}, "year-month-day"),
        ("action", {"id": "a", "card": "c", "title": "Do", "due": "20260501"}, "year-month-day"),
        ("action", {"id": "a", "card": "c", "title": "Do", "due": "2026-W18-5"}, "year-month-day"),
        (
            "asset",
            {"id": "a", "media_type": "image/png", "width": 1, "height": 1, "data": "%"},
            "does not fit",
        ),
        (
            "asset",
            {"id": "a", "media_type": "image/png", "width": 0, "height": 1, "data": ""},
            "0 does not lie",
        ),
    ],
)
def test_a_value_that_may_not_stand_there_is_refused_with_a_sentence(
    sort: str, plain: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        from_plain(sort, plain)
    assert sentence in refused.value.sentence
