"""The owners of the file: who stands below whom, how much each answers for, and making one of several."""

from __future__ import annotations

from collections.abc import Sequence

from app.desk import Desk
from app.panels.directory import Line
from app.panels.merging_directory import MergingDirectory
from app.panels.owner_sheet import OwnerSheet
from app.panels.palette import answered
from journey import edits
from journey.edits.wording import quotable
from journey.model import Change, MapData, Owner
from resources.theme import Theme
from resources.words import _, _n


class Owners(MergingDirectory):
    """Owners by name."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Owners"), _("Add an owner"), OwnerSheet(desk, theme))

    def lines(self, m: MapData) -> Sequence[Line]:
        """Owners by name, each with the number of touchpoints it answers for."""
        counts = answered(m)
        owners = sorted(m.of(Owner), key=lambda one: one.name.casefold())
        return [_line(one, counts.get(one.id, 0)) for one in owners]

    def added(self, m: MapData, name: str) -> Change:
        """A new owner."""
        return edits.add_owner(m, name)

    def merged(self, m: MapData, kept: str, others: Sequence[str]) -> Change:
        """One owner of several."""
        return edits.merge_owners(m, kept, others)

    def merge_words(self, m: MapData, kept: str, count: int) -> str:
        """What merging them is called."""
        words = _n("Merge {n} owner into “{name}”", "Merge {n} owners into “{name}”", count)
        return words.format(n=count, name=quotable(m.of(Owner)[kept].name))


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
