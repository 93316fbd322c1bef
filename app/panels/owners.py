"""The owners of the file: who stands below whom, how much each answers for, and making one of several."""

from __future__ import annotations

from collections.abc import Sequence

from app.desk import Desk
from app.panels.directory import Line
from app.panels.merging_directory import MergingDirectory
from app.panels.owner_sheet import OwnerSheet
from app.panels.owner_words import owner_line
from journey import edits
from journey.answering import Count, answered, owners_in_order
from journey.edits.wording import quotable
from journey.model import Change, MapData, Owner
from resources.theme import Theme
from resources.words import _, _n


class Owners(MergingDirectory):
    """Owners in the order in which they were made, as in the palette."""

    sort = Owner

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Owners"), _("Add an owner"), OwnerSheet(desk, theme))

    def lines(self, m: MapData) -> Sequence[Line]:
        """Each owner with the number of cards of the journey in view that it answers for."""
        counts = answered(m, self.desk.journey.id)
        return [_line(one, counts.get(one.id, Count())) for one in owners_in_order(m)]

    def added(self, m: MapData, name: str) -> Change:
        """A new owner."""
        return edits.add_owner(m, name)

    def merge_words(self, m: MapData, kept: str, count: int) -> str:
        """What merging them is called."""
        words = _n("Merge {n} owner into “{name}”", "Merge {n} owners into “{name}”", count)
        return words.format(n=count, name=quotable(m.of(Owner)[kept].name))


def _line(owner: Owner, count: Count) -> Line:
    return Line(
        *(owner.id, owner.name, str(count.here or ""), "step", owner.colour, owner.parent),
        said=owner_line(owner, count),
    )
