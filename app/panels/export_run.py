"""The button that writes a file, and while it is written the progress and a way to give it up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.days import moment
from app.desk import Desk
from app.exporting import Export
from app.opening import Opened
from app.panels.buttons import button
from app.panels.plain import PlainLabel
from app.printing.wishes import Wishes
from resources.words import _


def opened_at(desk: Desk) -> Opened:
    """What is on the desk, as an export takes it."""
    file = desk.file
    edited = moment(file.history[-1].at) if file.history else None
    return Opened(desk.map, edited, file.document_id, desk.document.revision)


class ExportRun(QWidget):
    """``wanted`` when the gold button is pressed; then `begin` writes, and this shows how it goes."""

    wanted = Signal()

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__()
        self._desk = desk
        self.export: Export | None = None
        self.progress, self.result = QProgressBar(), PlainLabel()
        self._go = button(words, self.wanted.emit)
        self._go.setObjectName("gold")
        self._stop = button(_("Cancel"), self._give_up)
        self._folder = button(_("Open folder"), self._open_folder)
        self._furnish()

    def begin(self, opened: Opened, target: Path, wishes: Wishes) -> None:
        """Begin the export; the window stays as usable as before."""
        export = Export(opened, target, wishes)
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

    def forget(self) -> None:
        """Say no more what came of the last one, as something else is to be written now."""
        if not self.is_running:
            self.result.setText("")
            self.result.hide()
            self._folder.hide()

    @property
    def is_running(self) -> bool:
        """Whether something is being written."""
        return not self._go.isEnabled()

    def _furnish(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.result.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._go, self.progress, self._stop, self.result, self._folder):
            column.addWidget(widget)
        self._show_running(running=False)
        self._folder.hide()

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
        self.result.setText(words)
        self._show_running(running=False)
        self._desk.said.emit(words.split("\n")[0], not written)

    def _show_running(self, *, running: bool) -> None:
        self._go.setEnabled(not running)
        self.progress.setVisible(running)
        self.progress.setValue(0)
        self._stop.setVisible(running)
        self.result.setVisible(running or bool(self.result.text()))
        if running:
            self._folder.hide()

    def _open_folder(self) -> None:
        if self.export is not None:
            target = self.export.target
            folder = target if target.is_dir() else target.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _hand_on(goes: QPushButton, comes: QPushButton) -> None:
    """Give the keyboard of a button that goes to the one that comes, or Qt would take it out of the sheet."""
    if goes.hasFocus():
        comes.setFocus()
