"""The map in a QGraphicsView, an item for each block: what a Qt program would use instead of our canvas.

It paints the very same marks, but neither keeps rail and headers in view nor has a selection or a cursor.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from benchmarks.plain_marks import no_picture
from canvas.extent import block_extent
from canvas.paint import Brush, colour_of, paint
from journey.drawing import Box, Drawing, Placed
from resources.theme import load_theme

_READ_FROM = 5.0 / 5.8
"""Pixels a millimetre must have for letters to be painted, as in ours."""


class BlockItem(QGraphicsItem):
    """One block; far away only the colours of its boxes."""

    def __init__(self, placed: Placed, layer: int) -> None:
        super().__init__()
        self._block, self._extent = placed.block, block_extent(placed.block)
        self.setPos(placed.x, placed.y)
        self.setZValue(layer)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)

    def boundingRect(self) -> QRectF:
        """Where its ink lies."""
        return self._extent

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint mark by mark."""
        near = option.levelOfDetailFromTransform(painter.worldTransform()) >= _READ_FROM
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, near)
        brush = Brush(painter, load_theme(), no_picture)
        for mark in self._block.marks:
            if near:
                paint(mark, brush)
            elif isinstance(mark, Box) and mark.fill:
                painter.fillRect(QRectF(mark.x, mark.y, mark.w, mark.h), colour_of(brush.theme, mark.fill))


class GraphicsMap(QGraphicsView):
    """A drawing in a scene."""

    def __init__(self) -> None:
        self._scene = QGraphicsScene()
        super().__init__(self._scene)
        self.items_of: dict[tuple[float, float, int], BlockItem] = {}
        self._kept: Drawing | None = None
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setBackgroundBrush(colour_of(load_theme(), "paper"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; items of what stays where it was are kept."""
        wanted = {
            (placed.x, placed.y, id(placed.block)): (placed, layer)
            for layer, part in enumerate(drawing.parts)
            for placed in part.blocks
        }
        for gone in self.items_of.keys() - wanted.keys():
            self._scene.removeItem(self.items_of.pop(gone))
        for come in wanted.keys() - self.items_of.keys():
            self.items_of[come] = BlockItem(*wanted[come])
            self._scene.addItem(self.items_of[come])
        self._scene.setSceneRect(0, 0, drawing.w, drawing.h)
        self._kept = drawing  # so that the blocks' identities stay theirs

    def write_at(self, x: float, y: float, text: str) -> QGraphicsTextItem:
        """Open a text for writing, all of it selected."""
        field = QGraphicsTextItem(text)
        field.setPos(x, y)
        field.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self._scene.addItem(field)
        self._scene.setFocusItem(field)
        cursor = QTextCursor(field.document())
        cursor.select(QTextCursor.SelectionType.Document)
        field.setTextCursor(cursor)
        return field

    def take_back(self, field: QGraphicsTextItem) -> None:
        """Close a text without keeping it."""
        self._scene.removeItem(field)
