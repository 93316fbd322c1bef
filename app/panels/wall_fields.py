"""What the wall planner asks: the wall, the distances, the papers at hand, how sheets are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.panels.choices import TickBox, choice
from app.panels.number_spin import NumberSpin
from app.planning import Asked
from app.printing.plan_words import paper_word
from app.sizes import GAP, MARGIN, px
from export.paper.measuring import Reading
from export.paper.papers import ROLLS, Paper
from export.paper.planning import Wall, Wanted
from export.paper.tile_grid import Tiling
from journey.layout.numbers import number
from resources.errors import Fault
from resources.words import _, spoken

_PAPERS = (*(f"roll:{width:g}mm" for width in ROLLS), "A0", "A1", "A2", "A3", "A4")
_AT_HAND = ("roll:914mm", "A0", "A3")
_FIELD_WIDTH = 150
_DESK, _STANDING, _ACROSS = 0.7, 1.5, 3.0


class WallFields(QWidget):
    """The fields, one under another; ``changed`` whenever one of them says something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.wide = _number(_("Width of the wall"), 0.2, 100.0, 3.2, _(" m"))
        self.high = _number(_("Height of the wall"), 0.2, 100.0, 1.4, _(" m"))
        self.cards = _number(_("Cards readable from"), 0.1, 50.0, _STANDING, _(" m"))
        self.steps = _number(_("Steps readable from"), 0.0, 50.0, 0.0, _(" m"), _("as it comes"))
        self.title = _number(_("Title readable from"), 0.0, 50.0, 0.0, _(" m"), _("as it comes"))
        self.papers = {name: _segment(paper_word(Paper.parse(name))) for name in _PAPERS}
        self.other = QLineEdit()
        self.overlap = _number(_("Overlap"), 0.0, 100.0, 10.0, _(" mm"))
        self.marks = choice(_("Marks to cut along"), _marks(), "corner")
        self.lanes = TickBox(_("Lane names on each sheet"))
        self.page_map = TickBox(_("A page that shows how they hang"))
        self.each = TickBox(_("Each sheet in a file of its own"))
        self._near = {metres: _segment(words) for words, metres in _distances()}
        self._furnish()
        self._connect()

    def asked(self) -> Asked:
        """What the fields ask for; of the other papers those that there are."""
        reading = Reading(self.cards.value(), self.steps.value(), self.title.value())
        wall = Wall(self.wide.value() * 1000, self.high.value() * 1000)
        tiling = Tiling(
            self.overlap.value(),
            self.marks.currentData(),
            self.lanes.isChecked(),
            self.page_map.isChecked(),
        )
        known = (Paper.parse(name) for name in self._chosen())
        return Asked((*known, *self._others()), Wanted(wall, reading, tiling))

    def kept(self) -> dict[str, Any]:
        """What all fields say, as it is kept for another time."""
        numbers = {name: field.value() for name, field in self._lasting().items()}
        ticks = {name: box.isChecked() for name, box in self._ticks().items()}
        marks = self.marks.currentData()
        return {**numbers, **ticks, "marks": marks, "papers": self._chosen(), "other": self.other.text()}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Say again what was kept; what is missing or makes no sense stays as it is."""
        for name, field in self._lasting().items():
            value = kept.get(name)
            if isinstance(value, (int, float)) and isfinite(value):
                field.setValue(value)
        for name, box in self._ticks().items():
            if isinstance(ticked := kept.get(name), bool):
                box.setChecked(ticked)
        if isinstance(marks := kept.get("marks"), str) and (place := self.marks.findData(marks)) >= 0:
            self.marks.setCurrentIndex(place)
        if isinstance(papers := kept.get("papers"), list):
            for name, button in self.papers.items():
                button.setChecked(name in papers)
        if isinstance(other := kept.get("other"), str):
            self.other.setText(other)

    def _lasting(self) -> dict[str, NumberSpin]:
        """The numbers that are kept, by the names they are kept under."""
        return {
            "wide": self.wide,
            "high": self.high,
            "cards": self.cards,
            "steps": self.steps,
            "title": self.title,
            "overlap": self.overlap,
        }

    def _ticks(self) -> dict[str, QCheckBox]:
        """What is ticked or not, by the names it is kept under."""
        return {"lanes": self.lanes, "page_map": self.page_map, "each": self.each}

    def _chosen(self) -> list[str]:
        return [name for name, button in self.papers.items() if button.isChecked()]

    def _others(self) -> list[Paper]:
        """The user's own papers; the field turns red where one is none."""
        found, wrong = [], ""
        for name in filter(None, (part.strip() for part in self.other.text().split(","))):
            try:
                found.append(Paper.parse(name))
            except Fault as fault:
                wrong = fault.sentence
        self.other.setToolTip(wrong)
        if self.other.property("wrong") != bool(wrong):
            self.other.setProperty("wrong", bool(wrong))
            self.other.style().polish(self.other)
        return found

    def _furnish(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(MARGIN))
        column.setSpacing(px(GAP))
        self.other.setAccessibleName(_("Other papers"))
        self.other.setPlaceholderText(_("700x1000mm, roll:42in …"))
        self.page_map.setChecked(True)
        for name in _AT_HAND:
            self.papers[name].setChecked(True)
        for words, rows in (
            (_("The wall"), [_labelled(_("wide"), self.wide), _labelled(_("high"), self.high)]),
            (_("Read from"), [_row(self._near.values()), *self._distances()]),
            (_("Paper we have"), [_grid(self.papers.values(), 3), self.other]),
            (
                _("Sheets"),
                [_labelled(_("overlap"), self.overlap), self.marks, self.lanes, self.page_map, self.each],
            ),
        ):
            column.addWidget(_heading(words))
            for row in rows:
                column.addWidget(row)
        column.addStretch()

    def _distances(self) -> list[QWidget]:
        return [
            _labelled(_("cards"), self.cards),
            _labelled(_("steps"), self.steps),
            _labelled(_("title"), self.title),
        ]

    def _connect(self) -> None:
        alone = QButtonGroup(self)
        for metres, button in self._near.items():
            alone.addButton(button)
            button.clicked.connect(lambda _checked, far=metres: self.cards.setValue(far))
        alone.setExclusive(False)
        self._mark_distance()
        self.cards.valueChanged.connect(self._mark_distance)
        for spin in (self.wide, self.high, self.cards, self.steps, self.title, self.overlap):
            spin.valueChanged.connect(self.changed)
        for box in (*self.papers.values(), self.lanes, self.page_map):
            box.toggled.connect(self.changed)
        self.marks.currentIndexChanged.connect(self.changed)
        self.other.textChanged.connect(self.changed)

    def _mark_distance(self) -> None:
        for metres, button in self._near.items():
            button.setChecked(abs(metres - self.cards.value()) < 0.01)


def _distances() -> list[tuple[str, float]]:
    said = ((_("Desk {far}"), _DESK), (_("Wall {far}"), _STANDING), (_("Room {far}"), _ACROSS))
    return [
        (words.format(far=_("{metres} m").format(metres=number(far, spoken()))), far) for words, far in said
    ]


def _marks() -> list[tuple[str, object]]:
    return [(_("Marks at the corners"), "corner"), (_("Whole lines"), "line"), (_("No marks"), "none")]


def _number(name: str, least: float, most: float, usual: float, unit: str, none: str = "") -> NumberSpin:
    """A number with its unit; ``none`` is what its least value is called."""
    made = NumberSpin(name, (least, most), usual, unit, step=0.1)
    made.setFixedWidth(px(_FIELD_WIDTH))
    made.setSpecialValueText(none)
    return made


def _segment(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName("segment")
    made.setCheckable(True)
    return made


def _heading(words: str) -> QLabel:
    made = QLabel(words.upper())
    made.setObjectName("label")
    made.setContentsMargins(0, px(GAP), 0, 0)
    return made


def _labelled(words: str, field: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    label = QLabel(words)
    label.setBuddy(field)
    line.addWidget(label, 1)
    line.addWidget(field)
    return row


def _row(buttons: Iterable[QAbstractButton]) -> QWidget:
    return _grid(buttons, 3)


def _grid(buttons: Iterable[QAbstractButton], columns: int) -> QWidget:
    area = QWidget()
    grid = QGridLayout(area)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(px(GAP) - px(2))
    for place, button in enumerate(buttons):
        grid.addWidget(button, place // columns, place % columns, Qt.AlignmentFlag(0))
    return area
