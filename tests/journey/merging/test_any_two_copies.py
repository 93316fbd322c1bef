"""What holds of any two copies, whatever was done in them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from journey.merging import Side, merge
from journey.model import Card, Lane, MapData, check_all
from tests.journey.merging.two_copies import Copies, copies

MANY = settings(max_examples=60)


def codes_of(map_data: MapData) -> list[tuple[str, str]]:
    lanes = map_data.of(Lane)
    return [(lanes[card.lane].journey, card.code) for card in map_data.of(Card) if card.code]


@MANY
@given(copies())
def test_the_rules_of_a_map_hold_and_one_step_leads_there(three: Copies) -> None:
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    check_all(merged.map)
    assert mine.apply(merged.change("Merge")) == merged.map
    assert len(codes_of(merged.map)) == len(set(codes_of(merged.map)))


@MANY
@given(copies())
def test_the_copies_can_be_swapped(three: Copies) -> None:
    base, mine, theirs = three
    one, other = merge(base, mine, theirs), merge(base, theirs, mine, usual=Side.THEIRS)
    assert one.map == other.map
    assert [(it.key, it.taken) for it in one.conflicts] == [
        (it.key, it.taken.other) for it in other.conflicts
    ]
    assert {(it.note, it.record.id) for it in one.remarks} == {
        (it.note, it.record.id) for it in other.remarks
    }


@MANY
@given(copies())
def test_what_one_copy_alone_did_is_what_comes_of_it(three: Copies) -> None:
    base, mine, theirs = three
    for result in (merge(base, mine, base), merge(mine, mine, mine), merge(base, mine, mine)):
        assert result.map == mine
        assert not result.change("Merge")
        assert not result.conflicts
    assert merge(base, base, theirs).map == theirs


@MANY
@given(copies())
def test_a_copy_that_was_merged_and_not_edited_since_brings_nothing(three: Copies) -> None:
    base, mine, theirs = three
    merged = merge(base, mine, theirs).map
    for copy in (mine, theirs):
        again = merge(copy, merged, copy)
        assert again.map == merged
        assert not again.conflicts


@MANY
@given(copies())
def test_no_card_that_somebody_worked_on_is_lost(three: Copies) -> None:
    base, mine, theirs = three
    merged = merge(base, mine, theirs).map.of(Card)
    for one, other in ((mine.of(Card), theirs.of(Card)), (theirs.of(Card), mine.of(Card))):
        for card in one:
            assert card.id in merged or (card.id not in other and only_widened(base, card))


def only_widened(base: MapData, card: Card) -> bool:
    """Whether nobody did anything to a card; steps that came or went below it may have made it wider."""
    before = base.of(Card).get(card.id)
    return before is not None and replace(card, span=before.span) == before
