"""Maps to begin with: a new one, or a copy of a sample."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.coming import Wish
from app.making import begin_map, copy_sample
from app.window import Window
from resources.samples import SAMPLES
from resources.words import _


def new_map(preset: str) -> Wish:
    """A new map, the keyboard at its first step, where it is said how one begins."""
    return Wish(Path(preset, _("Untitled journey")), _greet_beginner, make=partial(begin_map, preset))


def sample_map(sample: str) -> Wish:
    """A copy of a sample."""
    return Wish(Path(sample, SAMPLES[sample].title), make=partial(copy_sample, sample))


def _greet_beginner(window: Window) -> None:
    desk, notice = window.desk, window.notice
    said = _("Type what the customer does first, Enter, what comes next: left to right; Esc when done.")
    notice.tell("begin", said)
    desk.changed.connect(lambda _change: notice.withdraw("begin"))
    desk.select([desk.map.grid(desk.journey.id).steps[0].id])
