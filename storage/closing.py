"""Files that are being closed: nobody waits long for a disk that does not answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from threading import Thread

from resources.words import _
from storage.faults import FileBusy
from storage.parts import give_up_parts
from storage.whereabouts import Place, place_of

_LAST = 0.5
"""Seconds for taking away what is not whole: even that a disk may never answer."""
_going: dict[Thread, tuple[Path, Place | None]] = {}
"""What closes files that are not closed yet, and where those lie."""


def is_over_within(seconds: float, close: Callable[[], object], path: Path, place: Place | None) -> bool:
    """Begin to close the file that lies there, and tell whether that was over in time; else it goes on by
    itself, as long as the program runs. Raises what it raised in that time.
    """
    wrong: list[BaseException] = []

    def run() -> None:
        try:
            close()
        except BaseException as error:  # noqa: BLE001 - who waits for it is told
            wrong.append(error)
        finally:
            _going.pop(thread, None)

    thread = Thread(target=copy_context().run, args=(run,), name="closing", daemon=True)
    _going[thread] = path, place
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        return False
    for error in wrong:
        raise error
    return True


def expect_let_go(path: Path) -> None:
    """Raise FileBusy if the file of this path is not let go of yet, for no process opens a file twice."""
    # Its disk may not even tell what lies there, so that is asked last.
    if _is_going(path):
        raise FileBusy(_("“{file}” is still being written.").format(file=path.name))


def wait_let_go(path: Path) -> None:
    """Return when the file of this path is let go of, which may be never."""
    for thread, (known, _place) in tuple(_going.items()):
        if path == known:
            thread.join()


def end_closing(seconds: float) -> None:
    """Wait for what is being closed, but no longer than that in all, and take away what is not whole yet:
    the program ends.
    """
    end = time.monotonic() + seconds
    last = Thread(target=give_up_parts, name="last", daemon=True)
    for thread in tuple(_going):
        thread.join(max(0.0, end - time.monotonic()))
    last.start()
    last.join(_LAST)


def _is_going(path: Path) -> bool:
    going = tuple(_going.values())
    if not going or any(path == known for known, _place in going):
        return bool(going)
    with suppress(OSError):
        place = place_of(path)
        return place is not None and any(place == known for _path, known in going)
    return False
