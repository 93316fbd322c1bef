"""A program that edits a file and notes each edit that it was told is saved."""

from __future__ import annotations

import sys
from pathlib import Path

from storage import JourneyFile, connection
from tests.faults.disk import Disk
from tests.storage.maps import text_of, written


def main(path: Path, log: Path, edits: int, synchronous: str) -> None:
    """Edit the file so often, each edit waited for."""
    disk = Disk(path.parent)
    disk.record(log)
    # Only the proof that these tests can fail asks for anything but what the program sets itself.
    vars(connection)["_PRAGMAS"] += (f"synchronous = {synchronous}",)
    file = JourneyFile.open(path)
    file.on_saved = disk.note
    document = file.document()
    for number in range(document.revision + 1, document.revision + 1 + edits):
        document.do(written(document.map, text_of(number)))
        file.wait_saved()
    file.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
