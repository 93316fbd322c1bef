"""Pictures of blocks at one scale, kept while they are of use: painting one again is copying it."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from canvas.extent import block_extent
from canvas.paint import Brush, Pictures, paint_block
from journey.drawing import Block, Placed
from resources.theme import Theme

_LARGEST = 300_000
"""Device pixels a picture may have; larger blocks are painted anew each time."""
_ROOM = 6.0
"""Ink around a block, mm."""
_KEPT = 48_000_000
"""Bytes of pictures that are kept."""

Stamp = tuple[Block, QPixmap, QPoint]


def is_small(block: Block, scale: float) -> bool:
    """Whether a block is small enough to have a picture."""
    return (block.w + _ROOM) * (block.h + _ROOM) * scale * scale < _LARGEST


class Stamps:
    """The pictures of blocks at the scale last asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Stamp] = OrderedDict()
        self._look: tuple[float, str] = (0.0, "")
        self._bytes = 0
        self.made = 0
        """How many pictures were made so far."""

    def stamp(self, placed: Placed, brush: Brush, scale: float) -> None:
        """Copy a block's picture to its place, rounded to whole pixels.

        The painter's unit is the device pixel, its origin the drawing's.
        """
        self._look_as((scale, brush.theme.name))
        found = self._kept.get(id(placed.block))
        if found is None:
            found = self._make(placed.block, brush.theme, brush.pictures, scale)
        else:
            self._kept.move_to_end(id(placed.block))
        _block, picture, corner = found
        at = QPoint(round(placed.x * scale), round(placed.y * scale))
        brush.painter.drawPixmap(at + corner, picture)

    def prepare(self, block: Block, theme: Theme, pictures: Pictures, scale: float) -> bool:
        """Make a block's picture before it is needed; tells whether there was none."""
        self._look_as((scale, theme.name))
        missing = id(block) not in self._kept
        if missing:
            self._make(block, theme, pictures, scale)
        return missing

    def _look_as(self, look: tuple[float, str]) -> None:
        if look != self._look:
            self._look, self._bytes = look, 0
            self._kept.clear()

    def _make(self, block: Block, theme: Theme, pictures: Pictures, scale: float) -> Stamp:
        ink = block_extent(block)
        scaled = QRectF(ink.x() * scale, ink.y() * scale, ink.width() * scale, ink.height() * scale)
        area = scaled.toAlignedRect().adjusted(-1, -1, 1, 1)
        picture = QPixmap(area.size())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-area.topLeft())
        painter.scale(scale, scale)
        paint_block(Placed(0.0, 0.0, block), Brush(painter, theme, pictures))
        painter.end()
        made = self._kept[id(block)] = (block, picture, area.topLeft())
        self.made += 1
        self._forget(4 * area.width() * area.height())
        return made

    def _forget(self, more: int) -> None:
        """Make room for a new picture by those that were not seen for longest."""
        self._bytes += more
        while self._bytes > _KEPT and len(self._kept) > 1:
            _key, (_block, picture, _corner) = self._kept.popitem(last=False)
            self._bytes -= 4 * picture.width() * picture.height()
