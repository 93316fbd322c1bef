"""A merge as the file keeps it: one step, after a version of the map as it was that names what came in."""

from __future__ import annotations

from pathlib import Path

from journey.model import Change, Refused
from journey.versions import VersionKind
from storage.journey_file import JourneyFile
from storage.stepped_copy import write_stepped


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
    write_stepped(mine, target, change, VersionKind.MERGE, name, upto)
