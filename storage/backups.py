"""Copies of a file that were proved before they counted, kept for the day when the file itself is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from resources.words import _
from storage.connection import connect
from storage.creating import in_a_free_place, sync_folder
from storage.faults import ReadError, damaged, fault_of, nothing_created, unreadable
from storage.parts import part_of, sweep_parts, write_to_disk
from storage.reading import prove

LARGEST_FOLDER = 1_000_000_000
"""Bytes that the backups of one document may take; the oldest go first."""
_ALWAYS = 3
"""How many of the newest stay however large they are."""
_DAILY = timedelta(days=31)
_WEEKLY = timedelta(weeks=13)

_STAMP = "%Y%m%dT%H%M%SZ"


class BackupKind(StrEnum):
    """When a backup was made; ``older``: before the tables of an older version were added to."""

    OPENED = "opened"
    WORKING = "working"
    CLOSED = "closed"
    OLDER = "older"


_PASSING = (BackupKind.OPENED, BackupKind.WORKING, BackupKind.CLOSED)
"""The kinds that are thinned."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One proved copy: the file as it was after its step ``revision``."""

    path: Path
    revision: int
    at: datetime
    kind: BackupKind


_NAME = re.compile(rf"(\d{{8,}})-(\d{{8}}T\d{{6}}Z)-({'|'.join(BackupKind)})\.journey")


def backups_of(document_id: str, data_folder: Path) -> tuple[Backup, ...]:
    """The backups of a document, the oldest first; none where the folder cannot be read."""
    return _backups_in(folder_of(document_id, data_folder))


def folder_of(document_id: str, data_folder: Path) -> Path:
    """Where the backups of a document are kept, whether or not there are any."""
    return data_folder / "backups" / document_id


def keep_backup(image: bytes, folder: Path, revision: int, kind: BackupKind, now: datetime) -> Backup:
    """Keep a file's bytes, or find that the newest backup, which stays as long, has them already.

    Raises a FileFault where they cannot be written or are no whole file: then nothing is left of them.
    """
    known = _backups_in(folder)
    if known and kind in (known[-1].kind, *_PASSING) and holds(known[-1].path, image):
        return known[-1]
    now = now.astimezone(UTC).replace(microsecond=0)
    path = folder / f"{revision:08}-{now.strftime(_STAMP)}-{kind}.journey"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, path, nothing_created()) from error
    write_proved(image, path)
    return Backup(path, revision, now, kind)


def write_proved(image: bytes, path: Path) -> None:
    """Write a file's bytes under a name in one stroke, once they were read back and are a whole file.

    Raises a FileFault, and then there is no such file, or the one that was there.
    """
    try:
        with part_of(path) as beside:
            write_to_disk(beside, image)
            if not holds(beside, image):
                raise damaged(path, _("It was not read back as it was written."))
            _prove(beside)
            beside.replace(path)
            sync_folder(path.parent)
    except OSError as error:
        raise fault_of(error, path, nothing_created()) from error


def write_new(image: bytes, path: Path) -> None:
    """Write a file's bytes, proved like that, under a name that nothing has.

    Raises a FileFault, NameTaken where something has it, also if it took it at the last moment; then nothing
    was written.
    """
    try:
        with in_a_free_place(path) as beside:
            write_proved(image, beside)
    except OSError as error:
        raise fault_of(error, path, nothing_created()) from error


def tidy(folder: Path, today: date) -> None:
    """Take away what was broken off and the backups that need not be kept any more."""
    sweep_parts(folder)
    with suppress(OSError):
        backups = _backups_in(folder)
        for backup in set(backups) - set(kept(backups, today)):
            backup.path.unlink(missing_ok=True)


def kept(backups: Sequence[Backup], today: date) -> list[Backup]:
    """Of backups, the oldest first, those worth keeping.

    All of today and yesterday, then the last of each day, later of each week, then of each month; and not
    more than a folder may hold. Those of older tables stay.
    """
    last = {_span(backup, today): backup for backup in backups}
    spared = set(backups[-_ALWAYS:])
    room, stays = LARGEST_FOLDER, []
    for backup in reversed([one for one in backups if one in set(last.values())]):
        room -= _size(backup.path)
        if room >= 0 or backup in spared:
            stays.append(backup)
    return stays[::-1]


def _span(backup: Backup, today: date) -> tuple[object, ...]:
    """The time of which only the last backup is kept."""
    day = backup.at.astimezone().date()
    age = today - day
    if age <= timedelta(days=1) or backup.kind is BackupKind.OLDER:
        return ("itself", backup.path)
    if age <= _DAILY:
        return ("day", day)
    return ("week", *day.isocalendar()[:2]) if age <= _WEEKLY else ("month", day.year, day.month)


def _backups_in(folder: Path) -> tuple[Backup, ...]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    return tuple(_found(folder, names))


def _found(folder: Path, names: Iterable[str]) -> Iterable[Backup]:
    for name in names:
        if match := _NAME.fullmatch(name):
            with suppress(ValueError):
                at = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
                yield Backup(folder / name, int(match[1]), at, BackupKind(match[3]))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def holds(path: Path, image: bytes) -> bool:
    """Whether exactly these bytes lie there."""
    try:
        return path.stat().st_size == len(image) and path.read_bytes() == image
    except OSError:
        return False


def _prove(path: Path) -> None:
    """Raise a FileFault if this is not a whole file."""
    try:
        db = connect(path, "ro")
    except ReadError as error:
        raise unreadable(error, path) from error
    try:
        prove(db, path)
    finally:
        db.close()
