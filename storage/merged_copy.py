"""A copy of a file, its whole history with it, that goes on with one more step: the merge of another copy."""

from __future__ import annotations

from pathlib import Path

from journey.model import Change, Refused
from journey.versions import VersionKind
from storage.creating import in_place_of
from storage.journey_file import JourneyFile


def write_merged(mine: JourneyFile, target: Path, change: Change, name: str, upto: str) -> None:
    """Write a copy of a file to ``target`` and merge into it; what was there goes in one stroke.

    ``name`` is that of the version kept before the merge, ``upto`` the last step of the other copy. The file
    itself is only read. Raises a FileFault, or Refused where the change fits no such map; then nothing was
    written.
    """
    image = mine.image()
    with in_place_of(target) as beside:
        beside.write_bytes(image)
        with JourneyFile.open(beside) as copy:
            do_merge(copy, change, name, upto)


def do_merge(file: JourneyFile, change: Change, name: str, upto: str) -> None:
    """Merge into an open file, as one step after a version of the map as it was.

    Raises Refused where the change does not fit; then nothing was done. An empty change does nothing.
    """
    if not change:
        return
    document = file.document()
    if document.locked:
        raise Refused(document.locked)
    document.map.apply(change)
    file.keep_version(VersionKind.MERGE, name, upto)
    document.do(change)
