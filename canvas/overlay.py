"""What is painted over the map and never printed: selection, cell cursor, finds, handles, the plus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from canvas.camera import Camera
from canvas.paint import colour_of
from canvas.panes import Pane, pane_of, panes
from canvas.places import Cell, Kind, Places
from canvas.rect import Rect
from canvas.tools import Offer
from journey.comparing import Fate
from journey.drawing import PartName, Point
from resources.theme import Theme

_RING = 2.0
"""Device pixels of a selection ring at 100 %."""
_CORNER = 14.0
"""Device pixels that each arm of the cursor's corners is long."""
_HANDLE = 2.2
"""The radius of the link handle, mm."""
_SIGN = 2.6
"""The radius of the sign that says what became of a record, mm; and the least of it in device pixels."""
_LEAST_SIGN = 5.0
_OUTSIDE = 5.0
"""Device pixels that the ring of what became of a record stands off it, outside that of a selection."""
_STROKES = {
    Fate.ADDED: ((-0.5, 0.0, 0.5, 0.0), (0.0, -0.5, 0.0, 0.5)),
    Fate.CHANGED: ((-0.5, -0.2, 0.5, -0.2), (-0.5, 0.2, 0.5, 0.2), (-0.25, 0.5, 0.25, -0.5)),
    Fate.REMOVED: ((-0.5, 0.0, 0.5, 0.0),),
}
"""Its strokes in shares of that radius: a plus, an equals sign struck out, a minus."""
_ROOM = 14.0
"""Device pixels that marking may reach out of what it marks, beside the handle."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What there is to paint over the map; ``fates`` of records that differ from another state of it."""

    selected: Sequence[str] = ()
    cursor: Cell | None = None
    found: Sequence[str] = ()
    offer: Offer | None = None
    fates: Sequence[tuple[str, Fate]] = ()


def paint_marking(painter: QPainter, camera: Camera, places: Places, marking: Marking, theme: Theme) -> None:
    """Paint over the map; the painter's unit is the device pixel, clipped to what must be painted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focus = colour_of(theme, "focus")
    for record, fate in marking.fates:
        _fate(painter, camera, places, record, fate, theme)
    for record in marking.found:
        _ring(painter, camera, places, record, colour_of(theme, "gold"), 2.0)
    for record in marking.selected:
        _ring(painter, camera, places, record, focus, 1.0)
        if line := places.line_of(record) if record not in places.kinds else ():
            _line(painter, panes(camera)[PartName.BODY], line, focus)
    if marking.cursor is not None and (cell := places.cell_rect(marking.cursor)) is not None:
        _cursor(painter, panes(camera)[PartName.BODY], cell, focus)
    _handle(painter, camera, places, marking, theme)
    if marking.offer is not None:
        _plus(painter, camera, places, marking.offer, theme)


def covered(camera: Camera, places: Places, marking: Marking) -> Iterator[QRectF]:
    """The rectangles of device pixels that marking is painted in."""
    body = panes(camera)[PartName.BODY]
    for record in (*marking.selected, *marking.found, *(record for record, _fate in marking.fates)):
        found = places.find(record)
        if found is not None:
            pane = panes(camera)[pane_of(found[1])]
            yield _out(pane.to_pixels(found[0]), _ROOM * camera.dpr + _HANDLE * camera.scale)
        else:
            line = places.line_of(record)
            for (x1, y1), (x2, y2) in pairwise(line):
                leg = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
                yield _out(body.to_pixels(leg), _ROOM * camera.dpr)
    if marking.cursor is not None and (cell := places.cell_rect(marking.cursor)) is not None:
        yield _out(body.to_pixels(cell), _ROOM * camera.dpr)
    if marking.offer is not None:
        pane = panes(camera)[PartName.HEADERS if marking.offer.header else PartName.BODY]
        yield _out(pane.to_pixels(marking.offer.rect), _ROOM * camera.dpr)
        yield _out(_stem(camera, places, marking.offer), _ROOM * camera.dpr)


def _ring(
    painter: QPainter,
    camera: Camera,
    places: Places,
    record: str,
    colour: QColor,
    strength: float,
    out: float = 2.0,
) -> None:
    found = places.find(record)
    if found is None:
        return
    pane = panes(camera)[pane_of(found[1])]
    painter.save()
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    glow, ring = QColor(colour), _RING * strength * camera.dpr
    glow.setAlpha(60)
    radius = 2.6 * camera.scale + 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = _out(pane.to_pixels(found[0]), out)
    if not painter.clipBoundingRect().intersects(_out(area, _ROOM * camera.dpr)):
        painter.restore()
        return
    for shade, width in ((glow, 4 * ring), (colour, ring)):
        painter.setPen(QPen(shade, width))
        painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def _fate(painter: QPainter, camera: Camera, places: Places, record: str, fate: Fate, theme: Theme) -> None:
    """A ring in the colour of what became of a record, with a sign for those who tell no colours apart."""
    colour = colour_of(theme, f"compare.{fate}")
    _ring(painter, camera, places, record, colour, 1.5, _OUTSIDE)
    found = places.find(record)
    if found is None:
        if line := places.line_of(record):
            _line(painter, panes(camera)[PartName.BODY], line, colour)
        return
    pane = panes(camera)[pane_of(found[1])]
    area = pane.to_pixels(found[0])
    painter.save()
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    radius = max(_SIGN * camera.scale, _LEAST_SIGN)
    painter.translate(area.bottomLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setPen(QPen(colour_of(theme, "paper"), max(radius / 4, 1.5)))
    for x1, y1, x2, y2 in _STROKES[fate]:
        painter.drawLine(QPointF(x1, y1) * radius, QPointF(x2, y2) * radius)
    painter.restore()


def _line(painter: QPainter, pane: Pane, line: Sequence[Point], focus: QColor) -> None:
    """A selected link, glowing."""
    painter.save()
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    glow = QColor(focus)
    glow.setAlpha(110)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(glow, 3 * _RING, Qt.PenStyle.SolidLine, cap, join))
    painter.drawPolyline([pane.to_pixels(Rect(x, y, 0, 0)).topLeft() for x, y in line])
    painter.restore()


def _cursor(painter: QPainter, pane: Pane, cell: Rect, focus: QColor) -> None:
    """The cell's four corners: a ring around it would look like a selection, of the card in it even."""
    painter.save()
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(focus, _RING))
    area = _out(pane.to_pixels(cell), -_RING)
    arm = min(_CORNER, area.width() / 3, area.height() / 3)
    for corner, dx, dy in (
        (area.topLeft(), arm, arm),
        (area.topRight(), -arm, arm),
        (area.bottomLeft(), arm, -arm),
        (area.bottomRight(), -arm, -arm),
    ):
        painter.drawPolyline([corner + QPointF(dx, 0), corner, corner + QPointF(0, dy)])
    painter.restore()


def _handle(painter: QPainter, camera: Camera, places: Places, marking: Marking, theme: Theme) -> None:
    """The handle that a link is drawn from, below the one card selected."""
    if len(marking.selected) != 1 or places.kinds.get(marking.selected[0]) is not Kind.CARD:
        return
    painter.save()
    painter.setClipRect(panes(camera)[PartName.BODY].area, Qt.ClipOperation.IntersectClip)
    rect = places.rects[marking.selected[0]]
    x, y = camera.to_pixel(rect.x + rect.w / 2, rect.y + rect.h)
    radius = max(_HANDLE * camera.scale, 4.0)
    painter.setPen(QPen(colour_of(theme, "focus"), 1.6))
    painter.setBrush(QBrush(colour_of(theme, "surface")))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    arrow = radius * 0.5
    painter.drawLine(QPointF(x, y - arrow), QPointF(x, y + arrow))
    painter.drawLine(QPointF(x - arrow, y), QPointF(x, y + arrow))
    painter.drawLine(QPointF(x + arrow, y), QPointF(x, y + arrow))
    painter.restore()


def _plus(painter: QPainter, camera: Camera, places: Places, offer: Offer, theme: Theme) -> None:
    """The plus, and a thin line down the map where a new column would come."""
    pane = panes(camera)[PartName.HEADERS if offer.header else PartName.BODY]
    focus = colour_of(theme, "focus")
    painter.save()
    if offer.header:
        painter.setPen(QPen(focus, 1.2, Qt.PenStyle.DashLine))
        stem = _stem(camera, places, offer)
        painter.drawLine(QPointF(stem.center().x(), stem.top()), QPointF(stem.center().x(), stem.bottom()))
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    area = pane.to_pixels(offer.rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(focus))
    painter.drawEllipse(area)
    painter.setPen(QPen(colour_of(theme, "on_focus"), max(1.6, area.width() / 9)))
    middle, arm = area.center(), area.width() * 0.26
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
    painter.restore()


def _stem(camera: Camera, places: Places, offer: Offer) -> QRectF:
    """Where the line below a plus among the headers runs, in view."""
    pane = panes(camera)[PartName.HEADERS]
    at = pane.to_pixels(offer.rect)
    if not offer.header or not pane.area.left() <= at.center().x() <= pane.area.right():
        return QRectF()
    _x, foot = camera.to_pixel(0.0, places.body.y + places.body.h)
    return QRectF(at.center().x() - 1, at.bottom(), 2, max(0.0, min(foot, camera.view_h) - at.bottom()))


def _out(area: QRectF, by: float) -> QRectF:
    return area.adjusted(-by, -by, by, by)
