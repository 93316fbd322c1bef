"""Of all that is drawn, what meets a rectangle is found, and nothing far from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from canvas.culling import Shelf
from canvas.legs import Lines
from canvas.rect import Rect
from journey.drawing import Block, Box, Layer, Path, Placed

sizes = st.floats(0.5, 400.0)
spots = st.floats(0.0, 2000.0)
rects = st.builds(Rect, spots, spots, sizes, sizes)


def a_box(rect: Rect) -> Placed:
    return Placed(rect.x, rect.y, Block(rect.w, rect.h, (Box(0, 0, rect.w, rect.h, "band"),), "card"))


def a_line(points: list[tuple[float, float]]) -> Placed:
    segments = (("M", *points[0]), *(("L", *point) for point in points[1:]))
    w, h = max(x for x, _y in points), max(y for _x, y in points)
    return Placed(0.0, 0.0, Block(w, h, (Path(segments, None, "ink", 0.6, (), Layer.LINKS),), "link"))


lines = st.lists(st.tuples(spots, spots), min_size=2, max_size=5)


@given(st.lists(rects, max_size=30), rects)
def test_every_block_that_meets_a_rectangle_is_shown_in_order(boxes: list[Rect], area: Rect) -> None:
    placed = [a_box(box) for box in boxes]
    shown = list(Shelf(placed).shown(area))
    meeting = [one for one, box in zip(placed, boxes, strict=True) if box.meets(area)]
    assert [one for one in shown if one in meeting] == meeting


@given(st.lists(rects, max_size=30), rects)
def test_nothing_far_away_is_shown(boxes: list[Rect], area: Rect) -> None:
    shown = list(Shelf([a_box(box) for box in boxes]).shown(area))
    assert all(Rect(one.x, one.y, one.block.w, one.block.h).grown(5.1).meets(area) for one in shown)


@given(st.lists(lines, max_size=20), rects)
def test_every_line_that_runs_through_a_rectangle_is_shown(
    ways: list[list[tuple[float, float]]], area: Rect
) -> None:
    placed = [a_line(way) for way in ways]
    shown = list(Shelf(placed).shown(area))
    for one, way in zip(placed, ways, strict=True):
        if any(area.holds(x, y) for x, y in way):
            assert one in shown


def test_lines_keep_their_order() -> None:
    group = [a_line([(0.0, 5.0), (90.0, 5.0)]), a_line([(5.0, 0.0), (5.0, 900.0)]), a_line([(9, 0), (9, 9)])]
    assert list(Shelf(group).shown(Rect(0, 0, 50, 50))) == group


def test_a_line_around_a_rectangle_is_not_shown() -> None:
    around = a_line([(0.0, 0.0), (900.0, 0.0), (900.0, 900.0), (0.0, 900.0)])
    assert list(Shelf([around]).shown(Rect(300.0, 300.0, 200.0, 200.0))) == []
    lines = Lines()
    lines.follow([a_line([(0.0, 0.0), (900.0, 0.0), (900.0, 900.0)])])
    assert lines.near(Rect(400, 400, 10, 10)) == []


@given(st.lists(rects, max_size=30), rects)
def test_the_grounds_of_blocks_in_a_rectangle_are_given(boxes: list[Rect], area: Rect) -> None:
    found = [box for _colour, some in Shelf([a_box(box) for box in boxes]).grounds(area) for box in some]
    for box in boxes:
        if box.meets(area):
            # Grounds are cut at the strips' edges: what is seen of the box must be in some piece.
            x = (max(box.x, area.x) + min(box.x + box.w, area.x + area.w)) / 2
            y = (max(box.y, area.y) + min(box.y + box.h, area.y + area.h)) / 2
            assert any(one.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(x, y) for one in found)
