"""What is seen and said where the pointer rests: its shape, a tip, a line of words, an offered plus."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvas.tips import plain_tip
from canvas.tools import Hover, Offer, Shape

_SHAPES = {
    Shape.ARROW: Qt.CursorShape.ArrowCursor,
    Shape.HAND: Qt.CursorShape.OpenHandCursor,
    Shape.WIDEN: Qt.CursorShape.SizeHorCursor,
    Shape.CROSS: Qt.CursorShape.CrossCursor,
    Shape.RAISE: Qt.CursorShape.SizeVerCursor,
    Shape.FINGER: Qt.CursorShape.PointingHandCursor,
}


class Hovered(Protocol):
    """What hovering needs of the map it is done over."""

    def viewport(self) -> QWidget:
        """Where the map is painted."""

    def show_offer(self, offer: Offer | None) -> None:
        """Show a plus at the pointer, or none."""

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say it in the status line."""


class Hovering:
    """The pointer over one map."""

    def __init__(self, view: Hovered) -> None:
        self._view = view
        self._hover = Hover()
        self.pans = False
        """Whether a press takes hold of the map, whatever is under it."""

    @property
    def offer(self) -> Offer | None:
        """What a press would add here."""
        return self._hover.offer

    def rest(self, hover: Hover) -> None:
        """The pointer rests on something; nothing is done where that is what it rested on before."""
        if hover == self._hover:
            return
        before, self._hover = self._hover, hover
        self._view.show_offer(hover.offer)
        if not self.pans:
            self.shape()
        if hover.words != before.words:
            self._view.viewport().setToolTip(plain_tip(hover.words))
            self._view.say(hover.words)

    def shape(self) -> None:
        """Give the pointer the shape it has now."""
        shape = Qt.CursorShape.OpenHandCursor if self.pans else _SHAPES[self._hover.shape]
        self._view.viewport().setCursor(shape)
