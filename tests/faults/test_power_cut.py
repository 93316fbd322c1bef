"""When the power goes at any moment, every edit that was said to be saved is there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.disk import run_child
from tests.faults.power_cut import Replay, read_log
from tests.faults.tally import Row, Tally, judge
from tests.storage.maps import after


def cut_everywhere(row: Row, shim: Path, path: Path, edits: int, synchronous: str, torn: int) -> None:
    """Record a program that edits, and open what every moment of it may leave behind."""
    replay, log, left = Replay(path.parent), path.parents[1] / "log", path.parents[1] / "left"
    replay.hold(path)
    run_child(shim, "editing_child", path, log, edits, synchronous)
    chance = random.Random(20)
    for number, call in enumerate(read_log(log)):
        replay.take(call)
        for image in replay.images(chance, torn):
            _put(left, image)
            judge(row, left / path.name, replay.noted, after, f"after call {number}")


def test_no_moment_of_a_power_cut_loses_a_saved_edit(shim: Path, path: Path, tally: Tally, much: int) -> None:
    row = tally.row("power cut, writes kept, dropped and torn")
    cut_everywhere(row, shim, path, edits=3 * min(much, 8), synchronous="extra", torn=2)
    assert row.runs > 400
    assert not row.bad(), row


@pytest.mark.parametrize("weaker", ["normal", "full"])
def test_less_careful_writing_is_found_out(shim: Path, path: Path, weaker: str) -> None:
    row = Row("the proof that these tests can fail")
    cut_everywhere(row, shim, path, edits=2, synchronous=weaker, torn=0)
    assert row.lost > 20, row


def _put(folder: Path, image: dict[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in image.items():
        (folder / Path(name).name).write_bytes(content)
