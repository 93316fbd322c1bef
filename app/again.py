"""Opening the file of a window once more, after others did something to it, or to take it over from them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from app.window import Window
from app.wish import Wish, of_file_again
from resources.errors import Fault
from storage import JourneyFile, Rescued


def left_to_be_opened_again(window: Window, take_over: bool, other: Path | None) -> Wish:
    """Let go of the file of a window, which is to be opened once more, with what another copy would bring
    into it; that copy is shown where it cannot be opened.
    """
    path, kept = window.desk.path, window.desk.file.rescue
    window.work.leave()
    # What could not be written is kept on this computer, or is in a copy; what broke was told when it did.
    with suppress(Fault, RuntimeError):
        window.desk.close()

    def bring_in(shown: Window) -> None:
        if other is None:
            return
        if shown.desk.file.read_only:
            shown.troubles.say_kept_in(other, Rescued.read(kept) if kept is not None else None)
        elif _is_to_be_merged(shown.desk.file, kept):
            shown.work.merging.begin_with_own(other)

    return of_file_again(path, take_over, bring_in, other)


def _is_to_be_merged(file: JourneyFile, folder: Path | None) -> bool:
    """Whether a copy of what was kept in ``folder`` has anything to bring into the file.

    It has not where the file was merely older: then it has got all of it already. Where it has, that is not
    offered a second time. None is that it was not merely older, and is offered no more.
    """
    if folder is not None and file.found.lacks and not file.found.apart:
        return False
    for run in file.found.apart:
        if run.folder == folder:
            run.decline()
    return True
