"""A field for a path: while nobody writes in it its middle gives way, so that folder and name are seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from canvas.tips import plain_tip

_BESIDE_TEXT = 2  # pixels that a field leaves beside its text, which Qt tells nobody


class PathField(QLineEdit):
    """A line to write a path into; the tooltip has all of it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.textChanged.connect(lambda text: self.setToolTip(plain_tip(text)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text as ever where it has room or is written, else without its middle."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = inside.adjusted(_BESIDE_TEXT, 0, -_BESIDE_TEXT, 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
