"""What a scrolling map does for what it will come to: pictures beyond the window's edges, a few at a time."""

from __future__ import annotations

from PySide6.QtCore import QRect

from canvas.camera import Camera
from canvas.panes import panes
from canvas.picture import Picture
from journey.drawing import PartName

_REACH = 120
"""Pixels beyond the window in which pictures are prepared."""
_SECONDS = 0.001
"""How much longer a frame may take for it."""

Edge = tuple[bool, bool]
"""Whether the right or lower one of two edges; whether the map scrolls across."""


class LookAhead:
    """Spreads over many frames what would make those slow in which a new row or column comes into view."""

    def __init__(self) -> None:
        self._way = (0, 0)
        self._ready: dict[Edge, int] = {}

    def scrolled(self, dx: int, dy: int) -> None:
        """Note how far the camera went."""
        self._way = (dx, dy)

    def jumped(self) -> None:
        """Note that the camera is somewhere else, or sees with another scale."""
        self._way, self._ready = (0, 0), {}

    def look(self, picture: Picture, camera: Camera, dpr: float) -> None:
        """Prepare something of what lies the way the camera went; nothing where it did not scroll."""
        (dx, dy), self._way = self._way, (0, 0)
        body, reach = panes(camera)[PartName.BODY].area, round(_REACH * dpr)
        if dx:
            at = body.right() + 1 if dx > 0 else body.left() - reach
            self._beyond(
                (dx > 0, True), camera.x, QRect(at, body.top(), reach, body.height()), picture, camera
            )
        if dy:
            at = body.bottom() + 1 if dy > 0 else body.top() - reach
            self._beyond(
                (dy > 0, False), camera.y, QRect(body.left(), at, body.width(), reach), picture, camera
            )

    def _beyond(self, edge: Edge, now: int, area: QRect, picture: Picture, camera: Camera) -> None:
        """Prepare what lies beyond an edge, unless most of it is ready."""
        reach = min(area.width(), area.height())
        if edge in self._ready and 3 * abs(now - self._ready[edge]) < reach:
            return
        if picture.look_ahead(camera, area, _SECONDS):
            self._ready[edge] = now
