"""A program that is ended at any moment loses no edit that it said was saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from journey.model import Card
from storage import JourneyFile
from tests.storage.maps import everything

REPOSITORY = Path(__file__).parents[2]

WRITER = """
import itertools, os, sys
from storage import JourneyFile
from tests.storage.maps import written
file = JourneyFile.open(sys.argv[1])
file.on_saved = lambda revision: os.write(1, b"%d\\n" % revision)
document = file.document()
for number in itertools.count(document.revision + 1):
    document.do(written(document.map, f"edit {number} " * (number % 90)))
    if file.unsaved > 5:
        file.wait_saved()
"""


def test_saved_edits_are_there_after_the_program_was_killed(path: Path) -> None:
    before = everything()
    JourneyFile.create(path, before.records()).close()
    last = 0
    for acknowledged in (1, 2, 17, 40, 71):
        last = _written_until_killed(path, acknowledged)
        with JourneyFile.open(path) as file:
            assert file.saved_revision >= last
            number = file.saved_revision
            assert file.map.of(Card)["call"].text == f"edit {number} " * (number % 90)
    assert last > 100
    _undo_everything(path)
    with JourneyFile.open(path) as file:
        assert file.map == before


def _written_until_killed(path: Path, acknowledged: int) -> int:
    """The last number that a program told was saved, which was killed after so many of them."""
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _line in range(acknowledged)]
        writer.kill()
        # What the pipe still holds was told as well; its last line may be cut.
        told += writer.stdout.read().splitlines(keepends=True)
    return int([line for line in told if line.endswith("\n")][-1])


def _undo_everything(path: Path) -> None:
    with JourneyFile.open(path) as file:
        while file.document().next_undo is not None:
            file.document().undo()
