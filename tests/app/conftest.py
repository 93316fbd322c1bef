"""A command line to try things on: in this process where that is enough, in one of its own where not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PySide6.QtCore import QLocale

from app.cli import program
from resources.samples import sample_bytes
from tests.repository import REPOSITORY

COMMAND = (sys.executable, "-m", "app")

Typed = Callable[..., Result]
Started = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def typed() -> Typed:
    """Run a command in this process, in English; an error that is ours rises."""

    def run(*arguments: object) -> Result:
        result = CliRunner().invoke(program(), [str(one) for one in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def started(tmp_path: Path) -> Started:
    """Run a command in a process of its own, in the test’s folder, and wait for its end.

    It keeps no compiled modules: on a full disk it would keep halves of them, here.
    """

    def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
        command = [*COMMAND, *map(str, arguments)]
        environment = {
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONDONTWRITEBYTECODE": "1",
            **options.pop("env", {}),
        }
        return subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            **options,
        )

    return run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The sample workshop as JSON."""
    path = tmp_path / "sample.json"
    path.write_bytes(sample_bytes("water-damage"))
    return path


@pytest.fixture
def claim(typed: Typed, source: Path) -> Path:
    """The sample workshop as a journey file."""
    path = source.with_name("claim.journey")
    assert typed("import", source, "-o", path).exit_code == 0
    return path


@pytest.fixture(params=["C", "nb_NO", "da_DK", "de_DE"])
def country(request: pytest.FixtureRequest) -> Iterator[None]:
    """A machine that is set up for a country, whose way with numbers and days Qt takes up."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)
