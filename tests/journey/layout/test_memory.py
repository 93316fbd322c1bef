"""A drawing depends on the map alone; a memory only saves work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Block, Drawing
from journey.ids import counted
from journey.layout import Beside, Memory, View, layout
from journey.model import Card, MapData, Measure, Record, Refused, map_of, replacing
from tests.busy_map import a_busy_map
from tests.choice import Choice
from tests.edits_at_random import CARDS, GRID, KNOWLEDGE, PEOPLE
from tests.journey.layout.drawn import written
from tests.journey.layout.random_maps import maps, views
from tests.journey.layout.small_maps import wide_spans

_EDITS = {**GRID, **CARDS, **PEOPLE, **KNOWLEDGE}


@given(st.data())
def test_with_a_memory_a_map_is_drawn_as_without_whatever_was_edited(data: Any) -> None:
    made, memory, view = a_busy_map(), Memory(), View("journey")
    for turn in range(data.draw(st.integers(1, 6))):
        made = _edited(made, turn, data)
        if "journey" not in [journey.id for journey in made.journeys()]:
            break
        view = replace(view, language=data.draw(st.sampled_from(["en", "en", "nb"])))
        assert written(layout(made, view, memory)) == written(layout(made, view))


@given(st.data())
def test_one_memory_serves_several_journeys_and_paper(data: Any) -> None:
    small = maps(most_steps=4, most_cards=5, most_links=3)
    made, other, memory = data.draw(small), data.draw(small), Memory()
    for each in (made, other, made):
        view = data.draw(views(each))
        for asked in (replace(view, beside=Beside()), view):
            assert written(layout(each, asked, memory)) == written(layout(each, asked))


@given(maps(most_cards=6), st.randoms(use_true_random=False))
def test_the_order_in_which_records_were_made_does_not_matter(made: MapData, chance: Any) -> None:
    records: list[Record] = list(made.records())
    chance.shuffle(records)
    assert written(layout(map_of(records), View("j"))) == written(layout(made, View("j")))


def test_a_text_of_the_same_height_makes_one_new_block_and_leaves_all_others() -> None:
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory)
    card = made.of(Card)["open"]
    after = layout(_with(made, card, text="Shut the claim"), View("j"), memory)
    assert _new(after, before) == ["open"]


def test_a_text_that_grows_makes_new_blocks_in_its_own_row_only() -> None:
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory)
    card = made.of(Card)["open"]
    after = layout(_with(made, card, text="Open the claim " * 9), View("j"), memory)
    # the cards beside it, the two grounds of the row, its name, and the links across the row
    assert sorted(_new(after, before)) == ["", "", "backstage", "open", "queue", "to-line", "to-pay"]


def test_nothing_is_made_anew_for_a_map_that_did_not_change() -> None:
    made, memory = a_busy_map(), Memory()
    before = layout(made, View("journey"), memory)
    after = layout(made, View("journey"), memory)
    assert _new(after, before) == []
    assert memory.made == 0


def test_a_moved_card_leaves_the_blocks_of_all_others() -> None:
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory)
    after = layout(_with(made, made.of(Card)["free"], step="s3"), View("j"), memory)
    assert _new(after, before) == ["free"]


def test_rows_that_an_edit_does_not_touch_are_the_very_same_groups() -> None:
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory).parts[0].groups
    after = (
        layout(_with(made, made.of(Card)["open"], text="Shut the claim"), View("j"), memory).parts[0].groups
    )
    assert len(after) == len(before)
    assert [new is old for new, old in zip(after, before, strict=True)].count(
        False
    ) == 1  # the card's own row


def test_a_measure_that_changes_leaves_those_of_other_steps() -> None:
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory)
    old = made.of(Measure)["nps"]
    made = made.apply(replacing("edit", [(old, replace(old, value=12.0))]))
    assert sorted(_new(layout(made, View("j"), memory), before)) == ["line", "nps"]


def test_owners_that_answer_as_before_keep_their_bands() -> None:
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory)
    after = layout(_with(made, made.of(Card)["visit"], text="Sees it"), View("j"), memory)
    assert _new(after, before) == ["visit"]


def test_a_memory_forgets_when_it_holds_far_more_than_a_map_needs(monkeypatch: Any) -> None:
    monkeypatch.setattr("journey.layout.memory._LIMIT", 10)
    made, memory = wide_spans(), Memory()
    before = layout(made, View("j"), memory)
    assert len(_new(layout(made, View("j"), memory), before)) == len(list(before.blocks()))


def _edited(made: MapData, turn: int, data: Any) -> MapData:
    name = data.draw(st.sampled_from(sorted(_EDITS)))
    with counted(f"{turn}-"):
        try:
            return made.apply(_EDITS[name](Choice(made, data.draw)))
        except Refused:
            return made


def _with(made: MapData, card: Card, **values: Any) -> MapData:
    return made.apply(replacing("edit", [(card, replace(card, **values))]))


def _new(after: Drawing, before: Drawing) -> list[str]:
    """The records of the blocks that an earlier drawing does not have, empty for a ground."""
    old: set[Block] = {one.block for one in before.blocks()}
    return [one.block.record for one in after.blocks() if one.block not in old]
