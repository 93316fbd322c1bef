"""What to leave out of a copy for others, which texts that are, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.choices import TickBox
from app.panels.sheet import hint
from app.sizes import px
from journey.quoting import LONG_NAME, quoted
from journey.sharing import LeftOut, cleaned
from resources.words import _, _n

_MOST = 16
"""Texts that are told, the shortest first: names are short."""


class CleanCopySheet(QWidget):
    """``wanted`` tells what is to be left out when somebody asks for the copy."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.people = TickBox(_("Names of people, and how to reach them"))
        self.quotes = TickBox(_("What people said: quotes, comments, interviews"))
        self._tally, self._texts, self._result = hint(), hint(), hint()
        self._write = QPushButton(_("Save the clean copy …"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(8), 0)
        column.addWidget(hint(_("A copy for others has no history and no versions. It also leaves out:")))
        for box in (self.people, self.quotes):
            box.setChecked(True)
            box.toggled.connect(lambda _on: self._count())
            column.addWidget(box)
        for widget in (self._tally, self._texts, self._write, self._result):
            column.addWidget(widget)
        column.addStretch()
        self._write.clicked.connect(lambda: self.wanted.emit(self.left_out))
        self._count()

    @property
    def left_out(self) -> LeftOut:
        """What is chosen to be left out."""
        return LeftOut(self.people.isChecked(), self.quotes.isChecked())

    @property
    def said(self) -> str:
        """What came of the last copy; empty before there was one."""
        return self._result.text()

    def tell(self, sentence: str, remarks: Iterable[str] = ()) -> None:
        """Say what came of the copy."""
        self._result.setText("\n\n".join((sentence, *remarks)))

    def _count(self) -> None:
        clean = cleaned(self._desk.map, self.left_out)
        words = _n("{n} text will be left out.", "{n} texts will be left out.", len(clean.removed))
        self._tally.setText(words.format(n=len(clean.removed)))
        shown = [quoted(text, LONG_NAME) for text in clean.removed[::-1][:_MOST]]
        more = len(clean.removed) - len(shown)
        shown += [_("{number} more").format(number=more)] if more else []
        self._texts.setText("\n".join(shown))
        self._texts.setVisible(bool(shown))
