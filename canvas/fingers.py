"""What fingers on a touch screen do to a map: one is the mouse, or asks for the menu; two pan and zoom."""

from __future__ import annotations

from enum import Enum, auto
from math import hypot
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QGuiApplication, QInputDevice, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

_STEADY = 0.05
"""Two fingers that pan are never as far apart all the way: so small a part of it is no zoom."""
_ENDED = (QEventPoint.State.Released, QEventPoint.State.Unknown)


class Touched(Protocol):
    """What fingers need of the map they are on."""

    def viewport(self) -> QWidget:
        """Where the fingers are."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse is pressed."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse moves."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mouse is let go."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The mouse is pressed again."""

    @property
    def dragging(self) -> bool:
        """Whether something is in the hand."""

    def give_back(self, *, keep: bool) -> None:
        """End what the pointer does, and ``keep`` what is in the hand or not."""


class Pinched(Protocol):
    """What fingers need of what zooms the map."""

    def pinch_from(self) -> None:
        """Two fingers take hold of the map."""

    def pinch_to(self, factor: float, begun: QPointF, now: QPointF) -> None:
        """They are so many times as far apart, and their middle went from one place to another."""


class _Hand(Enum):
    """What the fingers are doing.

    Nothing; one the mouse's work, or it rested and will ask for the menu; two hold the map; they only leave;
    they are on something that stands over the map.
    """

    OFF = auto()
    MOUSE = auto()
    RESTED = auto()
    MAP = auto()
    LEAVING = auto()
    ELSEWHERE = auto()


class Fingers:
    """Follows the fingers on one map."""

    def __init__(self, view: Touched, zooming: Pinched) -> None:
        self._view, self._zooming = view, zooming
        self._hand = _Hand.OFF
        self._held_before = False
        self._pressed: tuple[QPointF, int] = (QPointF(), 0)
        self._last_tap: tuple[QPointF, int] | None = None
        self._pinched: tuple[QPointF, float] = (QPointF(), 1.0)
        self._global = QPointF()
        self._hold = QTimer(view.viewport(), singleShot=True)
        self._hold.timeout.connect(self._rest)

    def take(self, event: QTouchEvent) -> bool:
        """Do what the fingers mean now; False if they mean nothing here.

        Of those on a touch pad Qt makes a wheel, and a mouse of those on what stands over the map, such as a
        text that is written.
        """
        if event.pointingDevice().type() is not QInputDevice.DeviceType.TouchScreen:
            return False
        if event.type() is QEvent.Type.TouchBegin:
            # While a menu was open nothing was heard of them, not even that they left.
            self._leave()
            covered = self._view.viewport().childAt(event.points()[0].position().toPoint()) is not None
            self._hand = _Hand.ELSEWHERE if covered else _Hand.OFF
        if self._hand is _Hand.ELSEWHERE:
            return False
        self._follow(event)
        return True

    def _follow(self, event: QTouchEvent) -> None:
        down = [one for one in event.points() if one.state() not in _ENDED]
        if event.type() is QEvent.Type.TouchCancel:
            self._leave()
        elif len(down) > 1:
            self._two(down[0].position(), down[1].position())
        elif self._hand is _Hand.OFF and down:
            self._press(down[0], event.timestamp())
        elif self._hand is _Hand.MOUSE:
            self._one(event.points()[0], event.timestamp())
        elif self._hand is _Hand.RESTED:
            self._lift(event.points()[0])
        elif not down:
            self._hand = _Hand.OFF
        else:
            self._hand = _Hand.LEAVING if self._hand is _Hand.MAP else self._hand

    def _leave(self) -> None:
        self._give_back()
        self._hand = _Hand.OFF

    def _press(self, point: QEventPoint, time: int) -> None:
        at = point.position()
        self._hand, self._pressed, self._global = _Hand.MOUSE, (at, time), point.globalPosition()
        self._hold.start(QGuiApplication.styleHints().mousePressAndHoldInterval())
        self._held_before = self._view.dragging
        if self._is_again(at, time):
            self._view.mouseDoubleClickEvent(self._mouse(QEvent.Type.MouseButtonDblClick, at))
            self._last_tap = None
        else:
            self._view.mousePressEvent(self._mouse(QEvent.Type.MouseButtonPress, at))

    def _is_again(self, at: QPointF, time: int) -> bool:
        """Whether a finger comes where one tapped just before."""
        if self._last_tap is None:
            return False
        there, then = self._last_tap
        within = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return time - then <= within and self._near(there, at)

    def _one(self, point: QEventPoint, time: int) -> None:
        at, self._global = point.position(), point.globalPosition()
        still = self._near(self._pressed[0], at)
        if not still:
            self._hold.stop()
        if point.state() in _ENDED:
            self._hold.stop()
            self._hand = _Hand.OFF
            self._last_tap = (at, time) if still else None
            self._view.mouseReleaseEvent(self._mouse(QEvent.Type.MouseButtonRelease, at))
        else:
            self._view.mouseMoveEvent(self._mouse(QEvent.Type.MouseMove, at))

    def _two(self, one: QPointF, other: QPointF) -> None:
        middle, apart = (one + other) / 2, max(hypot(one.x() - other.x(), one.y() - other.y()), 1.0)
        if self._hand is not _Hand.MAP:
            self._give_back()
            self._hand, self._pinched = _Hand.MAP, (middle, apart)
            self._zooming.pinch_from()
            return
        begun, apart_then = self._pinched
        factor = apart / apart_then
        steady = abs(factor - 1) < _STEADY
        self._zooming.pinch_to(1.0 if steady else factor, begun, middle)

    def _rest(self) -> None:
        if self._hand is _Hand.MOUSE:
            self._give_back()
            self._hand = _Hand.RESTED

    def _lift(self, point: QEventPoint) -> None:
        """A finger that rested asks for the menu as it leaves: one under it would take that for a choice."""
        if not self._near(self._pressed[0], point.position()):
            self._hand = _Hand.LEAVING
        elif point.state() in _ENDED:
            self._hand = _Hand.OFF
            asked = self._mouse(QEvent.Type.MouseButtonPress, self._pressed[0], Qt.MouseButton.RightButton)
            self._view.mousePressEvent(asked)

    def _give_back(self) -> None:
        """What one finger began is given back; what was in the hand before it came stays there."""
        self._hold.stop()
        if self._hand is _Hand.MOUSE:
            self._last_tap = None
            self._view.give_back(keep=self._held_before)

    def _near(self, one: QPointF, other: QPointF) -> bool:
        return (one - other).manhattanLength() < QGuiApplication.styleHints().startDragDistance()

    def _mouse(
        self, sort: QEvent.Type, at: QPointF, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> QMouseEvent:
        held = Qt.MouseButton.NoButton if sort is QEvent.Type.MouseButtonRelease else button
        if sort is QEvent.Type.MouseMove:
            button = Qt.MouseButton.NoButton
        keys = QGuiApplication.keyboardModifiers()
        return QMouseEvent(sort, at, self._global, button, held, keys)
