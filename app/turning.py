"""The map and the table in one place, one of them shown; the table is made when first wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from app.desk import Desk
from app.panels.table import TableView
from resources.theme import Theme

_SHARED = ("cut", "copy", "paste", "duplicate", "star")
"""Deeds whose keys count in the table as on the map."""


class MapOrTable:
    """Turns a window's middle from the map to the table and back."""

    def __init__(self, middle: QStackedWidget, desk: Desk, theme: Theme) -> None:
        self._middle, self._desk, self._theme = middle, desk, theme
        self._table: TableView | None = None
        desk.map_wanted.connect(self.show_map)

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self._table is not None and self._middle.currentWidget() is self._table

    def turn(self) -> None:
        """Show the table in place of the map, or the map again, and put the keyboard there."""
        if self._table is None:
            self._table = TableView(self._desk, self._theme)
            self._middle.addWidget(self._table)
            self._table.menu_asked.connect(self._desk.editor.menu_asked)
            shared = [one for one in self._desk.editor.actions() if one.objectName() in _SHARED]
            self._table.addActions(shared)
        shown = self._desk.editor if self.as_table else self._table
        self._middle.setCurrentWidget(shown)
        shown.setFocus()

    def show_map(self) -> None:
        """Show the map, if the table stands in its place."""
        if self.as_table:
            self.turn()
