"""Whether two names are of one file, however they are written."""

from __future__ import annotations

from pathlib import Path

from resources.errors import Fault


def expect_another(one: Path, other: Path, otherwise: str) -> None:
    """Raise Fault with this sentence if both names are of one file.

    What is wrong with either of them, the one who opens it will say.
    """
    try:
        same = one.samefile(other)
    except (OSError, ValueError):
        return
    if same:
        raise Fault(otherwise)
