"""One thing that can be done in the window: a row of the table behind menus, keys and the manual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def always() -> bool:
    """Whether something can be done that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done. ``keys`` as Qt writes them; ``can`` tells whether it can be done now.

    ``menu`` names the menu it stands in, and a menu within that after a "/". ``now`` gives words that change
    with what would be done, ``on`` tells whether something that can be on or off is on. ``parted``: a line
    stands above it. ``icon`` names one of our glyphs. ``on_map``: the keys count while the map has the focus;
    elsewhere they mean what they mean there.
    """

    name: str
    menu: str
    words: str
    keys: tuple[str, ...]
    does: Callable[[], object]
    can: Callable[[], bool] = always
    now: Callable[[], str] | None = None
    on: Callable[[], bool] | None = None
    parted: bool = False
    icon: str = ""
    on_map: bool = False
