"""The field to search the map with: every card, step, stage and lane that has the words is ringed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.desk import Desk
from app.panels.buttons import close_button
from app.sizes import DRAWER_WIDTH, px
from journey.model import Card, MapData
from resources.theme import Theme
from resources.words import _, _n


class FindBar(QWidget):
    """Enter goes to the next find, Shift+Enter to the one before, Escape back to the map."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._found: tuple[str, ...] = ()
        self._at = 0
        self.field, self._count = QLineEdit(), QLabel()
        self.field.setPlaceholderText(_("Find in this journey"))
        self.field.setAccessibleName(_("Find in this journey"))
        self.field.setMaximumWidth(px(DRAWER_WIDTH))
        row = QHBoxLayout(self)
        for widget in (self.field, self._count, close_button(theme, self.end)):
            row.addWidget(widget)
        row.addStretch()
        self.field.textChanged.connect(self._search)
        desk.journey_changed.connect(self._search_again)
        self.hide()

    def begin(self) -> None:
        """Open the field, what it holds selected."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def end(self) -> None:
        """Close the field and go back to the map."""
        self.hide()
        self._desk.editor.show_found(())
        self._desk.editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape, whichever part has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._at = (self._at + (-1 if back else 1)) % len(self._found)
            self._desk.editor.go_to(self._found[self._at])
            self._tell()
        else:
            super().keyPressEvent(event)

    def _search_again(self) -> None:
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        self._found = tuple(found(self._desk.map, self._desk.journey.id, self.field.text()))
        self._at = 0
        self._desk.editor.show_found(self._found)
        self._tell()

    def _tell(self) -> None:
        if not self.field.text().strip():
            self._count.clear()
        elif not self._found:
            self._count.setText(_("Nothing found"))
        else:
            said = _n("{at} of {n}", "{at} of {n}", len(self._found))
            self._count.setText(said.format(at=self._at + 1, n=len(self._found)))


def found(map_data: MapData, journey: str, words: str) -> Iterator[str]:
    """What of a journey has the words in its text or code, whatever their case: headers, then cards."""
    sought = words.strip().casefold()
    if not sought:
        return
    grid = map_data.grid(journey)
    headers = [(one.id, one.title) for one in grid.stages] + [(one.id, one.title) for one in grid.steps]
    yield from (record for record, title in headers if sought in title.casefold())
    cards = map_data.of(Card).by("lane", "step")
    for lane in (lane for lane in grid.lanes if not lane.hidden):
        for step in grid.steps:
            for card in cards.get((lane.id, step.id), ()):
                if sought in f"{card.text}\n{card.note}\n{card.code}".casefold():
                    yield card.id
