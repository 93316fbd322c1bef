"""Trying an edit on the map without doing it, to know what a drop would do."""

from __future__ import annotations

from collections.abc import Callable

from canvas.stage import Stage
from journey.model import Change, Refused


def tried(stage: Stage, make: Callable[[], Change]) -> tuple[Change | None, str]:
    """The change an edit would be, and no sentence; or none, and why it is refused."""
    try:
        change = make()
        stage.map.apply(change)
    except Refused as refused:
        return None, refused.sentence
    return change, ""
