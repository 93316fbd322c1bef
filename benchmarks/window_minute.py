"""A process of its own with the whole window on a file: its start, a busy minute in it, its memory.

`python -m benchmarks.window_minute start|minute|reference FILE` tells seconds of work until the window can
be used, the longest pause in ms by the clock and by the work of the window's own thread, and the most memory
in MB until then, and until the end; the first findings have been told by then.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from benchmarks.frames import Step
from benchmarks.keys import press_key
from benchmarks.memory import peak_memory

if TYPE_CHECKING:
    from app.desk import Desk
    from app.windows import Windows

_SIZE = (1920, 1080)
_WORDS = "the customer waits for an answer "
_CARDS, _UNDONE = 12, 6
_REST = 0.45
"""Seconds without a key after each card: longer than anything waits until it looks at the map again."""
_PATIENCE = 600.0
"""Seconds that the file may take: the start screen, shown where it takes long, is not what is measured."""


def _window(path: Path) -> tuple[float, ...]:
    """Start as the program does, until the window has been painted."""
    from app.plain_imports import import_plainly
    from journey.collecting import uncollected

    import_plainly()
    with uncollected():
        from app.windows import Windows
    application = QApplication(["reisekart"])
    windows = Windows(application)
    windows.patience = _PATIENCE
    windows.begin(path, bears=False)
    assert windows.window is not None
    windows.window.resize(*_SIZE)
    application.processEvents()
    application.processEvents()
    used, shown = time.process_time(), peak_memory()
    while _desk(windows).findings.found is None:
        application.processEvents()
    pauses = _longest(_minute(_desk(windows))) if sys.argv[1] == "minute" else (0.0, 0.0)
    peak = peak_memory()
    windows.window.close()
    windows.leave()
    return used, *pauses, shown, peak


def _reference(path: Path) -> tuple[float, ...]:
    """The same map in nothing but a QGraphicsView."""
    from benchmarks.with_graphics_view import GraphicsMap
    from journey.layout import Memory, View, layout
    from storage import JourneyFile

    application = QApplication(["reference"])
    with JourneyFile.open(path) as file:
        scene = GraphicsMap()
        scene.show_drawing(layout(file.map, View(file.map.journeys()[0].id), Memory()))
        scene.scale(2.5, 2.5)
        scene.resize(*_SIZE)
        scene.show()
        application.processEvents()
        return time.process_time(), 0.0, 0.0, peak_memory(), peak_memory()


def _desk(windows: Windows) -> Desk:
    from app.window import Window

    assert isinstance(windows.window, Window)
    return windows.window.desk


def _minute(desk: Desk) -> Iterator[Step | None]:
    """A dozen cards written, half of them undone and redone, looking around; None is a moment of rest."""
    for number in range(_CARDS):
        yield from _written(desk, number)
        yield from (partial(_scrolled, desk, way) for way in (40, 40, -80))
        yield from (partial(desk.editor.zoom_middle, factor) for factor in (1.1, 1.1, 1 / 1.21))
        yield None
    for turn in (desk.undo, desk.redo):
        yield from [turn] * _UNDONE
        yield None


def _written(desk: Desk, number: int) -> Iterator[Step]:
    """One card in the first lane for touchpoints, key by key."""
    from canvas.inline import InlineEditor
    from canvas.places import Cell
    from journey.model import LaneKind

    editor = desk.editor
    grid = desk.map.grid(editor.journey)
    lane = next(lane for lane in grid.lanes if lane.kind is LaneKind.TOUCHPOINTS)
    yield partial(editor.write, Cell(lane.id, grid.steps[number % len(grid.steps)].id))
    field = editor.viewport().findChildren(InlineEditor)[-1]
    for letter in _WORDS:
        yield partial(press_key, field, ord(letter.upper()), letter)
    yield editor.finish_writing


def _scrolled(desk: Desk, way: int) -> None:
    camera = desk.editor.camera
    desk.editor.look_at(camera.fitted(camera.x + way, camera.y))


def _longest(steps: Iterator[Step | None]) -> tuple[float, float]:
    """The longest time, ms, that the event loop did not come round: by the clock, and what of one was work.

    On a machine that does other things too, the clock tells of those as well.
    """
    longest = most_work = 0.0
    for step in steps:
        until = time.perf_counter() + (_REST if step is None else 0.0)
        while True:
            start, work = time.perf_counter(), time.thread_time()
            if step is not None:
                step()
            QApplication.processEvents()
            now = time.perf_counter()
            longest, most_work = max(longest, now - start), max(most_work, time.thread_time() - work)
            if now >= until:
                break
    return longest * 1000, most_work * 1000


def main() -> None:
    """Measure what is asked for, and tell it."""
    what, path = sys.argv[1], Path(sys.argv[2])
    told = _reference(path) if what == "reference" else _window(path)
    sys.stdout.write(" ".join(str(one) for one in told))


if __name__ == "__main__":
    main()
