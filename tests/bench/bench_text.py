"""How long text takes: typing must feel immediate, and a big map must open at once."""

from __future__ import annotations

from collections.abc import Callable

from journey.text import break_lines

SENTENCE = "The customer calls the insurance office, waits eleven minutes and tells it all again"

Measure = Callable[[str, Callable[[], object], float], None]


def bench_a_map_of_known_words(measure: Measure) -> None:
    cards = [f"{SENTENCE} {number}" for number in range(1800)]
    break_lines(SENTENCE, 9.0)
    measure("break 1,800 cards into lines", lambda: [break_lines(card, 9.0) for card in cards], 200)


def bench_a_word_typed_into_a_card(measure: Measure) -> None:
    letters = iter(range(1_000_000))
    break_lines(SENTENCE, 9.0)
    measure("break a card with one new word", lambda: break_lines(f"{SENTENCE} x{next(letters)}y", 9.0), 2)
