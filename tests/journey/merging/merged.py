"""Edits of the busy map that two copies made apart, merged."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from journey.ids import counted
from journey.merging import Conflict, Merge, Side, merge
from journey.model import (
    Change,
    MapData,
    check_all,
)
from tests.busy_map import a_busy_map

Edit = Callable[[MapData], Change]


def after(start: MapData, prefix: str, *made: Edit) -> MapData:
    with counted(prefix):
        return reduce(lambda m, edit: m.apply(edit(m)), made, start)


def merged(mine: list[Edit], theirs: list[Edit], *before: Edit, **options: object) -> Merge:
    """The busy map after ``before`` and either's edits, merged; swapping the copies gives the same."""
    base = after(a_busy_map(), "b-", *before)
    one, other = after(base, "m-", *mine), after(base, "t-", *theirs)
    result = merge(base, one, other, **options)  # type: ignore[arg-type]
    check_all(result.map)
    assert one.apply(result.change("Merge")) == result.map
    if not options:
        assert merge(base, other, one, usual=Side.THEIRS).map == result.map
    return result


def only(result: Merge) -> Conflict:
    (conflict,) = result.conflicts
    return conflict
