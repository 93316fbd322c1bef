"""Whether a comma in a cell of owners parts two of them, “Ward 3, Physio”, or belongs to a name.

What people mean shows where one of the names stands alone somewhere in the sheet. Elsewhere nobody can
know: then it stays one name. Either is told. A comma with a backslash before it, as we write it, or within
quotation marks belongs to the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from export.notices import Notice, quoted
from export.sheets.cells import ITEMS
from journey.clean import one_line
from resources.words import _, in_quotes, listed

MARKS = f"{ITEMS},"
"""What parts owners in a cell; the first is how we write it."""
_COMMA = re.compile(r"(?<!\\),")
_QUOTED = re.compile('"[^"]*"|“[^”]*”|«[^»]*»')

Group = Sequence[str]
"""What stands between two semicolons, in its parts between commas."""


def groups_of(cell: str) -> list[list[str]]:
    """Read what stands between semicolons or line breaks, each in its parts between commas, untrimmed."""
    groups: list[list[str]] = [[""]]
    spans = [found.span() for found in _QUOTED.finditer(cell) if _COMMA.search(found.group())]
    guarded = {at for span in spans for at in range(*span)}
    marks = {at for first, end in spans for at in (first, end - 1)}
    letters = iter(enumerate(cell))
    for at, letter in letters:
        if at in marks:
            continue
        if letter == "\\":
            _at, following = next(letters, (at, ""))
            known = following and following in f"{MARKS}\\"
            groups[-1][-1] += following if known else letter + following
        elif letter in ITEMS:
            groups.append([""])
        elif letter == "," and at not in guarded:
            groups[-1].append("")
        else:
            groups[-1][-1] += letter
    return [group for group in groups if any(part.strip() for part in group)]


@dataclass(slots=True)
class Commas:
    """The names that stand ``alone`` in a sheet, and what was made of the groups with commas so far."""

    alone: frozenset[str] = frozenset()
    parted: dict[str, None] = field(default_factory=dict)
    kept: dict[str, None] = field(default_factory=dict)

    @staticmethod
    def of(cells: Iterable[str]) -> Commas:
        """Those of all cells of owners in a sheet."""
        single = (group[0] for cell in cells for group in groups_of(cell) if len(group) == 1)
        return Commas(frozenset(map(_bare, single)))

    def names(self, group: Group) -> list[str]:
        """Give the names of a group: one, or as many as it has parts."""
        whole = one_line(",".join(group))
        parts = [part for part in map(one_line, group) if part]
        if len(group) == 1:
            return [whole] if whole else []
        if any(_bare(part) in self.alone for part in parts):
            self.parted[whole] = None
            return parts
        self.kept[whole] = None
        return [whole]

    def notices(self) -> Iterator[Notice]:
        """Say what was made of commas."""
        if self.parted:
            sentence = _(
                "Owners were parted at the commas where one of them stands alone elsewhere: {cells}."
            )
            yield Notice(0, sentence.format(cells=_told(self.parted)))
        if self.kept:
            sentence = _("Read as one owner: {cells}. If these are several, put semicolons between them.")
            yield Notice(0, sentence.format(cells=_told(self.kept)))


def _told(cells: Iterable[str]) -> str:
    return listed([in_quotes(quoted(cell)) for cell in cells])


def _bare(name: str) -> str:
    """A name as it is compared: without the role before it, in small letters."""
    return one_line(name.rpartition(":")[2]).casefold()
