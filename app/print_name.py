"""What the file of a print is called that somebody named: it lies beside the map and ends as what it is."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.recent import without_detours

FORMATS = frozenset({".pdf", ".svg", ".png", ".mmd", ".csv", ".json"})
"""What the files end in that a map can be written to."""


def print_path(named: str, map_file: Path, ending: str) -> Path:
    """The file that is meant, from the disk's root on; called as the map is where only a folder is named."""
    text = named.strip()
    path = Path(text)
    with suppress(RuntimeError):  # a name that begins with a tilde, but is nobody's
        path = path.expanduser()
    path = without_detours(map_file.parent / path)
    if os.path.basename(text) in ("", ".", ".."):  # noqa: PTH119 - a path forgets how it was written
        return path / f"{map_file.stem}{ending}"
    return with_ending(path, ending)


def with_ending(path: Path, ending: str) -> Path:
    """The path with this ending in the place of another format's; “map 1.2” is a whole name."""
    if not path.name:
        return path
    if path.suffix.lower() in FORMATS:
        return path.with_suffix(ending)
    return path.with_name(path.name.rstrip(". ") + ending)
