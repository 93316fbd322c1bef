"""The shapes the wall planner looks at: after an edit as if laid out anew, for little work."""

from __future__ import annotations

from dataclasses import replace

from app.opening import Opened
from app.printing.planner import Shapes
from benchmarks.maps import large_map
from export.paper.measuring import Measured
from journey.model import Card, MapData, replacing


def shapes_of(shapes: Shapes, map_data: MapData) -> list[Measured]:
    """A map without a file in each shape."""
    return list(shapes.of(Opened(map_data, None, "", 0), map_data.journeys()[0]))


def facts(one: Measured) -> tuple[object, ...]:
    """All that is planned with."""
    sizes = one.drawing.w, one.drawing.h, one.cards, one.steps, one.title
    return (one.shape, sizes, one.smallest, one.long, one.highest, one.known.along, one.known.down)


def test_shapes_after_an_edit_are_those_of_the_edited_map_and_most_blocks_are_not_looked_at_again() -> None:
    map_data, shapes = large_map(60), Shapes()
    first = shapes_of(shapes, map_data)
    card = max(map_data.of(Card), key=lambda one: len(one.text))
    longer = replace(card, text=f"{card.text} {card.text} {card.text}")
    edited = map_data.apply(replacing("Edit", [(card, longer)]))

    second = shapes_of(shapes, edited)

    assert [facts(one) for one in second] == [facts(one) for one in shapes_of(Shapes(), edited)]
    assert [facts(one) for one in second] != [facts(one) for one in first]
    for before, after in zip(first, second, strict=True):
        known = after.known.contents.items()
        kept = [block for block, content in known if before.known.contents.get(block) is content]
        assert len(kept) > 0.5 * len(known)
