"""Bringing back a file that cannot be opened, from what this computer kept of it; the file itself stays as
it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.copying import free_beside
from app.panels.notice import Offer
from app.recent import data_folder, free_path
from resources.errors import Fault
from resources.words import _, _n
from storage import Rescued, left_here, rescued_at, restore

Show = Callable[[Path], object]
Tell = Callable[..., object]


def ways_back(path: Path, show: Show, tell: Tell) -> tuple[Offer, ...]:
    """What can be offered where the file at this place cannot be opened."""
    runs = rescued_at(data_folder(), path)
    if not runs:
        return ()
    words = _("Bring it back") if not path.exists() else _("Bring back what was in it")
    return (Offer(words, lambda: _bring_back(runs[0], show, tell)),)


def tell_left_here(show: Show, tell: Tell) -> None:
    """Say that there are edits here of a file that is not in its place, as with a stick that is elsewhere."""
    runs = left_here(data_folder())
    if not runs:
        return
    run = runs[0]
    words = _n(
        "“{file}” is not where it was, and {n} change is on this computer that it may not have.",
        "“{file}” is not where it was, and {n} changes are on this computer that it may not have.",
        len(run.items),
    )
    back = Offer(_("Bring it back"), lambda: _bring_back(run, show, tell))
    leave = Offer(_("Forget it"), lambda: _forget(run, show, tell))
    tell(words.format(file=run.path.name, n=len(run.items)), (back, leave))


def _bring_back(run: Rescued, show: Show, tell: Tell) -> None:
    """Make a file of what was kept, in its old place if that is free, and show it."""
    try:
        target = _place_for(run.path)
        restore(run, target)
    except Fault as fault:
        tell(fault.sentence)
    else:
        show(target)


def _forget(run: Rescued, show: Show, tell: Tell) -> None:
    run.decline()
    tell(_("The changes to “{file}” are forgotten.").format(file=run.path.name))
    tell_left_here(show, tell)


def _place_for(path: Path) -> Path:
    if not path.parent.is_dir():
        return free_path(path.stem)
    return path if not path.exists() else free_beside(path, _("brought back"))
