"""The four panes of the window: the body that scrolls, and rail, headers and corner that stay."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF

from canvas.camera import Camera
from canvas.rect import Rect
from canvas.standing import Kind
from journey.drawing import PartName


@dataclass(frozen=True, slots=True)
class Pane:
    """Where a part of a drawing is seen: ``area`` in device pixels, scrolled by ``x`` and ``y`` of them."""

    area: QRect
    x: int
    y: int
    scale: float

    def to_pixels(self, rect: Rect) -> QRectF:
        """A rectangle of the drawing in device pixels of the window, whether it is in the pane or not."""
        s = self.scale
        return QRectF(rect.x * s - self.x, rect.y * s - self.y, rect.w * s, rect.h * s)

    def to_map(self, area: QRect) -> Rect:
        """A rectangle of device pixels in the drawing."""
        s = self.scale
        x, y = (area.x() + self.x) / s, (area.y() + self.y) / s
        return Rect(x, y, area.width() / s, area.height() / s)


@lru_cache(maxsize=4)
def panes(camera: Camera) -> dict[PartName, Pane]:
    """The panes of a window, not to be changed; asked for several times a frame."""
    rail, head = camera.rail_px, camera.head_px
    w, h = camera.view_w - rail, camera.view_h - head
    return {
        PartName.BODY: Pane(QRect(rail, head, w, h), camera.x, camera.y, camera.scale),
        PartName.RAIL: Pane(QRect(0, head, rail, h), 0, camera.y, camera.scale),
        PartName.HEADERS: Pane(QRect(rail, 0, w, head), camera.x, 0, camera.scale),
        PartName.CORNER: Pane(QRect(0, 0, rail, head), 0, 0, camera.scale),
    }


def pane_of(kind: Kind | None) -> PartName:
    """In which pane a thing of some kind is."""
    if kind in (Kind.STAGE, Kind.STEP):
        return PartName.HEADERS
    if kind is Kind.CORNER:
        return PartName.CORNER
    return PartName.RAIL if kind is Kind.LANE else PartName.BODY
