"""A program that is killed at any moment loses no edit that it said was saved."""

from __future__ import annotations

import json
import random
from pathlib import Path

from storage import JourneyFile
from tests.faults.disk import run_child
from tests.faults.tally import Row, Tally, judge
from tests.killing import last_told
from tests.storage.maps import after


def test_no_kill_loses_a_saved_edit(path: Path, tally: Tally, much: int) -> None:
    row = tally.row("kill -9 while editing")
    chance = random.Random(9)
    for number in range(5 * much if much == 1 else 400):
        acknowledged, seconds = chance.randint(2, 9), chance.random() / 50
        saved = last_told(acknowledged, "tests.storage.endless_writer", path, seconds=seconds)
        judge(row, path, saved, after, f"kill {number}")
    assert not row.bad(), row
    with JourneyFile.open(path) as file:
        assert file.saved_revision > row.runs


def test_a_kill_at_any_call_leaves_the_old_or_the_new(
    shim: Path, tmp_path: Path, tally: Tally, much: int
) -> None:
    lines = run_child(shim, "killed_child", tmp_path / "disk", 12 * much).splitlines()
    rows = [Row(**json.loads(line)) for line in lines]
    tally.rows.update({row.case: row for row in rows})
    assert len(rows) == 8
    assert all(row.runs > 5 for row in rows)
    bad = [row for row in rows if row.bad()]
    assert not bad, bad
