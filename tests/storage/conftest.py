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
def a_file(path: Path) -> Iterator[JourneyFile]:
    """A new open file of that name, with every sort of record."""
    with JourneyFile.create(path, everything().records()) as file:
        yield file
