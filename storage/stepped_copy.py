"""A copy of a file, its whole history with it, and one step more after a version of what was before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from journey.clean import one_line
from journey.document import Entry
from journey.ids import new_id
from journey.model import Change
from journey.versions import Version, VersionKind
from storage.backups import write_proved
from storage.base import with_items
from storage.creating import in_place_of
from storage.journey_file import JourneyFile
from storage.log import Step
from storage.step_json import Item
from storage.versions import cut


def write_stepped(
    file: JourneyFile, target: Path, change: Change, kind: VersionKind, name: str = "", note: str = ""
) -> None:
    """Write the copy; an empty change is no step, and then there is no version either.

    The file itself is only read, and may be of older tables; what was in the copy's place goes in one stroke.
    Raises a FileFault, or Refused where the change does not fit the map; then nothing was written.
    """
    file.map.apply(change)
    image = with_items(file.image(), _items(file, change, kind, name, note), file.path)
    with in_place_of(target) as beside:
        write_proved(image, beside)


def _items(file: JourneyFile, change: Change, kind: VersionKind, name: str, note: str) -> tuple[Item, ...]:
    """What is written after the last step of a file; nothing for an empty change."""
    if not change:
        return ()
    number, who = file.document().revision, one_line(file.who)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    version = Version(new_id(), cut(name), number, now, cut(who), kind, cut(note))
    entry = Entry(number + 1, one_line(change.label), None, now, who, file.device, new_id())
    return version, Step(entry, change, entry.uid)
