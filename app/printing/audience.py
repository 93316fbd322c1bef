"""For whom a print is: which print it is, what it hides, and what only some prints know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Print = Literal["map", "stages", "owners", "board", "interview", "cards", "template", "ballots"]

PRINTS: tuple[Print, ...] = (
    *("map", "stages", "owners", "board"),
    *("interview", "cards", "template", "ballots"),
)
"""Every print by its name, as `journey.handouts` has them, which is not loaded only to name them."""
USUAL_PAPER: dict[Print, str] = {
    **dict.fromkeys(("owners", "board", "interview", "cards", "ballots"), "A4"),
    "map": "A0",
    "stages": "A3",
    "template": "roll:914mm",
}
"""The paper a print is for if nobody asked for another."""
HIDDEN = ("quotes", "names", "measures")
"""What a print can leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """The print, what is hidden in it, a second language for its labels, and what only some prints know.

    ``owner`` is a name or a part of it, ``owner_id`` the id of one; ``card`` the size of cards and notes in
    mm; ``kinds`` those of cards.
    """

    what: Print = "map"
    hide: frozenset[str] = frozenset()
    second_language: str = ""
    owner: str | None = None
    owner_id: str | None = None
    card: tuple[float, float] = (76.0, 76.0)
    blank: bool = False
    kinds: tuple[str, ...] = ()
    preset: str | None = None
    columns: int = 12
