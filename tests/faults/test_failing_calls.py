"""Whichever call of the disk fails, no saved edit is lost, and the others are written when all is well."""

from __future__ import annotations

import json
from pathlib import Path

from tests.faults.disk import run_child
from tests.faults.tally import Row, Tally


def test_no_call_that_fails_loses_an_edit(shim: Path, path: Path, tally: Tally, much: int) -> None:
    lines = run_child(shim, "failing_child", path, min(5 * much, 60)).splitlines()
    rows = [Row(**json.loads(line)) for line in lines]
    tally.rows.update({row.case: row for row in rows})
    assert len(rows) == 16
    assert all(row.runs > 0 for row in rows)
    assert sum(row.told for row in rows) > 20
    bad = [row for row in rows if row.bad()]
    assert not bad, bad


def test_no_call_that_fails_keeps_edits_from_the_log_for_good(shim: Path, path: Path, tally: Tally) -> None:
    lines = run_child(shim, "failing_log_child", path, path.parents[1] / "data").splitlines()
    rows = [Row(**json.loads(line)) for line in lines]
    tally.rows.update({row.case: row for row in rows})
    assert len(rows) == 4
    assert all(row.told > 0 for row in rows), rows
    bad = [row for row in rows if row.bad()]
    assert not bad, bad
