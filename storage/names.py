"""Names of files as they stand on the disk: one letter can be written in two ways."""

from __future__ import annotations

import unicodedata
from pathlib import Path


def as_written(path: Path) -> Path:
    """The path, or where there is no such file the one beside it whose name reads the same.

    What somebody types and what came from another system may differ in how an Å is composed.
    """
    if path.exists():
        return path
    try:
        same = [one for one in path.parent.iterdir() if _composed(one.name) == _composed(path.name)]
    except OSError:
        return path
    return same[0] if len(same) == 1 else path


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
