"""A button that shows a record in a line or two: a sign, words that wrap, a number and a bar at its right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.icons import icon
from app.sizes import ACCENT, BAR, RADIUS, SMALL_ICON, px
from canvas.paint import colour_of
from resources.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Face:
    """What is shown. ``strong`` and ``aside`` stand at the right; ``share`` (0-1) is a bar below them.

    ``kind`` gives the ground the colours of a kind of card; ``wrong`` paints the strong words red.
    """

    words: str
    glyph: str = ""
    colour: str = "muted"
    strong: str = ""
    aside: str = ""
    share: float | None = None
    wrong: bool = False
    kind: str = ""


class FaceButton(QPushButton):
    """Shows a face; as high as its words need at the width it is given."""

    def __init__(self, face: Face, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("fold")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_face(face)

    @property
    def face(self) -> Face:
        """What is shown."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Show something else."""
        self._face = face
        said = (face.words, f"{face.strong} {face.aside}".strip())
        self.setAccessibleName(", ".join(part for part in said if part))
        self._fit()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the words, and the bar."""
        area = self._words_area(width)
        words = self.fontMetrics().boundingRect(
            QRect(0, 0, area.width(), 10_000), int(_WRAP), self._face.words or " "
        )
        bar = px(BAR + 6) if self._face.share is not None else 0
        return words.height() + 2 * area.top() + bar

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(px(60), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere at another width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The face."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, theme = self._face, self._theme
        if face.kind:
            self._paint_ground(painter)
        area = self._words_area(self.width())
        if face.glyph:
            size = px(SMALL_ICON)
            sign = icon(face.glyph, theme, face.colour, size).pixmap(
                QSize(size, size), self.devicePixelRatioF()
            )
            painter.drawPixmap(px(3), area.top() + (self.fontMetrics().height() - size) // 2, sign)
        painter.setFont(self.font())
        painter.setPen(colour_of(theme, "ink"))
        painter.drawText(area.adjusted(0, 0, 0, self.height()), int(_WRAP), face.words)
        self._paint_number(painter, area)
        if face.share is not None:
            self._paint_bar(painter, face.share)
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _words_area(self, width: int) -> QRect:
        """Where the words stand; its height means nothing."""
        face = self._face
        top = px(9) if face.kind else px(4)
        left = px(14) if face.kind else px(3)
        if face.glyph:
            left += px(SMALL_ICON + 7)
        right = width - (px(10) if face.kind else px(3)) - self._number_width()
        return QRect(left, top, max(right - left, px(40)), 0)

    def _number_width(self) -> int:
        face = self._face
        strong = QFontMetrics(self._strong_font()).horizontalAdvance(face.strong) if face.strong else 0
        aside = QFontMetrics(self._aside_font()).horizontalAdvance(face.aside) if face.aside else 0
        return strong + aside + (px(12) if strong or aside else 0)

    def _paint_number(self, painter: QPainter, area: QRect) -> None:
        face, theme = self._face, self._theme
        right = self.width() - px(3)
        line = QRect(0, area.top(), right, self.fontMetrics().height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if face.aside:
            painter.setFont(self._aside_font())
            painter.setPen(colour_of(theme, "muted"))
            painter.drawText(line, flags, face.aside)
            line.setRight(right - QFontMetrics(self._aside_font()).horizontalAdvance(face.aside) - px(5))
        if face.strong:
            painter.setFont(self._strong_font())
            painter.setPen(colour_of(theme, "pain_point.accent" if face.wrong else "ink"))
            painter.drawText(line, flags, face.strong)

    def _paint_ground(self, painter: QPainter) -> None:
        kind, theme = self._face.kind, self._theme
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(theme, f"{kind}.tint"))
        painter.drawRoundedRect(area, px(RADIUS), px(RADIUS))
        painter.setBrush(colour_of(theme, f"{kind}.accent"))
        painter.drawRoundedRect(QRectF(1, 1, px(ACCENT), area.height()), 2, 2)
        if self.hasFocus():
            painter.setPen(colour_of(theme, "focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, px(RADIUS), px(RADIUS))

    def _paint_bar(self, painter: QPainter, share: float) -> None:
        wide = self.width() - 2 * px(3)
        top, radius = self.height() - px(BAR + 3), px(BAR) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self._theme, "system.tint"))
        painter.drawRoundedRect(QRectF(px(3), top, wide, px(BAR)), radius, radius)
        painter.setBrush(colour_of(self._theme, "touchpoint.accent"))
        filled = max(wide * min(max(share, 0.0), 1.0), 2 * radius)
        painter.drawRoundedRect(QRectF(px(3), top, filled, px(BAR)), radius, radius)

    def _strong_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _aside_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(font.pixelSize() - 1, 1))
        return font
