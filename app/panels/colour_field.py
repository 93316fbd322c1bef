"""A colour to choose among a few that read well, or to write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.panels.fields import MIXED, LineField
from app.sizes import SWATCH, px
from canvas.paint import colour_of
from resources.theme import Theme
from resources.words import _

_ACROSS = 12


class Swatch(QPushButton):
    """One colour; a ring stands round the one that is chosen."""

    def __init__(self, colour: str, theme: Theme) -> None:
        super().__init__()
        self.colour, self._theme = colour, theme
        self.setCheckable(True)
        self.setFixedSize(QSize(px(SWATCH), px(SWATCH)))
        self.setAccessibleName(_("Colour {colour}").format(colour=colour))
        self.setToolTip(colour)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A disc of the colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self._theme, self.colour))
        area = QRectF(self.rect())
        painter.drawEllipse(area.adjusted(3, 3, -3, -3))
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour_of(self._theme, "focus" if self.hasFocus() else "ink"))
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        painter.end()


class ColourField(QWidget):
    """Swatches, and a field for any other colour as #RRGGBB."""

    finished = Signal(object)

    def __init__(self, offered: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._swatches = [Swatch(colour, theme) for colour in offered]
        self._other = LineField("#RRGGBB")
        self._other.setAccessibleName(_("Another colour"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(4))
        for number, swatch in enumerate(self._swatches):
            grid.addWidget(swatch, number // _ACROSS, number % _ACROSS)
            swatch.clicked.connect(lambda _on, colour=swatch.colour: self.finished.emit(colour))
        grid.addWidget(self._other, len(self._swatches) // _ACROSS + 1, 0, 1, _ACROSS)
        self._other.finished.connect(lambda text: self.finished.emit(str(text).strip().upper()))

    def show_value(self, value: object) -> None:
        """Mark the colour that is chosen."""
        for swatch in self._swatches:
            swatch.setChecked(value is not MIXED and swatch.colour.upper() == str(value).upper())
        self._other.show_value(value)

    def finish(self) -> None:
        """Say what was written, if anything was."""
        self._other.finish()
