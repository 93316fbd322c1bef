"""The owners of the file: who stands below whom, how much each answers for, and making one of several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidget

from app.desk import Desk
from app.panels.directory import Directory, Line
from app.panels.fold_list import quiet_button
from app.panels.owner_sheet import OwnerSheet
from app.panels.palette import answered
from journey import edits
from journey.model import Change, MapData, Owner
from resources.theme import Theme
from resources.words import _, _n


class Owners(Directory):
    """Several can be selected, with Shift or Ctrl, and merged into the one selected last."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Owners"), _("Add an owner"), OwnerSheet(desk, theme))
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self._merge = quiet_button("", self.merge)
        self._merge.hide()
        self.above.addWidget(self._merge)
        self.tree.itemSelectionChanged.connect(self._offer_merging)

    def lines(self, m: MapData) -> Sequence[Line]:
        """Owners by name, each with the number of touchpoints it answers for."""
        counts = answered(m)
        owners = sorted(m.of(Owner), key=lambda one: one.name.casefold())
        return [_line(one, counts.get(one.id, 0)) for one in owners]

    def added(self, m: MapData, name: str) -> Change:
        """A new owner."""
        return edits.add_owner(m, name)

    def merge(self) -> None:
        """Make one owner of those selected: the current one, which takes over all the others have."""
        kept, *others = self.tree.chosen()
        if self.desk.attempt(lambda: edits.merge_owners(self.desk.map, kept, others)):
            self.look()
            self.tree.choose([kept])

    def _offer_merging(self) -> None:
        chosen = self.tree.chosen()
        self._merge.setVisible(len(chosen) > 1)
        if len(chosen) > 1:
            words = _n("Merge {n} owner into “{name}”", "Merge {n} owners into “{name}”", len(chosen))
            name = self.desk.map.of(Owner)[chosen[0]].name
            self._merge.setText(words.format(n=len(chosen), name=name))
            self._merge.setAccessibleName(self._merge.text())


def _line(owner: Owner, count: int) -> Line:
    said = _n("{owner}: answers for {n} touchpoint", "{owner}: answers for {n} touchpoints", count)
    return Line(
        owner.id,
        owner.name,
        str(count) if count else "",
        "step",
        owner.colour,
        owner.parent,
        said.format(owner=owner.name, n=count),
    )
