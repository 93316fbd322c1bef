"""Files of every version that ever was can be opened, and undo reaches back over all of their history."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from journey.model import SHAPES, MapData
from journey.past import map_after
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


@pytest.mark.parametrize("name", ["version-1", "version-2"])
@pytest.mark.parametrize("read_only", [False, True])
def test_an_old_file_holds_what_it_held(tmp_path: Path, name: str, read_only: bool) -> None:
    shutil.copy(OLD_FILES / f"{name}.journey", tmp_path)
    before = (tmp_path / f"{name}.journey").read_bytes()
    expected = json.loads((OLD_FILES / f"{name}.json").read_text(encoding="utf-8"))
    with JourneyFile.open(tmp_path / f"{name}.journey", read_only) as file:
        assert [entry.label for entry in file.history] == expected["history"]
        assert told(file.map) == expected["map"]
        assert told(map_after(file, file.document(), 0)) == expected["base"]
    assert (tmp_path / f"{name}.journey").read_bytes() == before


@pytest.mark.parametrize("name", ["version-1", "version-2"])
def test_undo_reaches_back_over_all_of_an_old_file(tmp_path: Path, name: str) -> None:
    shutil.copy(OLD_FILES / f"{name}.journey", tmp_path)
    expected = json.loads((OLD_FILES / f"{name}.json").read_text(encoding="utf-8"))
    with JourneyFile.open(tmp_path / f"{name}.journey") as file:
        while file.document().next_undo is not None:
            file.document().undo()
        assert told(file.map) == expected["base"]


def test_a_file_of_version_2_tells_whose_edits_it_holds_and_which_versions(tmp_path: Path) -> None:
    shutil.copy(OLD_FILES / "version-2.journey", tmp_path)
    expected = json.loads((OLD_FILES / "version-2.json").read_text(encoding="utf-8"))
    with JourneyFile.open(tmp_path / "version-2.journey", read_only=True) as file:
        assert [[entry.who, entry.device] for entry in file.history] == expected["whose"]
        kept = [[one.kind, one.name, one.entry, one.who, one.note] for one in file.versions]
        assert kept == expected["versions"]
