"""Buttons with a picture, in as many columns as there is room for: what the start screen is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.panels.plain import PlainLabel
from app.sizes import GAP, SMALL_TEXT, TEXT, THUMBNAIL, px
from canvas.tips import plain_tip


class Entry(QPushButton):
    """A picture with a name and a line below it."""

    def __init__(self, name: str, line: str, picture: QImage | None, does: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setAccessibleName(f"{name}, {line}" if line else name)
        self.setToolTip(plain_tip(line or name))
        self._picture = QLabel()
        self._picture.setFixedSize(px(THUMBNAIL[0]), px(THUMBNAIL[1]))
        column = QVBoxLayout(self)
        column.addWidget(self._picture)
        column.addWidget(_line(name, "name", TEXT))
        column.addWidget(_line(line, "where", SMALL_TEXT))
        self.clicked.connect(does)
        if picture is not None and not picture.isNull():
            self.show_picture(picture)

    def show_picture(self, picture: QImage) -> None:
        """Show another picture."""
        self._picture.setPixmap(_fitted(picture, self._picture.size(), self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        """As large as the picture with its lines."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()


def _line(words: str, sort: str, size: int) -> QLabel:
    """A line as wide as the picture, its middle left out where it is longer; a path is told by its ends."""
    made = PlainLabel()
    made.setObjectName(sort)
    font = made.font()
    font.setPixelSize(px(size))
    room = px(THUMBNAIL[0] - GAP)
    made.setText(QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room))
    return made


class Shelf(QWidget):
    """Entries side by side, wrapping to the width."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(GAP * 2))
        self._place(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit."""
        super().resizeEvent(event)
        wide = max((entry.sizeHint().width() for entry in self._entries), default=1) + self._grid.spacing()
        self._place(max(1, (self.width() + self._grid.spacing()) // wide))

    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        first = self._entries[0].sizeHint() if self._entries else QSize()
        return QSize(first.width(), super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        if self._columns:
            self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for place, entry in enumerate(self._entries):
            self._grid.addWidget(entry, place // columns, place % columns)
        self._grid.setColumnStretch(columns, 1)


def _fitted(picture: QImage, size: QSize, ratio: float) -> QPixmap:
    smooth = Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(picture.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
