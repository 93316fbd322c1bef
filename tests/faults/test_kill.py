"""A program that is killed at any moment loses no edit that it said was saved."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from storage import JourneyFile
from tests.faults.disk import REPOSITORY, run_child
from tests.faults.failing_child import after
from tests.faults.tally import Row, Tally, judge

WRITER = """
import itertools, os, sys
from storage import JourneyFile
from tests.faults.editing_child import text_of
from tests.storage.maps import written
file = JourneyFile.open(sys.argv[1])
file.on_saved = lambda revision: os.write(1, b"%d\\n" % revision)
document = file.document()
for number in itertools.count(document.revision + 1):
    document.do(written(document.map, text_of(number)))
    if file.unsaved > 5:
        file.wait_saved()
"""


def test_no_kill_loses_a_saved_edit(path: Path, tally: Tally, much: int) -> None:
    row = tally.row("kill -9 while editing")
    chance = random.Random(9)
    for number in range(5 * much if much == 1 else 400):
        saved = _written_until_killed(path, chance.randint(2, 9), chance.random() / 50)
        judge(row, path, saved, after, f"kill {number}")
    assert not row.bad(), row
    with JourneyFile.open(path) as file:
        assert file.saved_revision > row.runs


def _written_until_killed(path: Path, acknowledged: int, seconds: float) -> int:
    """The last number that a program told was saved, killed so long after it had told so many."""
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _line in range(acknowledged)]
        # No waiting for anything: the moment of the kill is what is varied.
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pass
        writer.kill()
        # What the pipe still holds was told as well; its last line may be cut.
        told += writer.stdout.read().splitlines(keepends=True)
    return int([line for line in told if line.endswith("\n")][-1])


def test_a_kill_at_any_call_leaves_the_old_or_the_new(
    shim: Path, tmp_path: Path, tally: Tally, much: int
) -> None:
    lines = run_child(shim, "killed_child", tmp_path / "disk", 12 * much).splitlines()
    rows = [Row(**json.loads(line)) for line in lines]
    tally.rows.update({row.case: row for row in rows})
    assert len(rows) == 7
    assert all(row.runs > 5 for row in rows)
    bad = [row for row in rows if row.bad()]
    assert not bad, bad
