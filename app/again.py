"""Opening the file of a window once more, after others did something to it, or to take it over from them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from app.recent import data_folder
from app.window import Window
from resources.errors import Fault
from storage import JourneyFile


def opened_again(window: Window, take_over: bool) -> JourneyFile:
    """The file of a window, which goes. Raises Fault where it cannot be opened."""
    path = window.desk.path
    window.work.leave()
    # What could not be written is kept on this computer, or is in a copy; what broke was told when it did.
    with suppress(Fault, RuntimeError):
        window.desk.close()
    window.hide()
    window.deleteLater()
    return JourneyFile.open(path, data_folder=data_folder(), take_over=take_over)


def is_to_be_merged(file: JourneyFile, folder: Path | None) -> bool:
    """Whether a copy of what was kept in ``folder`` has anything to bring into the file.

    It has not where the file was merely older: then it has got all of it already. Where it has, that is not
    offered a second time.
    """
    if file.found.lacks and not file.found.apart:
        return False
    for run in file.found.apart:
        if run.folder == folder:
            run.decline()
    return True
