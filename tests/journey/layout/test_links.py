"""Links run square in channels and gutters, from edge to edge, and never across what stands on the map."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Box, Drawing, Layer, Mark, PartName, Path, Placed, Point, moved
from journey.layout import View, layout, sizes
from journey.model import Card, Lane, LaneKind, Link, LinkKind, MapData, map_of
from tests.journey.layout.drawn import Rect, ink, inside, overlap, overlapping, part_of, places, texts
from tests.journey.layout.random_maps import maps, views
from tests.journey.layout.small_maps import a_card, a_grid

_HALF = sizes.LINK / 2


@st.composite
def drawings(draw: Any) -> tuple[MapData, Drawing]:
    texts = st.sampled_from(
        ["", "Calls", "x" * 90, "\ufdfd", "one two three four five six seven eight nine ten " * 4]
    )
    made = draw(maps(most_cards=20, texts=texts, most_links=40))
    return made, layout(made, draw(views(made)))


@given(drawings())
def test_links_run_square_but_for_their_corners(drawn: tuple[MapData, Drawing]) -> None:
    for _record, way in _ways(drawn[1]):
        for start, end, rounded in _legs(way):
            dx, dy = abs(end[0] - start[0]), abs(end[1] - start[1])
            assert max(dx, dy) <= 1.61 if rounded else min(dx, dy) < 0.011


@given(drawings())
def test_links_go_around_all_that_stands_on_the_map(drawn: tuple[MapData, Drawing]) -> None:
    assert _crossing(drawn[1]) == []


def test_many_links_of_a_wide_card_run_down_in_the_column_they_found_empty() -> None:
    wide = a_card("wide", LaneKind.TOUCHPOINTS, 0, "Over all steps", span=5)
    others = [
        a_card(f"c{row}{step}", LaneKind.NOTES, step, "Beside the empty column", rank=f"{row}1")
        for row in range(8)
        for step in (0, 1, 3, 4)
    ]
    links = [Link(id=f"k{card.id}", source="wide", target=card.id) for card in others]
    lanes = [(LaneKind.TOUCHPOINTS, "Touchpoints"), (LaneKind.NOTES, "Notes")]
    drawing = layout(map_of([*a_grid(["A step"] * 5, lanes), wide, *others, *links]), View("j"))
    assert len(_ways(drawing)) == len(links)
    assert _crossing(drawing) == []


def test_a_label_on_a_map_of_one_step_stays_on_the_map() -> None:
    lanes = [(LaneKind.TOUCHPOINTS, "Touchpoints"), (LaneKind.NOTES, "Notes")]
    cards = [a_card("a", LaneKind.TOUCHPOINTS, 0, "Calls"), a_card("b", LaneKind.NOTES, 0, "Waits")]
    link = Link(id="k", source="a", target="b", label="and nobody ever tells her when it will be her turn")
    drawing = layout(map_of([*a_grid(["A step"], lanes), *cards, link]), View("j"))
    ((_record, pill),) = _labels(drawing)
    assert inside(pill, (sizes.RAIL, 0.0, drawing.w, drawing.h))


@given(drawings())
def test_a_link_leaves_its_source_and_arrives_at_its_target(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    cards = dict(places(drawing, (card.id for card in made.of(Card))))
    heads = dict(_heads(drawing))
    for record, way in _ways(drawing):
        link = made.of(Link)[record]
        (_move, *start), (_to, *tip, _rest) = way.segments[0], (*heads[record].segments[0], None)
        assert _on_edge((float(start[0]), float(start[1])), cards[link.source]), "leaves"
        assert _on_edge((float(tip[0]), float(tip[1])), cards[link.target]), "arrives"


@given(drawings())
def test_links_between_shown_cards_are_drawn_and_no_others(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    shown = {card.id for card in made.of(Card) if not made.of(Lane)[card.lane].hidden}
    wanted = [link.id for link in made.of(Link) if {link.source, link.target} <= shown]
    assert sorted(record for record, _way in _ways(drawing)) == sorted(wanted)


@given(drawings())
def test_labels_keep_clear_of_cards_of_heads_and_of_one_another(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    labels = list(_labels(drawing))
    assert overlapping(labels) == []
    body = part_of(drawing, PartName.BODY)
    for record, pill in labels:
        assert not [rect for rect in _standing(drawing) if overlap(pill, rect)], record
        assert not [head for _record, head in _heads(drawing) if overlap(pill, ink(head))], record
        assert inside(pill, (body.x, body.y, body.x + body.w, body.y + body.h))
    labelled = {record for record, _way in _ways(drawing) if made.of(Link)[record].label}
    assert {record for record, _pill in labels} == labelled


@given(drawings())
def test_a_label_holds_its_words(drawn: tuple[MapData, Drawing]) -> None:
    for one in part_of(drawn[1], PartName.BODY).blocks:
        pills = [mark for mark in one.block.marks if isinstance(mark, Box) and mark.layer is Layer.LINKS]
        for mark in texts(one.block) if pills else ():
            assert inside(ink(mark), ink(pills[0]))


def test_links_between_neighbours_cross_their_gutter_each_at_a_height_of_its_own() -> None:
    cards = [a_card("a", LaneKind.NOTES, 0, "Calls"), a_card("b", LaneKind.NOTES, 1, "Waits")]
    links = [Link(id=f"k{kind}", source="a", target="b", kind=kind) for kind in LinkKind]
    links += [Link(id=f"back {kind}", source="b", target="a", kind=kind) for kind in LinkKind]
    records = a_grid(["A step", "Another"], [(LaneKind.NOTES, "Notes")])
    drawing = layout(map_of([*records, *cards, *links]), View("j"))
    heights = sorted(ink(head)[1] for _record, head in _heads(drawing))
    assert all(other - one > sizes.LINK for one, other in pairwise(heights))
    card = dict(places(drawing, ["a"]))["a"]
    assert all(card[1] < ink(head)[1] < ink(head)[3] < card[3] for _record, head in _heads(drawing))


def test_five_links_in_one_gutter_can_be_told_apart() -> None:
    lanes = [(LaneKind.TOUCHPOINTS, "Touchpoints"), (LaneKind.NOTES, "Notes")]
    above = a_card("a", LaneKind.TOUCHPOINTS, 1, "Calls")
    below = [a_card(f"n{at}", LaneKind.NOTES, 1, "Waits", rank=f"{at}1") for at in range(6)]
    links = [Link(id=f"k{at}", source="a", target=f"n{at}") for at in range(1, 6)]
    drawing = layout(map_of([*a_grid(["A step"] * 3, lanes), above, *below, *links]), View("j"))
    gutter = sizes.RAIL + sizes.column()
    runs = {x for _k, way in _ways(drawing) for (x, _y), (x2, _y2), _r in _legs(way) if x == x2}
    within = sorted(x for x in runs if abs(x - gutter) < sizes.GUTTER / 2)
    assert len(within) == 5
    assert all(other - one > sizes.LINK for one, other in pairwise(within))
    assert _crossing(drawing) == []


def _crossing(drawing: Drawing) -> list[str]:
    """The links whose line or head lies over something that stands on the map."""
    standing = _standing(drawing)
    legs = [(record, _thick(*leg[:2])) for record, way in _ways(drawing) for leg in _legs(way)]
    rects = legs + [(record, ink(head)) for record, head in _heads(drawing)]
    return [record for record, rect in rects if any(overlap(rect, other, 0.02) for other in standing)]


def _marks(drawing: Drawing) -> list[tuple[str, Mark]]:
    return [
        (one.block.record, moved(mark, one.x, one.y))
        for one in part_of(drawing, PartName.BODY).blocks
        for mark in one.block.marks
        if mark.layer is Layer.LINKS
    ]


def _ways(drawing: Drawing) -> list[tuple[str, Path]]:
    return [(record, mark) for record, mark in _marks(drawing) if isinstance(mark, Path) and mark.stroke]


def _heads(drawing: Drawing) -> list[tuple[str, Path]]:
    return [(record, mark) for record, mark in _marks(drawing) if isinstance(mark, Path) and mark.fill]


def _labels(drawing: Drawing) -> list[tuple[str, Rect]]:
    return [(record, ink(mark)) for record, mark in _marks(drawing) if isinstance(mark, Box)]


def _standing(drawing: Drawing) -> list[Rect]:
    """What links must go around: cards, bands of owners, measures, and the words of feelings."""
    return [_rect(one) for one in part_of(drawing, PartName.BODY).blocks if _stands(one)]


def _stands(one: Placed) -> bool:
    first = one.block.marks[0] if one.block.marks else None
    layers = (Layer.CARDS, Layer.OWNERS, Layer.MEASURES)
    return first is not None and (
        first.layer in layers or (first.layer is Layer.FEELINGS and bool(texts(one.block)))
    )


def _rect(one: Placed) -> Rect:
    return one.x, one.y, one.x + one.block.w, one.y + one.block.h


def _legs(way: Path) -> list[tuple[Point, Point, bool]]:
    ends = [((float(s[-2]), float(s[-1])), s[0] == "C") for s in way.segments]
    return [(start, end, rounded) for (start, _r), (end, rounded) in pairwise(ends)]


def _thick(start: Point, end: Point) -> Rect:
    """A leg with the width of its line, but no longer than it is."""
    (x1, x2), (y1, y2) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    across = (_HALF, 0.0) if x2 - x1 < y2 - y1 else (0.0, _HALF)
    return x1 - across[0], y1 - across[1], x2 + across[0], y2 + across[1]


def _on_edge(point: Point, card: Rect) -> bool:
    x, y = point
    beside = min(abs(x - card[0]), abs(x - card[2])) < 0.02 and card[1] < y < card[3]
    return beside or (min(abs(y - card[1]), abs(y - card[3])) < 0.02 and card[0] < x < card[2])
