"""A file with a few edits, which is opened in every state it can be in."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import (
    JourneyFile,
)
from tests.storage.maps import everything, written


@pytest.fixture
def closed(path: Path) -> Path:
    """A file with a few edits that nobody has open."""
    with JourneyFile.create(path, everything().records()) as file:
        for number in range(3):
            file.document().do(written(file.map, f"edit {number}"))
    return path
