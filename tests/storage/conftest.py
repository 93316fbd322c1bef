"""A file that nobody has open, and where what programs keep would lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import JourneyFile
from tests.storage.maps import everything


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A file with every sort of record that nobody has open, alone on a stick."""
    path = tmp_path / "stick" / "map.journey"
    path.parent.mkdir()
    JourneyFile.create(path, everything().records()).close()
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder that the system would have for what programs keep."""
    return tmp_path / "data"
