"""The sheet for paper, pictures and other programs: what, how large, where to; then how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.exporting import Export
from app.opening import Opened
from app.panels.choices import add_row, choice, sheet_form
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
        self.export: Export | None = None
        self.format = choice(_("Format"), _formats(), ".pdf")
        self.paper = choice(_("Paper"), _papers(), "A0")
        self.orientation = choice(_("Orientation"), _orientations(), "auto")
        self.sizing = choice(_("Size"), _sizes(), "fit")
        self.metres = _number(_("Metres"), 0.1, 50.0, 1.5, _(" m"))
        self.scale = _number(_("Scale"), 0.01, 100.0, 1.0, "")
        self.every = QCheckBox(_("All journeys of the file, a page each"))
        self.target = QLineEdit()
        self.target.setAccessibleName(_("File to write"))
        self.progress = QProgressBar()
        self.result = QLabel()
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
        export = Export(self._opened(), target, self.wishes())
        export.told.connect(self._tell)
        export.finished.connect(self._written)
        export.failed.connect(self._failed)
        export.given_up.connect(self._given_up)
        export.ended.connect(self._broken_off)
        self.export = export
        self._stop.show()
        _hand_on(self._go, self._stop)
        self._show_running(running=True)
        export.start()

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

    def _opened(self) -> Opened:
        file = self._desk.file
        last = file.history[-1].at if file.history else ""
        edited = datetime.fromisoformat(last).astimezone() if last else None
        return Opened(self._desk.map, edited, file.document_id, self._desk.document.revision)

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
        self._go = _button(_("Write the file"), self.begin)
        self._go.setObjectName("gold")
        self._stop = _button(_("Cancel"), self._give_up)
        self._folder = _button(_("Open folder"), self._open_folder)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.result.setWordWrap(True)
        for widget in (self._go, self.progress, self._stop, self.result, self._folder):
            column.addWidget(widget)
        column.addStretch()
        self._show_running(running=False)
        self._folder.hide()

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

    def _tell(self, what: str, share: int) -> None:
        self.progress.setValue(share)
        self.result.setText(what)

    def _give_up(self) -> None:
        if self.export is not None:
            self.export.give_up()

    def _written(self, lines: list[str]) -> None:
        self._end("\n".join(lines), written=True)

    def _failed(self, sentence: str) -> None:
        self._end(sentence, written=False)

    def _given_up(self) -> None:
        self._end(_("Given up. Nothing was written."), written=False)

    def _broken_off(self) -> None:
        """The thread is over; where it said nothing before, something unexpected ended it."""
        if not self._go.isEnabled():
            self._end(_("The export broke off unexpectedly. Nothing was written."), written=False)

    def _end(self, words: str, *, written: bool) -> None:
        self._folder.setVisible(written)
        self._go.setEnabled(True)
        _hand_on(self._stop, self._folder if written else self._go)
        self._show_running(running=False)
        self.result.setText(words)
        self._desk.said.emit(words.split("\n")[0], not written)

    def _show_running(self, *, running: bool) -> None:
        self._go.setEnabled(not running)
        self.progress.setVisible(running)
        self.progress.setValue(0)
        self._stop.setVisible(running)
        if running:
            self._folder.hide()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path().parent)))


def _button(words: str, does: object) -> QPushButton:
    made = QPushButton(words)
    made.clicked.connect(does)
    return made


def _hand_on(goes: QPushButton, comes: QPushButton) -> None:
    """Give the keyboard of a button that goes to the one that comes, or Qt would take it out of the sheet."""
    if goes.hasFocus():
        comes.setFocus()


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
