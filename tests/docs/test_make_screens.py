"""The pictures of the editor in its manual are taken of the program itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.repository import REPOSITORY


def test_a_picture_of_the_editor_is_taken_and_not_blank(tmp_path: Path) -> None:
    script = str(REPOSITORY / "docs" / "make_screens.py")
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, script, "new", "--into", str(tmp_path)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["editor-new.png"]
    with Image.open(tmp_path / "editor-new.png") as picture:
        assert picture.size == (1440, 900)
        assert len(picture.convert("RGB").resize((48, 30)).getcolors(48 * 30) or []) > 20


def test_each_picture_of_the_manual_can_be_taken() -> None:
    script = str(REPOSITORY / "docs" / "make_screens.py")
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, script, "--help"], env=surroundings, capture_output=True, text=True, check=True
    )
    shown = {
        path.stem.removeprefix("editor-") for path in (REPOSITORY / "docs" / "pictures").glob("editor-*")
    }
    assert {name for name in shown if name not in done.stdout} == set()
