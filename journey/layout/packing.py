"""Which level of its lane each card stands on: under what came before it, never over another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Spanning(NamedTuple, Generic[T]):
    """Something that covers the columns from ``first`` to ``last``.

    A plain tuple, because there are many.
    """

    first: int
    last: int
    thing: T


def levels(items: Iterable[Spanning[T]], columns: int) -> tuple[tuple[Spanning[T], ...], ...]:
    """The items by level, each below all that came earlier in any of its columns.

    Items come in the order they should stand in; within a level they are from left to right.
    """
    depth = [0] * columns
    packed: list[list[Spanning[T]]] = []
    for item in items:
        level = max(depth[item.first : item.last + 1])
        depth[item.first : item.last + 1] = [level + 1] * (item.last + 1 - item.first)
        if level == len(packed):
            packed.append([])
        packed[level].append(item)
    return tuple(tuple(sorted(level, key=_first)) for level in packed)


def _first(item: Spanning[T]) -> int:
    return item.first
