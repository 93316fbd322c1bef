"""A map on the screen with an overview in a corner, which can be dragged in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera
from canvas.map_stage import MapStage
from canvas.overview import Overview
from journey.document import Document
from journey.drawing import Drawing
from resources.theme import Theme

_RESTING = 250
"""Milliseconds without an edit before the overview is made anew."""


class MapGuide(MapStage):
    """A map with an overview that can be shown and hidden."""

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._overview: Overview | None = None
        self._guiding = False
        super().__init__(document, journey, theme, parent)
        self._rested = QTimer(self, singleShot=True, interval=_RESTING)
        self._rested.timeout.connect(self._remake)

    @property
    def overview_shown(self) -> bool:
        """Whether the overview is there."""
        return self._overview is not None

    def show_overview(self, shown: bool) -> None:
        """Show the overview in the corner, or hide it."""
        self._overview = Overview(self.picture) if shown else None
        self.viewport().update()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; the overview follows when the hands rest."""
        super().show_drawing(drawing)
        if self._overview is not None:
            self._rested.start()

    def guide(self, at: QPointF, *, begins: bool = False) -> bool:
        """Go where a pointer in the overview points, if it is pressed there; False where it is not."""
        if self._overview is None:
            return False
        place = at * self.dpr
        if begins:
            self._guiding = self._overview.area(self.camera, self.dpr).contains(place)
        if self._guiding:
            self.look_at(self._overview.centred(self.camera, place, self.dpr))
        return self._guiding

    def guide_end(self) -> bool:
        """Let the overview go; False if it was not held."""
        held, self._guiding = self._guiding, False
        return held

    def _remake(self) -> None:
        if self._overview is not None:
            self._overview.forget()
            self.update_pixels([self._overview.area(self.camera, self.dpr)])

    def _scroll_picture(self, dx: int, dy: int) -> None:
        super()._scroll_picture(dx, dy)
        if self._overview is not None:
            area = self._overview.area(self.camera, self.dpr).adjusted(-2, -2, 2, 2)
            self.update_pixels([area, area.translated(dx, dy)])

    def _paint_over(self, painter: QPainter, camera: Camera) -> None:
        super()._paint_over(painter, camera)
        if self._overview is not None:
            self._overview.paint(painter, camera, self.dpr)
