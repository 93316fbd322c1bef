"""The bar at the bottom: what just happened, what the map says, how large it is shown."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSlider, QWidget

from app.desk import Desk
from app.panels.layouts import empty
from canvas.camera import PLAIN
from journey.finding import Finding, Severity
from journey.model import Card
from resources.words import _, _n

_SETTLE = 400
"""Milliseconds without an edit before the findings are worked out again."""
_SHOWN = 4


class BottomBar(QWidget):
    """Findings as buttons that go to their cards; a sentence takes their place while something happens."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._status, self._count, self._zoom = QLabel(), QLabel(), QLabel()
        self._status.setObjectName("status")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(-30, 20)
        self._slider.setFixedWidth(120)
        self._slider.setAccessibleName(_("Zoom"))
        self._findings = QHBoxLayout()
        self._findings.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.addLayout(self._findings)
        row.addWidget(self._status)
        row.addStretch()
        for widget in (self._count, self._slider, self._zoom):
            row.addWidget(widget)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.look)
        self._quiet = QTimer(self, singleShot=True, interval=6000)
        self._quiet.timeout.connect(lambda: self._tell("", False))
        desk.said.connect(self._tell)
        desk.changed.connect(lambda _change: self._settle.start())
        desk.journey_changed.connect(self.look)
        desk.editor.camera_moved.connect(self._tell_zoom)
        self._slider.valueChanged.connect(self._zoom_to)
        self._tell_zoom()

    def look(self) -> None:
        """Work the findings out and show the gravest; analysis is imported only now."""
        from journey.analysis import find, summary

        desk = self._desk
        found = find(desk.map, desk.journey.id)
        desk.editor.show_findings(tuple(one for one in found if one.severity is Severity.PROBLEM))
        empty(self._findings)
        for finding in summary(found, desk.map, _SHOWN):
            self._findings.addWidget(self._button(finding))
        grid = desk.map.grid(desk.journey.id)
        lanes = {lane.id for lane in grid.lanes}
        cards = sum(card.lane in lanes for card in desk.map.of(Card))
        steps = _n("{n} step", "{n} steps", len(grid.steps)).format(n=len(grid.steps))
        self._count.setText(steps + " · " + _n("{n} card", "{n} cards", cards).format(n=cards))

    def _button(self, finding: Finding) -> QPushButton:
        made = QPushButton(finding.message)
        made.setObjectName("finding")
        made.setProperty("grave", finding.severity is Severity.PROBLEM)
        made.setToolTip(finding.message)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(120)
        made.clicked.connect(lambda: self._desk.select(finding.records[:1]))
        return made

    def _tell(self, words: str, wrong: bool) -> None:
        self._status.setText(words)
        self._status.setProperty("wrong", wrong)
        self._status.style().polish(self._status)
        for button in self.findChildren(QPushButton, "finding"):
            button.setVisible(not words)
        if words:
            self._quiet.start()

    def _tell_zoom(self) -> None:
        share = self._desk.editor.camera.scale / PLAIN
        self._zoom.setText(f"{share * 100:.0f} %")
        self._slider.blockSignals(True)
        self._slider.setValue(round(10 * log2(share)))
        self._slider.blockSignals(False)

    def _zoom_to(self, value: int) -> None:
        editor = self._desk.editor
        editor.zoom_middle(2 ** (value / 10) * PLAIN / editor.camera.scale)
