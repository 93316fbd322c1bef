"""What a map does between frames: sort its lines, and picture what it scrolls to, a little at a time."""

from __future__ import annotations

from PySide6.QtCore import QRect

from canvas.camera import Camera
from canvas.panes import panes
from canvas.picture import Picture
from journey.drawing import PartName

_REACH = 120
"""Pixels beyond the window in which pictures are prepared."""
_SECONDS = 0.001
"""How long at a time, so that no frame waits for it."""
_SORTING = 0.03
"""The same for sorting links, which ends soon and makes every frame until then slower."""

Edge = tuple[bool, bool]
"""Whether the right or lower one of two edges; whether the map scrolls across."""


class LookAhead:
    """Makes, while nothing else is to be done, what a frame in which a new row or column comes would make."""

    def __init__(self) -> None:
        self._way = (0, 0)
        self._ready: dict[Edge, int] = {}

    def scrolled(self, dx: int, dy: int) -> None:
        """Note how far the camera went."""
        self._way = (dx, dy)

    def jumped(self) -> None:
        """Note that the camera is somewhere else, or sees with another scale."""
        self._way, self._ready = (0, 0), {}

    def look(self, picture: Picture, camera: Camera, dpr: float) -> bool:
        """Prepare something of what lies the way the camera went last; tells whether all of it is ready."""
        if not picture.lines.sort_in(_SORTING):
            return False
        (dx, dy), ready = self._way, True
        body, reach = panes(camera)[PartName.BODY].area, round(_REACH * dpr)
        if dx:
            at = body.right() + 1 if dx > 0 else body.left() - reach
            area = QRect(at, body.top(), reach, body.height())
            ready = self._beyond((dx > 0, True), camera.x, area, picture, camera)
        if dy and ready:
            at = body.bottom() + 1 if dy > 0 else body.top() - reach
            area = QRect(body.left(), at, body.width(), reach)
            ready = self._beyond((dy > 0, False), camera.y, area, picture, camera)
        return ready

    def _beyond(self, edge: Edge, now: int, area: QRect, picture: Picture, camera: Camera) -> bool:
        """Prepare what lies beyond an edge, unless most of it is; tells whether it is ready."""
        reach = min(area.width(), area.height())
        if edge in self._ready and 3 * abs(now - self._ready[edge]) < reach:
            return True
        ready = picture.look_ahead(camera, area, _SECONDS)
        if ready:
            self._ready[edge] = now
        return ready
