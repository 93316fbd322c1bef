"""Two programs that edit one file overwrite nothing of each other: the second to write is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from storage import JourneyFile
from tests.faults.tally import Tally
from tests.repository import REPOSITORY

EDITOR = """
import itertools, sys
from resources.errors import Fault
from storage import JourneyFile
from tests.storage.maps import written
path, who, most = sys.argv[1], sys.argv[2], int(sys.argv[3])
file = JourneyFile.open(path)
sys.stdout.write("open\\n"); sys.stdout.flush()
sys.stdin.readline()
try:
    for number in range(most):
        file.document().do(written(file.map, f"{who} {number}"))
        file.wait_saved()
        sys.stdout.write(f"{who} {number}\\n")
except Fault as fault:
    sys.stdout.write(f"told {fault.kind}\\n")
"""


def test_of_two_editors_one_is_told_and_nothing_saved_is_gone(path: Path, tally: Tally, much: int) -> None:
    row = tally.row("two editors on one file")
    for _round in range(2 * much):
        row.runs += 1
        said = _both(path)
        row.told += sum(line == "told changed" for line in said)
        with JourneyFile.open(path) as file:
            labels = {entry.label for entry in file.history}
        missing = [line for line in said if not line.startswith("told") and f"Write {line}" not in labels]
        if missing:
            row.blame("lost", missing[0])
    assert row.told == row.runs, row
    assert not row.bad(), row


def _both(path: Path) -> list[str]:
    """What two editors said that began at once: each edit that was saved, and how it ended."""
    editors = [_editor(path, who) for who in ("ada", "bob")]
    for editor in editors:
        assert editor.stdout is not None
        assert editor.stdout.readline() == "open\n"
    for editor in editors:
        assert editor.stdin is not None
        editor.stdin.write("go\n")
        editor.stdin.flush()
    outcomes = [editor.communicate(timeout=60) for editor in editors]
    assert not any(error for _said, error in outcomes), outcomes
    return [line for said, _error in outcomes for line in said.splitlines()]


def _editor(path: Path, who: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", EDITOR, str(path), who, "12"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
