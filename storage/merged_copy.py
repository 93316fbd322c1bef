"""A merge as the file keeps it: one step, after a version of the map as it was that names what came in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from journey.clean import one_line
from journey.document import Entry
from journey.ids import new_id
from journey.model import Change, Refused
from journey.versions import Version, VersionKind
from storage.backups import write_proved
from storage.base import with_items
from storage.creating import in_place_of
from storage.journey_file import JourneyFile
from storage.log import Step
from storage.step_json import Item


def do_merge(file: JourneyFile, change: Change, name: str, upto: str) -> None:
    """Merge into an open file. An empty change does nothing.

    ``name`` is that of the version kept before the merge, ``upto`` the last step of the other copy, by which
    it is known later what came in. Raises Refused where the change does not fit; then nothing was done.
    """
    if not change:
        return
    document = file.document()
    if document.locked:
        raise Refused(document.locked)
    document.map.apply(change)
    file.keep_version(VersionKind.MERGE, name, upto)
    document.do(change)


def write_merged(mine: JourneyFile, target: Path, change: Change, name: str, upto: str) -> None:
    """Write a copy of a file, its whole history with it, and merge into that, as ``do_merge`` does.

    The file itself is only read; what was in the copy's place goes in one stroke. Raises a FileFault, or
    Refused where the change does not fit; then nothing was written.
    """
    mine.map.apply(change)
    image = with_items(mine.image(), _items(mine, change, name, upto), mine.path)
    with in_place_of(target) as beside:
        write_proved(image, beside)


def _items(mine: JourneyFile, change: Change, name: str, upto: str) -> tuple[Item, ...]:
    """What is written after the last step of a file; nothing for an empty change."""
    if not change:
        return ()
    number, who = mine.document().revision, one_line(mine.who)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    version = Version(new_id(), one_line(name), number, now, who, VersionKind.MERGE, upto)
    entry = Entry(number + 1, one_line(change.label), None, now, who, mine.device, new_id())
    return version, Step(entry, change, entry.uid)
