"""Making many small things that stay, without Python looking for garbage among them time and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for garbage in circles until the end; all other garbage goes at once as ever.

    A large map is half a million things, and the search comes each time there are a quarter more of them:
    a third of the time it takes to lay it out.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
