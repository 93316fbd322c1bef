"""Trying an edit on the map without doing it, doing it, and giving it back."""

from __future__ import annotations

from collections.abc import Callable

from canvas.stage import NOTHING, Stage, State
from journey.model import Change, Refused


def tried(stage: Stage, make: Callable[[], Change]) -> tuple[Change | None, str]:
    """The change an edit would be, and no sentence; or none, and why it is refused."""
    try:
        change = make()
        stage.map.apply(change)
    except Refused as refused:
        return None, refused.sentence
    return change, ""


def carried_out(stage: Stage, make: Callable[[], Change]) -> Change | None:
    """Let go: the ghost goes and the edit is done; None where it was refused, which is said."""
    stage.show_ghost(NOTHING)
    change, why = tried(stage, make)
    if change is None:
        stage.say(why, wrong=True)
        return None
    return change if stage.do(change) else None


def given_back(stage: Stage) -> State | None:
    """Escape: the ghost and its words go, nothing was done."""
    stage.show_ghost(NOTHING)
    stage.say("")
    return None
