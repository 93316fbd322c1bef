"""Panels that show what is spread over the map in one list: measures, findings. A click goes to the card."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.card_lists import measure_face
from app.panels.faces import Face, FaceButton
from app.panels.finding_words import kind_heading
from app.panels.layouts import empty
from app.panels.plain import PlainLabel
from app.panels.scrolling import scrolled_column
from app.panels.sheet import head, hint
from app.panels.tab_order import enter
from app.sizes import px
from journey.clean import one_line
from journey.edits.codes import cards_of
from journey.finding import Severity
from journey.model import MapData, Measure
from resources.theme import Theme
from resources.words import _, _n

_MOST = 100
"""Lines before the rest is only counted."""

Entry = tuple[Face, tuple[str, ...]]
"""What a line shows, and the records it goes to; no records: a heading."""


class Overview(QWidget):
    """Lines made anew where they changed, a little after the last edit."""

    def __init__(self, desk: Desk, theme: Theme, title: str, nothing: str) -> None:
        super().__init__()
        self._desk, self._theme, self._nothing = desk, theme, nothing
        self._shown: list[Entry] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        self._inner, column = scrolled_column(self, title)
        column.addLayout(self._lines)
        column.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        for signal in (desk.changed, desk.journey_changed):
            signal.connect(lambda *_told: self._soon.start())

    def entries(self, m: MapData, journey: str) -> Iterator[Entry]:
        """What is listed."""
        raise NotImplementedError

    def look(self) -> None:
        """Show the map as it is now; nothing is done while nobody sees it."""
        self._soon.stop()
        if not self.isVisible():
            return
        entries = list(self.entries(self._desk.map, self._desk.journey.id))
        if entries == self._shown:
            return
        self._shown = entries
        empty(self._lines)
        for face, records in entries[:_MOST]:
            self._lines.addWidget(self._line(face, records) if records else self.heading(face.words))
        if len(entries) > _MOST:
            more = len(entries) - _MOST
            self._lines.addWidget(hint(_n("and {n} more", "and {n} more", more).format(n=more)))
        if not entries:
            self._lines.addWidget(hint(self._nothing))

    def heading(self, words: str) -> QLabel:
        """What stands above some of the lines."""
        return head(words)

    def finish(self) -> None:
        """Nothing is written here."""

    def begin(self) -> None:
        """Put the keyboard on the first line."""
        self.look()
        enter(self._inner)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened meanwhile is shown now."""
        super().showEvent(event)
        self.look()

    def _line(self, face: Face, records: tuple[str, ...]) -> FaceButton:
        button = FaceButton(face, self._theme)
        button.clicked.connect(lambda: self._desk.select(records))
        return button


class Measures(Overview):
    """Every measure of the journey in view, under the card it is told at."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Measures"), _("No card of this journey has a measure yet."))

    def entries(self, m: MapData, journey: str) -> Iterator[Entry]:
        """Cards along the journey that have measures, each with these."""
        column = m.grid(journey).column
        told = m.of(Measure).by("card")
        cards = [card for card in cards_of(m, journey) if card.id in told]
        for card in sorted(cards, key=lambda card: column[card.step]):
            yield Face(one_line(card.text) or card.code or "…"), ()
            for measure in told[card.id]:
                yield measure_face(m, measure.id), (card.id,)

    def heading(self, words: str) -> QLabel:
        """A card's own words, as they are."""
        made = PlainLabel(words)
        made.setObjectName("card")
        made.setWordWrap(True)
        return made


class Findings(Overview):
    """Everything the map says, under its severity and its kind."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Findings"), _("Nothing to remark."))
        desk.findings.changed.connect(self.look)

    def look(self) -> None:
        """Show what has been found; it is looked for if nobody has asked yet."""
        if self._desk.findings.found is None:
            self._desk.findings.look()
        else:
            super().look()

    def entries(self, _m: MapData, _journey: str) -> Iterator[Entry]:
        """Findings, the gravest first; the analysis is imported only now."""
        from journey.analysis import IMPORTANCE

        found = self._desk.findings.found or ()
        for severity in Severity:
            for kind in IMPORTANCE:
                alike = [one for one in found if one.id == kind and one.severity is severity]
                if alike:
                    yield Face(kind_heading(kind, severity)), ()
                for one in alike:
                    grave = severity is Severity.PROBLEM
                    colour = "pain_point.accent" if grave else "muted"
                    yield Face(one.message, "found", colour), one.records[:1]
