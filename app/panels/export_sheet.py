"""The sheet for paper, pictures and other programs: what, how large, where to; then how it went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.exporting import Export
from app.panels.buttons import button
from app.panels.choices import TickBox, add_row, choice, sheet_form
from app.panels.export_run import ExportRun, opened_at
from app.panels.number_spin import NumberSpin
from app.panels.path_field import PathField
from app.panels.print_fields import PrintFields
from app.panels.print_preview import PrintPreview
from app.panels.scrolling import scrolling
from app.previewing import Previewer
from app.print_name import print_path, with_ending
from app.printing.audience import USUAL_PAPER, Audience
from app.printing.wishes import Wishes
from app.recent import from_home
from app.sizes import px
from app.there import those_there
from journey.model import Owner
from resources.words import _

PAPER_FORMATS = (".pdf", ".png")
_DRAWN = (*PAPER_FORMATS, ".svg")
_PAPERS = (
    *(("A0", "A0"), ("A1", "A1"), ("A2", "A2"), ("A3", "A3"), ("A4", "A4"), ("A5", "A5")),
    *(("ANSI-E", "ANSI-E"), ("ARCH-E", "ARCH-E")),
)
_ROLL, _ROLLS = "roll:", (610, 914, 1067, 1118)
_FROM_AFAR = ("read", "sheets")
_LEAST = 90
"""Pixels of the fields that are in view at least."""


class ExportSheet(QWidget):
    """Fields and a gold button; while an export runs, its progress and a way to give it up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.format = choice(_("Format"), _formats(), ".pdf")
        self.print = PrintFields(_sorted_owners(desk))
        self.preview = PrintPreview(desk.picture)
        self._previewer = Previewer()
        self.paper = choice(_("Paper"), _papers(), "A0")
        self.orientation = choice(_("Orientation"), _orientations(), "auto")
        self.sizing = choice(_("Size"), _sizes(), "fit")
        self.metres = NumberSpin(_("Metres"), (0.1, 50.0), 1.5, _(" m"), step=0.5)
        self.scale = NumberSpin(_("Scale"), (0.01, 100.0), 1.0, step=0.5)
        self.every = TickBox(_("All journeys of the file, a page each"))
        self.target = PathField()
        self.target.setAccessibleName(_("File to write"))
        self._run = ExportRun(desk, _("Write the file"))
        self._run.wanted.connect(self.begin)
        self.progress, self.result = self._run.progress, self._run.result
        self.all_prints = button(_("Write all prints into a folder"), self.begin_set)
        self._furnish()
        self.format.currentIndexChanged.connect(self._suit)
        for field in (self.format, self.print.what):
            field.currentIndexChanged.connect(self._run.forget)
        self.sizing.currentIndexChanged.connect(self._suit)
        self._suggested = ""
        self.print.what.currentIndexChanged.connect(self._choose_print)
        self._choose_print()
        for field in (self.format, self.paper, self.orientation, self.sizing):
            field.currentIndexChanged.connect(self._look)
        for number in (self.metres, self.scale):
            number.valueChanged.connect(self._look)
        self.print.changed.connect(self._look)
        self._previewer.drawn.connect(self.preview.show_print)
        desk.changed.connect(self._look)
        self._look()

    def begin(self) -> None:
        """Begin the export; the window stays as usable as before."""
        self._desk.editor.finish_writing()
        target = self._path()
        self.target.setText(from_home(target))
        self._run.begin(opened_at(self._desk), target, self.wishes())

    def begin_set(self) -> None:
        """Begin to write every print into a new folder beside the map."""
        if self._run.is_running:
            return
        self._desk.editor.finish_writing()
        wishes = replace(self.wishes(), whole_set=True, every=False)
        self._run.begin(opened_at(self._desk), _new_folder(self._desk.path), wishes)

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
            audience=self.print.audience() if self.format.currentData() in _DRAWN else Audience(),
        )
        if wishes.audience.what != "map":
            return self._for_all(wishes)
        if self.sizing.currentData() in _FROM_AFAR and self._on_paper:
            wishes = replace(wishes, read_from=self.metres.value(), sheets=self._spread)
        elif self.sizing.currentData() == "scale":
            wishes = replace(wishes, scale=self.scale.value())
        return self._for_all(wishes)

    def _for_all(self, wishes: Wishes) -> Wishes:
        """The wishes for all journeys, if that is asked for."""
        if self.every.isChecked() and not self.every.isHidden():
            return replace(wishes, every=True, journey=None)
        return wishes

    def _path(self) -> Path:
        return print_path(self.target.text(), self._desk.path, self.format.currentData())

    @property
    def _spread(self) -> str | None:
        """The paper that the map is spread over, if it is."""
        paper = str(self.paper.currentData())
        over = self.sizing.currentData() == "sheets" and self.format.currentData() == ".pdf"
        return paper if over and not paper.startswith(_ROLL) else None

    @property
    def _on_paper(self) -> bool:
        return self.format.currentData() in PAPER_FORMATS

    def _furnish(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, px(8), 0)
        self._form = form = sheet_form()
        add_row(form, _("Format"), self.format)
        form.addRow(self.print)
        form.addRow(self.preview)
        for words, field in (
            (_("Paper"), self.paper),
            (_("Orientation"), self.orientation),
            (_("Size"), self.sizing),
            (_("Read from"), self.metres),
            (_("Millimetres of paper for one of the map"), self.scale),
        ):
            add_row(form, words, field)
        form.addRow(self.every)
        add_row(form, _("File to write"), self.target)
        form.addRow(button(_("Another place …"), self._choose_place))
        column.addLayout(form)
        column.addWidget(self.all_prints)
        column.addStretch()
        # What writes, and what came of it, stays in view below the fields.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolling(fields, _("Print and export"))
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(px(_LEAST))
        whole.addWidget(area, 1)
        whole.addWidget(self._run)

    def _suit(self) -> None:
        """Show the fields that mean something for the format, and give the file its ending."""
        suffix, size = self.format.currentData(), self.sizing.currentData()
        form = self._form
        for field in (self.paper, self.orientation):
            form.setRowVisible(field, self._on_paper)
        whole = self.print.what.currentData() == "map"
        form.setRowVisible(self.print, self._on_paper)
        form.setRowVisible(self.preview, self._on_paper)
        form.setRowVisible(self.sizing, (self._on_paper and whole) or suffix == ".svg")
        form.setRowVisible(self.metres, self._on_paper and whole and size in _FROM_AFAR)
        form.setRowVisible(self.scale, size == "scale" and ((self._on_paper and whole) or suffix == ".svg"))
        several = suffix == ".pdf" and len(self._desk.map.journeys()) > 1
        form.setRowVisible(self.every, several and not (whole and self._spread))
        if target := self.target.text():
            self.target.setText(str(with_ending(Path(target), suffix)))

    def _choose_print(self) -> None:
        """Offer the paper that a print is for, and a name for its file, unless somebody typed another."""
        what = self.print.what.currentData()
        self.paper.setCurrentIndex(max(self.paper.findData(USUAL_PAPER[what]), 0))
        path = self._desk.path
        stem = path.stem if what == "map" else f"{path.stem}-{what}"
        if self.target.text() in ("", self._suggested):
            self.target.setText(from_home(path.with_name(f"{stem}{self.format.currentData()}")))
        self._suggested = self.target.text()
        self._suit()

    def _look(self) -> None:
        """Have what would be printed drawn up for the preview."""
        if self._on_paper:
            self._previewer.ask(opened_at(self._desk), self.wishes())

    def _choose_place(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Write the file"), str(self._path()))
        if name:
            self.target.setText(from_home(with_ending(Path(name), self.format.currentData())))


def _sorted_owners(desk: Desk) -> list[Owner]:
    return sorted(desk.map.of(Owner), key=lambda owner: owner.name.casefold())


def _new_folder(path: Path) -> Path:
    """A folder beside a map for its prints, which is not there yet."""
    name = _("{map}, prints").format(map=path.stem)
    found, number = path.with_name(name), 2
    while those_there([found], Path.exists):
        found, number = path.with_name(f"{name} {number}"), number + 1
    return found


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
        (_("Roll {width} mm wide").format(width=width), f"{_ROLL}{width}mm") for width in _ROLLS
    ]
    return [*_PAPERS, *rolls]


def _orientations() -> list[tuple[str, object]]:
    return [(_("As suits the map"), "auto"), (_("Landscape"), "landscape"), (_("Portrait"), "portrait")]


def _sizes() -> list[tuple[str, object]]:
    return [
        (_("As large as the paper allows"), "fit"),
        (_("Readable from a distance"), "read"),
        (_("Readable from a distance, over several sheets"), "sheets"),
        (_("At a scale"), "scale"),
    ]
