"""A program whose disk hangs for ever while it edits; it tells line by line how it sees that."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from resources.errors import Fault
from storage import JourneyFile
from storage.closing import end_closing
from tests.faults.disk import Disk
from tests.storage.maps import written

_LIMIT = 0.1
"""Seconds that closing is waited for; the disk takes for ever."""


def main(folder: Path, end: str) -> None:
    """Edit a file in the folder, let its disk hang, edit on, and come to that end."""
    disk, path, data = Disk(folder), folder / "disk" / "map.journey", folder / "data"
    if end == "own disk":
        disk.hang(data)
    file = JourneyFile.open(path, data_folder=data)
    edit(file, "one")
    file.wait_saved()
    if end == "own disk":
        say(file.unsaved, file.saved_revision, file.is_safe, sentence_of(lambda: file.close(_LIMIT)))
        return
    disk.hang(folder if end == "nowhere to write" else path.parent)
    edit(file, "two")
    edit(file, "three")
    if end in ("killed", "nowhere to write"):
        wait_until(lambda: file.fault is not None and file.is_safe == (end == "killed"))
        say(file.fault and file.fault.sentence)
    if end == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    wait_until(lambda: file.is_safe == (end != "nowhere to write"))
    say(sentence_of(lambda: file.close(_LIMIT)))
    if end == "closed":
        wait_until(lambda: b'"end":false' in next(data.rglob("steps.log")).read_bytes())
    if end == "answers":
        say(sentence_of(lambda: JourneyFile.open(path, data_folder=data).close()))
        disk.hang(None)
        end_closing(60)
        JourneyFile.open(path, data_folder=data).close()
        say(file.unsaved, file.saved_revision)


def edit(file: JourneyFile, text: str) -> None:
    """Do one edit, as the window does."""
    file.document().do(written(file.map, text))


def wait_until(state: Callable[[], bool]) -> None:
    """Look until it is so, as the program that started this one has patience."""
    pause = threading.Event()
    while not state():
        pause.wait(0.01)


def sentence_of(work: Callable[[], object]) -> str:
    """What is wrong with something; empty where nothing is."""
    try:
        work()
    except Fault as fault:
        return fault.sentence
    return ""


def say(*words: object) -> None:
    """Tell on a line of its own, at once: the end may come without warning."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
