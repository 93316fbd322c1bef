"""Fields to choose in, in place: yes or no, and one of a few words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QPushButton, QWidget

from app.icons import icon
from app.panels.fields import MIXED
from app.sizes import RADIUS, SMALL_ICON, px
from canvas.paint import colour_of
from resources.theme import Theme
from resources.words import _


class CheckField(QCheckBox):
    """Yes, no, or several of both; a sign in a box tells which."""

    finished = Signal(object)

    def __init__(self, words: str, theme: Theme, glyph: str = "tick") -> None:
        super().__init__(words)
        self._theme, self._glyph = theme, glyph
        self.clicked.connect(self._say)

    def show_value(self, value: object) -> None:
        """Show whether it is so."""
        self.setTristate(value is MIXED)
        if value is MIXED:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setChecked(bool(value))

    def finish(self) -> None:
        """A click is finished as it is made."""

    def hitButton(self, pos: object) -> bool:
        """The words are part of the button."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box, empty, with the sign, or with a bar for several; then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(SMALL_ICON + 4)
        box = QRect(px(5), (self.height() - side) // 2, side, side)
        self._paint_box(painter, box)
        painter.setPen(colour_of(self._theme, "ink"))
        words = QRect(box.right() + px(8), 0, self.width() - box.right() - px(8), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            painter.setPen(colour_of(self._theme, "focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, px(RADIUS), px(RADIUS))
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        side, theme = box.width(), self._theme
        on = self.checkState() is Qt.CheckState.Checked
        painter.setPen(colour_of(theme, "focus" if self.hasFocus() else "muted"))
        painter.setBrush(colour_of(theme, "gold" if on else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        if on:
            size = side - px(4)
            sign = icon(self._glyph, theme, "on_gold", size).pixmap(
                QSize(size, size), self.devicePixelRatioF()
            )
            painter.drawPixmap(box.left() + px(2), box.top() + px(2), sign)
        elif self.checkState() is Qt.CheckState.PartiallyChecked:
            inset = px(4)
            painter.fillRect(
                box.adjusted(inset, side // 2 - 1, -inset, 1 - side // 2), colour_of(theme, "ink")
            )

    def _say(self) -> None:
        self.setTristate(False)
        self.finished.emit(self.checkState() is not Qt.CheckState.Unchecked)


class ChoiceField(QWidget):
    """A few words next to one another, one of them chosen; arrows choose too. It wraps where it is narrow."""

    finished = Signal(object)

    def __init__(self, offered: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._values = [value for value, _words in offered]
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(3))
        self._columns = 0
        for number, (_value, words) in enumerate(offered):
            button = QPushButton(words)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAccessibleName(words)
            self._group.addButton(button, number)
        self._arrange(len(offered))
        self._group.idClicked.connect(lambda number: self.finished.emit(self._values[number]))

    def setAccessibleName(self, name: str) -> None:
        """Name the choice, and each of its words with it."""
        super().setAccessibleName(name)
        for button in self._group.buttons():
            said = _("{field}: {choice}").format(field=name, choice=button.text())
            button.setAccessibleName(said)

    def show_value(self, value: object) -> None:
        """Show what is chosen; nothing is where records differ."""
        chosen = self._values.index(value) if value in self._values else None
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(number == chosen)
        self._group.setExclusive(True)

    def finish(self) -> None:
        """A choice is finished as it is made."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many lines as it takes."""
        super().resizeEvent(event)
        buttons = self._group.buttons()
        hints = [button.sizeHint().width() + px(3) for button in buttons]
        columns = len(buttons)
        while columns > 1 and not self._fits(hints, columns):
            columns = (columns + 1) // 2
        self._arrange(columns)

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as its longest word."""
        widest = max(button.minimumSizeHint().width() for button in self._group.buttons())
        return QSize(widest, super().minimumSizeHint().height())

    def _fits(self, hints: list[int], columns: int) -> bool:
        lines = [hints[at : at + columns] for at in range(0, len(hints), columns)]
        return all(sum(line) <= self.width() + px(3) for line in lines)

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for number, button in enumerate(self._group.buttons()):
                self._grid.addWidget(button, number // columns, number % columns)
