"""Copies that a program which keeps folders alike laid beside a file when two had edited it."""

from __future__ import annotations

import re
from pathlib import Path

from storage.connection import connect
from storage.faults import ReadError
from storage.header import is_journey
from storage.moment import Moment
from storage.whereabouts import uids_in

_LOOKED_AT = 20
"""How many copies beside one file are asked what was done in them."""
_NAMED = re.compile(r"conflict|konflikt|conflit|^-[A-Z0-9][A-Z0-9-]*$|^ \(\d+\)$", re.IGNORECASE)
"""What such programs put behind a file's name: “(conflicted copy 2026-03-01)”, a machine's name, “(1)”."""


def conflicted_copies(file: Moment) -> tuple[Path, ...]:
    """The copies of an open file that lie beside it under such a name and hold edits that it does not.

    May take as long as the disk does; on any thread.
    """
    return tuple(path for path in _named_like(file.path)[:_LOOKED_AT] if _holds_more(path, file))


def _named_like(path: Path) -> list[Path]:
    try:
        beside = sorted(path.parent.iterdir())
    except OSError:
        return []
    stem = path.stem
    return [
        other
        for other in beside
        if other.suffix == path.suffix
        and other.stem.startswith(stem)
        and _NAMED.search(other.stem[len(stem) :])
    ]


def _is_another(path: Path, own: Path) -> bool:
    """Whether a file lies there that is not our own under another name: see ``storage.header.inspect``."""
    try:
        return path.is_file() and not path.samefile(own)
    except OSError:
        return False


def _holds_more(path: Path, file: Moment) -> bool:
    """Whether something was done in a copy of the file since all that the file knows of."""
    if not _is_another(path, file.path) or not is_journey(path):
        return False
    try:
        db = connect(path, "ro")
    except ReadError:
        return False
    try:
        (document,) = db.execute("select value from meta where key = 'document'").fetchone()
        uids = uids_in(db)
    except (*ReadError, TypeError):
        return False
    finally:
        db.close()
    known = {entry.uid for entry in file.history} | {version.note for version in file.versions}
    return document == file.document_id and bool(uids) and uids[-1] not in known
