"""What one run of the program did to one file, kept safe in the user's folder for data.

A folder for each run: the file as it was before the first edit, and a log with a line for every edit, each
on the disk before it is said to be kept. A line proves itself, so that whatever becomes of the log's end,
what is read of it is what was done first.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path
from typing import Any

from journey.ids import new_id
from storage.creating import sync_folder
from storage.holder import Holder
from storage.parts import part_name, write_to_disk
from storage.step_json import Item, item_plain

BASE = "base.journey"
LOG = "steps.log"


@dataclass(frozen=True, slots=True)
class Begun:
    """What a log begins from: the document, where it lies, and the file as it was: how many edits it had,
    the name of the last (empty where there was none), and its bytes.
    """

    document_id: str
    path: Path
    revision: int
    uid: str
    image: Callable[[], bytes]


def rescue_folder(data_folder: Path, document_id: str) -> Path:
    """Where the logs of a document are kept."""
    return data_folder / "rescue" / document_id


class RescueLog:
    """The log of this run. It makes its ``folder`` when there is something to keep, and not before.

    Once that is kept, the folders in ``superseded`` go: what is in them is in the log, or in its base.
    """

    def __init__(self, data_folder: Path, begun: Begun, superseded: Iterable[Path] = ()) -> None:
        self.folder = rescue_folder(data_folder, begun.document_id) / new_id()
        self._beside = self.folder.with_name(part_name())
        self._begun = begun
        self._superseded = tuple(superseded)
        self._log: FileIO | None = None
        self._waiting: list[Item] = []
        self._size = 0

    @property
    def is_whole(self) -> bool:
        """Whether everything that it was given is on the disk."""
        return not self._waiting

    def append(self, items: Iterable[Item]) -> None:
        """Keep edits, after those that could not be kept before."""
        self._waiting += items
        with suppress(OSError):
            while self._waiting:
                self._put(item_plain(self._waiting[0]))
                del self._waiting[0]
            self._drop_superseded()

    def follow(self, path: Path) -> None:
        """Note where the file lies now."""
        self._begun = replace(self._begun, path=path)
        if self._log is not None:
            with suppress(OSError):
                self._put({"path": str(path)})

    def end(self, written: bool) -> None:
        """Note that this run may end now, and whether all of its edits were ``written`` to the file."""
        if self._log is not None:
            with suppress(OSError):
                self._put({"end": written and self.is_whole})

    def close(self, written: bool) -> None:
        """Note that this run ended, and let go of the log."""
        self.end(written)
        if self._log is not None:
            self._log.close()
            self._log = None

    def _put(self, plain: dict[str, Any]) -> None:
        """Bring a line to the disk; where that fails, nothing of it stays in the way of the next."""
        log = self._log = self._log or self._begin()
        line = told_line(plain)
        try:
            _write_all(log, line)
            os.fsync(log.fileno())
        except BaseException:
            with suppress(OSError):
                log.truncate(self._size)
                log.seek(self._size)
            raise
        self._size += len(line)

    def _begin(self) -> FileIO:
        begun, beside = self._begun, self._beside
        # What an attempt left that failed would stand in the way of this one; nothing is in it yet.
        for left in (beside, self.folder):
            shutil.rmtree(left, ignore_errors=True)
        beside.mkdir(parents=True)
        head = told_line(
            {
                "document": begun.document_id,
                "path": str(begun.path),
                "revision": begun.revision,
                "uid": begun.uid,
                "holder": Holder.this_program().plain(),
            }
        )
        for name, data in ((BASE, begun.image()), (LOG, head)):
            write_to_disk(beside / name, data)
        sync_folder(beside)
        beside.rename(self.folder)
        sync_folder(self.folder.parent)
        log = FileIO(self.folder / LOG, "r+")
        self._size = len(head)
        log.seek(self._size)
        return log

    def _drop_superseded(self) -> None:
        if self._log is not None:
            for folder in self._superseded:
                shutil.rmtree(folder, ignore_errors=True)
            self._superseded = ()


def told_line(plain: dict[str, Any]) -> bytes:
    """A line of a log: what proves it, how long it is, what it tells."""
    text = json.dumps(plain, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
    return b"%08x %d %s\n" % (zlib.crc32(text), len(text), text)


def _write_all(file: FileIO, data: bytes) -> None:
    while data:
        data = data[file.write(data) :]
