"""How long texts take to be broken into lines: those of a whole map, and one that somebody is typing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

import uharfbuzz

from benchmarks.rounds import at_once, medians
from benchmarks.table import Row
from journey.model import Card, MapData
from journey.text import break_lines, shape, shaping_font

_WIDTH = 12.0
"""Em that a card's lines have room for."""


def text_rows(map_data: MapData, rounds: int) -> Iterator[Row]:
    """Breaking all cards' texts, against HarfBuzz alone that sets each in one line; and one new word."""
    texts = [card.text for card in map_data.of(Card)]
    font = shaping_font(shape("a").runs[0].font)
    letters = count()
    works = {
        "lines": at_once(lambda: [break_lines(text, _WIDTH) for text in texts]),
        "bare": at_once(lambda: _shaped(font, texts)),
        "typed": at_once(lambda: break_lines(f"{texts[0]} x{next(letters)}y", _WIDTH)),
    }
    taken = medians(works, rounds)
    yield Row("texts broken into lines", len(texts), taken["lines"], "ms", "HarfBuzz alone", taken["bare"])
    yield Row("a new word on a card", len(texts), taken["typed"], "ms")


def _shaped(font: uharfbuzz.Font, texts: Sequence[str]) -> None:
    for text in texts:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
