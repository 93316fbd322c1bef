"""Which blocks of a group a rectangle shows; sorted when first asked, as most groups are out of sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from canvas.grounds import Curve, curves_of, grounds_of, seen_from_afar, sign_of
from canvas.legs import Lines, is_line
from canvas.rect import Rect
from journey.drawing import Placed

_STRIP = 240.0
"""Blocks are sorted into strips this wide, mm: about four columns."""
_SIGNS = 960.0
"""The same for signs, of which many are painted at once."""
_AROUND = 5.0
"""How far marks may reach out of their block: badges, strokes, signs beside words."""

T = TypeVar("T")
Colours = dict[str, list[QRectF]]


class Shelf:
    """One group of blocks, from which those in a rectangle are found without looking at all.

    Its blocks are all lines of links, or none of them is. ``lines`` is what the lines of the drawing before
    were sorted into, if this one follows another.
    """

    def __init__(self, group: Sequence[Placed], lines: Lines | None = None) -> None:
        self.group = group
        self.top = min((one.y for one in group), default=0.0) - _AROUND
        self.bottom = max((one.y + one.block.h for one in group), default=0.0) + _AROUND
        self._sorted_lines = lines or Lines()

    def shown(self, area: Rect) -> Iterator[Placed]:
        """The blocks that may reach into a rectangle, in the order they are painted."""
        if not self.meets(area):
            return
        wide = area.grown(_AROUND)
        if self.holds_lines:
            self._sorted_lines.follow(self.group)
            yield from self._sorted_lines.near(wide)
            return
        places = {place for strip in _strips(wide, _STRIP) for place in self._strips.get(strip, ())}
        yield from (one for one in map(self.group.__getitem__, sorted(places)) if _reaches(one, wide))

    def prepare(self) -> bool:
        """Look at all that is seen from afar, before it is needed; tells whether nobody had."""
        missing = "_afar" not in self.__dict__
        return missing and bool(self._afar)

    def meets(self, area: Rect) -> bool:
        """Whether a rectangle is as high up as the group."""
        return self.bottom >= area.y and self.top <= area.y + area.h

    def is_below(self, other: Shelf) -> bool:
        """Whether it begins where another group ends, or lower."""
        return self.top + _AROUND >= other.bottom - _AROUND

    def grounds(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """Rectangles by colour, of the strips that a rectangle meets; cards reach over to the next strip."""
        if self.meets(area):
            for colours in _met(self._afar[0], _strips(area, _STRIP)):
                yield from colours.items()

    def lines(self, area: Rect) -> Iterator[tuple[str, list[QRectF]]]:
        """The links' legs as thin rectangles by colour."""
        if self.meets(area) and self.holds_lines:
            self._sorted_lines.follow(self.group)
            yield from self._sorted_lines.grounds(area)

    def signs(self, area: Rect) -> Iterator[tuple[str, QPainterPath]]:
        """The cards' signs by colour."""
        if self.meets(area):
            for colours in _met(self._signs, _strips(area.grown(_STRIP), _SIGNS)):
                yield from colours.items()

    def curves(self, area: Rect) -> Iterator[Curve]:
        """The curves of feelings that may reach into a rectangle: colour, width and path."""
        if self.meets(area):
            seen = QRectF(area.x, area.y, area.w, area.h)
            yield from (curve for curve in self._afar[1] if curve[2].controlPointRect().intersects(seen))

    @cached_property
    def holds_lines(self) -> bool:
        """Whether it is the group of links' lines."""
        return bool(self.group) and is_line(self.group[0])

    @property
    def _things(self) -> Sequence[Placed]:
        """The group, if it is none of lines."""
        return () if self.holds_lines else self.group

    @cached_property
    def _strips(self) -> dict[int, list[int]]:
        """The places of all that is no line, by the strips they reach into from the one they begin in."""
        strips: dict[int, list[int]] = {}
        for place, one in enumerate(self._things):
            for strip in range(int(one.x // _STRIP), int((one.x + one.block.w) // _STRIP) + 1):
                strips.setdefault(strip, []).append(place)
        return strips

    @cached_property
    def _afar(self) -> tuple[dict[int, Colours], list[Curve]]:
        """The colours by strip, and the curves: together, because marks may be made for them."""
        grounds: dict[int, Colours] = {}
        curves: list[Curve] = []
        for one in self._things:
            marks = seen_from_afar(one)
            curves += curves_of(one, marks)
            for colour, box in grounds_of(one, marks):
                _put_into_strips(grounds, colour, box)
        return dict(sorted(grounds.items())), curves

    @cached_property
    def _signs(self) -> dict[int, dict[str, QPainterPath]]:
        found: dict[int, dict[str, QPainterPath]] = {}
        for one in self._things:
            if (sign := sign_of(one)) is not None:
                colours = found.setdefault(int(sign[1].boundingRect().x() // _SIGNS), {})
                colours.setdefault(sign[0], QPainterPath()).addPath(sign[1])
        return dict(sorted(found.items()))


def runs(shelves: Iterable[Shelf]) -> Iterator[list[Shelf]]:
    """Stretches of groups that lie below one another, so that it does not matter which is painted first."""
    run: list[Shelf] = []
    for shelf in shelves:
        if run and not shelf.is_below(run[-1]):
            yield run
            run = []
        run.append(shelf)
    if run:
        yield run


def _strips(area: Rect, width: float) -> range:
    """The strips so wide that a rectangle meets."""
    return range(int(area.x // width), int((area.x + area.w) // width) + 1)


def _met(found: Mapping[int, T], strips: range) -> Iterator[T]:
    """What there is in some strips, from left to right: seen from afar, most strips are beside the map."""
    if len(strips) < len(found):
        return (found[strip] for strip in strips if strip in found)
    return (one for strip, one in found.items() if strip in strips)


def _put_into_strips(grounds: dict[int, Colours], colour: str, box: QRectF) -> None:
    """Add a rectangle to each strip it reaches into, cut there: strips are painted one after another."""
    first, last = int(box.left() // _STRIP), int(box.right() // _STRIP)
    for strip in range(first, last + 1):
        here = box if first == last else box.intersected(_reach_of(strip, box))
        grounds.setdefault(strip, {}).setdefault(colour, []).append(here)


def _reach_of(strip: int, box: QRectF) -> QRectF:
    return QRectF(strip * _STRIP, box.top(), _STRIP, box.height())


def _reaches(one: Placed, area: Rect) -> bool:
    return (
        one.x < area.x + area.w
        and area.x < one.x + one.block.w
        and one.y < area.y + area.h
        and area.y < one.y + one.block.h
    )
