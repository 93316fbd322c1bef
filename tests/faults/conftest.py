"""How long the faults are tried, and the table of what came of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import JourneyFile
from tests.faults.disk import COMPILER, build
from tests.faults.tally import Tally
from tests.storage.maps import everything

_TALLY = pytest.StashKey[Tally]()


@pytest.fixture(scope="session")
def tally(pytestconfig: pytest.Config) -> Tally:
    """The table that is printed when all is over."""
    return pytestconfig.stash.setdefault(_TALLY, Tally())


@pytest.fixture(scope="session")
def much(pytestconfig: pytest.Config) -> int:
    """How many times as many runs as in the daily check: 1, or 20 in the long form."""
    return 20 if pytestconfig.getoption("--long-faults") else 1


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that stands between a child and its disk."""
    if COMPILER is None:
        pytest.skip("no C compiler here, or not Linux")
    return build(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with every sort of record, alone in its folder."""
    folder = tmp_path / "disk"
    folder.mkdir()
    JourneyFile.create(folder / "map.journey", everything().records()).close()
    return folder / "map.journey"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table where the long form was asked for."""
    tally = config.stash.get(_TALLY, None)
    if tally is not None and config.getoption("--long-faults"):
        terminalreporter.section("Faults")
        for line in tally.lines():
            terminalreporter.line(line)
