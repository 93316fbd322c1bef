"""The bar at the bottom: what just happened, what the map says, how large it is shown."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSlider, QWidget

from app.desk import Desk
from app.icons import icon
from app.panels.finding_words import Phrase, phrases
from app.panels.plain import PlainLabel
from app.sizes import ICON, STATUS_HEIGHT, ZOOM_WIDTH, px
from canvas.tips import plain_tip
from journey.finding import Severity
from journey.model import Card, MapData
from resources.theme import Theme
from resources.words import _, _n

_QUIET = 6000
"""Milliseconds that a sentence stays."""
_LEAST = 90
"""Pixels a phrase must have room for, cut short; below that it is left out."""


class FindingStrip(QWidget):
    """Short phrases in a row, the gravest first, as many as there is room for; a click goes to the card."""

    chosen = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sign = icon("found", theme, "pain_point.accent", px(ICON))
        self._buttons: list[QPushButton] = []
        self._phrases: list[Phrase] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Findings"))

    def show_phrases(self, found: list[Phrase]) -> None:
        """Show other phrases."""
        if found == self._phrases:
            return
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._phrases = found
        self._buttons = [self._button(number, phrase) for number, phrase in enumerate(found)]
        self._arrange()

    def sizeHint(self) -> QSize:
        """As high as the bar."""
        return QSize(0, px(STATUS_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other phrases."""
        super().resizeEvent(event)
        self._arrange()

    def _button(self, number: int, phrase: Phrase) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName("finding")
        made.setProperty("grave", phrase.grave and number == 0)
        made.setToolTip(plain_tip(phrase.whole))
        made.setAccessibleName(phrase.words)
        made.setAccessibleDescription(phrase.whole)
        made.clicked.connect(lambda: self.chosen.emit(phrase.records))
        if phrase.grave and number == 0:
            made.setIcon(self._sign)
            made.setIconSize(QSize(px(ICON), px(ICON)))
        made.ensurePolished()  # the gravest is in heavier letters, which are measured before they are shown
        return made

    def _arrange(self) -> None:
        """Give each phrase the room it needs, the last one what is left of it."""
        left = 0
        for number, (button, phrase) in enumerate(zip(self._buttons, self._phrases, strict=True)):
            sign = "·  " if number else (" " if not button.icon().isNull() else "")
            room = self.width() - left
            metrics = button.fontMetrics()
            around = px(14) + (0 if button.icon().isNull() else px(ICON) + px(6))
            cut = metrics.elidedText(sign + phrase.words, Qt.TextElideMode.ElideRight, room - around)
            fits = room >= px(_LEAST) or cut == sign + phrase.words
            button.setVisible(fits)
            if not fits:
                left = self.width()
                continue
            button.setText(cut)
            wide = min(metrics.horizontalAdvance(cut) + around, room)
            button.setGeometry(left, 0, wide, self.height())
            left += wide


class BottomBar(QWidget):
    """Findings that go to their cards; a sentence takes their place while something happens."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._status, self._count, self._zoom = PlainLabel(), PlainLabel(), PlainLabel()
        self._strip = FindingStrip(desk.editor.theme)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._build()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(lambda: self._tell("", False))
        self._strip.chosen.connect(self._go)
        # What happened is said by its own words, unless those who did it say more, which comes after.
        desk.changed.connect(lambda change: self._tell(change.label, False))
        desk.said.connect(self._tell)
        desk.shown.changed.connect(self._show_findings)
        desk.shown.camera_moved.connect(self._tell_zoom)
        self._slider.valueChanged.connect(self._zoom_to)
        self._tell_zoom()

    def _show_findings(self) -> None:
        """Show the gravest of the map that is looked at, on the map too, and how large the journey is."""
        found, editor = self._desk.shown.found, self._desk.shown.editor
        if editor is None:
            self._strip.show_phrases([])
            self._count.clear()
            return
        editor.show_findings(tuple(one for one in found if one.severity is Severity.PROBLEM))
        self._strip.show_phrases(phrases(found, editor.map, editor.journey))
        self._tell_size(editor.map, editor.journey)

    def _tell_size(self, m: MapData, journey: str) -> None:
        grid = m.grid(journey)
        of_lane = m.of(Card).by("lane")
        cards = sum(len(of_lane.get(lane.id, ())) for lane in grid.lanes)
        steps = _n("{n} step", "{n} steps", len(grid.steps)).format(n=len(grid.steps))
        self._count.setText(steps + " · " + _n("{n} card", "{n} cards", cards).format(n=cards))

    def _build(self) -> None:
        self._status.setObjectName("status")
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._status.hide()
        for label in (self._count, self._zoom):
            label.setObjectName("hint")
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("100 % "))
        self._slider.setRange(-30, 20)
        self._slider.setFixedWidth(px(ZOOM_WIDTH))
        self._slider.setAccessibleName(_("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(2), px(14), px(2))
        row.setSpacing(px(12))
        row.addWidget(self._strip, 1)
        row.addWidget(self._status, 1)
        for widget in (self._count, self._slider, self._zoom):
            row.addWidget(widget)
        self.setFixedHeight(px(STATUS_HEIGHT) + px(4))

    def _go(self, records: tuple[str, ...]) -> None:
        """Go to the first record; a further click to the one after that which is selected."""
        editor = self._desk.shown.editor
        if editor is None:
            return
        selected = editor.selected
        at = records.index(selected[0]) + 1 if selected and selected[0] in records else 0
        editor.select([records[at % len(records)]])

    def _tell(self, words: str, wrong: bool) -> None:
        self._status.setText(words)
        self._status.setToolTip(plain_tip(words))
        self._status.setProperty("wrong", wrong)
        self._status.style().polish(self._status)
        self._strip.setVisible(not words)
        self._status.setVisible(bool(words))
        if words:
            self._quiet.start()

    def _tell_zoom(self) -> None:
        editor = self._desk.shown.editor or self._desk.editor
        share = editor.camera.scale / editor.camera.plain
        self._zoom.setText(_("{percent} %").format(percent=round(share * 100)))
        self._slider.blockSignals(True)
        self._slider.setValue(round(10 * log2(share)))
        self._slider.blockSignals(False)

    def _zoom_to(self, value: int) -> None:
        editor = self._desk.shown.editor or self._desk.editor
        editor.zoom_middle(2 ** (value / 10) * editor.camera.plain / editor.camera.scale)
