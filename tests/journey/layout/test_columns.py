"""Columns can be as wide as a print needs them: everything follows, and text is broken anew."""

from __future__ import annotations

import pytest

from export.paper.known import Known
from journey.drawing import Drawing, Text
from journey.layout import Memory, View, layout, sizes
from journey.model import Card
from tests.journey.layout.drawn import written
from tests.journey.layout.small_maps import furnished, long_texts, nordic


def drawn(width: float, memory: Memory | None = None) -> Drawing:
    return layout(furnished(), View("j", column=width), memory)


@pytest.mark.parametrize("width", [50.0, 75.5, 120.0])
def test_a_map_is_as_wide_as_its_columns_are(width: float) -> None:
    steps = len(furnished().grid("j").steps)

    assert drawn(width).w == pytest.approx(sizes.RAIL + steps * width)


def test_cards_are_as_wide_as_their_columns_and_stand_in_their_middle() -> None:
    column = furnished().grid("j").column
    cards = {one.id: one for one in furnished().records() if isinstance(one, Card)}

    found = [(cards[one.block.record], one) for one in Known(drawn(90.0)).cards if one.block.record in cards]

    assert len(found) == len(cards)
    for card, placed in found:
        assert placed.block.w == pytest.approx(card.span * 90.0 - sizes.GUTTER)
        assert placed.x == pytest.approx(sizes.RAIL + column[card.step] * 90.0 + sizes.GUTTER / 2)


@pytest.mark.parametrize("made", [long_texts, nordic])
def test_wider_columns_make_a_map_of_long_texts_lower(made: object) -> None:
    assert callable(made)
    narrow, wide = (layout(made(), View("j", column=width)) for width in (60.0, 110.0))

    assert wide.h < narrow.h


def test_no_letter_is_larger_or_smaller_for_it() -> None:
    def letters(width: float) -> set[float]:
        return {
            mark.size for one in drawn(width).blocks() for mark in one.block.marks if isinstance(mark, Text)
        }

    assert letters(60.0) == letters(100.0)


def test_a_memory_of_other_columns_is_no_memory() -> None:
    memory = Memory()
    drawn(60.0, memory)

    assert written(drawn(84.0, memory)) == written(drawn(84.0))
    assert written(drawn(60.0, memory)) == written(drawn(60.0))
