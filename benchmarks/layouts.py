"""How long the layout takes: all of a map, and again after one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

from benchmarks.maps import JOURNEY, large_map
from benchmarks.rounds import Work, medians
from benchmarks.table import Row
from journey.drawing import Drawing
from journey.layout import Memory, View, layout
from journey.model import Card, MapData, replacing

AFTER_ONE_EDIT = 0.1
_AIMED_AT = 2_000


class Edited:
    """A map that is edited and laid out again, over and over, as at a workshop."""

    def __init__(self, map_data: MapData) -> None:
        self._map = map_data
        self._memory = Memory()
        self._times = 0
        self.laid_out()

    def laid_out(self) -> Drawing:
        """The map as it is now, with what earlier layouts worked out."""
        return layout(self._map, View(JOURNEY), self._memory)

    def texted(self) -> Work:
        """Write a word more on a card."""
        self._times += 1
        return self._with(lambda card: replace(card, text=f"{card.text} {self._times}"))

    def moved(self) -> Work:
        """Put a card at another step."""
        self._times += 1
        return self._with(lambda card: replace(card, step=f"step-{self._times % 10}"))

    def _with(self, edit: Callable[[Card], Card]) -> Work:
        old = self._map.of(Card)["card-7"]
        self._map = self._map.apply(replacing("Edit", [(old, edit(old))]))
        return self.laid_out


def layout_rows(map_data: MapData, rounds: int) -> Iterator[Row]:
    """All of a map, and after an edit of a card's text or place."""
    cards, edited = len(map_data.of(Card)), Edited(map_data)
    seeds = count(2)

    def opened() -> Work:
        """A map whose texts nobody has laid out yet, as when a file is opened."""
        unseen = large_map(cards, next(seeds))
        return lambda: layout(unseen, View(JOURNEY), Memory())

    taken = medians({"full": opened, "text": edited.texted, "move": edited.moved}, rounds)
    full = taken["full"]
    yield Row("layout, everything", cards, full, "ms")
    aim = AFTER_ONE_EDIT if cards == _AIMED_AT else None
    for edit in ("text", "move"):
        case = f"layout, after one edit ({edit})"
        yield Row(case, cards, taken[edit], "ms", "everything", full, aim)
