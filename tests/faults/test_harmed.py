"""A program is killed and its file deleted, emptied, zeroed or put back: what was saved comes back."""

from __future__ import annotations

import random
import shutil
from functools import partial
from pathlib import Path

import pytest

from storage import JourneyFile
from tests.faults.tally import Tally, judge
from tests.storage.maps import after
from tests.storage.test_rescue import (
    Harm,
    bring_back,
    delete,
    empty,
    killed_after,
    put_older_back,
    put_older_in_its_place,
    zero,
)


@pytest.mark.parametrize(
    "harm", [delete, empty, zero, put_older_back, put_older_in_its_place], ids=lambda it: it.__name__
)
def test_what_was_saved_comes_back(path: Path, tmp_path: Path, harm: Harm, tally: Tally, much: int) -> None:
    row = tally.row(f"killed, and the file harmed: {harm.__name__}")
    data, older = tmp_path / "data", Path(shutil.copy(path, tmp_path / "older"))
    chance = random.Random(harm.__name__)
    for number in range(much):
        last = killed_after(chance.randint(1, 20), path, data)
        Path(f"{path}-journal").unlink(missing_ok=True)
        harm(path, older)
        bring_back(path, data)
        JourneyFile.open(path, data_folder=data).close()
        judge(row, path, last, partial(after, text="edit {}".format), f"round {number}")
    assert not row.bad(), row
