"""Curves go through what was felt and no further, and each word keeps clear of all else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Drawing, Layer, PartName, Path, Placed, moved
from journey.layout import View, layout, sizes
from journey.layout.plot import score_height
from journey.model import Feeling, JourneyPersona, Lane, LaneKind, MapData, Persona, removing, replacing
from tests.journey.layout.drawn import Rect, ink, inside, overlap, overlapping, part_of, places, texts
from tests.journey.layout.random_maps import maps, views
from tests.journey.layout.small_maps import several_personas

Piece = tuple[float, ...]


@st.composite
def drawings(draw: Any) -> tuple[MapData, Drawing]:
    made = draw(maps(most_steps=9, most_cards=0, lanes=(LaneKind.FEELINGS,)))
    return made, layout(made, draw(views(made)))


@given(drawings())
def test_words_keep_clear_of_one_another(drawn: tuple[MapData, Drawing]) -> None:
    lines = [
        (mark.text, ink(moved(mark, one.x, one.y))) for one in _words(drawn[1]) for mark in texts(one.block)
    ]
    assert overlapping(lines) == []


def test_words_too_long_for_the_plot_stand_on_a_shelf_under_one_another_each_with_its_colour() -> None:
    made = several_personas()
    long = [(old, replace(old, word="never sure of anything at all " * 12)) for old in made.of(Feeling)]
    made = made.apply(replacing("edit", long))
    drawing = layout(made, View("j"))
    plot = part_of(drawing, PartName.BODY).y + sizes.FEELING_ROW
    words = [
        (one.block.record, (one.x, one.y, one.x + one.block.w, one.y + one.block.h))
        for one in _words(drawing)
    ]
    assert len(words) == 9
    assert overlapping(words) == []
    for one in _words(drawing):
        assert one.y > plot
        persona = made.of(Feeling)[one.block.record].persona
        keys = [mark.fill for mark in one.block.marks if isinstance(mark, Path)]
        assert keys == [made.of(Persona)[persona or ""].colour]


def test_curves_of_those_whom_the_journey_does_not_name_come_in_a_steady_order() -> None:
    made = several_personas()
    made = made.apply(removing("remove", made.of(JourneyPersona)))
    drawing = layout(made, View("j"))
    felt = [one.block.record for one in _felt(drawing) if one.block.record in made.of(Persona)]
    assert felt == ["ine", "maja", "ola"]


@given(drawings())
def test_words_keep_clear_of_points(drawn: tuple[MapData, Drawing]) -> None:
    points = [ink(moved(one.block.marks[0], one.x, one.y)) for one in _points(drawn[1])]
    for word in _word_rects(drawn[1]):
        assert not [point for point in points if overlap(word, point)]


@given(drawings())
def test_words_keep_clear_of_curves(drawn: tuple[MapData, Drawing]) -> None:
    _made, drawing = drawn
    half = sizes.CURVE / 2
    curves = [_along(piece, 200) for piece in _pieces(drawing)]
    for left, top, right, bottom in _word_rects(drawing):
        for curve in curves:
            assert not any(
                left - half < x < right + half and top - half < y < bottom + half for x, y in curve
            )


@given(drawings())
def test_each_word_is_drawn_in_its_lane_under_or_over_its_step(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    row = dict(places(drawing, (lane.id for lane in made.of(Lane)), PartName.RAIL))["feelings"]
    told = {feeling.id for feeling in made.of(Feeling) if feeling.word.strip()}
    assert {one.block.record for one in _words(drawing)} == told
    for one in _words(drawing):
        middle = _middle(made, made.of(Feeling)[one.block.record])
        column = (middle - sizes.COLUMN / 2, row[1], middle + sizes.COLUMN / 2, row[3])
        for mark in one.block.marks:
            assert inside(ink(moved(mark, one.x, one.y)), column)


@given(drawings())
def test_each_feeling_is_a_point_at_its_step_and_score(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    top = part_of(drawing, PartName.BODY).y
    points = {one.block.record: one for one in _points(drawing)}
    assert sorted(points) == sorted(feeling.id for feeling in made.of(Feeling))
    for record, one in points.items():
        feeling = made.of(Feeling)[record]
        assert one.x + one.block.w / 2 == pytest.approx(_middle(made, feeling))
        assert one.y + one.block.h / 2 == pytest.approx(top + score_height(feeling.score))


@given(drawings())
def test_a_curve_never_leaves_the_range_between_two_feelings(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    top = part_of(drawing, PartName.BODY).y
    spans = []
    for persona in {feeling.persona for feeling in made.of(Feeling)}:
        own = sorted(
            (_middle(made, f), top + score_height(f.score)) for f in made.of(Feeling) if f.persona == persona
        )
        spans += list(pairwise(own))
    for piece in _pieces(drawing):
        curve = _along(piece, 20)
        assert any(_between(curve, a, b) for a, b in spans)
    assert bool(spans) == bool(_pieces(drawing))


def _between(curve: list[tuple[float, float]], a: tuple[float, float], b: tuple[float, float]) -> bool:
    low, high = sorted((a[1], b[1]))
    return all(a[0] - 0.01 <= x <= b[0] + 0.01 and low - 0.01 <= y <= high + 0.01 for x, y in curve)


def _middle(made: MapData, feeling: Feeling) -> float:
    return sizes.RAIL + (made.grid("j").column[feeling.step] + 0.5) * sizes.COLUMN


def _felt(drawing: Drawing) -> list[Placed]:
    body = part_of(drawing, PartName.BODY).blocks
    return [one for one in body if one.block.marks and one.block.marks[0].layer is Layer.FEELINGS]


def _words(drawing: Drawing) -> list[Placed]:
    return [one for one in _felt(drawing) if texts(one.block)]


def _points(drawing: Drawing) -> list[Placed]:
    return [one for one in _felt(drawing) if isinstance(one.block.marks[0], Path) and one.block.marks[0].fill]


def _word_rects(drawing: Drawing) -> list[Rect]:
    return [ink(moved(mark, one.x, one.y)) for one in _words(drawing) for mark in one.block.marks]


def _pieces(drawing: Drawing) -> list[Piece]:
    """The pieces of all curves, each as the coordinates of its four points."""
    curves = [one for one in _felt(drawing) if not texts(one.block) and one not in _points(drawing)]
    paths = [moved(mark, one.x, one.y) for one in curves for mark in one.block.marks]
    return [tuple(float(v) for s in path.segments for v in s[1:]) for path in paths if isinstance(path, Path)]


def _along(piece: Piece, steps: int) -> list[tuple[float, float]]:
    x0, y0, x1, y1, x2, y2, x3, y3 = piece
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points
