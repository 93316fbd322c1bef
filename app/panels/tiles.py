"""The tiles of the palette: how one looks, and how it is dragged or clicked onto the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton

from app.desk import Desk
from app.icons import icon
from app.sizes import ACCENT, ICON, OWNER_HEIGHT, RADIUS, TILE_HEIGHT, px
from canvas.paint import colour_of
from canvas.stage import State
from resources.theme import Theme

_LINES = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Look:
    """How a tile looks: its glyph, the tokens of its accent, ground and edge, and what stands at its right.

    A round tile is an owner's: a disc of the accent, no accent edge.
    """

    glyph: str
    accent: str
    ground: str
    edge: str
    aside: str = ""
    round: bool = False


class Tile(QPushButton):
    """Something to drag onto the map. A click takes it into the hand too, for a second click to drop it."""

    def __init__(self, words: str, look: Look, desk: Desk, theme: Theme, state: Callable[[], State]) -> None:
        super().__init__(words)
        self._desk, self._theme, self._look, self._state = desk, theme, look, state
        self.setFixedHeight(px(OWNER_HEIGHT if look.round else TILE_HEIGHT))
        self.clicked.connect(lambda: desk.hold(state()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Out of the palette the thing follows the pointer over the map."""
        viewport = self._desk.editor.viewport()
        at = viewport.mapFromGlobal(event.globalPosition().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and viewport.rect().contains(at):
            if not self._desk.editor.hand.busy:
                self._desk.hold(self._state())
            self._desk.editor.hand.move(self._desk.editor.pointer(at, event.modifiers()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Over the map the thing is dropped."""
        viewport = self._desk.editor.viewport()
        at: QPoint = viewport.mapFromGlobal(event.globalPosition().toPoint())
        if self._desk.editor.hand.busy and viewport.rect().contains(at):
            self.setDown(False)
            self._desk.editor.hand.release(self._desk.editor.pointer(at, event.modifiers()))
        else:
            super().mouseReleaseEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as the palette has room for."""
        return QSize(0, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tile as the card it makes: tinted, with an accent edge, and its key at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        look, theme = self._look, self._theme
        left, size = px(11), px(ICON)
        if look.round:
            left, size = px(6), px(18)
        sign = icon(look.glyph, theme, look.accent, size).pixmap(QSize(size, size), self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, sign)
        self._paint_words(painter, left + size + px(7))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look, theme = self._look, self._theme
        active = self.hasFocus() or self.underMouse()
        painter.setPen(colour_of(theme, "focus" if active else look.edge))
        painter.setBrush(colour_of(theme, look.ground))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = area.height() / 2 if look.round else px(RADIUS)
        shape = QPainterPath()
        shape.addRoundedRect(area, radius, radius)
        painter.drawPath(shape)
        if self.hasFocus():
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        if not look.round:
            painter.setClipPath(shape)
            painter.fillRect(QRect(0, 0, px(ACCENT), self.height()), colour_of(theme, look.accent))
            painter.setClipping(False)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        look, right = self._look, self.width() - px(8)
        area = QRect(left, 0, right - left, self.height())
        painter.setFont(self.font())
        aside = self.fontMetrics().horizontalAdvance(look.aside)
        painter.setPen(colour_of(self._theme, "muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, look.aside)
        area.setRight(right - (aside + px(4) if aside else 0))
        painter.setPen(colour_of(self._theme, "ink"))
        # Where there is no room for two lines, or one word is too long, the end is left out.
        words, advance = self.text(), self.fontMetrics().horizontalAdvance
        if look.round or max(map(advance, words.split()), default=0) > area.width():
            words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LINES, words)


class OwnerTile(Tile):
    """The tile of an owner; ``renaming`` when its name is to be written: by a double click or F2.

    ``menu_asked`` asks for the menu of what can be done with it, at a place on the screen.
    """

    renaming = Signal()
    menu_asked = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right mouse button and the menu key ask for the menu."""
        self.menu_asked.emit(event.globalPos())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """What the first click took into the hand is given back."""
        self._desk.editor.hand.cancel()
        self.renaming.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 opens the name, as it does on the map."""
        if event.key() == Qt.Key.Key_F2:
            self.renaming.emit()
        else:
            super().keyPressEvent(event)
