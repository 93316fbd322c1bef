"""Links that a gutter has no room for run in a trunk, which says so; no other links lie on one another."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Drawing, Layer, Line, PartName, Path, Text
from journey.layout import View, layout, sizes
from journey.layout.memory import Memory
from journey.model import LaneKind, Link, MapData, map_of
from tests.journey.layout.drawn import part_of
from tests.journey.layout.random_maps import maps, views
from tests.journey.layout.small_maps import a_card, a_grid

Leg = tuple[float, float, float]
"""Where a line runs down: x, from, to."""
_CORNER = 1.61
"""By which a rounded corner shortens a leg."""


def _crowded(count: int, columns: int = 3, step: int = 1) -> MapData:
    """A map where so many links go past the topmost card of a cell, through one gutter."""
    lanes = [(LaneKind.TOUCHPOINTS, "Touchpoints"), (LaneKind.NOTES, "Notes")]
    above = a_card("a", LaneKind.TOUCHPOINTS, step, "Calls")
    below = [a_card(f"n{at:02}", LaneKind.NOTES, step, "Waits", rank=f"{at:02}1") for at in range(count + 1)]
    links = [Link(id=f"k{at:02}", source="a", target=f"n{at:02}") for at in range(1, count + 1)]
    return map_of([*a_grid(["A step"] * columns, lanes), above, *below, *links])


def test_as_many_links_as_there_are_tracks_have_one_each() -> None:
    drawing = layout(_crowded(5), View("j"))
    assert _trunks(drawing) == []
    assert len({x for _link, (x, _a, _b) in _downs(drawing) if _in_a_gutter(x)}) == 5


def test_where_there_are_more_most_run_in_one_trunk_that_tells_how_many() -> None:
    drawing = layout(_crowded(12), View("j"))
    runs = [(link, leg) for link, leg in _downs(drawing) if _in_a_gutter(leg[0])]
    ((x, top, bottom),) = _trunks(drawing)
    within = [leg for _link, leg in runs if leg[0] == x]
    assert len(within) == 9
    assert len({leg[0] for _link, leg in runs}) == 4
    second_last = sorted(leg[2] for leg in within)[-2]
    assert top == pytest.approx(min(leg[1] for leg in within), abs=_CORNER)
    assert bottom == pytest.approx(second_last, abs=_CORNER)
    assert _numbers(drawing) == ["9"]


def test_trunk_and_tracks_are_apart_from_one_another_and_from_the_cards() -> None:
    drawing = layout(_crowded(12), View("j"))
    ((trunk, _top, _bottom),) = _trunks(drawing)
    lines = sorted({x for _link, (x, _a, _b) in _downs(drawing) if _in_a_gutter(x) and x != trunk})
    gutter = sizes.RAIL + sizes.COLUMN
    assert len(lines) == 3
    assert lines[0] - sizes.LINK / 2 > gutter - sizes.GUTTER / 2
    assert all(other - one > sizes.LINK for one, other in pairwise(lines))
    assert lines[-1] + sizes.LINK / 2 < trunk - sizes.TRUNK / 2
    assert trunk + sizes.TRUNK / 2 < gutter + sizes.GUTTER / 2


def test_the_outermost_gutter_has_a_trunk_without_room_for_a_number() -> None:
    drawing = layout(_crowded(4, columns=1, step=0), View("j"))
    assert len(_trunks(drawing)) == 1
    assert _numbers(drawing) == []


def test_a_link_that_comes_or_goes_makes_and_unmakes_the_trunk() -> None:
    memory, view = Memory(), View("j")
    for count in (5, 6, 7, 5):
        remembered = layout(_crowded(count), view, memory)
        anew = layout(_crowded(count), view)
        assert _trunks(remembered) == _trunks(anew)
        assert _numbers(remembered) == _numbers(anew) == ([] if count == 5 else [str(count - 3)])


@st.composite
def _drawings(draw: Any) -> Drawing:
    made = draw(maps(most_cards=14, texts=st.sampled_from(["", "Calls"]), most_links=60))
    return layout(made, draw(views(made)))


@given(_drawings())
def test_links_in_a_gutter_lie_on_one_another_only_in_a_trunk(drawing: Drawing) -> None:
    trunks = _trunks(drawing)
    runs = [leg for _link, leg in _downs(drawing) if _in_a_gutter(leg[0])]
    for (x, top, bottom), (x2, top2, bottom2) in combinations(runs, 2):
        high, low = max(top, top2), min(bottom, bottom2)
        if abs(x - x2) < sizes.LINK and low - high > 2.0:
            within = [one for one in trunks if abs(one[0] - x) < sizes.LINK / 2]
            assert any(one[1] - 0.1 <= high and low <= one[2] + 0.1 for one in within)


def _in_a_gutter(x: float) -> bool:
    aside = (x - sizes.RAIL) % sizes.COLUMN
    return min(aside, sizes.COLUMN - aside) < sizes.GUTTER / 2


def _downs(drawing: Drawing) -> list[tuple[str, Leg]]:
    """The parts of lines that run down, without their rounded corners."""
    found = []
    for one in part_of(drawing, PartName.BODY).blocks:
        path = one.block.marks[0] if one.block.marks else None
        if isinstance(path, Path) and path.layer is Layer.LINKS and path.stroke:
            ends = [(one.x + float(s[-2]), one.y + float(s[-1]), s[0]) for s in path.segments]
            for (x, y, _kind), (x2, y2, kind) in pairwise(ends):
                if kind == "L" and abs(x - x2) < 0.011:
                    found.append((one.block.record, (round(x, 3), min(y, y2), max(y, y2))))
    return found


def _trunks(drawing: Drawing) -> list[Leg]:
    return [
        (round(one.x + mark.x1, 3), round(one.y + mark.y1, 3), round(one.y + mark.y2, 3))
        for one in part_of(drawing, PartName.BODY).blocks
        for mark in one.block.marks
        if isinstance(mark, Line) and mark.layer is Layer.LINKS and mark.stroke_width == sizes.TRUNK
    ]


def _numbers(drawing: Drawing) -> list[str]:
    blocks = part_of(drawing, PartName.BODY).blocks
    texts = [mark for one in blocks if not one.block.record for mark in one.block.marks]
    return [mark.text for mark in texts if isinstance(mark, Text) and mark.layer is Layer.LINKS]
