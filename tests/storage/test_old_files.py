"""Files of every version that ever was can be opened, and undo reaches back over all of their history."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from journey.model import SHAPES, MapData
from journey.plain import to_plain
from storage import JourneyFile

OLD_FILES = Path(__file__).parent / "old_files"


def told(map_data: MapData) -> dict[str, Any]:
    """The records of a map as JSON has them, sort by sort."""
    return {
        shape.name: sorted(
            (to_plain(one) for one in map_data.of(shape.record)), key=lambda plain: plain["id"]
        )
        for shape in SHAPES
    }


@pytest.mark.parametrize("name", ["version-1"])
def test_an_old_file_holds_what_it_held(tmp_path: Path, name: str) -> None:
    shutil.copy(OLD_FILES / f"{name}.journey", tmp_path)
    expected = json.loads((OLD_FILES / f"{name}.json").read_text(encoding="utf-8"))
    with JourneyFile.open(tmp_path / f"{name}.journey") as file:
        assert [entry.label for entry in file.history] == expected["history"]
        assert told(file.map) == expected["map"]
        while file.document().next_undo is not None:
            file.document().undo()
        assert told(file.map) == expected["base"]
