"""The sheet for paper, pictures and other programs: what, how large, where to; then how it went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.exporting import Export
from app.panels.choices import add_row, choice, sheet_form
from app.panels.export_run import ExportRun, opened_at
from app.printing.wishes import Wishes
from app.recent import from_home
from resources.words import _

PAPER_FORMATS = (".pdf", ".png")
_PAPERS = (
    *(("A0", "A0"), ("A1", "A1"), ("A2", "A2"), ("A3", "A3"), ("A4", "A4")),
    *(("ANSI-E", "ANSI-E"), ("ARCH-E", "ARCH-E")),
)
_ROLLS = (610, 914, 1067, 1118)


class ExportSheet(QWidget):
    """Fields and a gold button; while an export runs, its progress and a way to give it up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.format = choice(_("Format"), _formats(), ".pdf")
        self.paper = choice(_("Paper"), _papers(), "A0")
        self.orientation = choice(_("Orientation"), _orientations(), "auto")
        self.sizing = choice(_("Size"), _sizes(), "fit")
        self.metres = _number(_("Metres"), 0.1, 50.0, 1.5, _(" m"))
        self.scale = _number(_("Scale"), 0.01, 100.0, 1.0, "")
        self.every = QCheckBox(_("All journeys of the file, a page each"))
        self.target = QLineEdit()
        self.target.setAccessibleName(_("File to write"))
        self._run = ExportRun(desk, _("Write the file"))
        self._run.wanted.connect(self.begin)
        self.progress, self.result = self._run.progress, self._run.result
        self._furnish()
        self.format.currentIndexChanged.connect(self._suit)
        self.sizing.currentIndexChanged.connect(self._suit)
        self.target.setText(from_home(desk.path.resolve().with_suffix(".pdf")))
        self._suit()

    def begin(self) -> None:
        """Begin the export; the window stays as usable as before."""
        self._desk.editor.finish_writing()
        target = self._path()
        self.target.setText(from_home(target))
        self._run.begin(opened_at(self._desk), target, self.wishes())

    @property
    def export(self) -> Export | None:
        """The export that was begun last."""
        return self._run.export

    def wishes(self) -> Wishes:
        """What the fields ask for."""
        wishes = Wishes(
            paper=self.paper.currentData(),
            orientation=self.orientation.currentData(),
            journey=str(self._desk.map.journeys().index(self._desk.journey) + 1),
        )
        if self.sizing.currentData() == "read" and self._on_paper:
            wishes = replace(wishes, read_from=self.metres.value())
        elif self.sizing.currentData() == "scale":
            wishes = replace(wishes, scale=self.scale.value())
        if self.every.isChecked() and self.format.currentData() == ".pdf":
            wishes = replace(wishes, every=True, journey=None)
        return wishes

    def _path(self) -> Path:
        """The file to write, from the disk's root on; a bare name is meant beside the map."""
        return (self._desk.path.parent / Path(self.target.text()).expanduser()).resolve()

    @property
    def _on_paper(self) -> bool:
        return self.format.currentData() in PAPER_FORMATS

    def _furnish(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        self._form = form = sheet_form()
        for words, field in (
            (_("Format"), self.format),
            (_("Paper"), self.paper),
            (_("Orientation"), self.orientation),
            (_("Size"), self.sizing),
            (_("Read from"), self.metres),
            (_("Millimetres of paper for one of the map"), self.scale),
        ):
            add_row(form, words, field)
        form.addRow(self.every)
        add_row(form, _("File to write"), self.target)
        form.addRow(_button(_("Another place …"), self._choose_place))
        column.addLayout(form)
        column.addWidget(self._run)
        column.addStretch()

    def _suit(self) -> None:
        """Show the fields that mean something for the format, and give the file its ending."""
        suffix, size = self.format.currentData(), self.sizing.currentData()
        form = self._form
        for field in (self.paper, self.orientation):
            form.setRowVisible(field, self._on_paper)
        form.setRowVisible(self.sizing, self._on_paper or suffix == ".svg")
        form.setRowVisible(self.metres, self._on_paper and size == "read")
        form.setRowVisible(self.scale, size == "scale" and (self._on_paper or suffix == ".svg"))
        form.setRowVisible(self.every, suffix == ".pdf" and len(self._desk.map.journeys()) > 1)
        if target := self.target.text():
            self.target.setText(str(Path(target).with_suffix(suffix)))

    def _choose_place(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Write the file"), str(self._path()))
        if name:
            self.target.setText(str(Path(name).with_suffix(self.format.currentData())))


def _button(words: str, does: object) -> QPushButton:
    made = QPushButton(words)
    made.clicked.connect(does)
    return made


def _number(name: str, least: float, most: float, usual: float, unit: str) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setAccessibleName(name)
    made.setRange(least, most)
    made.setSingleStep(0.5)
    made.setValue(usual)
    made.setSuffix(unit)
    return made


def _formats() -> list[tuple[str, object]]:
    return [
        (_("PDF, for printing"), ".pdf"),
        (_("PNG, a picture"), ".png"),
        (_("SVG, a drawing"), ".svg"),
        (_("CSV, a sheet with one row a card"), ".csv"),
        (_("Mermaid, a journey diagram"), ".mmd"),
        (_("JSON, everything without loss"), ".json"),
    ]


def _papers() -> list[tuple[str, object]]:
    rolls: list[tuple[str, object]] = [
        (_("Roll {width} mm wide").format(width=width), f"roll:{width}mm") for width in _ROLLS
    ]
    return [*_PAPERS, *rolls]


def _orientations() -> list[tuple[str, object]]:
    return [(_("As suits the map"), "auto"), (_("Landscape"), "landscape"), (_("Portrait"), "portrait")]


def _sizes() -> list[tuple[str, object]]:
    return [
        (_("As large as the paper allows"), "fit"),
        (_("Readable from a distance"), "read"),
        (_("At a scale"), "scale"),
    ]
