"""What an earlier layout worked out, so that the next does only what an edit changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")

_LIMIT = 400_000


class Memory:
    """Results by key, each with the facts it was made from; other facts make it anew.

    Layout stays pure: the same map and view give the same drawing with or without a memory.
    """

    __slots__ = ("_column", "_kept", "made")

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._column = 0.0
        self.made = 0
        """How many results had to be made since the last ``begin``."""

    def begin(self, column: float) -> None:
        """Start a layout with columns of a width.

        Everything is forgotten where the columns had another one, or far more is kept than a map needs.
        """
        self.made = 0
        if len(self._kept) > _LIMIT or column != self._column:
            self._kept.clear()
        self._column = column

    def recall(self, key: Hashable, facts: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The result for a key: the earlier one if its facts are equal, else a new one."""
        kept = self._kept.get(key)
        if kept is None or kept[0] != facts:
            self.made += 1
            kept = self._kept[key] = (facts, make())
        result: T = kept[1]
        return result

    def of(self, key: Hashable, make: Callable[..., T], *facts: Any) -> T:
        """The result of ``make(*facts)``, the earlier one if the facts are equal."""
        return self.recall(key, facts, lambda: make(*facts))

    def renew(self, key: Hashable, facts: tuple[Any, ...], make: Callable[[T | None], T]) -> T:
        """The result for a key: the earlier one if its facts are equal, else what ``make`` makes of that.

        ``make`` gets None where there is none, and gives back the very result it got if that still holds.
        """
        kept = self._kept.get(key)
        earlier: T | None = None if kept is None else kept[1]
        if kept is not None and kept[0] == facts:
            return cast("T", earlier)
        result = make(earlier)
        self.made += result is not earlier
        self._kept[key] = (facts, result)
        return result

    def follow(self, key: Hashable, facts: tuple[Any, ...], first: T, make: Callable[[T], T]) -> T:
        """What ``make`` makes of the earlier result under the same facts, or of ``first`` without one.

        For results that are cheaper to bring up to date than to compare; if nothing changed, ``make``
        gives back the very result it got.
        """
        kept = self._kept.get(key)
        earlier: T = first if kept is None or kept[0] != facts else kept[1]
        result = make(earlier)
        if result is not earlier:
            self.made += 1
            self._kept[key] = (facts, result)
        return result
