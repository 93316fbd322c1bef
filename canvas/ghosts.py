"""What is in the hand, painted pale over the map: things as they look, where they land, a line, a band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from canvas.camera import Camera
from canvas.paint import Brush, colour_of, paint_block
from canvas.panes import Pane, pane_of, panes
from canvas.picture import Picture
from canvas.places import Places
from canvas.rect import Rect
from canvas.stage import Ghost
from journey.drawing import PartName
from resources.theme import Theme

_PALE = 0.82
"""How opaque a ghost is: what lies below is seen, and the ghost can still be read."""
_ROOM = 8.0
"""Device pixels that a ghost's edges may reach out of it."""
_OWNER = "owner:"
"""The look of an owner; the colour follows."""
_PLATE = 24.0
"""How high the ground of a lane's name is, mm."""
_LIMIT = 24.0
"""Million device pixels that the picture of what is carried may have."""


def sides(areas: Iterable[QRectF]) -> set[tuple[float, float, float, float]]:
    """Rectangles that can be compared."""
    return {(area.x(), area.y(), area.width(), area.height()) for area in areas}


class Ghosts:
    """Paints ghosts; what is carried is painted once, then only moved."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._key: tuple[object, ...] = ()
        self._carried: QPixmap | None = None
        self._area = QRectF()

    def paint(self, painter: QPainter, camera: Camera, places: Places, ghost: Ghost) -> None:
        """Paint a ghost; the painter's unit is the device pixel."""
        theme, body = self._picture.theme, panes(camera)[PartName.BODY]
        colour = colour_of(theme, "focus" if ghost.fits else "pain_point.accent")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _receiving(painter, body, ghost, colour)
        self._paint_carried(painter, camera, places, ghost)
        _things(painter, body, ghost, theme, colour)
        if ghost.bar is not None:
            painter.fillRect(_bar(camera, places, ghost), colour)
        if ghost.line:
            painter.setPen(QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([QPointF(*camera.to_pixel(x, y)) for x, y in ghost.line])
        painter.restore()

    def covered(self, camera: Camera, places: Places, ghost: Ghost) -> Iterator[QRectF]:
        """The rectangles of device pixels that a ghost is painted in."""
        body = panes(camera)[PartName.BODY]
        for rect in (*ghost.things, ghost.receiving, ghost.band):
            if rect is not None:
                yield _out(body.to_pixels(rect))
        if ghost.bar is not None:
            yield _out(_bar(camera, places, ghost))
        if ghost.line:
            xs, ys = [x for x, _y in ghost.line], [y for _x, y in ghost.line]
            around = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            yield _out(body.to_pixels(around))
        for rect, pane in _carried(camera, places, ghost):
            yield _out(pane.to_pixels(rect.shifted(*ghost.by)))

    def _paint_carried(self, painter: QPainter, camera: Camera, places: Places, ghost: Ghost) -> None:
        found = list(_carried(camera, places, ghost))
        if not found:
            return
        pane = found[0][1]
        key = (ghost.carried, camera.scale, id(self._picture.drawing), self._picture.theme.name)
        if key != self._key:
            self._key, self._carried = key, self._made(camera, places, ghost)
        painter.save()
        painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(_PALE if ghost.fits else 0.5 * _PALE)
        if self._carried is not None:
            place = pane.to_pixels(Rect(*ghost.by, 0, 0)).topLeft() + self._area.topLeft()
            painter.drawPixmap(place, self._carried)
        painter.restore()

    def _made(self, camera: Camera, places: Places, ghost: Ghost) -> QPixmap | None:
        """What is carried, as it looks, around the drawing's own origin."""
        s = camera.scale
        area = QRectF()
        for rect, _pane in _carried(camera, places, ghost):
            area = area.united(_out(QRectF(rect.x * s, rect.y * s, rect.w * s, rect.h * s)))
        self._area = QRectF(area.toAlignedRect())
        if self._area.width() * self._area.height() > _LIMIT * 1e6:
            return None
        made = QPixmap(self._area.size().toSize())
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._area.topLeft())
        painter.scale(s, s)
        brush = Brush(painter, self._picture.theme, self._picture.pictures)
        for rect, pane in _carried(camera, places, ghost):
            if pane.x == 0 and pane.area.x() == 0:
                _plate(painter, rect, self._picture.theme)
        for record in ghost.carried:
            if (one := self._picture.placed(record, pane_of(places.kinds.get(record)))) is not None:
                paint_block(one, brush)
        painter.end()
        return made


def _carried(camera: Camera, places: Places, ghost: Ghost) -> Iterator[tuple[Rect, Pane]]:
    """Where what is carried stands, and in which pane."""
    for record in ghost.carried:
        if (found := places.find(record)) is not None:
            yield found[0], panes(camera)[pane_of(found[1])]


def _plate(painter: QPainter, rect: Rect, theme: Theme) -> None:
    """A ground for a lane's name, which has none of its own."""
    painter.setPen(QPen(colour_of(theme, "focus"), 0.5))
    painter.setBrush(QBrush(colour_of(theme, "surface")))
    painter.drawRoundedRect(QRectF(rect.x + 1.0, rect.y, rect.w - 2.0, min(rect.h, _PLATE)), 2.6, 2.6)


def _receiving(painter: QPainter, body: Pane, ghost: Ghost, colour: QColor) -> None:
    pale = QColor(colour)
    pale.setAlpha(30)
    painter.setBrush(QBrush(pale))
    if ghost.receiving is not None:
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if ghost.fits else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(body.to_pixels(ghost.receiving), 6, 6)
    if ghost.band is not None:
        painter.setPen(QPen(colour, 1))
        painter.drawRect(body.to_pixels(ghost.band))


def _things(painter: QPainter, body: Pane, ghost: Ghost, theme: Theme, edge: QColor) -> None:
    """What is not on the map yet, in its kind's colours."""
    accent, tint = _colours(ghost.look, theme)
    painter.setOpacity(0.85 if ghost.fits else 0.4)
    for thing in ghost.things:
        area = body.to_pixels(thing)
        radius = min(2.6 * body.scale, area.height() / 2)
        if ghost.look.startswith("feeling") or ghost.look.startswith(_OWNER):
            radius = area.height() / 2
        painter.setPen(QPen(accent if ghost.fits else edge, 1.4))
        painter.setBrush(QBrush(tint))
        painter.drawRoundedRect(area, radius, radius)
        if f"{ghost.look}.accent" in theme.tokens:
            painter.fillRect(QRectF(area.x(), area.y() + radius / 2, 5.0, area.height() - radius), accent)
    painter.setOpacity(1.0)


def _colours(look: str, theme: Theme) -> tuple[QColor, QColor]:
    """The edge and the ground of a thing that is not on the map yet."""
    if f"{look}.accent" in theme.tokens:
        return colour_of(theme, f"{look}.accent"), colour_of(theme, f"{look}.tint")
    if look.startswith("feeling:"):
        return colour_of(theme, look), colour_of(theme, "surface")
    if look.startswith(_OWNER):
        return colour_of(theme, look.removeprefix(_OWNER)), colour_of(theme, look.removeprefix(_OWNER))
    token = {"stage": "petrol"}.get(look, "focus")
    return colour_of(theme, token), colour_of(theme, token)


def _bar(camera: Camera, places: Places, ghost: Ghost) -> QRectF:
    """Where the bar is seen: one over the headers or the rail reaches over the whole window."""
    assert ghost.bar is not None
    if ghost.bar.h > ghost.bar.w and ghost.bar.y < places.body.y:
        area = panes(camera)[PartName.HEADERS].to_pixels(ghost.bar)
        return QRectF(area.x(), 0.0, area.width(), camera.view_h)
    if ghost.bar.x < places.body.x:
        area = panes(camera)[PartName.RAIL].to_pixels(ghost.bar)
        return QRectF(0.0, area.y(), camera.view_w, area.height())
    return panes(camera)[PartName.BODY].to_pixels(ghost.bar)


def _out(area: QRectF) -> QRectF:
    return area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
