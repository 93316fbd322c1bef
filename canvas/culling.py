"""Which blocks of a group a rectangle shows; sorted when first asked, as most groups are out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from canvas.grounds import Ground, curves_of, grounds_of, legs_of, sign_of
from canvas.legs import Legs, corners
from canvas.rect import Rect
from journey.drawing import Layer, Placed

_STRIP = 240.0
"""Blocks are sorted into strips this wide, mm: about four columns."""
_AROUND = 5.0
"""How far marks may reach out of their block: badges, strokes, signs beside words."""

Colours = dict[str, list[QRectF]]


class Shelf:
    """One group of blocks, from which those in a rectangle are found without looking at all."""

    def __init__(self, group: Sequence[Placed]) -> None:
        self.group = group
        self.top = min((one.y for one in group), default=0.0) - _AROUND
        self.bottom = max((one.y + one.block.h for one in group), default=0.0) + _AROUND

    def shown(self, area: Rect) -> Iterator[Placed]:
        """The blocks that may reach into a rectangle, in the order they are painted."""
        if not self._meets(area):
            return
        wide = area.grown(_AROUND)
        places = {place for strip in self._strips_of(wide) for place in self._strips.get(strip, ())}
        found = [place for place in places if _reaches(self.group[place], wide)]
        found += [self._lines[line] for line in self._legs.meeting(wide)]
        yield from (self.group[place] for place in sorted(found))

    def grounds(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """Rectangles by colour, of the strips that a rectangle meets; cards reach over to the next strip."""
        return self._of_strips(area, lambda: self._grounds)

    def lines(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """The links' legs as thin rectangles by colour."""
        return self._of_strips(area, lambda: self._line_grounds)

    def signs(self, area: Rect) -> Iterator[tuple[str, QPainterPath]]:
        """The cards' signs by colour."""
        if self._meets(area):
            for strip in self._strips_of(area.grown(_STRIP)):
                yield from self._signs.get(strip, {}).items()

    def curves(self, area: Rect) -> Iterator[tuple[str, float, QPainterPath]]:
        """The curves of feelings that may reach into a rectangle: colour, width and path."""
        if self._meets(area):
            seen = QRectF(area.x, area.y, area.w, area.h)
            yield from (curve for curve in self._curves if curve[2].controlPointRect().intersects(seen))

    def _meets(self, area: Rect) -> bool:
        return self.bottom >= area.y and self.top <= area.y + area.h

    def _of_strips(
        self, area: Rect, of: Callable[[], dict[int, Colours]]
    ) -> Iterator[tuple[str, list[QRectF]]]:
        if self._meets(area):
            for strip in self._strips_of(area):
                yield from of().get(strip, {}).items()

    def _strips_of(self, area: Rect) -> range:
        return range(int(area.x // _STRIP), int((area.x + area.w) // _STRIP) + 1)

    @cached_property
    def _lines(self) -> list[int]:
        """The places of the links' lines."""
        return [place for place, one in enumerate(self.group) if _is_line(one)]

    @cached_property
    def _legs(self) -> Legs:
        return Legs([corners(self.group[place]) for place in self._lines])

    @cached_property
    def _strips(self) -> dict[int, list[int]]:
        """The places of all else, by the strips they reach into from the one they begin in."""
        strips: dict[int, list[int]] = {}
        for place, one in enumerate(self.group):
            if not _is_line(one):
                first, last = int(one.x // _STRIP), int((one.x + one.block.w) // _STRIP)
                for strip in range(first, last + 1):
                    strips.setdefault(strip, []).append(place)
        return strips

    @cached_property
    def _grounds(self) -> dict[int, Colours]:
        return _by_strip(self.group, grounds_of)

    @cached_property
    def _line_grounds(self) -> dict[int, Colours]:
        return _by_strip(self.group, legs_of)

    @cached_property
    def _curves(self) -> list[tuple[str, float, QPainterPath]]:
        return [curve for one in self.group for curve in curves_of(one)]

    @cached_property
    def _signs(self) -> dict[int, dict[str, QPainterPath]]:
        found: dict[int, dict[str, QPainterPath]] = {}
        for one in self.group:
            if (sign := sign_of(one)) is not None:
                colours = found.setdefault(int(sign[1].boundingRect().x() // _STRIP), {})
                colours.setdefault(sign[0], QPainterPath()).addPath(sign[1])
        return found


def _by_strip(group: Sequence[Placed], grounds: Callable[[Placed], Iterator[Ground]]) -> dict[int, Colours]:
    """Rectangles by colour by each strip they reach into, cut there: strips are painted one after another."""
    found: dict[int, Colours] = {}
    for one in group:
        for colour, box in grounds(one):
            first, last = int(box.left() // _STRIP), int(box.right() // _STRIP)
            for strip in range(first, last + 1):
                here = box if first == last else box.intersected(_reach_of(strip, box))
                found.setdefault(strip, {}).setdefault(colour, []).append(here)
    return found


def _reach_of(strip: int, box: QRectF) -> QRectF:
    return QRectF(strip * _STRIP, box.top(), _STRIP, box.height())


def _is_line(one: Placed) -> bool:
    marks = one.block.marks
    return bool(marks) and marks[0].layer is Layer.LINKS and bool(corners(one))


def _reaches(one: Placed, area: Rect) -> bool:
    return (
        one.x < area.x + area.w
        and area.x < one.x + one.block.w
        and one.y < area.y + area.h
        and area.y < one.y + one.block.h
    )
