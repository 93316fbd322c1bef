"""What an edit is given when nobody chooses it: drawn from a map, and now and then what is not there."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from hypothesis import strategies as st

from journey import edits
from journey.model import (
    CARDS_OF_LANE,
    Asset,
    Card,
    Journey,
    Lane,
    MapData,
    Record,
    Step,
)

E = TypeVar("E", bound=StrEnum)

_WORDS = ["Emergency line", "Settlement letter", "Ø", "two\r\nlines", "{title}", "a\u030a"] * 3
_TEXTS = st.sampled_from([*_WORDS, "", " \u202e ", "x" * 2001]) | st.text(max_size=12)
_PLACES = st.none() | st.integers(-1, 6)
_NUMBERS = st.sampled_from([None, 0, 1, 2.5, 40, 90, 1e6, -5, float("nan")])
DAYS = st.sampled_from(["", "2026-03-01", "2026-12-31", "some day"])
CODES = st.sampled_from(["", "T1", "T5", "S2", "our own"])
SELDOM = st.sampled_from([False] * 24 + [True])


class Choice:
    """Arguments for an edit, drawn from a map; now and then the id of what is not there."""

    def __init__(self, map_data: MapData, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.map = map_data
        self.draw = draw

    def one(self, sort: type[Record]) -> str:
        ids = [record.id for record in self.map.of(sort)]
        chosen: str = self.draw(st.sampled_from(ids)) if ids and not self.draw(SELDOM) else "gone"
        return chosen

    def fields(self, sort: type[Record], *names: str) -> list[Any]:
        """What a record of this sort says in these fields."""
        record = self.map.of(sort).get(self.one(sort))
        return [getattr(record, name, "gone") for name in names]

    def cell(self, beside: str | None = None) -> tuple[str, str]:
        """A lane that takes cards and a step, mostly of one journey, mostly that of the card given."""
        card = self.map.of(Card).get(beside)
        if self.draw(SELDOM):
            return self.one(Lane), self.one(Step)
        journey = self.map.of(Lane)[card.lane].journey if card else self.one(Journey)
        grid = self.map.grid(journey)
        lanes = [lane.id for lane in grid.lanes if CARDS_OF_LANE[lane.kind]]
        if not lanes or not grid.steps:
            return self.one(Lane), self.one(Step)
        return self.draw(st.sampled_from(lanes)), self.draw(st.sampled_from(grid.steps)).id

    def some(self, sort: type[Record]) -> list[str]:
        return [self.one(sort) for _turn in range(self.draw(st.integers(1, 3)))]

    def maybe(self, sort: type[Record]) -> str | None:
        return self.one(sort) if self.draw(st.booleans()) else None

    def of(self, kinds: type[E]) -> E:
        kind: E = self.draw(st.sampled_from(list(kinds)))
        return kind

    def text(self) -> str:
        text: str = self.draw(_TEXTS)
        return text

    def place(self) -> int | None:
        place: int | None = self.draw(_PLACES)
        return place

    def whole(self, low: int, high: int) -> int:
        number: int = self.draw(st.integers(low, high))
        return number

    def number(self) -> float | None:
        number: float | None = self.draw(_NUMBERS)
        return number

    def yes(self) -> bool:
        answer: bool = self.draw(st.booleans())
        return answer

    def picture(self) -> Asset | None:
        data: bytes = self.draw(st.sampled_from([b"", b"one", b"two"]))
        return edits.picture_of(data, "image/png", 1, 1) if data else None

    def values(self, **drawn: Callable[[], object]) -> dict[str, Any]:
        """Some of these fields, each with a value drawn for it."""
        names = self.draw(st.sets(st.sampled_from(sorted(drawn))))
        return {name: drawn[name]() for name in sorted(names)}
