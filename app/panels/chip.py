"""The pill with an owner's initials, as it stands on cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sizes import CHIP_HEIGHT, px
from canvas.paint import colour_of
from journey.initials import initials
from journey.model import Owner
from resources.theme import Theme, contrast


class OwnerChip(QWidget):
    """An owner's initials on the owner's colour; nothing where there is no owner."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._owner: Owner | None = None
        self.setAccessibleName("")
        self.show_owner(None)

    def show_owner(self, owner: str | None) -> None:
        """Show another owner."""
        self._owner = self._desk.map.of(Owner).get(owner)
        self.setVisible(self._owner is not None)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its initials."""
        high = px(CHIP_HEIGHT)
        letters = self.fontMetrics().horizontalAdvance(self._letters())
        return QSize(max(letters + px(12), px(26)), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill."""
        if self._owner is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self._theme, self._owner.colour))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        font = QFont(self.font())
        font.setPixelSize(px(10))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(readable_on(self._theme, self._owner.colour))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters())
        painter.end()

    def _letters(self) -> str:
        return "" if self._owner is None else initials(self._owner)


def readable_on(theme: Theme, colour: str) -> QColor:
    """The light or the dark ink, whichever reads better on a colour."""
    ground = theme.rgb(colour)
    better = max(("light_ink", "dark_ink"), key=lambda ink: contrast(theme.rgb(ink), ground))
    return colour_of(theme, better)
