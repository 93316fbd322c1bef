"""The evidence of the file: every source, and how many cards it backs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.directory import Line
from app.panels.merging_directory import MergingDirectory
from app.panels.picker import Fresh, Picker
from app.panels.pickers import new_source_picker
from app.panels.sheet import Sheet
from app.panels.source_sheet import add_source_fields
from journey import edits
from journey.edits.wording import quotable
from journey.model import Backing, Change, Evidence, MapData, Method
from journey.terms import word
from resources.theme import Theme
from resources.words import _, _n


class SourceSheet(Sheet):
    """The fields of a source, and a way to the cards it backs."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        add_source_fields(self, lambda _m, source: source)
        self._backed: QPushButton = quiet_button("", self._select)
        self.column.addWidget(self._backed)
        self.column.addWidget(quiet_button(_("Remove this source"), self._remove))

    def refresh(self) -> None:
        """Show the source, and how much it backs."""
        super().refresh()
        count = len(self._cards())
        words = _n("Select the {n} card it backs", "Select the {n} cards it backs", count)
        self._backed.setText(words.format(n=count) if count else _("It backs nothing yet"))
        self._backed.setAccessibleName(self._backed.text())
        self._backed.setEnabled(bool(count))

    def _cards(self) -> list[str]:
        return [one.card for one in self.desk.map.of(Backing).by("evidence").get(self.records[0], ())]

    def _select(self) -> None:
        self.desk.select(self._cards())

    def _remove(self) -> None:
        source = self.records[0]
        self.desk.attempt(lambda: edits.remove_evidence(self.desk.map, source))


class Sources(MergingDirectory):
    """Sources by title."""

    sort = Evidence

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Evidence"), _("Add a source"), SourceSheet(desk, theme))

    def entry_of(self, words: str, theme: Theme) -> Picker:
        """A source is asked how it came about too."""
        return new_source_picker(self.desk, theme, words)

    def lines(self, m: MapData) -> Sequence[Line]:
        """Each source with the number of cards it backs."""
        backed = m.of(Backing).by("evidence")
        sources = sorted(m.of(Evidence), key=lambda one: one.title.casefold())
        return [_line(one, len(backed.get(one.id, ()))) for one in sources]

    def added(self, m: MapData, name: Fresh) -> Change:
        """A new source, which came about as was said."""
        return edits.add_evidence(m, name.name, Method(name.kind))

    def merge_words(self, m: MapData, kept: str, count: int) -> str:
        """What merging them is called."""
        words = _n("Merge {n} source into “{name}”", "Merge {n} sources into “{name}”", count)
        return words.format(n=count, name=quotable(m.of(Evidence)[kept].title))


def _line(source: Evidence, count: int) -> Line:
    said = _n("{source}, {method}: backs {n} card", "{source}, {method}: backs {n} cards", count)
    return Line(
        *(source.id, source.title, str(count) if count else "", "tick", "idea.accent"),
        said=said.format(source=source.title, method=word(source.method), n=count),
    )
