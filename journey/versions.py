"""States of a map that somebody may want to go back to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journey.model import Card, Change, Journey, Step
from resources.words import _

MUCH = 10
"""So many cards and steps that go at once are much: what was before is kept as a version."""
_SEEN = (Card, Step)
MUCH_MORE = 30
"""So many records that come at once are much, as where a sheet is pasted or brought in."""


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
    somebody wrote; of a deletion or an import it is the step's label, of a merge the last step of the other
    copy.
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
    if version.kind in (VersionKind.DELETION, VersionKind.IMPORT) and version.note:
        return _("Before: {step}").format(step=version.note)
    return {
        VersionKind.NAMED: _("Without a name"),
        VersionKind.IMPORT: _("Before an import"),
        VersionKind.MERGE: _("Before a merge"),
        VersionKind.DELETION: _("Before much was removed"),
        VersionKind.RESTORE: _("Before going back"),
        VersionKind.REPAIR: _("After the repair"),
    }[version.kind]


def reason_to_keep(change: Change) -> VersionKind | None:
    """Why what was before a change is worth a version, if it is: because much goes, or much comes."""
    gone = [touch.before for touch in change.touches if touch.after is None]
    come = [touch.after for touch in change.touches if touch.before is None]
    fewer = sum(isinstance(one, Card | Step) for one in gone) - sum(
        isinstance(one, Card | Step) for one in come
    )
    if fewer >= MUCH or any(isinstance(one, Journey) for one in gone):
        return VersionKind.DELETION
    return VersionKind.IMPORT if len(come) - len(gone) >= MUCH_MORE else None
