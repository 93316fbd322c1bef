"""Whether a comma in a cell of owners parts two of them, “Ward 3, Physio”, or belongs to a name.

What people mean shows where one of the names stands alone somewhere in the sheet. Elsewhere nobody can
know: then it stays one name. Either is told. A comma with a backslash before it, as we write it, or within
quotation marks belongs to the name; one before a role, “IT, consulted: Law”, parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from export.notices import Notice, quoted
from export.sheets.cells import ITEMS
from export.sheets.column_words import ROLES
from export.sheets.columns import word_named
from journey.clean import one_line
from journey.model import OwnershipRole
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


def groups_by_role(cell: str) -> Iterator[tuple[OwnershipRole | None, Group]]:
    """Read the groups of a cell of those involved, each parted before every role that it names."""
    for group in groups_of(cell):
        role: OwnershipRole | None = None
        parts: list[str] = []
        for part in group:
            word, colon, rest = part.partition(":")
            named = word_named(ROLES, word) if colon else None
            if named and parts:
                yield role, parts
                parts = []
            role = named or role
            parts.append(rest if named else part)
        yield role, parts


@dataclass(slots=True)
class Commas:
    """The names that stand ``alone`` in a sheet, and what was made of the groups with commas so far.

    ``alone`` gives each as it is written there, by itself and by its small letters.
    """

    alone: Mapping[str, str] = field(default_factory=dict)
    parted: dict[str, None] = field(default_factory=dict)
    kept: dict[str, None] = field(default_factory=dict)

    @staticmethod
    def of(owners: Iterable[str], involved: Iterable[str]) -> Commas:
        """Those of all cells of a sheet: of owners, and of who else is involved."""
        groups: list[Group] = [group for cell in owners for group in groups_of(cell)]
        groups += [group for cell in involved for _role, group in groups_by_role(cell)]
        single = [parts[0] for group in groups if len(parts := _parts(group)) == 1]
        return Commas({name.casefold(): name for name in reversed(single)} | {name: name for name in single})

    def names(self, group: Group) -> list[str]:
        """Give the names of a group: one, or as many as it has parts, written as where they stand alone."""
        parts = _parts(group)
        if len(parts) < 2:
            return parts
        whole = one_line(",".join(group))
        found = [self.alone.get(part) or self.alone.get(part.casefold()) for part in parts]
        if any(found):
            self.parted[whole] = None
            return [known or part for known, part in zip(found, parts, strict=True)]
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


def _parts(group: Group) -> list[str]:
    """What stands between the commas of a group, tidied, where anything does."""
    return [part for part in map(one_line, group) if part]
