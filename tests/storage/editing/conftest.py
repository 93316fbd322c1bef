"""A file open to be edited, which may be closed with edits it could not write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import FileFault, JourneyFile


@pytest.fixture
def file(closed: Path, data: Path) -> Iterator[JourneyFile]:
    """An open file that may be closed with edits it could not write."""
    opened = JourneyFile.open(closed, data_folder=data)
    yield opened
    try:
        opened.close()
    except FileFault:
        assert opened.unsaved
