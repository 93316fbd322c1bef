"""What was written on the wall, brought back: a card's code and what is to be noted there, line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.faces import Face, FaceButton
from app.panels.scrolling import scrolled_column
from app.panels.sheet import hint
from app.sizes import px
from journey.edits.wall_notes import note_at, taken_apart
from journey.model import Change, Refused
from resources.theme import Theme
from resources.words import _


class WallNotes(QWidget):
    """Enter notes the line at the card and makes room for the next; below stands what was noted so far."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.field, self._wrong = QLineEdit(), hint()
        self.field.setPlaceholderText(_("T14 call back the same day"))
        self.field.setAccessibleName(_("A card’s code and what is to be noted there"))
        self.field.returnPressed.connect(self._note)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        _inner, column = scrolled_column(self, _("From the wall"))
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        column.addWidget(
            hint(
                _("Each printed card has its code at its lower left corner. Type it, a space, and the note.")
            )
        )
        column.addLayout(self._lines)
        column.addStretch(1)
        self._say("")

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.field.setFocus()
        self.field.selectAll()

    def finish(self) -> None:
        """A line that is not entered yet stays in the field."""

    def _note(self) -> None:
        try:
            code, text = taken_apart(self.field.text())
            change = self._change(code, text)
            self._desk.document.do(change)
        except Refused as refused:
            self._say(refused.sentence)
        else:
            self._done(code.upper(), text, change)

    def _change(self, code: str, text: str) -> Change:
        """The note in the journey in view, or in the one that has the code if that has none."""
        try:
            return note_at(self._desk.map, code, text, self._desk.journey.id)
        except Refused:
            return note_at(self._desk.map, code, text)

    def _done(self, code: str, text: str, change: Change) -> None:
        button = FaceButton(Face(text, strong=code), self._theme)
        card = change.touches[0].record.id
        button.clicked.connect(lambda: self._desk.select([card]))
        self._lines.insertWidget(0, button)
        self.field.clear()

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
