"""The gestures of the screen's benchmark, made in the map's own window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.keys import press_key
from benchmarks.maps import JOURNEY
from canvas.inline import InlineEditor
from canvas.map_editor import MapEditor
from journey.document import Document
from journey.model import Change, MapData
from resources.theme import load_theme


class OurScreen:
    """A map in our editor."""

    name = "ours"

    def __init__(self, map_data: MapData) -> None:
        self.widget = MapEditor(Document(map_data), JOURNEY, load_theme())

    def scale_to(self, scale: float) -> None:
        """Look at the upper left corner with so many pixels a millimetre."""
        self.widget.look_at(replace(self.widget.camera, scale=scale).fitted(0, 0))

    def whole(self) -> float:
        """The scale at which everything is seen."""
        return self.widget.camera.showing_all().scale

    def pan_to(self, x: int, y: int) -> None:
        """Scroll so far."""
        self.widget.look_at(self.widget.camera.fitted(x, y))

    def zoom(self, factor: float) -> None:
        """Zoom around the middle of the window."""
        self.widget.zoom_middle(factor)

    def rest(self) -> None:
        """Wait until the picture is sharp after zooming."""
        while self.widget.blurred:
            QApplication.processEvents()

    def go_to(self, card: str) -> None:
        """Bring a card into the middle of the window."""
        rect, camera = self.widget.places.rects[card], self.widget.camera
        x, y = camera.to_pixel(rect.x + rect.w / 2, rect.y + rect.h / 2)
        left, top = round(x - camera.view_w / 2), round(y - camera.view_h / 2)
        self.widget.look_at(camera.fitted(camera.x + left, camera.y + top))
        self.widget.select([card])

    def take(self, card: str) -> None:
        """Take a card into the hand."""
        rect = self.widget.places.rects[card]
        x, y = self.widget.camera.to_pixel(rect.x + rect.w / 2, rect.y + rect.h / 2)
        self._at = QPointF(x, y)
        self._mouse(QEvent.Type.MouseButtonPress, self._at)

    def drag(self, dx: float, dy: float) -> None:
        """Pull what is in the hand so many pixels from where it was."""
        self._mouse(QEvent.Type.MouseMove, self._at + QPointF(dx, dy))

    def give_back(self) -> None:
        """Let it go where it was."""
        press_key(self.widget, Qt.Key.Key_Escape)
        self._mouse(QEvent.Type.MouseButtonRelease, self._at)

    def write(self, card: str) -> None:
        """Open a card's text."""
        self.widget.edit(card)
        self._field = self.widget.viewport().findChildren(InlineEditor)[-1]

    def type(self, letter: str) -> None:
        """Type a letter into it."""
        press_key(self._field, ord(letter.upper()), letter)

    def leave(self) -> None:
        """Give the text back."""
        press_key(self._field, Qt.Key.Key_Escape)

    def edit(self, change: Change) -> None:
        """Carry an edit out and show the map after it."""
        self.widget.document.do(change)

    def _mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        view = self.widget.viewport()
        button = Qt.MouseButton.LeftButton
        none = Qt.MouseButton.NoButton
        moved, let_go = kind is QEvent.Type.MouseMove, kind is QEvent.Type.MouseButtonRelease
        event = QMouseEvent(
            kind,
            at,
            QPointF(view.mapToGlobal(at.toPoint())),
            none if moved else button,
            none if let_go else button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)
