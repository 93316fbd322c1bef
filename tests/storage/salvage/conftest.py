"""Repairing a file, with a look at what was made and what was left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage import JourneyFile
from storage.salvage import Repaired, repair_file

Repair = Callable[[bytes], Repaired]


@pytest.fixture
def repair(tmp_path: Path) -> Repair:
    """Repair a file of these bytes, and look whether the new one is sound and the old one untouched."""

    def run(data: bytes) -> Repaired:
        path, target = tmp_path / "broken.journey", tmp_path / "repaired.journey"
        path.write_bytes(data)
        target.unlink(missing_ok=True)
        repaired = repair_file(path, target, tmp_path / "data")
        assert path.read_bytes() == data
        with JourneyFile.open(target) as file:
            assert file.map == repaired.map
            assert len(file.history) == repaired.steps
        return repaired

    return run
