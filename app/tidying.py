"""What the program does with disks before and after its windows, and nobody waits for."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Thread

from app.recent import data_folder, recent_paths
from storage import sweep
from storage.closing import end_closing
from storage.parts import sweep_parts

_LAST = 4.0
"""Seconds that the program, its window gone, still has for a disk that is slow."""


def begin_tidying() -> None:
    """Take away what earlier runs of the program left behind and nobody needs any more; returns at once."""
    Thread(target=_tidy, name="tidying", daemon=True).start()


def end_writing() -> None:
    """Give what is still being written a last moment: the program ends."""
    end_closing(_LAST)


def _tidy() -> None:
    sweep(data_folder(), datetime.now(UTC))
    for folder in {path.parent for path in recent_paths()}:
        sweep_parts(folder)
