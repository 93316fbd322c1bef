"""A program whose own disk lets its calls fail, one after the other, while it keeps edits there."""

from __future__ import annotations

import errno
import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from storage import JourneyFile
from storage.rescue import told_in
from tests.faults.disk import Disk
from tests.faults.tally import Row
from tests.storage.maps import written

FAULTS = (
    ("o", errno.EACCES, "no permission at an open"),
    ("w", errno.ENOSPC, "disk full at a write"),
    ("s", errno.EIO, "input/output error at a sync"),
    ("r", errno.EIO, "input/output error at a renaming"),
)


def main(path: Path, data: Path) -> None:
    """Let every call from the first, second … of each kind on fail, until all is well; print the rows."""
    disk, whole = Disk(data), path.read_bytes()
    for call, error, words in FAULTS:
        row, kth, met = Row(f"{words} of the log"), 0, True
        while met:
            shutil.rmtree(data, ignore_errors=True)
            path.write_bytes(whole)
            row.runs, kth = row.runs + 1, kth + 1
            try:
                met = _tried(row, disk, path, data, (call, kth, error))
            except Exception as wrong:  # noqa: BLE001 - whatever it is, it is what is counted
                met = disk.stop_failing() > 0
                row.blame("crashed", f"{call} {kth} {wrong!r}")
        print(json.dumps(asdict(row)))  # noqa: T201 - its parent reads it


def _tried(row: Row, disk: Disk, path: Path, data: Path, fault: tuple[str, int, int]) -> bool:
    """Edit while it fails and when all is well again; False if the program never came so far."""
    with JourneyFile.open(path, data_folder=data, brief=True) as file:
        disk.fail(*fault, for_ever=True)
        _edit(file, "one")
        met = disk.stop_failing() > 0
        row.told += not _has_log(data, ["Write one"])
        _edit(file, "two")
        if not _has_log(data, ["Write one", "Write two"]):
            row.blame("lost", f"{fault}")
        if [*data.rglob("*.part")]:
            row.blame("silent", f"{fault} leaves something half made")
    return met


def _edit(file: JourneyFile, text: str) -> None:
    file.document().do(written(file.map, text))
    file.wait_saved()


def _has_log(data: Path, labels: list[str]) -> bool:
    """Whether one run is kept, with exactly these edits."""
    logs = [log.read_bytes() for log in data.glob("rescue/*/*/steps.log")]
    told = [one["step"]["label"] for log in logs for one in told_in(log) if "step" in one]
    return (len(logs), told) == (1, labels)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
