"""What every test can count on: no window, no network, nobody's own files, and no warning unheard; and a file
that is open.
"""

from __future__ import annotations

import difflib
import logging
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage import JourneyFile
from tests.repository import REPOSITORY
from tests.storage.maps import everything

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Qt reads it once, when it is first imported

GOLDEN = Path(__file__).parent / "golden"

# A busy machine must not fail a right program, hence no deadline and no complaint about slowness;
# the same examples at every run, so that a red check is never a matter of luck. New ones at night.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("check", PATIENT, max_examples=30, derandomize=True)
settings.register_profile("nightly", PATIENT, max_examples=1000)
settings.load_profile("check")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--update-golden`, to write the golden files anew, and `--long-faults`, to try many more."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")
    parser.addoption("--long-faults", action="store_true", help="try each fault many times; print a table")


@pytest.fixture(autouse=True)
def every_warning_is_heard(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged a warning or worse; one that expects it asserts it, then `caplog.clear()`."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.get_records("teardown")]
    loud = [f"{it.levelname} {it.name}: {it.getMessage()}" for it in records if it.levelno >= logging.WARNING]
    assert not loud, "logged:\n" + "\n".join(loud)


@pytest.fixture(scope="session", autouse=True)
def nobodys_own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send settings, caches and recent files of the tests to a folder that goes away."""
    own = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for what in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{what}_HOME", str(own / what.lower()))
        _qt_test_mode()
        yield


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection: the program never makes one, and a test may not start to."""

    def refuse(_connection: socket.socket, address: object) -> None:
        raise AssertionError(f"a test reached for the network: {address}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/<name>`, or write it there under `--update-golden`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        kept = path.read_text(encoding="utf-8")
        changes = difflib.unified_diff(kept.splitlines(), text.splitlines(), name, "now", lineterm="")
        assert kept == text, "\n".join(changes)

    return compare


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A name that no file has yet."""
    return tmp_path / "map.journey"


@pytest.fixture
def a_file(path: Path) -> Iterator[JourneyFile]:
    """A new open file of that name, with every sort of record."""
    with JourneyFile.create(path, everything().records()) as file:
        yield file


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder of real input beside the checkout; skip the test where there is none."""
    folder = REPOSITORY.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("no folder of real input beside this checkout")
    return folder


def _qt_test_mode() -> None:
    try:
        from PySide6.QtCore import QStandardPaths
    except ImportError:
        return
    QStandardPaths.setTestModeEnabled(True)
