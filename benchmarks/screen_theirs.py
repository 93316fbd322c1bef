"""The gestures of the screen's benchmark, made in a QGraphicsView."""

from __future__ import annotations

from benchmarks.keys import press_key
from benchmarks.maps import JOURNEY
from benchmarks.with_graphics_view import BlockItem, GraphicsMap
from journey.drawing import PartName, Placed
from journey.layout import Memory, View, layout
from journey.model import Change, MapData


class TheirScreen:
    """A map in a scene of items."""

    name = "QGraphicsView"

    def __init__(self, map_data: MapData) -> None:
        self.widget = GraphicsMap()
        self._map, self._memory = map_data, Memory()
        self._lay_out()

    def scale_to(self, scale: float) -> None:
        """Look at the upper left corner with so many pixels a millimetre."""
        self.widget.resetTransform()
        self.widget.scale(scale, scale)
        self.pan_to(0, 0)

    def pan_to(self, x: int, y: int) -> None:
        """Scroll so far."""
        self.widget.horizontalScrollBar().setValue(x)
        self.widget.verticalScrollBar().setValue(y)

    def zoom(self, factor: float) -> None:
        """Zoom around the pointer."""
        self.widget.scale(factor, factor)

    def rest(self) -> None:
        """It is always sharp."""

    def go_to(self, card: str) -> None:
        """Bring a card into the middle of the window."""
        self.widget.centerOn(self._item(card))

    def take(self, card: str) -> None:
        """Take a card into the hand."""
        self._held = self._item(card)
        self._from = self._held.pos()

    def drag(self, dx: float, dy: float) -> None:
        """Pull what is in the hand so many pixels from where it was."""
        scale = self.widget.transform().m11()
        self._held.setPos(self._from.x() + dx / scale, self._from.y() + dy / scale)

    def give_back(self) -> None:
        """Let it go where it was."""
        self._held.setPos(self._from)

    def write(self, card: str) -> None:
        """Open a card's text."""
        placed = self._placed(card)
        self._field = self.widget.write_at(placed.x, placed.y, "A card")

    def type(self, letter: str) -> None:
        """Type a letter into it."""
        press_key(self.widget, ord(letter.upper()), letter)

    def leave(self) -> None:
        """Give the text back."""
        self.widget.take_back(self._field)

    def edit(self, change: Change) -> None:
        """Carry an edit out and show the map after it."""
        self._map = self._map.apply(change)
        self._lay_out()

    def _lay_out(self) -> None:
        self._drawing = layout(self._map, View(JOURNEY), self._memory)
        self.widget.show_drawing(self._drawing)

    def _item(self, card: str) -> BlockItem:
        placed = self._placed(card)
        return self.widget.items_of[placed.x, placed.y, id(placed.block)]

    def _placed(self, card: str) -> Placed:
        body = self._drawing.part(PartName.BODY)
        assert body is not None  # every map has one
        return next(placed for placed in body.blocks if placed.block.record == card)
