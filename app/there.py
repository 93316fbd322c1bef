"""Which files are there, asked so that a disk that does not answer keeps no window waiting."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

_PATIENCE = 2.0
"""Seconds that all disks together have for an answer."""

_asked: dict[Path, Thread] = {}
"""What was asked for and is not answered yet."""


def those_there(paths: Sequence[Path], is_there: Callable[[Path], bool] = Path.is_file) -> list[Path]:
    """Those of the files that are there, or of whatever ``is_there`` tells.

    One on a disk that reports an error, or does not answer, is as good as not there. It is waited for once,
    and not again before it has answered.
    """
    answers: dict[Path, bool] = {}
    asked = {path: _asking(path, is_there, answers) for path in paths if path not in _asked}
    _asked.update(asked)
    for thread in asked.values():
        thread.start()
    end = time.monotonic() + _PATIENCE
    for thread in asked.values():
        thread.join(max(0.0, end - time.monotonic()))
    return [path for path in paths if answers.get(path)]


def _asking(path: Path, is_there: Callable[[Path], bool], answers: dict[Path, bool]) -> Thread:
    def ask() -> None:
        with suppress(OSError):
            answers[path] = is_there(path)
        del _asked[path]

    return Thread(target=ask, name="asking", daemon=True)
