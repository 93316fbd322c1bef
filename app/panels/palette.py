"""The palette at the left: what can be dragged onto the map, or clicked and then clicked into place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.desk import Desk
from app.icons import icon
from canvas.paint import colour_of
from canvas.stage import State
from canvas.tools import Placing, PlacingOwner
from journey import edits
from journey.layout import kind_word
from journey.model import Card, CardKind, LaneKind, MapData, Owner, Ownership, OwnershipRole
from resources.theme import Theme, owner_colours
from resources.words import _, _n

_KINDS = (
    CardKind.TOUCHPOINT,
    CardKind.FRONTSTAGE_ACTION,
    CardKind.BACKSTAGE_PROCESS,
    CardKind.SYSTEM,
    CardKind.PAIN_POINT,
    CardKind.IDEA,
    CardKind.QUOTE,
)
"""The kinds that have a number key, in its order, from 2."""


class Tile(QPushButton):
    """Something to drag onto the map. A click takes it into the hand too, for a second click to drop it."""

    def __init__(self, words: str, desk: Desk, state: Callable[[], State]) -> None:
        super().__init__(words)
        self.setObjectName("tile")
        self._desk, self._state = desk, state
        self.clicked.connect(lambda: desk.hold(state()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Out of the palette the thing follows the pointer over the map."""
        viewport = self._desk.editor.viewport()
        at = viewport.mapFromGlobal(event.globalPosition().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and viewport.rect().contains(at):
            if not self._desk.editor.hand.busy:
                self._desk.hold(self._state())
            self._desk.editor.hand.move(self._desk.editor.pointer(at, event.modifiers()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Over the map the thing is dropped."""
        viewport = self._desk.editor.viewport()
        at: QPoint = viewport.mapFromGlobal(event.globalPosition().toPoint())
        if self._desk.editor.hand.busy and viewport.rect().contains(at):
            self.setDown(False)
            self._desk.editor.hand.release(self._desk.editor.pointer(at, event.modifiers()))
        else:
            super().mouseReleaseEvent(event)
