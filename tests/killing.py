"""Programs that are killed while they work, and what they had told before."""

from __future__ import annotations

import subprocess
import sys
import time

from tests.repository import REPOSITORY


def last_told(acknowledged: int, module: str, *arguments: object, seconds: float = 0.0) -> int:
    """The last number that a module of these tests told, a line each, before it was killed.

    It is killed once it has told so many, or ``seconds`` later, which may be in the midst of its work.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _line in range(acknowledged)]
        # No waiting for anything: the moment of the kill is what is varied.
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pass
        program.kill()
        # What the pipe still holds was told as well; its last line may be cut.
        told += program.stdout.read().splitlines(keepends=True)
    return int([line for line in told if line.endswith("\n")][-1])
