"""How work that takes long tells what it does, wherever that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Doing = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Shows what is being done while it is done; the function given shows how much: so many of so many."""


@contextmanager
def quietly(_what: str) -> Iterator[Callable[[int, int], None]]:
    """Tell nobody what is being done."""
    yield lambda _done, _of: None
