"""The map in a window: keeps rail and headers in view, scrolls and zooms, and paints what came into view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from canvas.ahead import LookAhead
from canvas.backdrop import Backdrop
from canvas.camera import Camera
from canvas.fingers import Fingers
from canvas.paint import Pictures
from canvas.panes import panes
from canvas.picture import Picture
from canvas.rect import Rect
from canvas.zooming import Zooming
from journey.drawing import Drawing, PartName
from resources.theme import Theme

_SPREAD = 4.0
"""How far a block's marks may reach out of it, mm."""

_SHOWN = 20
"""Milliseconds until a whole new picture is on the screen: nothing is prepared before it is seen."""

Overlay = Callable[[QPainter, Camera], None]


class MapView(QAbstractScrollArea):
    """One drawing, painted; ``overlay`` paints over the map, in device pixels: selection, ghosts."""

    camera_moved = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture(theme, pictures)
        self.camera = Camera()
        self.overlay: Overlay | None = None
        self._zooming = Zooming(self)
        self._backdrop, self._carries = Backdrop(self.picture), False
        self._ahead = LookAhead()
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._look_ahead)
        self._steering = False
        self._grip: tuple[QPointF, Camera] | None = None
        self._fingers = Fingers(self, self._zooming)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)  # Qt's own panning, of touch pads too
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.picture.theme

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self.picture.drawing

    @property
    def dpr(self) -> float:
        """Device pixels for each of Qt's."""
        return self.viewport().devicePixelRatioF()

    @property
    def blurred(self) -> bool:
        """Whether a scaled picture stands in for a sharp one, as while zooming."""
        return self._zooming.blurred

    @property
    def dragging(self) -> bool:
        """Whether something is in the hand, so that the map must not move by itself."""
        return False

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; where it follows another, only what differs is painted."""
        changed = self.picture.follow(drawing)
        corner = drawing.part(PartName.CORNER)
        rail, head = (corner.w, corner.h) if corner else (0.0, 0.0)
        camera = replace(self.camera, map_w=drawing.w, map_h=drawing.h, rail=rail, head=head)
        same = (camera.rail, camera.head) == (self.camera.rail, self.camera.head)
        self._move_to(camera.fitted(camera.x, camera.y))
        if changed is None or not same:
            self.viewport().update()
            return
        for name, one in changed:
            self.update_map(Rect(one.x, one.y, one.block.w, one.block.h).grown(_SPREAD), name)

    def update_map(self, area: Rect, name: PartName = PartName.BODY) -> None:
        """Have a rectangle of a part painted anew."""
        if (pane := panes(self.camera).get(name)) is not None:
            self.update_pixels([pane.to_pixels(area).intersected(QRectF(pane.area))])

    def update_pixels(self, areas: Iterable[QRectF]) -> None:
        """Have rectangles of device pixels painted anew."""
        dpr = self.dpr
        for area in areas:
            if not area.isEmpty():
                one = QRectF(area.x() / dpr, area.y() / dpr, area.width() / dpr, area.height() / dpr)
                self.viewport().update(one.toAlignedRect().adjusted(-1, -1, 1, 1))

    def carry(self, something: bool) -> None:
        """Whether something is carried over the map, behind which it need not be painted each time."""
        self._carries = something
        if not something:
            self._backdrop.put_away()

    # Where the camera is

    def look_at(self, camera: Camera) -> None:
        """Move the camera; a pure scroll moves the picture and paints only what came into view."""
        self._move_to(camera)

    def look_like(self, other: MapView) -> None:
        """Show the place that another view shows, as large."""
        there = other.camera
        seen = {name: getattr(there, name) for name in ("view_w", "view_h", "scale", "grain", "dpr")}
        self._move_to(replace(self.camera, **seen).fitted(there.x, there.y))

    def zoom(self, factor: float, at: QPointF) -> None:
        """Zoom around a point of the window (logical pixels)."""
        self._zooming.zoom(factor, at)

    def zoom_middle(self, factor: float) -> None:
        """Zoom around the middle of the window."""
        size = self.viewport().size()
        self.zoom(factor, QPointF(size.width() / 2, size.height() / 2))

    def _move_to(self, camera: Camera) -> None:
        before, self.camera = self.camera, camera
        self._set_bars()
        if before == camera:
            return
        scrolled = before == replace(camera, x=before.x, y=before.y)
        if scrolled and not self.blurred and self.scrolls_picture():
            self._ahead.scrolled(camera.x - before.x, camera.y - before.y)
            self._scroll_picture(before.x - camera.x, before.y - camera.y)
        else:
            self._ahead.jumped()
            self.viewport().update()
        self.camera_moved.emit()

    def scrolls_picture(self) -> bool:
        """Whether what is painted may be shifted when the camera scrolls."""
        return True

    def _scroll_picture(self, dx: int, dy: int) -> None:
        """Shift what is painted already: the body both ways, the headers sideways, the rail up and down."""
        dpr = self.dpr
        for name, way in ((PartName.BODY, (dx, dy)), (PartName.HEADERS, (dx, 0)), (PartName.RAIL, (0, dy))):
            area, x, y = panes(self.camera)[name].area, way[0] / dpr, way[1] / dpr
            logical = [v / dpr for v in (area.x(), area.y(), area.width(), area.height())]
            if not all(v.is_integer() for v in (x, y, logical[0], logical[1])):
                self.viewport().update()
            elif (x or y) and not area.isEmpty():
                self.viewport().scroll(int(x), int(y), QRectF(*logical).toAlignedRect())

    def _set_bars(self) -> None:
        steering, self._steering = self._steering, True
        for bar, across in ((self.horizontalScrollBar(), True), (self.verticalScrollBar(), False)):
            # A bar that comes or goes makes another window of it, so that the camera is another one after it.
            camera = self.camera
            page = camera.view_w if across else camera.view_h
            bar.setPageStep(page)
            bar.setSingleStep(max(1, page // 12))
            bar.setRange(0, camera.most_x if across else camera.most_y)
            bar.setValue(self.camera.x if across else self.camera.y)
        self._steering = steering

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Nothing more: the camera paints what comes into view, Qt would paint everything."""

    def _scrolled(self) -> None:
        if self._steering:
            return
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._move_to(self.camera.fitted(x, y))

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
            way = (at - start) * self.dpr
            self._move_to(self.camera.fitted(round(camera.x - way.x()), round(camera.y - way.y())))

    def pan_end(self) -> None:
        """Let the map go."""
        self._grip = None
        self.viewport().unsetCursor()

    def give_back(self, *, keep: bool) -> None:
        """End what the pointer does; ``keep`` what is in the hand: here nothing is."""

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the camera inside the map when the window changes."""
        self._take_size()

    def _take_size(self) -> None:
        size, dpr = self.viewport().size(), self.dpr
        self._move_to(self.camera.sized(round(size.width() * dpr), round(size.height() * dpr), dpr))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by wheel or two fingers; with Ctrl, zoom around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        else:
            delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            dx, dy = delta.x(), delta.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                dx, dy = dx or dy, 0
            x, y = round(self.camera.x - dx * self.dpr), round(self.camera.y - dy * self.dpr)
            self._move_to(self.camera.fitted(x, y))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch on a touch pad zooms, fingers do what they do; another screen may be finer."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._take_size()
        if event.type() is QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            self._zooming.gesture(event)
            return True
        if isinstance(event, QTouchEvent):
            event.setAccepted(self._fingers.take(event))
            return event.isAccepted()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the region asks for, rectangle by rectangle."""
        started, dpr = perf_counter(), self.dpr
        painter = QPainter(self.viewport())
        if self._zooming.paint(painter, self.theme):
            return
        painter.setClipRegion(event.region())
        painter.scale(1 / dpr, 1 / dpr)
        # Where a pixel of the window's is no whole number of the screen's, Qt would blur a copy.
        map_behind = self._backdrop if self._carries and dpr.is_integer() else self.picture
        for one in list(event.region()):  # type: ignore[call-overload]  # Qt's region can be walked
            area = QRectF(one.x() * dpr, one.y() * dpr, one.width() * dpr, one.height() * dpr)
            map_behind.paint(painter, self.camera, area.toAlignedRect())
        if self.overlay is not None:
            self.overlay(painter, self.camera)
        if event.region() == QRegion(self.viewport().rect()):
            self._zooming.took = perf_counter() - started
            self._idle.start(_SHOWN)
        else:
            self._idle.start(0)

    def _look_ahead(self) -> None:
        """Nothing else is to be done: prepare what the map will scroll to, a little at a time."""
        if not self.prepare():
            self._idle.start(0)

    def prepare(self) -> bool:
        """Prepare as much as no frame waits for; tells whether all is ready."""
        return self._ahead.look(self.picture, self.camera, self.dpr)
