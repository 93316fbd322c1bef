"""The shapes of the map's own signs, each in a square from 0 to 1, down being positive.

A glyph is a tuple of outlines to be filled together (nonzero); an outline is path segments as in
``journey.drawing.Path``.
"""

from __future__ import annotations

from math import cos, pi, sin

Segment = tuple[str | float, ...]
Outline = tuple[Segment, ...]

_ROUND = 0.5522847498  # how far the handles of a quarter circle reach (Riskus, 2006)


def disc(x: float, y: float, radius: float) -> Outline:
    """A circle, as four curves."""
    reach = _ROUND * radius
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + reach, x + reach, y + radius, x, y + radius),
        ("C", x - reach, y + radius, x - radius, y + reach, x - radius, y),
        ("C", x - radius, y - reach, x - reach, y - radius, x, y - radius),
        ("C", x + reach, y - radius, x + radius, y - reach, x + radius, y),
        ("Z",),
    )


def polygon(*points: tuple[float, float]) -> Outline:
    """Straight edges through points, closed."""
    return (("M", *points[0]), *(("L", *point) for point in points[1:]), ("Z",))


def star(rays: int, inner: float) -> Outline:
    """A star around the middle, one ray up; ``inner`` is its inner radius of 0.5."""
    corners = ((0.5 if i % 2 == 0 else inner, pi * i / rays - pi / 2) for i in range(2 * rays))
    return polygon(*((0.5 + radius * cos(angle), 0.5 + radius * sin(angle)) for radius, angle in corners))


def _frame(outer: float, inner: float) -> Outline:
    """A square with a square hole: the hole runs the other way round."""
    a, b, c, d = outer, 1 - outer, inner, 1 - inner
    return (*polygon((a, a), (b, a), (b, b), (a, b)), *polygon((c, c), (c, d), (d, d), (d, c)))


def _comma(x: float) -> tuple[Outline, ...]:
    tail: Outline = (
        ("M", x + 0.19, 0.42),
        ("C", x + 0.19, 0.66, x + 0.08, 0.8, x - 0.1, 0.86),
        ("L", x - 0.14, 0.77),
        ("C", x - 0.03, 0.72, x + 0.03, 0.64, x + 0.04, 0.55),
        ("Z",),
    )
    return disc(x, 0.38, 0.19), tail


_QUESTION: Outline = (
    ("M", 0.26, 0.3),
    ("C", 0.28, 0.1, 0.42, 0.04, 0.52, 0.04),
    ("C", 0.68, 0.04, 0.8, 0.15, 0.8, 0.31),
    ("C", 0.8, 0.44, 0.72, 0.5, 0.65, 0.55),
    ("C", 0.59, 0.59, 0.58, 0.62, 0.58, 0.68),
    ("L", 0.42, 0.68),
    ("C", 0.42, 0.56, 0.46, 0.5, 0.53, 0.45),
    ("C", 0.6, 0.4, 0.63, 0.37, 0.63, 0.31),
    ("C", 0.63, 0.24, 0.59, 0.2, 0.52, 0.2),
    ("C", 0.45, 0.2, 0.42, 0.25, 0.41, 0.33),
    ("Z",),
)

GLYPHS: dict[str, tuple[Outline, ...]] = {
    "step": (disc(0.5, 0.5, 0.42),),
    "touchpoint": (polygon((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)),),
    "frontstage_action": (polygon((0.5, 0.08), (0.98, 0.92), (0.02, 0.92)),),
    "backstage_process": (polygon((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),),
    "system": (_frame(0.08, 0.22), polygon((0.36, 0.36), (0.64, 0.36), (0.64, 0.64), (0.36, 0.64))),
    "policy": (
        polygon((0.16, 0.06), (0.84, 0.06), (0.84, 0.24), (0.16, 0.24)),
        polygon((0.16, 0.41), (0.84, 0.41), (0.84, 0.59), (0.16, 0.59)),
        polygon((0.16, 0.76), (0.6, 0.76), (0.6, 0.94), (0.16, 0.94)),
    ),
    "physical_evidence": (
        polygon((0.5, 0.04), (0.95, 0.27), (0.95, 0.75), (0.5, 0.97), (0.05, 0.75), (0.05, 0.27)),
    ),
    "actor": (
        disc(0.5, 0.27, 0.23),
        (
            ("M", 0.06, 0.96),
            ("C", 0.06, 0.66, 0.26, 0.56, 0.5, 0.56),
            ("C", 0.74, 0.56, 0.94, 0.66, 0.94, 0.96),
            ("Z",),
        ),
    ),
    "picture": (
        _frame(0.04, 0.16),
        polygon((0.22, 0.78), (0.44, 0.42), (0.58, 0.62), (0.66, 0.52), (0.8, 0.78)),
    ),
    "quote": (*_comma(0.27), *_comma(0.75)),
    "pain_point": (polygon((0.38, 0.02), (0.62, 0.02), (0.57, 0.66), (0.43, 0.66)), disc(0.5, 0.86, 0.12)),
    "gain": (
        polygon(
            (0.38, 0.08),
            (0.62, 0.08),
            (0.62, 0.38),
            (0.92, 0.38),
            (0.92, 0.62),
            (0.62, 0.62),
            (0.62, 0.92),
            (0.38, 0.92),
            (0.38, 0.62),
            (0.08, 0.62),
            (0.08, 0.38),
            (0.38, 0.38),
        ),
    ),
    "question": (_QUESTION, disc(0.5, 0.86, 0.11)),
    "gap": (
        polygon((0.04, 0.1), (0.24, 0.1), (0.24, 0.9), (0.04, 0.9)),
        polygon((0.76, 0.1), (0.96, 0.1), (0.96, 0.9), (0.76, 0.9)),
    ),
    "idea": (star(4, 0.17),),
    "action": (
        polygon((0.06, 0.3), (0.5, 0.3), (0.5, 0.06), (0.96, 0.5), (0.5, 0.94), (0.5, 0.7), (0.06, 0.7)),
    ),
    "note": (polygon((0.1, 0.06), (0.9, 0.06), (0.9, 0.62), (0.6, 0.94), (0.1, 0.94)),),
    "measure": (
        polygon((0.08, 0.55), (0.28, 0.55), (0.28, 0.94), (0.08, 0.94)),
        polygon((0.4, 0.32), (0.6, 0.32), (0.6, 0.94), (0.4, 0.94)),
        polygon((0.72, 0.06), (0.92, 0.06), (0.92, 0.94), (0.72, 0.94)),
    ),
    "star": (star(5, 0.2),),
    "finding": (_QUESTION, disc(0.5, 0.86, 0.11)),
    "tick": (polygon((0.04, 0.54), (0.18, 0.4), (0.38, 0.6), (0.82, 0.14), (0.96, 0.28), (0.38, 0.88)),),
}
"""Each kind of card by its id, ``step``, ``measure``, and the badges ``star``, ``finding`` and ``tick``."""
