"""The pictures in the documents are painted by the program itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.repository import REPOSITORY


def painted(folder: Path, seed: str) -> bytes:
    """The picture of one sample, painted in a process of its own."""
    script = str(REPOSITORY / "docs" / "make_pictures.py")
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": seed}
    command = [sys.executable, script, "water-damage", "--into", str(folder)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in folder.iterdir()] == ["water-damage.png"]
    return (folder / "water-damage.png").read_bytes()


def test_a_sample_is_painted_the_same_at_each_run(tmp_path: Path) -> None:
    assert painted(tmp_path / "once", "1") == painted(tmp_path / "again", "2")


def test_a_picture_is_as_wide_as_a_readme_wants_it_and_not_blank(tmp_path: Path) -> None:
    painted(tmp_path / "once", "1")
    with Image.open(tmp_path / "once" / "water-damage.png") as picture:
        assert picture.width == 1600
        small = picture.convert("RGB").resize((40, 20))
        assert len(small.getcolors(40 * 20) or []) > 20
