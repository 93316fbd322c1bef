"""A program that edits a map until it is killed, telling each edit once it is safe: ``FILE DATA-FOLDER``.

With a third word the file's folder goes away after that many edits, as with a stick that is pulled out.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from storage import JourneyFile
from tests.storage.maps import written


def main() -> None:
    """Edit for ever."""
    path, data, *pulled = sys.argv[1:]
    file = JourneyFile.open(path, data_folder=Path(data))
    file.on_saved = lambda revision: tell(revision)
    document = file.document()
    for number in itertools.count(document.revision + 1):
        if pulled and number > int(pulled[0]):
            if file.path.parent.is_dir():
                file.path.parent.rename(f"{file.path.parent} away")
            document.do(written(document.map, f"edit {number}"))
            tell_when_safe(file, number)
        else:
            document.do(written(document.map, f"edit {number}"))
            file.wait_saved()


def tell_when_safe(file: JourneyFile, number: int) -> None:
    """Ask the log itself, as nothing tells of single edits that are not in the file."""
    log = next(path for path in Path(sys.argv[2]).rglob("steps.log"))
    while b'"number":%d,' % number not in log.read_bytes():
        os.sched_yield()
    assert file.unsaved
    tell(number)


def tell(number: int) -> None:
    """Say that an edit is safe."""
    os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main()
