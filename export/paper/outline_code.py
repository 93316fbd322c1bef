"""Shapes as the path operators of a PDF, in map millimetres."""

from __future__ import annotations

from functools import lru_cache

from journey.drawing import Segments

_ROUND = 0.5522847498  # how far a quarter circle's control points stand out, in radii


@lru_cache(maxsize=65536)
def number(value: float) -> str:
    """Write a number to a thousandth of its unit."""
    return f"{round(value, 3):.10g}"


@lru_cache(maxsize=4096)
def box_outline(x: float, y: float, w: float, h: float, radius: float) -> str:
    """The path of a rectangle with rounded corners; it starts and turns as the screen's does."""
    if radius <= 0:
        return f"{number(x)} {number(y)} {number(w)} {number(h)} re"
    return path_outline(rounded(x, y, w, h, radius))


def rounded(x: float, y: float, w: float, h: float, radius: float) -> Segments:
    """The outline of a rectangle with rounded corners, the radius no more than half of a side."""
    rx, ry = min(radius, w / 2), min(radius, h / 2)
    a, b = rx * (1 - _ROUND), ry * (1 - _ROUND)
    right, bottom = x + w, y + h
    return (
        ("M", x, y + ry),
        ("C", x, y + b, x + a, y, x + rx, y),
        ("L", right - rx, y),
        ("C", right - a, y, right, y + b, right, y + ry),
        ("L", right, bottom - ry),
        ("C", right, bottom - b, right - a, bottom, right - rx, bottom),
        ("L", x + rx, bottom),
        ("C", x + a, bottom, x, bottom - b, x, bottom - ry),
        ("Z",),
    )


@lru_cache(maxsize=4096)
def path_outline(segments: Segments) -> str:
    """The path of an outline."""
    return " ".join([_segment(segment) for segment in segments])


def _segment(segment: tuple[str | float, ...]) -> str:
    operator = {"M": "m", "L": "l", "C": "c", "Z": "h"}[str(segment[0])]
    return " ".join([*[_place(float(value)) for value in segment[1:]], operator])


@lru_cache(maxsize=65536)
def _place(value: float) -> str:
    """Write a place on an outline to a hundredth of its unit, which nobody sees even on a large wall."""
    return f"{round(value, 2):.10g}"
