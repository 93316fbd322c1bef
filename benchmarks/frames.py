"""Frames painted at once instead of when the event loop comes to it, and how long each takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

_FRAME = 1 / 60
"""Seconds from one frame to the next."""
_SETTLING = 0.5
"""Seconds in which a window has sorted the links of the largest map."""
_TURNS = 6
"""How often a window comes to do something else between two."""

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds of the middle frame, and what 95 of 100 frames stay under."""

    middle: float
    most: float


def paint_now() -> None:
    """Do what has been put off, and paint what has to be painted anew; timers wait."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)


def show(window: QWidget, size: tuple[int, int]) -> None:
    """Show a window of so many pixels, until it has been painted."""
    window.resize(*size)
    window.show()
    while not window.windowHandle().isExposed():
        QCoreApplication.processEvents()
    paint_now()


def timed(steps: Iterable[Step]) -> Taken:
    """Take each step and paint it; the time is what this process works, not what others take.

    What is done between two frames does not count, but as far as it may keep the next frame waiting.
    """
    taken: list[float] = []
    for step in steps:
        start = time.process_time()
        step()
        paint_now()
        frame = time.process_time() - start
        room = max(0.0, _FRAME - frame)
        taken.append((frame + max(0.0, _between() - room)) * 1000)
    return Taken(median(taken), quantiles(taken, n=20, method="inclusive")[-1])


def _between() -> float:
    """Let the window do what it does while nothing happens; the most seconds before it looks for events."""
    most = 0.0
    for _turn in range(_TURNS):
        start = time.process_time()
        QCoreApplication.processEvents()
        most = max(most, time.process_time() - start)
    return most


def settle() -> None:
    """Let all windows finish what they put off until nothing happens, so that it counts for nobody else."""
    until = time.perf_counter() + _SETTLING
    while time.perf_counter() < until:
        QCoreApplication.processEvents()


def once(step: Step) -> float:
    """Milliseconds of one step with its painting."""
    start = time.process_time()
    step()
    paint_now()
    return (time.process_time() - start) * 1000
