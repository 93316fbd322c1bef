"""What the export sheet asks about a print: for whom it is, what it hides, what only some prints know."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.panels.choices import TickBox, add_row, choice, sheet_form
from app.panels.settings_sheet import LANGUAGES
from app.printing.audience import HIDDEN, Audience
from journey.model import Owner
from resources.templates import PRESETS, template
from resources.words import _

_CARDS: dict[str, tuple[float, float]] = {
    "76 × 76 mm": (76.0, 76.0),
    "127 × 76 mm": (127.0, 76.0),
    "102 × 76 mm": (102.0, 76.0),
    "76 × 51 mm": (76.0, 51.0),
}
"""Sizes that sticky notes are sold in."""


class PrintFields(QWidget):
    """The choice of a print and its own fields; ``changed`` when any of them is."""

    changed = Signal()

    def __init__(self, owners: Iterable[Owner]) -> None:
        super().__init__()
        self.what = choice(_("Print"), _prints(), "map")
        self.owner = choice(_("Owner"), _owners(owners), None)
        self.card = choice(_("Size of cards"), [(size, size) for size in _CARDS], "")
        self.blank = TickBox(_("Blank cards, to write on"))
        self.preset = choice(_("Lanes"), _presets(), None)
        self.columns = QSpinBox()
        self.second = choice(_("Second language"), _languages(), "")
        self.hidden = {what: TickBox(words) for what, words in zip(HIDDEN, _hidden(), strict=True)}
        self._furnish()
        for one in (self.what, self.owner, self.card, self.preset, self.second):
            one.currentIndexChanged.connect(self._suit)
        for box in (self.blank, *self.hidden.values()):
            box.toggled.connect(self._suit)
        self.columns.valueChanged.connect(self._suit)
        self._suit()

    def audience(self) -> Audience:
        """What the fields ask for."""
        what = self.what.currentData()
        return Audience(
            what=what,
            hide=frozenset(name for name, box in self.hidden.items() if box.isChecked()),
            second_language=self.second.currentData(),
            owner_id=self.owner.currentData() if what == "owners" else None,
            card=_CARDS[self.card.currentData()],
            blank=self.blank.isChecked(),
            preset=self.preset.currentData(),
            columns=self.columns.value(),
        )

    def _furnish(self) -> None:
        self.columns.setRange(1, 60)
        self.columns.setValue(12)
        self.columns.setAccessibleName(_("Steps"))
        self.columns.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._form = form = sheet_form()
        form.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (_("Print"), self.what),
            (_("Owner"), self.owner),
            (_("Size of cards"), self.card),
            (_("Lanes"), self.preset),
            (_("Steps"), self.columns),
        ):
            add_row(form, words, field)
        form.addRow(self.blank)
        hidden, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for box in self.hidden.values():
            row.addWidget(box)
        row.addStretch()
        hidden.setLayout(row)
        add_row(form, _("Leave out"), hidden)
        add_row(form, _("Second language"), self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)

    def _suit(self) -> None:
        """Show the fields that this print has, and tell that something changed."""
        what, form = self.what.currentData(), self._form
        form.setRowVisible(self.owner, what == "owners")
        form.setRowVisible(self.card, what in ("cards", "template"))
        form.setRowVisible(self.blank, what == "cards")
        form.setRowVisible(self.preset, what == "template")
        form.setRowVisible(self.columns, what == "template")
        self.changed.emit()


def _prints() -> list[tuple[str, object]]:
    return [
        (_("Whole map"), "map"),
        (_("By stage"), "stages"),
        (_("Per owner"), "owners"),
        (_("One page for the board"), "board"),
        (_("Interview guide"), "interview"),
        (_("Cards to cut"), "cards"),
        (_("Blank wall"), "template"),
        (_("Ballot for sign-off"), "ballots"),
    ]


def _hidden() -> tuple[str, ...]:
    return _("Quotes"), _("Names"), _("Measures")


def _owners(owners: Iterable[Owner]) -> list[tuple[str, object]]:
    return [(_("All owners"), None), *((one.name, one.id) for one in owners)]


def _presets() -> list[tuple[str, object]]:
    return [(_("Those of the map"), None), *((template(preset).title, preset) for preset in PRESETS)]


def _languages() -> list[tuple[str, object]]:
    return [(_("None"), ""), *LANGUAGES]
