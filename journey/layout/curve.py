"""A smooth curve through points that never overshoots them.

Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17 (1980).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, hypot

from journey.drawing import Point

Bezier = tuple[Point, Point, Point, Point]


def monotone(points: Sequence[Point]) -> tuple[Bezier, ...]:
    """Cubic curves from point to point, x rising: between two points y never leaves their range."""
    if len(points) < 2:
        return ()
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    tangents = _tangents(slopes)
    return tuple(
        (
            a,
            (a[0] + (b[0] - a[0]) / 3, a[1] + tangents[i] * (b[0] - a[0]) / 3),
            (b[0] - (b[0] - a[0]) / 3, b[1] - tangents[i + 1] * (b[0] - a[0]) / 3),
            b,
        )
        for i, (a, b) in enumerate(pairwise(points))
    )


def _tangents(slopes: list[float]) -> list[float]:
    tangents = [
        slopes[0],
        *(0.0 if a * b <= 0 else (a + b) / 2 for a, b in pairwise(slopes)),
        slopes[-1],
    ]
    for i, slope in enumerate(slopes):
        if slope == 0:
            tangents[i] = tangents[i + 1] = 0.0
            continue
        steepness = hypot(tangents[i] / slope, tangents[i + 1] / slope)
        if steepness > 3:
            tangents[i] *= 3 / steepness
            tangents[i + 1] *= 3 / steepness
    return tangents


def halves(bezier: Bezier, times: int) -> tuple[Bezier, ...]:
    """The same curve in 2 to the power of ``times`` pieces (de Casteljau)."""
    if times == 0:
        return (bezier,)
    first, second = _parted(bezier, 0.5)
    return halves(first, times - 1) + halves(second, times - 1)


def clipped(curve: Sequence[Bezier], left: float, right: float) -> tuple[Bezier, ...]:
    """What of a monotone curve lies between two places across."""
    return tuple(_clipped(one, left, right) for one in curve if one[0][0] < right and one[3][0] > left)


def _clipped(bezier: Bezier, left: float, right: float) -> Bezier:
    """The part between two places of a piece that reaches there: x runs evenly along it."""
    if bezier[3][0] > right:
        bezier = _parted(bezier, (right - bezier[0][0]) / (bezier[3][0] - bezier[0][0]))[0]
    if bezier[0][0] < left:
        bezier = _parted(bezier, (left - bezier[0][0]) / (bezier[3][0] - bezier[0][0]))[1]
    return bezier


def _parted(bezier: Bezier, share: float) -> tuple[Bezier, Bezier]:
    """The same curve in two pieces, parted at a share of its way (de Casteljau)."""
    a, b, c, d = bezier
    ab, bc, cd = _between(share, a, b), _between(share, b, c), _between(share, c, d)
    abc, bcd = _between(share, ab, bc), _between(share, bc, cd)
    at = _between(share, abc, bcd)
    return (a, ab, abc, at), (at, bcd, cd, d)


def sampled(curve: Sequence[Bezier], apart: float) -> list[Point]:
    """Points along a monotone curve, neighbours at most ``apart`` from one another in x and in y.

    Its pieces have even control points, so x runs evenly, and y at most three times as fast as on average.
    """
    points = [curve[-1][3]] if curve else []
    for bezier in curve:
        (x0, y0), (x1, y1) = bezier[0], bezier[3]
        steps = ceil(max(x1 - x0, 3 * abs(y1 - y0)) / apart)
        points += [_at(bezier, step / steps) for step in range(steps)]
    return points


def _at(bezier: Bezier, t: float) -> Point:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(share * point[0] for share, point in zip(shares, bezier, strict=True))
    y = sum(share * point[1] for share, point in zip(shares, bezier, strict=True))
    return x, y


def _between(share: float, a: Point, b: Point) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
