"""Small parts of sheets: a labelled row, a choice among named values, a box to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from app.sizes import ICON, px

_TICK = ((0.27, 0.52), (0.44, 0.68), (0.74, 0.34))
"""The corners of a tick in its box."""


class Choice(QComboBox):
    """A field to choose from, with an arrow in the colour of its text, which style sheets cannot draw."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the arrow over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().text())
        half, x, y = px(ICON) / 4, self.width() - px(ICON), self.height() / 2
        corners = (QPointF(x - half, y - half / 2), QPointF(x + half, y - half / 2), QPointF(x, y + half / 2))
        painter.drawPolygon(corners)


class TickBox(QCheckBox):
    """A box with a tick in it, which style sheets cannot draw either."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and its words, and the tick over it."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().brightText(), box.width() / 8))
        painter.drawPolyline(
            [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in _TICK]
        )


def choice(name: str, options: Iterable[tuple[str, object]], chosen: object) -> QComboBox:
    """A field to choose one of several values from, each with its words."""
    made = Choice()
    made.setAccessibleName(name)
    for words, value in options:
        made.addItem(words, value)
    made.setCurrentIndex(max(made.findData(chosen), 0))
    return made


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """Put a field under its label; the form says how wide it is, however long its words are."""
    if isinstance(field, QComboBox):
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    label = QLabel(words)
    label.setObjectName("label")
    label.setBuddy(field)
    form.addRow(label, field)


def sheet_form() -> QFormLayout:
    """A form for the drawer: labels above their fields, which are as wide as it is."""
    form = QFormLayout()
    form.setContentsMargins(0, px(8), 0, px(8))
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setVerticalSpacing(px(6))
    return form
