"""A program whose disk lets its calls fail, one after the other, while it edits; it tells what came of it."""

from __future__ import annotations

import errno
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from resources.errors import Fault
from storage import JourneyFile
from tests.faults.disk import Disk
from tests.faults.tally import Row, judge
from tests.storage.maps import after, text_of, written

FAULTS = (
    ("w", errno.ENOSPC, "disk full at a write"),
    ("w", errno.EIO, "input/output error at a write"),
    ("s", errno.EIO, "input/output error at a sync"),
    ("o", errno.EMFILE, "no descriptors at an open"),
    ("o", errno.EACCES, "no permission at an open"),
    ("u", errno.EIO, "input/output error at an unlink"),
    ("u", errno.EACCES, "no permission at an unlink"),
    ("t", errno.EIO, "input/output error at a truncation"),
)
_PATIENCE = 20.0
"""Seconds after which an edit that still is not written counts as lost."""


def main(path: Path, most: int) -> None:
    """Let the first, second … call of each kind fail, at most so many, once and for good; print the rows."""
    disk, whole = Disk(path.parent), path.read_bytes()
    for call, error, words in FAULTS:
        for for_ever in (False, True):
            row = Row(f"{words}, {'for good' if for_ever else 'once'}")
            for kth in range(1, most + 1):
                for left in path.parent.iterdir():
                    left.unlink()
                path.write_bytes(whole)
                if not _tried(row, disk, path, (call, kth, error, for_ever)):
                    break
            print(json.dumps(asdict(row)))  # noqa: T201 - its parent reads it


def _tried(row: Row, disk: Disk, path: Path, fault: tuple[str, int, int, bool]) -> bool:
    """Edit, with one fault on the way; False if the program never came so far."""
    saved, file = [0], JourneyFile.open(path)
    file.on_saved = saved.append
    try:
        list(_edits(file, 1))
        file.wait_saved(_PATIENCE)
        disk.fail(*fault)
        refused = [_refused(file) for _edit in _edits(file, 2)]
        row.told += any(refused)
        met = disk.stop_failing()
        _left_behind(row, path, saved[-1], f"{fault}, then the power went")
        file.wait_saved(_PATIENCE)
        file.close()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is counted
        disk.stop_failing()
        row.blame("crashed", f"{fault} {error!r}")
        return True
    judge(row, path, 3, after, f"{fault}, then all was well again")
    return met > 0


def _edits(file: JourneyFile, count: int) -> Iterator[None]:
    document = file.document()
    for number in range(document.revision + 1, document.revision + 1 + count):
        document.do(written(document.map, text_of(number)))
        yield


def _refused(file: JourneyFile) -> bool:
    """Whether the file says that it could not be written."""
    try:
        file.wait_saved(_PATIENCE)
    except Fault:
        return True
    return False


def _left_behind(row: Row, path: Path, saved: int, what: str) -> None:
    """Open what a program that ended now would leave."""
    folder = path.parents[1] / "left"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(path.parent, folder)
    judge(row, folder / path.name, saved, after, what)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
