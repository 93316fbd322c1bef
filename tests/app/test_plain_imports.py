"""Importing modules in a program with Qt costs no more than in one without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import linecache
from PySide6.QtCore import QCoreApplication
from app.plain_imports import import_plainly

import_plainly()
import canvas.camera, journey.clean, resources.theme
assert QCoreApplication.instance() is None
print(*linecache.cache)
"""


def test_once_imports_are_plain_nobody_reads_the_source_of_a_module() -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    asked = [sys.executable, "-c", _PROGRAM]
    told = subprocess.run(asked, env=env, capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("camera.py", "clean.py", "theme") if name in told]
