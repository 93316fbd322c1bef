"""The signs of the interface's own buttons, drawn like the map's, down being positive."""

from __future__ import annotations

from resources.glyphs import GLYPHS, Outline, disc, polygon


def _bar(x: float, y: float, w: float, h: float) -> Outline:
    return polygon((x, y), (x + w, y), (x + w, y + h), (x, y + h))


def _turned(outline: Outline) -> Outline:
    """The outline seen in a mirror."""
    return tuple(
        (kind, *(1 - float(v) if i % 2 == 0 else v for i, v in enumerate(places)))
        for kind, *places in outline
    )


def _inner(outline: Outline, share: float) -> Outline:
    """The outline around the middle, of so much of its size."""
    return tuple((kind, *(0.5 + (float(v) - 0.5) * share for v in places)) for kind, *places in outline)


_BACK: Outline = (
    ("M", 0.04, 0.38),
    ("L", 0.38, 0.08),
    ("L", 0.38, 0.3),
    ("L", 0.6, 0.3),
    ("C", 0.82, 0.3, 0.96, 0.44, 0.96, 0.64),
    ("C", 0.96, 0.82, 0.82, 0.94, 0.6, 0.94),
    ("L", 0.3, 0.94),
    ("L", 0.3, 0.78),
    ("L", 0.6, 0.78),
    ("C", 0.74, 0.78, 0.8, 0.72, 0.8, 0.63),
    ("C", 0.8, 0.52, 0.73, 0.46, 0.6, 0.46),
    ("L", 0.38, 0.46),
    ("L", 0.38, 0.68),
    ("Z",),
)
_CROSS = polygon(
    *((0.14, 0.06), (0.5, 0.42), (0.86, 0.06), (0.94, 0.14), (0.58, 0.5), (0.94, 0.86)),
    *((0.86, 0.94), (0.5, 0.58), (0.14, 0.94), (0.06, 0.86), (0.42, 0.5), (0.06, 0.14)),
)

# As on the cards it is about: a question mark in a ring; one alone means help.
_RING: Outline = (*disc(0.5, 0.5, 0.5), *_turned(disc(0.5, 0.5, 0.41)))

SIGNS: dict[str, tuple[Outline, ...]] = {
    "undo": (_BACK,),
    "redo": (_turned(_BACK),),
    "close": (_CROSS,),
    "stage": (polygon((0.1, 0.06), (0.96, 0.5), (0.1, 0.94)),),
    "down": (polygon((0.14, 0.3), (0.86, 0.3), (0.5, 0.74)),),
    "found": (_RING, *(_inner(shape, 0.56) for shape in GLYPHS["finding"])),
    "plus": (_bar(0.44, 0.08, 0.12, 0.84), _bar(0.08, 0.44, 0.84, 0.12)),
}
"""Each sign by its name."""
