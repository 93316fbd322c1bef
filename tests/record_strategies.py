"""Records at random: any value that the fields allow."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from journey.clean import clean
from journey.model import SHAPE_OF, SHAPES, Record
from journey.model.fields import bounds_of
from journey.rank import is_rank

texts = st.text(max_size=40).map(clean)
ids = st.text("0123456789abcdefghjkmnpqrstvwxyz-æ", min_size=1, max_size=26)
ranks = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcz", min_size=1, max_size=6).filter(is_rank)
days = st.just("") | st.dates(date(1900, 1, 1)).map(date.isoformat)
colours = st.from_regex("#[0-9A-Fa-f]{6}", fullmatch=True)
_NAMED = {"id": ids, "rank": ranks, "date": days, "due": days, "colour": colours}


def records() -> st.SearchStrategy[Record]:
    """One record of any sort; what it points to need not exist."""
    return st.one_of([of_sort(shape.record) for shape in SHAPES])


def of_sort(sort: type[Record]) -> st.SearchStrategy[Record]:
    """A record of this sort."""
    hints = get_type_hints(sort)
    must = {one.name: _values(sort, one, hints[one.name]) for one in fields(sort)}
    return st.builds(sort, **must)


def _values(sort: type[Record], one: Field[Any], hint: Any) -> st.SearchStrategy[Any]:
    options = [option for option in get_args(hint) if option is not type(None)] or [hint]
    values = _of_type(sort, one.name, tuple if one.name == "tags" else options[0])
    if one.default is not MISSING:
        values = st.just(one.default) | values
    return st.none() | values if type(None) in get_args(hint) else values


def _of_type(sort: type[Record], name: str, kind: Any) -> st.SearchStrategy[Any]:
    if kind is tuple:
        return st.lists(texts, max_size=3).map(tuple)
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    low, high = bounds_of(SHAPE_OF[sort].name, name)
    by_type: dict[type, st.SearchStrategy[Any]] = {
        str: texts,
        bool: st.booleans(),
        bytes: st.binary(max_size=40),
        int: st.integers(int(low), int(high)),
        float: st.floats(low, high),
    }
    return _NAMED.get(name, by_type[kind])
