"""How work that takes long tells what it does, wherever that is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

Doing = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Shows what is being done while it is done; the function given shows how much: so many of so many."""
