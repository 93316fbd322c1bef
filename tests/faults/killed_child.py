"""A program that has its children killed at each call that reaches the disk, and looks at what they leave."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from resources.errors import Fault
from tests.faults.deeds import DEEDS, Deed
from tests.faults.disk import Disk
from tests.faults.tally import Row


def main(folder: Path, most: int) -> None:
    """Kill at so many calls of each deed, spread over all of them; print the rows."""
    disk = Disk(folder)
    for name, deed in DEEDS.items():
        row, finished, kth = Row(f"kill -9: {name}"), False, 1
        step = 1 + _calls(disk, folder, deed) // most
        while not finished:
            _begin(folder, deed)
            finished = not _killed(disk, folder, deed, kth)
            _look(row, folder, deed, finished, kth)
            kth += step
        print(json.dumps(asdict(row)))  # noqa: T201 - its parent reads it


def _calls(disk: Disk, folder: Path, deed: Deed) -> int:
    _begin(folder, deed)
    disk.end_at(0)
    deed.do(folder)
    return disk.calls


def _begin(folder: Path, deed: Deed) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    deed.prepare(folder)


def _killed(disk: Disk, folder: Path, deed: Deed, kth: int) -> bool:
    """Let a child do the deed, and kill it at its k-th call; False if it was done before."""
    child = os.fork()
    if child == 0:
        disk.end_at(kth)
        deed.do(folder)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, status
    return os.WIFSIGNALED(status)


def _look(row: Row, folder: Path, deed: Deed, finished: bool, kth: int) -> None:
    row.runs += 1
    try:
        deed.left(folder, finished, row)
    except Fault as fault:
        row.told += 1
        row.blame("lost", f"killed at call {kth}: {fault.sentence}")
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is counted
        row.blame("crashed", f"killed at call {kth}: {error!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
