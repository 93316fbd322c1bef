"""The little field that gives what the map is now a name, and says that everything is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.desk import Desk
from app.panels.buttons import close_button
from app.panels.layouts import empty
from app.panels.plain import PlainLabel
from app.sizes import OFFERS_WIDTH, px
from journey.clean import one_line
from journey.versions import VersionKind
from resources.theme import Theme
from resources.words import _


class VersionBar(QWidget):
    """Enter keeps the version, Escape lets it be; ``kept`` when there is a new one."""

    kept = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._words = PlainLabel()
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Name of this version"))
        self.field.setPlaceholderText(_("Name of this version"))
        self.field.setMaximumWidth(px(OFFERS_WIDTH))
        self._keep = QPushButton(_("Keep this version"))
        self._keep.setObjectName("offer")
        self._proposals = QHBoxLayout()
        row = QHBoxLayout(self)
        for widget in (self._words, self.field, self._keep):
            row.addWidget(widget)
        row.addLayout(self._proposals)
        row.addStretch()
        row.addWidget(close_button(theme, self.end))
        self._keep.clicked.connect(self.keep)
        self.field.textChanged.connect(lambda words: self._keep.setEnabled(bool(words.strip())))
        desk.saved.connect(lambda _state, _well: self._tell())
        self.hide()

    @property
    def says(self) -> str:
        """What it says of the file."""
        return self._words.text()

    def begin(self) -> None:
        """Say how the file is, and propose a name that Enter keeps and typing replaces."""
        if self._desk.document.locked:
            self._desk.said.emit(self._desk.document.locked, True)
            return
        self._desk.editor.finish_writing()
        first, *others = proposals(datetime.now().hour, self._taken())
        empty(self._proposals)
        for name in others:
            button = QPushButton(name)
            button.clicked.connect(lambda _checked=False, name=name: self._keep_as(name))
            self._proposals.addWidget(button)
        self.field.setText(first)
        self._tell()
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def end(self) -> None:
        """Close the field and go back to the map."""
        self.hide()
        self._desk.editor.setFocus()

    def keep(self) -> None:
        """Keep what the map is now under the name in the field."""
        self._keep_as(one_line(self.field.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape, whichever part has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)

    def _keep_as(self, name: str) -> None:
        if not name:
            return
        self._desk.file.keep_version(VersionKind.NAMED, name)
        self._desk.said.emit(_("Version “{name}” is kept").format(name=name), False)
        self.kept.emit()
        self.end()

    def _taken(self) -> set[str]:
        return {version.name for version in self._desk.file.versions}

    def _tell(self) -> None:
        well = not self._desk.file.unsaved and not self._desk.trouble
        self._words.setText(_("Everything is saved.") if well else self._desk.state)


def proposals(hour: int, taken: set[str]) -> list[str]:
    """Names for a version, the one that fits the hour best first; of those that are taken, with a number."""
    names = (_("Before the workshop"), _("Before lunch"), _("After lunch"), _("After the workshop"))
    first = (hour >= 10) + (hour >= 13) + (hour >= 15)
    ordered = (*names[first:], *names[:first])
    return [_free(name, taken) for name in ordered]


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free
