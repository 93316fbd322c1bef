"""A sheet of fields about records of one sort: what each shows, and the edit that each makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.fields import MIXED
from app.panels.plain import PlainLabel
from app.sizes import GAP, LABEL_WIDTH, px
from journey.model import Change, MapData, Record
from resources.theme import Theme

Read = Callable[[MapData, str], object]
Write = Callable[[MapData, tuple[str, ...], Any], Change]
When = Callable[[MapData, tuple[str, ...]], bool]


class Field(Protocol):
    """What every field can do: see fields.py."""

    finished: SignalInstance

    def show_value(self, value: object) -> None:
        """Show a value, or MIXED."""

    def finish(self) -> None:
        """Say what was written, if anything was."""


class Part(Protocol):
    """A part of a sheet that sees to itself: a list of measures, say."""

    def show_records(self, records: tuple[str, ...]) -> None:
        """Be about these records."""


@dataclass(frozen=True, slots=True)
class _Row:
    field: Field
    read: Read
    when: When | None
    widgets: tuple[QWidget, ...]


class Sheet(QWidget):
    """Fields under one another. One finished field is one edit of all the records the sheet is about."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk, self.theme = desk, theme
        self.records: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        self._parts: list[Part] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(GAP) // 2)

    def show_records(self, records: Sequence[str]) -> None:
        """Be about these records; what was being written about others is finished first."""
        if tuple(records) != self.records:
            self.finish()
            self.records = tuple(records)
        self.refresh()

    def refresh(self) -> None:
        """Show the records as they are now."""
        m = self.desk.map
        for row in self._rows:
            fits = row.when is None or row.when(m, self.records)
            for widget in row.widgets:
                widget.setVisible(fits)
            if fits:
                row.field.show_value(self._value(row.read))
        for part in self._parts:
            part.show_records(self.records)

    def finish(self) -> None:
        """Finish what is being written."""
        for row in self._rows:
            row.field.finish()

    # What a sheet is made of

    def add_title(self, name: str, field: QWidget, read: Read, write: Write) -> None:
        """A field that needs no label, the sheet's head."""
        field.setAccessibleName(name)
        self.column.addWidget(field)
        self._bind(field, read, write, None, (field,))

    def add_row(
        self,
        name: str,
        field: QWidget,
        read: Read,
        write: Write,
        when: When | None = None,
        beside: QWidget | None = None,
    ) -> None:
        """A field with its label at the left; ``beside`` stands between them."""
        field.setAccessibleName(name)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        label = self._label(name, field)
        label.setFixedWidth(px(LABEL_WIDTH))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        if beside is not None:
            row.addWidget(beside)
        row.addWidget(field, 1)
        self.column.addWidget(line)
        self._bind(field, read, write, when, (line,))

    def add_wide(self, name: str, field: QWidget, read: Read, write: Write, when: When | None = None) -> None:
        """A field with its label above."""
        field.setAccessibleName(name)
        label = self._label(name, field)
        self.column.addSpacing(px(3))
        self.column.addWidget(label)
        self.column.addWidget(field)
        self._bind(field, read, write, when, (label, field))

    def add_part(self, part: QWidget) -> None:
        """A part that sees to itself; it has ``show_records``."""
        self.column.addWidget(part)
        self._parts.append(cast("Part", part))

    def add_rule(self) -> None:
        """A thin line between two groups of fields."""
        self.column.addSpacing(px(GAP))
        self.column.addWidget(rule())
        self.column.addSpacing(px(GAP))

    def _label(self, name: str, field: QWidget) -> QLabel:
        label = QLabel(name)
        label.setObjectName("label")
        label.setWordWrap(True)
        label.setBuddy(field)
        return label

    def _bind(
        self, widget: QWidget, read: Read, write: Write, when: When | None, shown: tuple[QWidget, ...]
    ) -> None:
        field = cast("Field", widget)
        self._rows.append(_Row(field, read, when, shown))
        field.finished.connect(lambda value: self._write(write, value))

    def _write(self, write: Write, value: object) -> None:
        """Make the edit; if it is refused the field shows again what stands in the map."""
        self.desk.attempt(lambda: write(self.desk.map, self.records, value))
        self.refresh()

    def _value(self, read: Read) -> object:
        m = self.desk.map
        values = [read(m, record) for record in self.records]
        if not values:
            return None
        return values[0] if all(value == values[0] for value in values) else MIXED


def field_of(sort: type[Record], field: str) -> Read:
    """How a field shows what a record of this sort has in it."""
    return lambda m, record: getattr(m.of(sort)[record], field)


def rule() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def head(words: str) -> QLabel:
    """A heading in small capitals."""
    made = QLabel(words.upper())
    made.setObjectName("head")
    made.setWordWrap(True)
    return made


def hint(words: str = "") -> QLabel:
    """Quiet words that explain, as plain text."""
    made = PlainLabel(words)
    made.setObjectName("hint")
    made.setWordWrap(True)
    return made
