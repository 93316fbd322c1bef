"""What a print was asked to be like: its paper, what is left out, a second language for its labels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from resources.errors import Fault
from resources.words import _

Orientation = Literal["auto", "portrait", "landscape"]

LEAST: tuple[float, float] = (140.0, 190.0)
"""The smallest paper that a handout is set for, mm: about A5."""
A4: tuple[float, float] = (210.0, 275.0)
"""The smallest paper for what must stand on one page: A4, or Letter."""
_DESIGNED_FOR = 210.0
"""The short side of the paper for which sizes of text are meant; on a larger paper everything grows."""


class Hidden(StrEnum):
    """What a print can leave out."""

    QUOTES = "quotes"
    NAMES = "names"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True)
class Asked:
    """The paper in mm, what is hidden, the second language (BCP 47, empty: none) of the product's own labels.

    ``day`` is the ISO day the map was last edited, or empty.
    """

    width: float = 210.0
    height: float = 297.0
    orientation: Orientation = "auto"
    hide: frozenset[Hidden] = frozenset()
    second: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A page of ``w`` x ``h`` mm as it is designed, printed ``scale`` times as large, and its white edge."""

    w: float
    h: float
    scale: float
    margin: float

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.w - 2 * self.margin


def format_of(asked: Asked, *, lying: bool, least: tuple[float, float] = LEAST) -> Format:
    """The page for a print that usually lies on its long side, or does not.

    Raises Fault for a paper that is too small for one.
    """
    short, long = sorted((asked.width, asked.height))
    if short < least[0] or long < least[1]:
        said = _(
            "This print needs a paper of at least {w} × {h} mm. Nothing was written. Choose a larger one."
        )
        raise Fault(said.format(w=f"{least[0]:g}", h=f"{least[1]:g}"))
    scale = max(1.0, short / _DESIGNED_FOR)
    margin = 11.0 if short / scale > LEAST[1] else 10.0
    flat = asked.orientation == "landscape" or (asked.orientation == "auto" and lying)
    w, h = (long, short) if flat else (short, long)
    return Format(w / scale, h / scale, scale, margin)
