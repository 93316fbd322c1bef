"""Files for tests, closed when the test is over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import JourneyFile
from tests.storage.maps import everything


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A name that no file has yet."""
    return tmp_path / "map.journey"


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


@pytest.fixture
def a_file(path: Path) -> Iterator[JourneyFile]:
    """A new open file of that name, with every sort of record."""
    with JourneyFile.create(path, everything().records()) as file:
        yield file
