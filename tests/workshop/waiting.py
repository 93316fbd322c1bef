"""Waiting until something happened: looking again and again, but never just letting time go by."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

from tests.workshop.display import Display

_PATIENCE = 20.0
_LOOK_AGAIN = 0.03
"""Seconds: how long something may take to be on the disk, and between two looks."""


def wait_for(happened: Callable[[], bool], what: Callable[[], str]) -> None:
    """Look until something happened; fail with what did not after a while."""
    deadline = time.monotonic() + _PATIENCE
    pause = Event()
    pause.wait(_LOOK_AGAIN)
    while not happened():
        assert time.monotonic() < deadline, f"did not happen: {what()}"
        pause.wait(_LOOK_AGAIN)


def wait_for_rest(display: Display) -> None:
    """Wait until nothing moves on a display any more."""
    seen = [display.picture()]

    def rests() -> bool:
        seen.append(display.picture())
        return seen[-1] == seen[-2]

    wait_for(rests, lambda: "a display at rest")
