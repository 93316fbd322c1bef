"""The inspector: all fields of what is selected, or of the journey where nothing is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk import Desk
from app.icons import icon
from app.panels import card_sheet
from app.panels.grid_sheets import FeelingSheet, JourneySheet, LaneSheet, LinkSheet, StageSheet, StepSheet
from app.panels.owner_sheet import OwnerSheet
from app.panels.plain import PlainLabel
from app.panels.scrolling import scrolling
from app.panels.sheet import Sheet
from app.panels.tab_order import enter
from app.sizes import GAP, MARGIN, SMALL_ICON, px
from journey.model import Card, Feeling, Journey, Lane, Link, MapData, Measure, Owner, Record, Stage, Step
from resources.theme import Theme
from resources.words import _

_SHEETS: dict[type[Record], Callable[[Desk, Theme], Sheet]] = {
    Card: card_sheet.CardSheet,
    Step: StepSheet,
    Stage: StageSheet,
    Lane: LaneSheet,
    Feeling: FeelingSheet,
    Link: LinkSheet,
    Owner: OwnerSheet,
    Journey: JourneySheet,
}


_QUIET = 350
"""Milliseconds without an edit or another selection after which the sheet for cards is made ahead."""


class Inspector(QWidget):
    """One sheet at a time, made when first wanted; it follows the selection and the map.

    That for cards, the largest, is made in a quiet moment before: nobody waits for it then.
    """

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._sheets: dict[type[Record], Sheet] = {}
        self._sign, self._kind = PlainLabel(), PlainLabel()
        self._kind.setObjectName("kind")
        self._body = QVBoxLayout()
        self._build()
        # Several signals come with one edit; the fields are filled once, when all is done.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(lambda: self._sheet_of(Card))
        for signal in (desk.selection_changed, desk.changed, desk.journey_changed):
            signal.connect(lambda *_told: self._soon.start())

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        return next((sheet for sheet in self._sheets.values() if sheet.isVisibleTo(self)), None)

    def look(self) -> None:
        """Show what is selected as it is now; nothing is done while nobody sees it."""
        self._soon.stop()
        if not self.isVisible():
            return
        sort, records = subject(self._desk)
        wanted = self._sheet_of(sort)
        for other in self._sheets.values():
            if other is not wanted and other.isVisibleTo(self):
                other.finish()
                other.hide()
        wanted.show_records(records)
        wanted.show()
        self._tell_kind(sort, records)
        if Card not in self._sheets:
            self._quiet.start()

    def finish(self) -> None:
        """Finish what is being written."""
        if (sheet := self.sheet) is not None:
            sheet.finish()

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.look()
        if (sheet := self.sheet) is not None:
            enter(sheet)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened meanwhile is shown now."""
        super().showEvent(event)
        self.look()

    def _sheet_of(self, sort: type[Record]) -> Sheet:
        """The sheet for records of a sort; a new one is hidden."""
        if sort not in self._sheets:
            made = self._sheets[sort] = _SHEETS[sort](self._desk, self._theme)
            made.hide()
            self._body.addWidget(made)
        return self._sheets[sort]

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(self._sign)
        head.addWidget(self._kind, 1)
        inner = QWidget()
        inner.setObjectName("panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(MARGIN), px(MARGIN) - px(4), px(MARGIN), px(MARGIN))
        column.setSpacing(px(GAP) // 2)
        column.addLayout(head)
        column.addLayout(self._body)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inner, _("Inspector")))

    def _tell_kind(self, sort: type[Record], records: tuple[str, ...]) -> None:
        words, kind = kind_words(self._desk.map, sort, records)
        self._kind.setText(words.upper())
        colour = f"{kind}.accent" if kind else "muted"
        shade = f"color: rgb{self._theme.rgb(colour)}"
        if self._kind.styleSheet() != shade:
            self._kind.setStyleSheet(shade)
        size = px(SMALL_ICON)
        self._sign.setVisible(bool(kind))
        if kind:
            sign = icon(kind, self._theme, colour, size)
            self._sign.setPixmap(sign.pixmap(QSize(size, size), self.devicePixelRatioF()))


def subject(desk: Desk) -> tuple[type[Record], tuple[str, ...]]:
    """What the inspector is about: the selected records of one sort, cards first, else the journey."""
    m, selected = desk.map, desk.selected
    cards = tuple(one for one in selected if one in m.of(Card))
    if cards:
        return Card, cards
    for sort in (Step, Stage, Lane, Feeling, Link, Owner):
        found = next((one for one in selected if one in m.of(sort)), None)
        if found is not None:
            return sort, (found,)
    measure = next((m.of(Measure)[one] for one in selected if one in m.of(Measure)), None)
    return (Card, (measure.card,)) if measure else (Journey, (desk.journey.id,))


def kind_words(m: MapData, sort: type[Record], records: tuple[str, ...]) -> tuple[str, str]:
    """What stands above the fields, and the kind whose sign stands beside it, if any."""
    if sort is Card:
        return card_sheet.head_of(m, records)
    words = {
        Step: (_("Step"), "step"),
        Stage: (_("Stage"), ""),
        Lane: (_("Lane"), ""),
        Feeling: (_("Feeling"), ""),
        Link: (_("Link"), ""),
        Owner: (_("Owner"), ""),
        Journey: (_("Journey"), ""),
    }
    return words[sort]
