"""A display and a home for each workshop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.display import Display, display, expect_programs
from tests.workshop.program import Home


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Display]:
    """Give a display that nobody else looks at; skip where none can be made."""
    expect_programs()
    folder = tmp_path / "screen"
    folder.mkdir()
    with display(folder) as shown:
        yield shown


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Give the home of somebody who never started the program."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    return Home(folder)
