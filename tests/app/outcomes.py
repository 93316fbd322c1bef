"""How a command ended, and what it left in a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.app.conftest import Typed

Outcome = tuple[int, str, str]


def one_sentence(outcome: Outcome) -> str:
    """What was said, proved to be one line, nothing on the other channel, and status 1."""
    status, out, err = outcome
    assert (status, out) == (1, "")
    assert err.endswith((".\n", ".journey\n"))
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def outcome_of(run: Typed, *arguments: object) -> Outcome:
    """How a command ended that was typed in this process."""
    result = run(*arguments)
    return result.exit_code, result.stdout, result.stderr


def ended(process: subprocess.CompletedProcess[str]) -> Outcome:
    """How a process ended."""
    return process.returncode, process.stdout, process.stderr


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
