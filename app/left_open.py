"""Which map a program with windows shows, noted so that the one after a crash goes on with it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.recent import data_folder, recent_paths
from journey.merging import shown_as
from resources.errors import Fault
from resources.words import _
from storage import Holder

if TYPE_CHECKING:
    from app.desk import Desk
    from app.window import Window


def note_shown(path: Path) -> None:
    """Note that this program shows a file; where that cannot be kept nobody goes on with it."""
    note = _folder() / f"{os.getpid()}.json"
    plain = {"holder": Holder.this_program().plain(), "path": str(path)}
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(plain), encoding="utf-8")


def forget_shown() -> None:
    """Note that this program shows no file any more."""
    with suppress(OSError):
        (_folder() / f"{os.getpid()}.json").unlink(missing_ok=True)


def left_open() -> Path | None:
    """The file that a program showed which ended without closing it, and which is there; None where there is
    none. It is told of once.
    """
    left = _all_left()
    return next((path for path in recent_paths() if path in left), None) if left else None


def forget_left() -> None:
    """Tell of no file that was left open so far: somebody goes on with one that they chose."""
    _all_left()


def take_up(window: Window) -> None:
    """Show in a map what was done last, and say that one is there again.

    What brings the program down once more before anybody edits it is not gone on with a second time.
    """
    forget_shown()
    desk = window.desk
    once = Qt.ConnectionType.SingleShotConnection
    desk.changed.connect(lambda _change: note_shown(desk.path), once)
    desk.said.emit(_("Taken up where you left off."), False)
    with suppress(Fault):
        _show_last(desk)


def _show_last(desk: Desk) -> None:
    """Bring what the last step changed into view. Raises a Fault where the file no longer tells."""
    if not desk.file.history:
        return
    for touch in desk.file.recall(desk.file.history[-1].number).touches:
        if touch.after is not None:
            subject, journey = shown_as(desk.map, touch.after)
            desk.show_journey(journey or desk.journey.id)
            desk.select([subject.id])
            return


def _all_left() -> set[Path]:
    return {path for note in _notes() if (path := _taken(note)) is not None}


def _notes() -> list[Path]:
    try:
        return sorted(_folder().glob("*.json"))
    except OSError:
        return []


def _taken(note: Path) -> Path | None:
    """What a program that has ended noted, which is taken away; None while it runs, or where it makes no
    sense.
    """
    try:
        plain = json.loads(note.read_text(encoding="utf-8"))
        holder, path = Holder.of_plain(plain["holder"]), Path(plain["path"])
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    if holder is None or not holder.has_ended:
        return None
    with suppress(OSError):
        note.unlink()
    return path


def _folder() -> Path:
    return data_folder() / "shown"
