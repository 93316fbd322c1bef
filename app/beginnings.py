"""Maps to begin with: a new one, or a copy of a sample."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.making import begin_map, copy_sample
from app.window import Window
from app.wish import Wish, found_new
from resources.samples import SAMPLES
from resources.words import _


def new_map(preset: str, folder: Path | None = None) -> Wish:
    """A new map in a folder, the usual one if none is named; the keyboard at its first step, where it is said
    how one begins.
    """
    return Wish(
        _("Untitled journey"),
        ("preset", preset, folder),
        partial(found_new, partial(begin_map, preset, folder)),
        _greet_beginner,
        elsewhere=partial(new_map, preset),
    )


def sample_map(sample: str, folder: Path | None = None) -> Wish:
    """A copy of a sample in a folder, the usual one if none is named."""
    return Wish(
        SAMPLES[sample].title,
        ("sample", sample, folder),
        partial(found_new, partial(copy_sample, sample, folder)),
        elsewhere=partial(sample_map, sample),
    )


def _greet_beginner(window: Window) -> None:
    desk, notice = window.desk, window.notice
    said = _("Type what the customer does first, Enter, what comes next: left to right; Esc when done.")
    notice.tell("begin", said)
    desk.changed.connect(lambda _change: notice.withdraw("begin"))
    desk.select([desk.map.grid(desk.journey.id).steps[0].id])
