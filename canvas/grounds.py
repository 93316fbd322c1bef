"""What is left of blocks too small to read: their colours as rectangles, and a card's sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from canvas.legs import thin
from canvas.paint import outline
from journey.drawing import Box, Layer, Line, Mark, Path, Placed
from journey.later import Later

_SEEN = 6.5
"""Shapes at least this high are seen from afar, mm."""
_SIGN = 4.2
"""A sign at the foot of a card is at most this high, mm."""
_SHARE = 0.42
"""How much of a card's height its sign takes when it stands for the words."""

Ground = tuple[str, QRectF]
Curve = tuple[str, float, QPainterPath]


def seen_from_afar(one: Placed) -> Sequence[Mark]:
    """The marks of a block that can be seen where no word can be read."""
    marks = one.block.marks
    return marks.from_afar() if isinstance(marks, Later) else marks


def grounds_of(one: Placed, marks: Sequence[Mark]) -> Iterator[Ground]:
    """Filled boxes, large shapes as boxes, lines as thin boxes: a colour and a rectangle each."""
    for mark in marks:
        if isinstance(mark, Box) and mark.fill is not None:
            yield mark.fill, QRectF(one.x + mark.x, one.y + mark.y, mark.w, mark.h)
        elif isinstance(mark, Path) and mark.layer not in (Layer.LINKS, Layer.FEELINGS):
            yield from ((colour, box.translated(one.x, one.y)) for colour, box in _shape(mark))
        elif isinstance(mark, Line):
            yield (
                mark.stroke,
                _between((one.x + mark.x1, one.y + mark.y1), (one.x + mark.x2, one.y + mark.y2)),
            )


def curves_of(one: Placed, marks: Sequence[Mark]) -> Iterator[Curve]:
    """The pieces of a curve of feelings: colour, width and path."""
    for mark in marks:
        if isinstance(mark, Path) and mark.layer is Layer.FEELINGS and mark.stroke and mark.fill is None:
            path = outline(mark.segments).translated(one.x, one.y)
            yield mark.stroke, mark.stroke_width, path


def sign_of(one: Placed) -> tuple[str, QPainterPath] | None:
    """A card's sign, large in its middle, and its colour; None for what has no sign."""
    for mark in seen_from_afar(one):
        if isinstance(mark, Path) and mark.fill and mark.fill.endswith(".accent"):
            shape = outline(mark.segments)
            box = shape.boundingRect()
            if box.height() <= _SIGN and mark.layer is Layer.CARDS:
                return mark.fill, _enlarged(shape, box, one)
    return None


def _enlarged(shape: QPainterPath, box: QRectF, one: Placed) -> QPainterPath:
    factor = min(one.block.h, one.block.w) * _SHARE / max(box.width(), box.height())
    middle = box.center()
    place = QTransform.fromTranslate(one.x + one.block.w / 2, one.y + one.block.h / 2)
    place.scale(factor, factor)
    place.translate(-middle.x(), -middle.y())
    return place.map(shape)


def _shape(mark: Path) -> Iterator[Ground]:
    """A large filled shape as its box, one that is only stroked as its legs."""
    ends = [(float(s[-2]), float(s[-1])) for s in mark.segments if len(s) > 2]
    if mark.fill is None:
        if mark.stroke is not None:
            yield from ((mark.stroke, _between(a, b)) for a, b in pairwise(ends))
        return
    xs, ys = [x for x, _y in ends], [y for _x, y in ends]
    if max(ys) - min(ys) > _SEEN:
        yield mark.fill, QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _between(a: tuple[float, float], b: tuple[float, float]) -> QRectF:
    return thin(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
