"""The map in a window: paints a drawing's marks, keeps rail and headers in view, scrolls and zooms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from canvas.camera import Camera
from canvas.culling import Shelf
from canvas.paint import Brush, Pictures, colour_of, paint_block
from canvas.places import Rect
from journey.drawing import Drawing, Part, PartName, Placed
from resources.theme import Theme

_SHARP_AFTER = 80
"""Milliseconds a zoom must rest before it is painted anew."""
_SLOW = 0.012
"""Seconds a full picture may take before zooming uses a scaled copy of the last one."""
_READ_FROM = 5.0
"""Device pixels a card's letters must have to be painted as text."""

_LETTER = 5.8
"""A card's letters, mm."""
_EDGE = 28
"""Pixels from the window's edge where a drag pulls the map."""
_MANY = 400
"""Changed blocks above which the whole window is painted."""

Overlay = Callable[[QPainter, Camera], None]


class MapView(QAbstractScrollArea):
    """One drawing, painted; knows marks and pixels, nothing of journeys.

    ``hand`` gets the pointer and the keys, ``overlay`` paints over the map: selection, ghosts.
    """

    camera_moved = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.pictures = theme, pictures
        self.drawing: Drawing | None = None
        self.camera = Camera()
        self.overlay: Overlay | None = None
        self._shelves: dict[int, Shelf] = {}
        self._snapshot: tuple[QPixmap, Camera] | None = None
        self._took = 0.0
        self._grip: tuple[QPointF, Camera] | None = None
        self._sharpen = QTimer(self, singleShot=True, interval=_SHARP_AFTER)
        self._sharpen.timeout.connect(self._paint_sharp)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; where it follows another, only what differs is painted."""
        before, self.drawing = self.drawing, drawing
        shelves = {id(g): g for part in drawing.parts for g in part.groups}
        old = self._shelves
        self._shelves = {key: old.get(key) or Shelf(group) for key, group in shelves.items()}
        corner = drawing.part(PartName.CORNER)
        self.camera = replace(
            self.camera,
            map_w=drawing.w,
            map_h=drawing.h,
            rail=corner.w if corner else 0.0,
            head=corner.h if corner else 0.0,
        )
        self._move_to(self.camera.fitted(self.camera.x, self.camera.y))
        if before is None or (before.w, before.h) != (drawing.w, drawing.h):
            self.viewport().update()
        else:
            self._update_changes(before, drawing)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.theme = theme
        self.viewport().update()

    def update_map(self, area: Rect) -> None:
        """Have a rectangle of the body painted anew."""
        self.viewport().update(self._window_rect(area))

    def _update_changes(self, before: Drawing, after: Drawing) -> None:
        """Paint the rectangles of the blocks that came or went; whole parts where that is cheaper to say."""
        for old, new in zip(before.parts, after.parts, strict=True):
            known = {id(group) for group in old.groups}
            kept = {id(group) for group in new.groups} & known
            gone = {one for group in old.groups if id(group) not in kept for one in group}
            come = {one for group in new.groups if id(group) not in kept for one in group}
            changed = gone ^ come
            if len(changed) > _MANY:
                self.viewport().update()
                return
            for one in changed:
                self.viewport().update(self._placed_rect(one, new.name))

    def _placed_rect(self, one: Placed, part: PartName) -> QRect:
        area = Rect(one.x - 4, one.y - 4, one.block.w + 8, one.block.h + 8)
        frozen_x = part in (PartName.RAIL, PartName.CORNER)
        frozen_y = part in (PartName.HEADERS, PartName.CORNER)
        return self._window_rect(area, frozen_x=frozen_x, frozen_y=frozen_y)

    def _window_rect(self, area: Rect, *, frozen_x: bool = False, frozen_y: bool = False) -> QRect:
        """A rectangle of the drawing in the window's logical pixels, a little larger."""
        camera, dpr = self.camera, self.viewport().devicePixelRatioF()
        x = area.x * camera.scale - (0 if frozen_x else camera.x)
        y = area.y * camera.scale - (0 if frozen_y else camera.y)
        found = QRectF(x / dpr, y / dpr, area.w * camera.scale / dpr, area.h * camera.scale / dpr)
        return found.toAlignedRect().adjusted(-2, -2, 2, 2)

    # Where the camera is

    def look_at(self, camera: Camera) -> None:
        """Move the camera; a pure scroll moves the picture and paints only what came into view."""
        self._move_to(camera)

    def zoom(self, factor: float, at: QPointF) -> None:
        """Zoom around a point of the window (logical pixels)."""
        dpr = self.viewport().devicePixelRatioF()
        if self._snapshot is None and self._took > _SLOW:
            self._snapshot = (self.viewport().grab(), self.camera)
        self._move_to(self.camera.zoomed(factor, at.x() * dpr, at.y() * dpr))
        if self._snapshot is not None:
            self._sharpen.start()

    def zoom_middle(self, factor: float) -> None:
        """Zoom around the middle of the window."""
        size = self.viewport().size()
        self.zoom(factor, QPointF(size.width() / 2, size.height() / 2))

    def _paint_sharp(self) -> None:
        self._snapshot = None
        self.viewport().update()

    def _move_to(self, camera: Camera) -> None:
        before, self.camera = self.camera, camera
        self._set_bars()
        if before == camera:
            return
        if before == replace(camera, x=before.x, y=before.y) and self._snapshot is None:
            self._scroll_picture(before.x - camera.x, before.y - camera.y)
        else:
            self.viewport().update()
        self.camera_moved.emit()

    def _scroll_picture(self, dx: int, dy: int) -> None:
        """Shift what is painted already: the body both ways, the headers sideways, the rail up and down."""
        dpr = self.viewport().devicePixelRatioF()
        if dpr != int(dpr) or dx % int(dpr) or dy % int(dpr):
            self.viewport().update()
            return
        rail, head = (round(v / dpr) for v in (self.camera.rail_px, self.camera.head_px))
        w, h = self.viewport().width(), self.viewport().height()
        x, y = dx // int(dpr), dy // int(dpr)
        self.viewport().scroll(x, y, QRect(rail, head, w - rail, h - head))
        if x:
            self.viewport().scroll(x, 0, QRect(rail, 0, w - rail, head))
        if y:
            self.viewport().scroll(0, y, QRect(0, head, rail, h - head))

    def _set_bars(self) -> None:
        camera = self.camera
        for bar, value, most, page in (
            (self.horizontalScrollBar(), camera.x, camera.most_x, camera.view_w),
            (self.verticalScrollBar(), camera.y, camera.most_y, camera.view_h),
        ):
            bar.blockSignals(True)
            bar.setRange(0, most)
            bar.setPageStep(page)
            bar.setSingleStep(max(1, page // 12))
            bar.setValue(value)
            bar.blockSignals(False)

    def _scrolled(self) -> None:
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._move_to(self.camera.fitted(x, y))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the camera inside the map when the window changes."""
        dpr = self.viewport().devicePixelRatioF()
        size: QSize = self.viewport().size()
        camera = replace(self.camera, view_w=round(size.width() * dpr), view_h=round(size.height() * dpr))
        self._move_to(camera.fitted(camera.x, camera.y))

    # Panning by hand

    @property
    def panning(self) -> bool:
        """Whether the map is being pulled along."""
        return self._grip is not None

    def pan_from(self, at: QPointF) -> None:
        """Take hold of the map."""
        self._grip = (at, self.camera)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def pan_to(self, at: QPointF) -> None:
        """Pull the map along."""
        if self._grip is not None:
            start, camera = self._grip
            way = (at - start) * self.viewport().devicePixelRatioF()
            self._move_to(self.camera.fitted(round(camera.x - way.x()), round(camera.y - way.y())))

    def pan_end(self) -> None:
        """Let the map go."""
        self._grip = None
        self.viewport().unsetCursor()

    def scroll_at_edge(self, at: QPoint) -> None:
        """While something is dragged, a pointer near the edge of the window pulls the map."""
        dpr = self.viewport().devicePixelRatioF()
        left, top = self.camera.rail_px / dpr, self.camera.head_px / dpr
        right, bottom = self.viewport().width(), self.viewport().height()
        dx = _pull(at.x() - left, right - at.x())
        dy = _pull(at.y() - top, bottom - at.y())
        if dx or dy:
            self._move_to(self.camera.fitted(self.camera.x + dx, self.camera.y + dy))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by wheel or two fingers; with Ctrl, zoom around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        else:
            delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            dx, dy = delta.x(), delta.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                dx, dy = dy, 0
            self._move_to(self.camera.fitted(self.camera.x - dx, self.camera.y - dy))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch on a touch pad zooms."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the region asks for, rectangle by rectangle."""
        painter = QPainter(self.viewport())
        if self._snapshot is not None:
            self._paint_snapshot(painter, *self._snapshot)
            return
        started = perf_counter()
        for rectangle in list(event.region()):  # type: ignore[call-overload]  # Qt's region can be walked
            self._paint_rect(painter, rectangle)
        if self.overlay is not None:
            painter.resetTransform()
            painter.setClipRegion(event.region())
            dpr = self.viewport().devicePixelRatioF()
            painter.scale(1 / dpr, 1 / dpr)
            self.overlay(painter, self.camera)
        if event.rect().size() == self.viewport().size():
            self._took = perf_counter() - started

    def _paint_snapshot(self, painter: QPainter, picture: QPixmap, then: Camera) -> None:
        """The last sharp picture, at the present scale."""
        painter.fillRect(self.viewport().rect(), colour_of(self.theme, "paper"))
        factor, dpr = self.camera.scale / then.scale, self.viewport().devicePixelRatioF()
        x = (then.x * factor - self.camera.x) / dpr
        y = (then.y * factor - self.camera.y) / dpr
        size = picture.deviceIndependentSize() * factor
        painter.drawPixmap(QRectF(x, y, size.width(), size.height()), picture, QRectF(picture.rect()))

    def _paint_rect(self, painter: QPainter, rectangle: QRect) -> None:
        painter.setClipRect(rectangle)
        painter.fillRect(rectangle, colour_of(self.theme, "paper"))
        if self.drawing is None:
            return
        dpr = self.viewport().devicePixelRatioF()
        rail, head = self.camera.rail_px / dpr, self.camera.head_px / dpr
        w, h = self.viewport().width(), self.viewport().height()
        frames = {
            PartName.BODY: QRectF(rail, head, w - rail, h - head),
            PartName.RAIL: QRectF(0, head, rail, h - head),
            PartName.HEADERS: QRectF(rail, 0, w - rail, head),
            PartName.CORNER: QRectF(0, 0, rail, head),
        }
        for part in self.drawing.parts:
            if part.name in frames:
                area = frames[part.name].intersected(QRectF(rectangle))
                if not area.isEmpty():
                    self._paint_part(painter, part, area, dpr)

    def _paint_part(self, painter: QPainter, part: Part, area: QRectF, dpr: float) -> None:
        camera = self.camera
        x = 0 if part.name in (PartName.RAIL, PartName.CORNER) else camera.x
        y = 0 if part.name in (PartName.HEADERS, PartName.CORNER) else camera.y
        painter.save()
        painter.setClipRect(area)
        painter.scale(1 / dpr, 1 / dpr)
        painter.translate(-x, -y)
        painter.scale(camera.scale, camera.scale)
        scale = camera.scale / dpr
        seen = Rect(
            (area.x() + x / dpr) / scale,
            (area.y() + y / dpr) / scale,
            area.width() / scale,
            area.height() / scale,
        )
        if _LETTER * camera.scale < _READ_FROM:
            self._paint_grounds(painter, part, seen)
        else:
            self._paint_marks(painter, part, seen)
        painter.restore()

    def _paint_marks(self, painter: QPainter, part: Part, seen: Rect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        brush = Brush(painter, self.theme, self.pictures)
        for group in part.groups:
            for placed in self._shelves[id(group)].shown(seen):
                paint_block(placed, brush)

    def _paint_grounds(self, painter: QPainter, part: Part, seen: Rect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for group in part.groups:
            for colour, rectangles in self._shelves[id(group)].grounds(seen):
                painter.setBrush(colour_of(self.theme, colour))
                painter.drawRects(rectangles)


def _pull(from_near: float, from_far: float) -> int:
    """How far to scroll for a pointer so far from the near and the far edge."""
    if 0 <= from_near < _EDGE:
        return -round((_EDGE - from_near) / 2)
    return round((_EDGE - from_far) / 2) if from_far < _EDGE else 0
