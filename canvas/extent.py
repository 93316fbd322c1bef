"""How far ink reaches, and painting only what reaches into a rectangle."""

from __future__ import annotations

from functools import lru_cache, singledispatch

from PySide6.QtCore import QPointF, QRectF

from canvas.paint import Brush, outline, paint
from journey.drawing import Block, Box, Image, Line, Mark, Path, Placed, Text


def block_extent(block: Block) -> QRectF:
    """The rectangle that all of a block's ink lies in, from its own top left corner."""
    found = QRectF(0.0, 0.0, block.w, block.h)
    for mark in block.marks:
        found = found.united(extent(mark))
    return found


def paint_within(placed: Placed, brush: Brush, seen: QRectF) -> None:
    """Paint those marks of a block that reach into a rectangle of the drawing."""
    brush.painter.translate(placed.x, placed.y)
    within = seen.translated(-placed.x, -placed.y)
    for mark, reach in _extents(placed.block):
        if reach.intersects(within):
            paint(mark, brush)
    brush.painter.translate(-placed.x, -placed.y)


@lru_cache(maxsize=2_000)
def _extents(block: Block) -> tuple[tuple[Mark, QRectF], ...]:
    return tuple((mark, extent(mark)) for mark in block.marks)


@singledispatch
def extent(mark: Mark) -> QRectF:
    """The rectangle that a mark's ink lies in, or a little more."""
    raise NotImplementedError(type(mark).__name__)


@extent.register
def _box(mark: Box) -> QRectF:
    return _around(QRectF(mark.x, mark.y, mark.w, mark.h), mark.stroke_width)


@extent.register
def _line(mark: Line) -> QRectF:
    return _around(
        QRectF(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2)).normalized(), mark.stroke_width
    )


@extent.register
def _path(mark: Path) -> QRectF:
    return _around(outline(mark.segments).controlPointRect(), mark.stroke_width)


@extent.register
def _text(mark: Text) -> QRectF:
    return QRectF(
        mark.x - 0.2 * mark.size, mark.y - 1.2 * mark.size, mark.width + 0.4 * mark.size, 1.7 * mark.size
    )


@extent.register
def _image(mark: Image) -> QRectF:
    return QRectF(mark.x, mark.y, mark.w, mark.h)


def _around(area: QRectF, width: float) -> QRectF:
    half = width / 2 + 0.1
    return area.adjusted(-half, -half, half, half)
