"""What earlier runs of the program kept of a file: read back as far as it proves itself, never further."""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from journey.model import Refused
from storage.holder import Holder
from storage.log import Step
from storage.parts import PART, is_left_behind
from storage.rescue_log import BASE, LOG, rescue_folder
from storage.step_json import Item, plain_item

KEPT = timedelta(days=30)
"""How long what a run kept is there after it ended well."""
_DECLINED, _WANTED = "declined", "wanted"
_UNREADABLE = (ValueError, TypeError, LookupError, RecursionError, Refused, AttributeError)


class Ending(StrEnum):
    """How a run ended: not yet; broken off, or with edits that the file had not taken; with all of them in
    the file; or so that somebody said since that what it has more than the file is not wanted, or is.
    """

    RUNNING = "running"
    BROKEN_OFF = "broken off"
    WRITTEN = "written"
    DECLINED = "declined"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Rescued:
    """What one run kept: the file at ``base`` (at ``revision``, whose last edit was ``uid``), and the
    ``items`` done since. ``path`` is where the file lay.
    """

    folder: Path
    document_id: str
    path: Path
    revision: int
    uid: str
    items: tuple[Item, ...]
    ending: Ending

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """What lies in a folder; None where not even the log's first line can be believed."""
        try:
            head, *rest = told_in((folder / LOG).read_bytes())
            holder = Holder.of_plain(head["holder"])
            begun = head["document"], Path(head["path"]), head["revision"], head["uid"]
        except (OSError, *_UNREADABLE):
            return None
        read = _Read(begun[1])
        with suppress(*_UNREADABLE):
            for plain in rest:
                read.take(plain)
        ending = _ending(folder, holder, read.ended)
        return cls(folder, begun[0], read.path, *begun[2:], tuple(read.items), ending)

    @property
    def base(self) -> Path:
        """The file as it was before the first of the items."""
        return self.folder / BASE

    @property
    def last(self) -> int:
        """The number of the last edit that was done."""
        return self.revision + sum(isinstance(item, Step) for item in self.items)

    @property
    def is_declined(self) -> bool:
        """Whether nothing of this is to be brought back."""
        return (self.folder / _DECLINED).exists()

    def decline(self) -> None:
        """Note that nothing of this is to be brought back; it stays for its time all the same."""
        self._note(_DECLINED)

    def want(self) -> None:
        """Note that what the file does not have any more is to be brought back when it is opened next."""
        self._note(_WANTED)

    def _note(self, word: str) -> None:
        with suppress(OSError):
            (self.folder / word).touch()


class _Read:
    """What the lines after the first have told so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.items: list[Item] = []
        self.ended: bool | None = None

    def take(self, plain: dict[str, Any]) -> None:
        """Take the next line in."""
        if "path" in plain:
            self.path = Path(plain["path"])
        elif "end" in plain:
            self.ended = bool(plain["end"])
        else:
            self.items.append(plain_item(plain))


def rescued_of(data_folder: Path, document_id: str) -> list[Rescued]:
    """What runs that are over kept of a document."""
    return _rescued_in(rescue_folder(data_folder, document_id))


def rescued_at(data_folder: Path, path: Path) -> list[Rescued]:
    """What runs that are over kept of files that lay at this place, what was broken off first."""
    found = [one for one in _all_rescued(data_folder) if one.path == path.absolute()]
    return sorted(found, key=lambda one: one.ending is not Ending.BROKEN_OFF)


def left_here(data_folder: Path) -> list[Rescued]:
    """What runs that were broken off kept of files that do not lie where they lay."""
    found = _all_rescued(data_folder)
    return [one for one in found if one.ending is Ending.BROKEN_OFF and not one.path.exists()]


def _all_rescued(data_folder: Path) -> list[Rescued]:
    found = (one for folder in _folders(data_folder / "rescue") for one in _rescued_in(folder))
    return [one for one in found if one.ending is not Ending.DECLINED]


def sweep(data_folder: Path, now: datetime) -> None:
    """Take away what was kept long enough, and what was never finished making."""
    for document in _folders(data_folder / "rescue"):
        for folder in _folders(document):
            if is_left_behind(folder) if _is_part(folder) else _had_its_time(folder, now):
                shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            document.rmdir()


def told_in(log: bytes) -> Iterator[dict[str, Any]]:
    """What the lines of a log tell, up to the first that is not exactly what was written."""
    for line in log.splitlines(keepends=True):
        text = line.rstrip(b"\n").split(b" ", 2)[-1]
        if line != b"%08x %d %s\n" % (zlib.crc32(text), len(text), text):
            return
        yield json.loads(text)


def _rescued_in(document: Path) -> list[Rescued]:
    """What is in the folders of one document, in the order they were made in, as far as that is known."""
    found = (Rescued.read(folder) for folder in sorted(_folders(document)) if not _is_part(folder))
    return [one for one in found if one is not None and one.ending is not Ending.RUNNING]


def _ending(folder: Path, holder: Holder | None, ended: bool | None) -> Ending:
    if (folder / _DECLINED).exists():
        return Ending.DECLINED
    if (folder / _WANTED).exists():
        return Ending.WANTED
    if ended is not None:
        return Ending.WRITTEN if ended else Ending.BROKEN_OFF
    return Ending.BROKEN_OFF if holder is None or holder.has_ended else Ending.RUNNING


def _had_its_time(folder: Path, now: datetime) -> bool:
    try:
        last = datetime.fromtimestamp((folder / LOG).stat().st_mtime, now.tzinfo)
    except OSError:
        return False
    if now - last < KEPT:
        return False
    found = Rescued.read(folder)
    return found is None or found.ending in (Ending.WRITTEN, Ending.DECLINED)


def _is_part(folder: Path) -> bool:
    return folder.suffix == PART


def _folders(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if one.is_dir()]
    except OSError:
        return []
