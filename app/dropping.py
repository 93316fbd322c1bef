"""Which files that are dragged onto a window can be opened or imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from app.opening import IMPORTED

JOURNEY = ".journey"


def paths_of(dragged: QMimeData) -> list[Path]:
    """The files that are ours or can be imported."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (JOURNEY, *IMPORTED)]
