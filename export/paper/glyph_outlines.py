"""The outlines of glyphs, for formats that cannot hold our fonts."""

from __future__ import annotations

from functools import lru_cache

from journey.text import shaping_font

Place = tuple[float, float]


@lru_cache(maxsize=4096)
def glyph_path(font: str, glyph: int) -> str:
    """Return a glyph as SVG path data in units of its font, upwards; empty for one without ink."""
    pen = _Pen()
    shaping_font(font).draw_glyph_with_pen(glyph, pen)
    return "".join(pen.data)


class _Pen:
    """Takes what HarfBuzz draws; the names are those it calls."""

    def __init__(self) -> None:
        self.data: list[str] = []

    def moveTo(self, place: Place) -> None:
        self._add("M", place)

    def lineTo(self, place: Place) -> None:
        self._add("L", place)

    def qCurveTo(self, *places: Place) -> None:
        self._add("Q", *places)

    def curveTo(self, *places: Place) -> None:
        self._add("C", *places)

    def closePath(self) -> None:
        self.data.append("Z")

    def _add(self, letter: str, *places: Place) -> None:
        self.data.append(letter + " ".join(f"{x:g} {y:g}" for x, y in places))
