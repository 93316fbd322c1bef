"""States of a map that somebody may want to go back to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journey.model import Card, Change, Journey, Step
from resources.words import _

MUCH = 10
"""So many cards and steps that go at once are much: what was before is kept as a version."""


class VersionKind(StrEnum):
    """Why a version was kept: somebody named it, or the program did before something that changes much."""

    NAMED = "named"
    IMPORT = "import"
    MERGE = "merge"
    DELETION = "deletion"
    RESTORE = "restore"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Version:
    """The map as it was after step ``entry`` of its history, 0 being the beginning.

    ``at`` is ISO 8601 with zone; ``name`` may be empty where the program made the version. ``note`` is what
    somebody wrote; of a deletion it is the step's label, of a merge the last step of the other copy.
    """

    id: str
    name: str
    entry: int
    at: str
    who: str = ""
    kind: VersionKind = VersionKind.NAMED
    note: str = ""


def version_words(version: Version) -> str:
    """What a version is called: its name, or else why the program made it."""
    if version.name:
        return version.name
    if version.kind is VersionKind.DELETION and version.note:
        return _("Before: {step}").format(step=version.note)
    return {
        VersionKind.NAMED: _("Without a name"),
        VersionKind.IMPORT: _("Before an import"),
        VersionKind.MERGE: _("Before a merge"),
        VersionKind.DELETION: _("Before much was removed"),
        VersionKind.RESTORE: _("Before going back"),
        VersionKind.REPAIR: _("After the repair"),
    }[version.kind]


def removes_much(change: Change) -> bool:
    """Whether so much goes that one may want to go back: a whole journey, or many cards and steps."""
    gone = [touch.before for touch in change.touches if touch.after is None]
    come = sum(touch.before is None and isinstance(touch.after, Card | Step) for touch in change.touches)
    many = sum(isinstance(record, Card | Step) for record in gone) - come >= MUCH
    return many or any(isinstance(record, Journey) for record in gone)
