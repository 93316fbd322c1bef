"""What is painted over the map and never printed: selection, cell cursor, ghosts, handles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from canvas.camera import Camera
from canvas.paint import colour_of
from canvas.places import Cell, Kind, Places, Rect
from canvas.stage import NOTHING, Ghost
from resources.theme import Theme

_RING = 2.0
"""Device pixels of a selection ring at 100 %."""
_HANDLE = 2.2
"""The radius of the link handle, mm."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What there is to paint over the map."""

    selected: Sequence[str] = ()
    cursor: Cell | None = None
    found: Sequence[str] = ()
    ghost: Ghost = NOTHING


def paint_marking(painter: QPainter, camera: Camera, places: Places, marking: Marking, theme: Theme) -> None:
    """Paint over the map; the painter's unit is the device pixel, clipped to what must be painted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focus = colour_of(theme, "focus")
    body = QRectF(camera.rail_px, camera.head_px, camera.view_w, camera.view_h)
    for record in marking.selected:
        _ring(painter, camera, places, record, focus)
    painter.save()
    painter.setClipRect(body, Qt.ClipOperation.IntersectClip)
    if marking.cursor is not None and (cell := places.cell_rect(marking.cursor)) is not None:
        _cursor(painter, camera, cell, focus)
    for record in marking.found:
        if (rect := places.rects.get(record)) is not None:
            painter.setPen(QPen(colour_of(theme, "gold"), 3 * _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_pixels(camera, rect, 2.0), 8, 8)
    _handle(painter, camera, places, marking, focus, theme)
    painter.restore()
    _ghost(painter, camera, marking.ghost, focus, theme)


def _ring(painter: QPainter, camera: Camera, places: Places, record: str, focus: QColor) -> None:
    rect = places.rects.get(record)
    if rect is None:
        return
    kind = places.kinds[record]
    x = 0 if kind is Kind.LANE else camera.x
    y = 0 if kind in (Kind.STAGE, Kind.STEP) else camera.y
    s = camera.scale
    area = QRectF(rect.x * s - x, rect.y * s - y, rect.w * s, rect.h * s).adjusted(-2, -2, 2, 2)
    painter.save()
    left = 0 if kind is Kind.LANE else camera.rail_px
    top = 0 if kind in (Kind.STAGE, Kind.STEP) else camera.head_px
    painter.setClipRect(QRectF(left, top, camera.view_w, camera.view_h), Qt.ClipOperation.IntersectClip)
    glow = QColor(focus)
    glow.setAlpha(60)
    radius = 2.6 * s + 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((glow, 4 * _RING), (focus, _RING)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def _cursor(painter: QPainter, camera: Camera, cell: Rect, focus: QColor) -> None:
    pen = QPen(focus, 1.4, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_pixels(camera, cell, -1.0), 6, 6)


def _handle(
    painter: QPainter, camera: Camera, places: Places, marking: Marking, focus: QColor, theme: Theme
) -> None:
    """The handle that a link is drawn from, below the one card selected."""
    if len(marking.selected) != 1 or places.kinds.get(marking.selected[0]) is not Kind.CARD:
        return
    rect = places.rects[marking.selected[0]]
    x, y = camera.to_pixel(rect.x + rect.w / 2, rect.y + rect.h)
    radius = max(_HANDLE * camera.scale, 4.0)
    painter.setPen(QPen(focus, 1.6))
    painter.setBrush(QBrush(colour_of(theme, "surface")))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    arrow = radius * 0.5
    painter.drawLine(QPointF(x, y - arrow), QPointF(x, y + arrow))
    painter.drawLine(QPointF(x - arrow, y), QPointF(x, y + arrow))
    painter.drawLine(QPointF(x + arrow, y), QPointF(x, y + arrow))


def _ghost(painter: QPainter, camera: Camera, ghost: Ghost, focus: QColor, theme: Theme) -> None:
    colour = focus if ghost.fits else colour_of(theme, "pain_point.accent")
    pale = QColor(colour)
    pale.setAlpha(36)
    if ghost.receiving is not None:
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if ghost.fits else Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(pale))
        painter.drawRoundedRect(_pixels(camera, ghost.receiving, 0.0), 6, 6)
    if ghost.band is not None:
        painter.setPen(QPen(focus, 1))
        painter.setBrush(QBrush(pale))
        painter.drawRect(_pixels(camera, ghost.band, 0.0))
    pale.setAlpha(110)
    for thing in ghost.things:
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(QBrush(pale))
        painter.drawRoundedRect(_pixels(camera, thing, 0.0), 2.6 * camera.scale, 2.6 * camera.scale)
    if ghost.line:
        painter.setPen(QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(*camera.to_pixel(x, y)) for x, y in ghost.line])


def _pixels(camera: Camera, rect: Rect, out: float) -> QRectF:
    x, y = camera.to_pixel(rect.x, rect.y)
    found = QRectF(x, y, rect.w * camera.scale, rect.h * camera.scale)
    return found.adjusted(-out, -out, out, out)
