"""Which of several things somebody means who types a number, a name, or a part of a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def meant(wanted: str, things: Sequence[T], name: Callable[[T], str]) -> list[T]:
    """Those of this name, whatever its case, or otherwise those with it in their name."""
    sought = wanted.casefold()
    same = [one for one in things if name(one).casefold() == sought]
    return same or [one for one in things if sought and sought in name(one).casefold()]


def meant_in_list(wanted: str, things: Sequence[T], name: Callable[[T], str]) -> list[T]:
    """The one at this place, counted from 1, or otherwise those that are meant by their name."""
    if wanted.isdecimal() and 0 < int(wanted) <= len(things):
        return [things[int(wanted) - 1]]
    return meant(wanted, things, name)
