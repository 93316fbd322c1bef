"""A curve goes through its points and between two of them never beyond either."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Point
from journey.layout.curve import clipped, halves, monotone, sampled

_HEIGHTS = st.lists(st.floats(-40, 40), min_size=2, max_size=12)
_POINTS = st.tuples(_HEIGHTS, st.lists(st.sampled_from([60.0, 120.0, 600.0]), min_size=12, max_size=12)).map(
    lambda drawn: _points(*drawn)
)


def _points(heights: list[float], strides: list[float]) -> list[Point]:
    return [(sum(strides[:at]), y) for at, y in enumerate(heights)]


@given(_POINTS)
def test_the_curve_goes_through_every_point(points: list[Point]) -> None:
    curve = monotone(points)
    assert [piece[0] for piece in curve] + [curve[-1][3]] == points


@given(_POINTS)
def test_between_two_points_it_only_rises_or_only_falls(points: list[Point]) -> None:
    for piece in monotone(points):
        along = [y for _x, y in sampled([piece], 1.0)]
        along = along[1:] + along[:1]  # the last point comes first
        turned = along if piece[0][1] <= piece[3][1] else along[::-1]
        assert all(a <= b + 1e-9 for a, b in pairwise(turned))
        low, high = sorted((piece[0][1], piece[3][1]))
        assert all(low - 1e-9 <= y <= high + 1e-9 for y in along)


@given(_POINTS)
def test_it_has_no_corner_where_two_pieces_meet(points: list[Point]) -> None:
    for (_a, _b, c, d), (_d, e, _f, _g) in pairwise(monotone(points)):
        assert (d[1] - c[1]) / (d[0] - c[0]) == pytest.approx((e[1] - d[1]) / (e[0] - d[0]), abs=1e-9)


def test_it_is_flat_at_a_top_and_at_a_bottom() -> None:
    first, second, third = monotone([(0, 0), (60, 10), (120, 5), (180, 8)])
    assert first[2][1] == first[3][1] == second[1][1]
    assert second[2][1] == second[3][1] == third[1][1]


def test_one_point_alone_has_no_curve() -> None:
    assert monotone([]) == monotone([(1.0, 2.0)]) == ()
    assert sampled((), 1.0) == []


@given(_POINTS)
def test_halves_are_the_same_curve(points: list[Point]) -> None:
    for piece in monotone(points):
        parts = halves(piece, 3)
        assert len(parts) == 8
        assert (parts[0][0], parts[-1][3]) == (piece[0], piece[3])
        assert all(one[3] == following[0] for one, following in pairwise(parts))
        middle = [(a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(*piece, strict=True)]
        assert parts[4][0] == pytest.approx(tuple(middle))


@given(_POINTS, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_what_is_clipped_is_a_part_of_the_same_curve(points: list[Point], one: float, other: float) -> None:
    curve, end = monotone(points), points[-1][0]
    left, right = sorted((one * end, other * end))
    parts = clipped(curve, 0.0, left) + clipped(curve, left, right) + clipped(curve, right, end)
    for piece, following in pairwise(parts):
        assert piece[3] == pytest.approx(following[0], abs=1e-6)
    assert (parts[0][0], parts[-1][3]) == (pytest.approx(points[0]), pytest.approx(points[-1]))
    for a, b, c, d in parts:
        middle = tuple((p + 3 * q + 3 * r + s) / 8 for p, q, r, s in zip(a, b, c, d, strict=True))
        assert middle[1] == pytest.approx(_height_at(curve, middle[0]), abs=1e-4)


def _height_at(curve: tuple[tuple[Point, Point, Point, Point], ...], x: float) -> float:
    piece = next(one for one in curve if one[0][0] <= x <= one[3][0])
    t = (x - piece[0][0]) / (piece[3][0] - piece[0][0])
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return sum(share * point[1] for share, point in zip(shares, piece, strict=True))


@given(_POINTS, st.sampled_from([0.5, 2.0]))
def test_samples_lie_close_together(points: list[Point], apart: float) -> None:
    along = sorted(sampled(monotone(points), apart))
    assert (along[0], along[-1]) == (points[0], points[-1])
    for one, other in pairwise(along):
        assert other[0] - one[0] <= apart + 1e-9
        assert abs(other[1] - one[1]) <= apart + 1e-9
