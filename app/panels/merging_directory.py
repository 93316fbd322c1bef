"""A list of records of which several can be selected and made one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidget

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.directory import Directory
from app.panels.sheet import Sheet
from journey.model import Change, MapData
from resources.theme import Theme


class MergingDirectory(Directory):
    """Several can be selected, with Shift or Ctrl, and merged into the one selected last."""

    def __init__(self, desk: Desk, theme: Theme, title: str, add_words: str, sheet: Sheet) -> None:
        super().__init__(desk, theme, title, add_words, sheet)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self._merge = quiet_button("", self.merge)
        self._merge.hide()
        self.above.addWidget(self._merge)
        self.tree.itemSelectionChanged.connect(self._offer_merging)

    def merged(self, m: MapData, kept: str, others: Sequence[str]) -> Change:
        """The edit that makes one of several."""
        raise NotImplementedError

    def merge_words(self, m: MapData, kept: str, count: int) -> str:
        """What merging so many into one is called."""
        raise NotImplementedError

    def merge(self) -> None:
        """Make one of those selected: the current one, which takes over all the others have."""
        kept, *others = self.tree.chosen()
        if self.desk.attempt(lambda: self.merged(self.desk.map, kept, others)):
            self.look()
            self.tree.choose([kept])

    def _offer_merging(self) -> None:
        chosen = self.tree.chosen()
        self._merge.setVisible(len(chosen) > 1)
        if len(chosen) > 1:
            self._merge.setText(self.merge_words(self.desk.map, chosen[0], len(chosen)))
            self._merge.setAccessibleName(self._merge.text())
